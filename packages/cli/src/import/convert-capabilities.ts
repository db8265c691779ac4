import type { Coop2Team } from './coop2-team.js';
import type { Coop2Episode } from './read-coop2.js';
import type { Entry } from './timeline.js';

const FILE = 'capability_changes.json';

/** Items gained and lost, at the end of their step: before a first stage they would count as what agents begin with. */
export function convertCapabilities({ logs }: Coop2Episode, team: Coop2Team): Entry[] {
  return (logs[FILE] ?? []).map(({ agent_id, item_name, change_type, env_step }, i): Entry => {
    const seat = team.seatOf(agent_id, FILE, [i, 'agent_id']);
    const change = change_type === 'gain' ? 'gained' : 'lost';
    return {
      step: env_step,
      phase: 'minds',
      micros: null,
      draft: () => ({ type: 'capability.changed', seat, capability: item_name, change, inputs: [] }),
    };
  });
}
