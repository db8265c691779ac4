import type { RepairView } from '../contract/repair-policy.js';
import type { EpisodeContext } from './episode-context.js';
import type { RepairRound } from './episode-state.js';
import type { ThoughtRequest } from './begin.js';
import { progress } from './view-team.js';

/**
 * Lets the episode's repair policy, if any, compare the plans of a team that is ready to go.
 *
 * @returns `go` if bodies may set off, `wait` if something said in the repair is still on its way, or who is to think
 */
export function checkPlans(context: EpisodeContext): 'go' | 'wait' | ThoughtRequest[] {
  const { repair, team } = context;
  if (repair === null || team.repair === undefined) return 'go';
  const { round } = team.repair;
  if (round !== null) return continueRound(context, round);

  const step = repair.check(team.repair.state, viewRepair(context));
  team.repair.state = step.state;
  if (step.finding === null) return 'go';
  const plans = team.seats.flatMap(({ plan }) => plan?.commitment ?? []);
  const checked = context.emit({ type: 'repair.checked', ...step.finding, inputs: plans });
  if (step.members.length === 0) return 'go';
  for (const seat of step.members) context.seat(seat).notice = step.notice;
  const { members } = step;
  // Who is alone has nobody to talk to.
  const speakers = step.speak && members.length > 1 ? members : [];
  return continueRound(context, { checked, members, speakers });
}

/** The next member speaks once all that was said has arrived; after the last one, all make their plans anew. */
function continueRound(context: EpisodeContext, round: RepairRound): 'wait' | ThoughtRequest[] {
  const { team } = context;
  if (team.repair === undefined) return [];
  if (team.queue.some((entry) => entry.kind === 'delivery' && entry.repair === true)) return 'wait';
  const { checked, members } = round;
  const [seat, ...speakers] = round.speakers;
  if (seat === undefined) {
    team.repair.round = null;
    // Not by way of the protocol, which could let bodies go before all have thought.
    return members.map((member) => ({ seat: member, purpose: 'repair', cause: [checked], repair: true }));
  }
  team.repair.round = { checked, members, speakers };
  const to = members.filter((member) => member !== seat);
  return [{ seat, purpose: 'speak', to, cause: [checked], repair: true }];
}

function viewRepair(context: EpisodeContext): RepairView {
  const { scenario, header, simulation, team } = context;
  return {
    scenario,
    options: header.repair?.options ?? {},
    tick: simulation.tick,
    seats: team.seats.map(({ plan, stage }, seat) => ({
      plan: progress(context, seat),
      commitment: plan?.commitment ?? null,
      isWaiting: stage === 'W',
    })),
    proposals: (seat) => scenario.proposals(simulation.observe(seat, true)),
    waySeconds: (seat, to) => simulation.waySeconds(seat, to),
  };
}
