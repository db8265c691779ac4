import type { Coop2Team } from './coop2-team.js';
import type { Coop2Episode } from './read-coop2.js';
import type { Entry } from './timeline.js';

/** Stages, and the activations that stages of thinking are. */
export function convertStages({ logs }: Coop2Episode, team: Coop2Team): Entry[] {
  return team.names.flatMap((name, seat) => {
    const rows = logs['agent_states.json'][name] ?? [];
    return rows.flatMap(([seconds, step, stage], i): Entry[] => {
      const micros = toMicros(seconds);
      const at = { step, phase: 'minds', micros } as const;
      const before = rows[i - 1];
      const entries: Entry[] = [];
      if (before !== undefined && isThinking(before[2])) {
        entries.push({
          ...at,
          key: `decision ${seat}`,
          draft: (seqOf) => ({
            type: 'activation.ended',
            seat,
            outcome: 'decided',
            chargeMicros: micros - toMicros(before[0]),
            inputs: seqOf(`activation ${seat}`),
          }),
        });
      }
      entries.push({
        ...at,
        key: `stage ${seat}`,
        draft: (seqOf) => ({
          type: 'activation.stage',
          seat,
          stage,
          inputs: stage === 'I' ? seqOf(`delivery ${seat}`) : seqOf(`decision ${seat}`),
        }),
      });
      if (isThinking(stage)) {
        const purpose = stage === 'R' ? 'plan' : 'interrupt';
        entries.push({
          ...at,
          key: `activation ${seat}`,
          draft: (seqOf) => ({ type: 'activation.started', seat, purpose, inputs: seqOf(`stage ${seat}`) }),
        });
      }
      return entries;
    });
  });
}

/** Whether an agent in this stage is asked for a decision. */
export function isThinking(stage: string): boolean {
  return stage === 'R' || stage === 'I';
}

/** Seconds of the source as virtual time. */
export function toMicros(seconds: number): number {
  return Math.round(seconds * 1_000_000);
}
