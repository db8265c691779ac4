import type { Action } from '@quorum/events';
import type { Proposal } from '../contract/proposal.js';
import type { Scenario } from '../contract/scenario.js';
import type { Assignment, Observation, Simulation } from '../contract/simulation.js';
import { createRng } from '../rng/create-rng.js';
import type { PlayStyle, World } from './play.js';
import type { Recorder } from './recorder.js';

/** Share of ticks at which a busy seat is told something else. */
const INTERRUPT_SHARE = 0.005;

interface SeatPlan {
  task: string | null;
  actions: readonly Action[];
  /** Plans of this seat that failed: it tries the next proposal then. */
  failures: number;
}

/**
 * Plays a team without knowing the scenario. `random` seats do anything and are often interrupted; `cooperative` seats
 * follow the first seat's best proposal, so that something gets done.
 */
export class AssignmentChooser {
  private readonly plans: SeatPlan[];
  private favourite: string | null = null;

  constructor(
    private readonly scenario: Scenario,
    private readonly world: World,
    private readonly style: PlayStyle,
    private readonly recorder: Recorder,
  ) {
    this.plans = Array.from({ length: world.seats }, () => ({ task: null, actions: [], failures: 0 }));
  }

  /** What to tell a seat now; undefined leaves it alone. */
  next(seat: number, simulation: Simulation): Assignment | undefined {
    if (this.style === 'random') return this.anything(seat, simulation);
    if (this.recorder.isBusy(seat)) return undefined;
    return this.somethingUseful(seat, simulation);
  }

  private anything(seat: number, simulation: Simulation): Assignment | undefined {
    const rng = createRng(this.world.seed, 'conformance', seat, this.recorder.tick);
    if (this.recorder.isBusy(seat)) {
      if (rng.uniform() >= INTERRUPT_SHARE) return undefined;
      if (rng.uniform() < 0.3) return this.order(null, null);
    }
    const observation = simulation.observe(seat);
    const proposals = this.scenario.proposals(observation);
    const task = proposals.length > 0 && rng.uniform() < 0.5 ? rng.pick(proposals).task : null;
    return this.order(this.scenario.randomAction(observation, rng), task);
  }

  private somethingUseful(seat: number, simulation: Simulation): Assignment {
    const plan = this.plans[seat] as SeatPlan;
    const lastEnd = this.recorder.endOf(this.recorder.lastAssignment(seat));
    if (lastEnd !== undefined && lastEnd.outcome !== 'success') {
      if (plan.actions.length > 0) plan.failures += 1;
      plan.actions = [];
    }
    if (plan.actions.length === 0) this.plan(seat, plan, simulation.observe(seat));
    const [action, ...rest] = plan.actions;
    plan.actions = rest;
    return this.order(action ?? this.scenario.idle(1), plan.task);
  }

  private plan(seat: number, plan: SeatPlan, observation: Observation): void {
    const proposals = this.scenario.proposals(observation);
    const first = proposals[plan.failures % Math.max(1, proposals.length)];
    if (seat === 0) this.favourite = first?.task ?? null;
    const chosen: Proposal | undefined = proposals.find(({ task }) => task === this.favourite) ?? first;
    plan.task = chosen?.task ?? null;
    plan.actions = chosen?.actions ?? [];
  }

  private order(action: Action | null, task: string | null): Assignment {
    return { action, task, inputs: [this.recorder.events.length - 1] };
  }
}
