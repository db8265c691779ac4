import { QuorumError } from '@quorum/events';
import { parse, stringify } from 'yaml';
import type { FieldPath, SuiteSource } from './suite-source.js';

/** A field of a suite that the command line sets. */
export interface GridOverride {
  readonly path: readonly string[];
  readonly value: unknown;
  /** As typed, `-g team=greedy,central`. */
  readonly argument: string;
}

/** The axes that `-g` knows, besides `options.NAME`. */
const AXES: Readonly<Record<string, 'words' | 'values'>> = {
  scenario: 'words',
  agents: 'values',
  team: 'words',
  structure: 'words',
  'clock.mode': 'words',
  'clock.profile': 'words',
  'clock.timeScale': 'values',
};

/**
 * Reads `axis=a,b` of `-g`. A mixed team is written with plus signs: `team=greedy+greedy+random`.
 * @throws QuorumError `USAGE`
 */
export function parseGridOption(text: string): GridOverride {
  const equals = text.indexOf('=');
  const name = text.slice(0, equals).trim();
  const parts = text
    .slice(equals + 1)
    .split(',')
    .map((part) => part.trim());
  if (equals < 1 || parts.includes('')) {
    throw new QuorumError('USAGE', `-g ${text}: expected an axis and its values.`, {
      fix: 'write -g axis=a,b, for example -g team=random,greedy.',
    });
  }
  const kind = /^options\.[^.]+$/.test(name) ? 'values' : AXES[name];
  if (kind === undefined) {
    throw new QuorumError('USAGE', `-g ${text}: unknown axis \`${name}\`.`, {
      fix: `the axes are ${Object.keys(AXES).join(', ')} and options.NAME for an option of the scenario.`,
    });
  }
  const value = kind === 'words' ? parts : parts.map(scalar);
  return { path: name.split('.'), value, argument: `-g ${text}` };
}

function scalar(text: string): unknown {
  try {
    return parse(text) as unknown;
  } catch {
    return text;
  }
}

/** The same suite with some fields set on the command line. */
export function overrideSuite(source: SuiteSource, overrides: readonly GridOverride[]): SuiteSource {
  if (overrides.length === 0) return source;
  const data = overrides.reduce((current, { path, value }) => withField(current, path, value), source.data);
  // The last one wins, for the value as for its place.
  const find = (path: FieldPath): GridOverride | undefined =>
    overrides.findLast((override) => override.path.every((key, i) => path[i] === key));
  return {
    name: source.name,
    data,
    text: stringify(data),
    locate: (path) => find(path)?.argument ?? source.locate(path),
    isArgument: (path) => find(path) !== undefined || source.isArgument(path),
  };
}

function withField(data: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const fields = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  return { ...fields, [key]: withField(fields[key], rest, value) };
}
