import type { EpisodeSpec } from '@quorum/agents';
import type { FieldPath } from './suite-source.js';

/** An episode without its seed and repeat. */
export type CellSpec = Omit<EpisodeSpec, 'seed' | 'repeat'>;

/** Where fields stand in a suite, by dotted name: `channel.loss`. */
export type Places = Readonly<Record<string, FieldPath>>;

/** One value of an axis: what it sets, and where that stands. */
export interface Choice {
  readonly spec: Partial<CellSpec>;
  readonly places: Places;
}

/** An axis of the grid. Without choices of its own it is one choice of nothing. */
export type Axis = readonly Choice[];

/** The axis of one field; `write` says what a value sets. No values: the field is left out. */
export function fieldAxis<T>(
  name: string,
  values: readonly T[] | undefined,
  write: (value: T) => Partial<CellSpec>,
): Axis {
  if (values === undefined) return [{ spec: {}, places: {} }];
  return values.map((value, i) => ({
    spec: write(value),
    places: { [name]: [...name.split('.'), i] },
  }));
}

/** The axis of a field that holds options: every combination of one value per option; the last one varies fastest. */
export function optionAxis<T>(
  field: 'options' | 'agentOptions' | 'modelOptions' | 'channel',
  options: Readonly<Record<string, readonly T[]>>,
): Axis {
  const names = Object.keys(options);
  const combinations = names.reduce<{ value: Record<string, T>; places: Places }[]>(
    (choices, name) =>
      choices.flatMap(({ value, places }) =>
        (options[name] ?? []).map((item, i) => ({
          value: { ...value, [name]: item },
          places: { ...places, [`${field}.${name}`]: [field, name, i] },
        })),
      ),
    [{ value: {}, places: {} }],
  );
  return combinations.map(({ value, places }) => ({ spec: { [field]: value }, places }));
}

/** Every combination of one choice per axis; the last axis varies fastest. */
export function combine(axes: readonly Axis[]): Choice[] {
  return axes.reduce<Choice[]>(
    (combinations, axis) =>
      combinations.flatMap(({ spec, places }) =>
        axis.map((choice) => ({
          spec: { ...spec, ...choice.spec },
          places: { ...places, ...choice.places },
        })),
      ),
    [{ spec: {}, places: {} }],
  );
}
