import type { Claim, JsonObject } from '@quorum/events';
import type { Observation, ScenarioLanguage } from '@quorum/env';
import { z } from 'zod';

/** A mark as players see it. */
export interface MarkView {
  readonly id: string;
  readonly x: number;
  readonly required: number;
  readonly open: boolean;
}

/** What players of the line see. */
export interface LineView {
  readonly self: { readonly x: number };
  readonly marks: readonly MarkView[];
}

const claim = z.strictObject({
  type: z.literal('markAt'),
  mark: z.string().regex(/^mark-\d+$/),
  x: z.int().min(0),
  required: z.int().min(1),
});

/** An open mark is at a place and needs so many agents. */
export type MarkAt = z.output<typeof claim>;

const SENTENCE = /\b(mark-\d+) is at (\d+) m and needs (\d+)\b/g;

/** How teams on the line talk: one type of claim, `markAt`. */
export const lineLanguage: ScenarioLanguage = {
  version: 1,
  rules: (seats) =>
    [
      `${seats} agents walk on a line of 20 m. On it are marks.`,
      'A mark gives points once enough agents hold it together for a second.',
    ].join('\n'),
  read(text) {
    try {
      const view = JSON.parse(text) as Partial<LineView> | null;
      return Array.isArray(view?.marks) && view?.self !== undefined ? (view as JsonObject) : null;
    } catch {
      return null;
    }
  },
  claim: claim satisfies z.ZodType<Claim>,
  claims: (observation) =>
    marksOf(observation)
      .filter(({ open }) => open)
      .map(({ id, x, required }) => ({ type: 'markAt', mark: id, x, required })),
  say: (said) => {
    const { mark, x, required } = said as MarkAt;
    return `${mark} is at ${x} m and needs ${required}.`;
  },
  hear: (text) =>
    [...text.matchAll(SENTENCE)].map(([, mark = '', x, required]) => ({
      type: 'markAt',
      mark,
      x: Number(x),
      required: Number(required),
    })),
  learn(observation, claims) {
    const marks = new Map(marksOf(observation).map((mark) => [mark.id, mark]));
    for (const { mark: id, x, required } of claims as readonly MarkAt[]) {
      if (!marks.has(id)) marks.set(id, { id, x, required, open: true });
    }
    return { ...observation, marks: [...marks.values()].map((mark) => ({ ...mark })) };
  },
};

function marksOf(observation: Observation): readonly MarkView[] {
  return (observation as unknown as LineView).marks;
}
