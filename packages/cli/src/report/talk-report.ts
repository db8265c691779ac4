import { COMMUNICATION, communicationOf, type Communication } from '@quorum/agents';
import type { EpisodeHeader } from '@quorum/events';
import { conditionKey, samplesOf, valueOfCommunication, type ValueOfCommunication } from '@quorum/metrics';
import type { ManifestCondition } from '../run-folder/manifest.js';
import type { RunResults } from '../run-folder/read-run.js';
import { findNecessity, type Necessity } from './necessity.js';

/** What the words of one condition are worth in the primary metric. */
export interface TalkReport extends ValueOfCommunication {
  /** Fingerprint of the condition that talks. */
  readonly condition: string;
  /** What there is to be communicated in its world, if that was measured. */
  readonly necessity: Necessity | null;
}

/** Teams that do not talk, whatever structure they would have talked over. */
const SILENT: readonly Communication[] = ['no-comm', 'shared-observation'];

/**
 * Compares each condition that talks with the controls of the same run that differ from it in nothing but what words
 * are good for. Conditions without such controls, or without finished episodes, are left out.
 */
export function reportTalk({ manifest, rows }: RunResults, necessities: readonly Necessity[]): TalkReport[] {
  const { conditions, primary } = manifest;
  const samples = (condition: ManifestCondition) =>
    samplesOf(
      rows.filter((row) => row.condition === condition).map(({ result }) => result),
      primary,
    );
  return conditions.flatMap((condition): TalkReport[] => {
    if (communicationOf(condition.header) !== 'talk') return [];
    const talk = samples(condition);
    const controls = COMMUNICATION.flatMap((control) => {
      const found = conditions.find(({ header }) => isControl(header, control, condition.header));
      const played = found === undefined ? [] : samples(found);
      return played.length === 0 ? [] : [[control, played] as const];
    });
    if (talk.length === 0 || controls.length === 0) return [];
    const value = valueOfCommunication(talk, Object.fromEntries(controls));
    const necessity = findNecessity(necessities, condition.header, primary);
    return [{ condition: condition.fingerprint, ...value, necessity }];
  });
}

/** Whether a condition is this control of a condition that talks. */
function isControl(header: EpisodeHeader, control: Communication, talking: EpisodeHeader): boolean {
  if (control === 'talk' || communicationOf(header) !== control) return false;
  const strip = SILENT.includes(control) ? withoutStructure : withoutContent;
  return conditionKey(strip(header)) === conditionKey(strip(talking));
}

function withoutContent(header: EpisodeHeader): EpisodeHeader {
  return { ...header, channel: { ...header.channel, content: null } };
}

/** Versions are those of the parts, which differ with them. */
function withoutStructure(header: EpisodeHeader): EpisodeHeader {
  const none = { name: '', options: {} };
  return { ...header, structure: '', topology: none, protocol: none, channel: {}, versions: {} };
}
