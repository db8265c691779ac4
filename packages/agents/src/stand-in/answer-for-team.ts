import type { Claim } from '@quorum/events';
import type { Observation, Proposal, Scenario } from '@quorum/env';
import type { SoloAnswer } from '../chat/answers.js';
import type { SeatView } from '../contract/agent.js';
import { assignTeam } from '../reference/assign-team.js';
import { failedTasks, finishedTasks } from './plan-history.js';
import { planFor, planForNothing, type Prospects } from './prospects.js';
import type { SeatSituation, Situation } from './read-situation.js';

/** One mind plans for several seats: what one of them sees, all know. */
export function answerForTeam(scenario: Scenario, situation: Situation, seed: number): SoloAnswer {
  const { seats, team, memory } = situation;
  const claims = team.flatMap(({ observation }): readonly Claim[] =>
    observation === null ? [] : scenario.language.claims(observation),
  );
  const over = new Set(team.flatMap((seat) => finishedTasks(seat, memory.plans)));
  const prospects = new Map(
    team.map((seat) => [seat.seat, prospectsFor(scenario, situation, seat, { claims, over })]),
  );
  const share = assignTeam(team.map(toView), ({ seat }): readonly Proposal[] =>
    seats.includes(seat) ? (prospects.get(seat)?.proposals ?? []) : [],
  );
  const plans = team
    .filter(({ seat }) => seats.includes(seat))
    .map((view) => {
      const proposal = share.get(view.seat);
      const plan =
        proposal === undefined
          ? planForNothing(scenario, prospects.get(view.seat) ?? null, view, seed)
          : planFor(proposal);
      return { seat: view.seat, ...plan };
    });
  return { thought: 'Each where it is needed most.', plans };
}

function prospectsFor(
  scenario: Scenario,
  situation: Situation,
  { seat, observation }: SeatSituation,
  { claims, over }: { readonly claims: readonly Claim[]; readonly over: ReadonlySet<string> },
): Prospects | null {
  if (observation === null) return null;
  const learnt: Observation = scenario.language.learn(observation, claims);
  const seen = new Set(scenario.proposals(observation).map(({ task }) => task));
  const failed = failedTasks(seat, situation, new Map());
  const proposals = scenario
    .proposals(learnt)
    .filter(({ task }) => !failed.includes(task) && (seen.has(task) || !over.has(task)));
  return { observation: learnt, proposals };
}

const toView = ({ seat, observation, plan }: SeatSituation): SeatView => ({
  seat,
  stage: 'R',
  plan: plan.plan,
  lastPlan: plan.lastPlan,
  observation,
});
