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

/** The axes that `-g` knows, besides those of options. */
const AXES: Readonly<Record<string, 'words' | 'values'>> = {
  scenario: 'words',
  agents: 'values',
  team: 'words',
  model: 'words',
  structure: 'words',
  topology: 'values',
  protocol: 'values',
  communication: 'words',
  'clock.mode': 'words',
  'clock.profile': 'words',
  'clock.timeScale': 'values',
  horizonSeconds: 'values',
  deadlineSeconds: 'values',
  'limits.calls': 'values',
  'limits.tokens': 'values',
  fault: 'values',
  healing: 'values',
  repair: 'values',
};

/** `channel.loss`: an option of the scenario, the agents, the models or the channel. */
const OPTION_AXIS = /^(options|agentOptions|modelOptions|channel)\.[^.]+$/;

/**
 * Reads `axis=a,b` of `-g`. A mixed team is written with plus signs: `team=greedy+greedy+random`.
 * @throws QuorumError `USAGE`
 */
export function parseGridOption(text: string): GridOverride {
  const equals = text.indexOf('=');
  const name = text.slice(0, equals).trim();
  const parts = splitValues(text.slice(equals + 1));
  if (equals < 1 || parts.includes('')) {
    throw new QuorumError('USAGE', `-g ${text}: expected an axis and its values.`, {
      fix: 'write -g axis=a,b, for example -g team=random,greedy.',
    });
  }
  const kind = OPTION_AXIS.test(name) ? 'values' : AXES[name];
  if (kind === undefined) {
    throw new QuorumError('USAGE', `-g ${text}: unknown axis \`${name}\`.`, {
      fix: `the axes are ${Object.keys(AXES).join(', ')}, and options.NAME, channel.NAME, agentOptions.NAME, modelOptions.NAME for an option.`,
    });
  }
  const value = kind === 'words' ? parts : parts.map(flowValue);
  return { path: name.split('.'), value, argument: `-g ${text}` };
}

/** Reads `--team a,a,b`: one team, seat by seat. */
export function parseTeamOption(text: string): GridOverride {
  const members = text.split(/[,+]/).map((name) => name.trim());
  if (members.includes('')) {
    throw new QuorumError('USAGE', `--team ${text}: expected agent names.`, {
      fix: 'name every seat: --team greedy,greedy,random.',
    });
  }
  return { path: ['team'], value: [members.join('+')], argument: `--team ${text}` };
}

/** Reads `--model NAME`: the model of every agent that uses one and does not name its own. */
export function parseModelOption(text: string): GridOverride {
  return { path: ['model'], value: [text], argument: `--model ${text}` };
}

/** Splits at commas outside of brackets and braces: `[1,2],[3]` are two values. */
function splitValues(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if ('[{'.includes(character)) depth += 1;
    if (']}'.includes(character)) depth -= 1;
    if (character === ',' && depth <= 0) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${character}`);
  }
  return parts.map((part) => part.trim());
}

/** A value in YAML's flow style: a number, a word, a list, an object. */
function flowValue(text: string): unknown {
  try {
    return parse(text) as unknown;
  } catch {
    return text;
  }
}

/** Team sizes that mixed teams on the command line imply when it gives no sizes: the lengths of those teams. */
function impliedSizes(overrides: readonly GridOverride[]): GridOverride[] {
  const team = overrides.findLast(({ path }) => path[0] === 'team');
  if (!team || overrides.some(({ path }) => path[0] === 'agents')) return [];
  const mixed = (team.value as readonly string[]).filter((name) => name.includes('+'));
  const sizes = [...new Set(mixed.map((name) => name.split('+').length))];
  return sizes.length === 0 ? [] : [{ path: ['agents'], value: sizes, argument: team.argument }];
}

/** The same suite with some fields set on the command line. */
export function overrideSuite(source: SuiteSource, given: readonly GridOverride[]): SuiteSource {
  if (given.length === 0) return source;
  const overrides = [...given, ...impliedSizes(given)];
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
