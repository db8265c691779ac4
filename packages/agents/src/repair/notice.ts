import type { PredictedFailure } from '@quorum/events';
import type { Advice } from './advise.js';

/** What the members of a repair are told: what will be missed, and, with guidance, who had better do what. */
export function repairNotice(
  failures: readonly PredictedFailure[],
  advice: readonly Advice[] | null,
  members: readonly number[],
  speak: boolean,
): string {
  const lines = [
    'Before anybody sets off, the plans of the team were compared. They will not do:',
    ...failures.map((failure) => `- ${sayFailure(failure)}`),
  ];
  if (speak) {
    lines.push(
      `Agents ${members.join(', ')} now say in turn, each once, what they will do, then all plan anew. Whatever the structure says, these can hear each other now.`,
    );
  }
  if (advice !== null && advice.length > 0) {
    lines.push('Advice, which nobody has to follow:', ...advice.map((one) => `- ${sayAdvice(one)}`));
  }
  return lines.join('\n');
}

function sayFailure({ task, constraint, count, required, seats }: PredictedFailure): string {
  const who = seats.length === 1 ? `agent ${seats[0] ?? ''}` : `agents ${seats.join(', ')}`;
  return `${task}, planned by ${who}: ${WHAT[constraint]}, ${count} of ${required}.`;
}

const WHAT: Readonly<Record<PredictedFailure['constraint'], string>> = {
  participation: 'too few have planned to work on it',
  spatial: 'too few can get to a place there',
  temporal: 'too few will be there at the same time',
  dependency: 'nobody brings what it takes to unlock it',
};

const sayAdvice = ({ seat, task, waySeconds }: Advice): string =>
  `Agent ${seat}: please take ${task} (about ${Math.round(waySeconds)} s away).`;
