import {
  FRAME_TICKS,
  TICKS_PER_SECOND,
  type ActionOutcome,
  type Claim,
  type ClaimVerdict,
  type FramePose,
  type Json,
} from '@quorum/events';
import type { Assignment, Observation, Simulation, SimulationState } from '../contract/simulation.js';
import type { Point } from '../navigation/point.js';
import { angleOf } from '../physics/trig.js';
import { judgeClaim, positionOf } from '../push/language/judge-claim.js';
import { measure } from '../push/measure.js';
import { observe } from '../push/observe.js';
import { PushLedger } from '../push/push-ledger.js';
import { SAMPLE_TICKS, type PushSetup } from '../push/push-simulation.js';
import { HASH_TICKS, stateHash } from '../simulation/state-hash.js';
import { cellOf, centreOf, sameCell, STEP } from './cell.js';
import type { GridContext } from './controller.js';
import { controllerOf } from './controllers/index.js';
import { findWay } from './find-way.js';
import { GridScene, pushCentres } from './grid-scene.js';
import { resolveStep, type Move } from './resolve-step.js';
import type { GridState } from './state.js';
import { STEP_TICKS } from './step-ticks.js';

/** A `push` world on cells: everything moves at once, one cell every 40 ticks, by the published rule. */
export class GridSimulation implements Simulation {
  private readonly scene: GridScene;
  private readonly ledger: PushLedger;

  constructor(
    private readonly from: PushSetup,
    private readonly state: GridState,
  ) {
    const { setup, layout, options } = from;
    this.scene = new GridScene(layout, state, options);
    const changed = () => this.scene.changed();
    this.ledger = new PushLedger(setup.emit, this.scene, state, { remove: changed, unlock: changed });
  }

  get tick(): number {
    return this.state.tick;
  }

  get score(): number {
    return this.state.score;
  }

  get maxScore(): number {
    return this.ledger.maxScore;
  }

  get finished(): boolean {
    return this.ledger.remaining === 0;
  }

  assign(seat: number, assignment: Assignment): void {
    this.ledger.assign(seat, assignment);
  }

  step(): void {
    this.state.tick += 1;
    const { tick } = this.state;
    this.checkActions();
    this.ledger.follow();
    if (tick % STEP_TICKS === 0) this.moveAll();
    if (tick % SAMPLE_TICKS === 0) this.ledger.sample(this.measured());
    if (tick % FRAME_TICKS === 0) {
      this.from.setup.onFrame?.({ tick, poses: this.poses(), contacts: [] });
    }
    if (tick % HASH_TICKS === 0) this.emitHash();
  }

  observe(seat: number, privileged = false): Observation {
    const { scene, state } = this;
    return observe({ ...this.from, scene, state, places: pushCentres }, seat, privileged);
  }

  position(of: number | string): Point | null {
    return positionOf(this.scene, of);
  }

  waySeconds(seat: number, to: Point): number | null {
    const { scene } = this;
    const [from, goal] = [scene.cell(seat), cellOf(to)];
    if (sameCell(from, goal)) return 0;
    const isStanding = (other: number): boolean => other !== seat && scene.isStanding(other);
    const way =
      findWay(scene.grid(), from, goal, isStanding) ?? findWay(scene.grid(), from, goal, () => false);
    return way === null ? null : (way.length * STEP_TICKS) / TICKS_PER_SECOND;
  }

  judge(claim: Claim): ClaimVerdict {
    return judgeClaim(this.scene, claim);
  }

  finish(): void {
    this.ledger.finish();
    this.emitHash();
  }

  save(): SimulationState {
    return { engine: null, json: structuredClone(this.state) as unknown as Json };
  }

  free(): void {
    // Nothing outside the JavaScript heap.
  }

  private context(): GridContext {
    return {
      scene: this.scene,
      tick: this.state.tick,
      planned: (seat, way) => this.ledger.planned(seat, way.map(centreOf)),
    };
  }

  /** Ends the actions that are over; all see the same moment. */
  private checkActions(): void {
    const context = this.context();
    const ended = this.state.seats.flatMap((_, seat): [number, ActionOutcome][] => {
      const outcome = this.checkAction(context, seat);
      return outcome === null ? [] : [[seat, outcome]];
    });
    for (const [seat, outcome] of ended) this.ledger.end(seat, outcome, []);
  }

  private checkAction(context: GridContext, seat: number): ActionOutcome | null {
    const state = this.ledger.seat(seat);
    if (!state.action) return null;
    const controller = controllerOf(state.action);
    if (state.memory === null) {
      const begun = controller.start(context, seat, state.action);
      if (begun !== null && typeof begun === 'object' && 'outcome' in begun) {
        return begun.outcome as ActionOutcome;
      }
      this.ledger.begin(seat, begun);
    }
    return controller.check(context, seat, state.action, state.memory);
  }

  private moveAll(): void {
    const context = this.context();
    const moves = this.state.seats.map(({ action, memory }, seat): Move | null =>
      action ? controllerOf(action).move(context, seat, action, memory) : null,
    );
    const { agents, blocks } = resolveStep(this.scene.grid(), moves);
    this.state.moved = agents.map((cell, seat) => !sameCell(cell, this.scene.cell(seat)));
    this.state.agents = agents;
    this.state.corners = this.state.corners.map((corner, index) => {
      const block = blocks[index];
      return block ? { x: block.x, y: block.y } : corner;
    });
    this.state.headings = this.state.headings.map((heading, seat) => moves[seat]?.heading ?? heading);
    this.scene.changed();
    const inGoal = this.scene.present().filter((index) => {
      const { x, width } = this.scene.rect(index);
      return x + width / 2 > this.from.layout.goalX;
    });
    for (const index of inGoal) this.ledger.deliver(index);
  }

  /** As in the physical worlds, but no force is measured here: quorum is a count. */
  private measured(): ReturnType<typeof measure> {
    return measure(this.scene, []).map((sample) => ({ ...sample, forceShare: null }));
  }

  private poses(): FramePose[] {
    const agents = this.state.agents.map((cell, body): FramePose => {
      const { x, y } = STEP[this.state.headings[body] ?? 'right'];
      return { body, ...centreOf(cell), angle: angleOf(x, y) };
    });
    const blocks = this.scene.present().map((index): FramePose => {
      const { x, y } = this.scene.rect(index);
      return { body: agents.length + index, x, y, angle: 0 };
    });
    return [...agents, ...blocks];
  }

  private emitHash(): void {
    this.from.setup.emit({ type: 'world.hash', inputs: [], state: stateHash([], this.state) });
  }
}
