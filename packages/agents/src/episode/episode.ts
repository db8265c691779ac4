import { QuorumError, TICKS_PER_SECOND, type EpisodeHeader } from '@quorum/events';
import { microsToTicks } from '../clock/micros-to-ticks.js';
import { EpisodeContext } from './episode-context.js';
import type { EpisodeOptions, EpisodeOutcome } from './episode-options.js';
import { copyTeam, type EpisodeState } from './episode-state.js';
import { applyInterventions } from './interventions.js';
import { endPlan, followPlans } from './plans.js';
import { settle, type Ending } from './settle.js';
import { announceStages } from './stages.js';

/** One episode being played: a world, the team in it, and the log they write. `runEpisode` plays one in a single call. */
export class Episode {
  private readonly context: EpisodeContext;
  /** Between two ticks with no answer outstanding. */
  private resting = true;

  private constructor(context: EpisodeContext) {
    this.context = context;
  }

  /**
   * Builds the world and logs its beginning.
   *
   * @throws QuorumError `UNKNOWN_NAME` if the header names something that the catalog does not hold, `CONFIG_INVALID`
   * if it was made for other versions of its components.
   */
  static start(header: EpisodeHeader, options: EpisodeOptions): Episode {
    const context = new EpisodeContext(header, options);
    announceStages(context);
    context.team.seats.forEach((_, seat) => {
      context.team.protocolEvents.push({ kind: 'unplanned', seat, cause: [] });
    });
    return new Episode(context);
  }

  /**
   * Continues a saved episode, bit for bit as if it had never been interrupted. `options.log` goes on with number
   * `saved.team.nextSeq`. Observers are not part of the state: give them the log so far first.
   *
   * @throws as `start`.
   */
  static restore(saved: EpisodeState, header: EpisodeHeader, options: EpisodeOptions): Episode {
    return new Episode(new EpisodeContext(header, options, saved));
  }

  /** Ticks done. */
  get tick(): number {
    return this.context.simulation.tick;
  }

  /**
   * Plays on up to `tick`, or to the end of the episode.
   *
   * @returns the outcome, or null if the episode is not over by then.
   */
  async playTo(tick: number): Promise<EpisodeOutcome | null> {
    const { context } = this;
    const { simulation } = context;
    this.resting = false;
    while (simulation.tick < tick) {
      context.options.signal?.throwIfAborted();
      const ending = await this.pause();
      if (ending !== null) return this.end(ending);
      this.run(Math.min(tick, this.nextStop()));
      if (simulation.tick % TICKS_PER_SECOND === 0) await context.options.breathe?.();
    }
    this.resting = true;
    return null;
  }

  /**
   * All that changes, for `restore`.
   *
   * @throws QuorumError `INTERNAL` unless the episode rests between two calls of `playTo`.
   */
  save(): EpisodeState {
    if (!this.resting) {
      throw new QuorumError(
        'INTERNAL',
        'An episode can be saved between two ticks only, and not after its end.',
      );
    }
    const { simulation, team } = this.context;
    return { simulation: simulation.save(), team: copyTeam(team) };
  }

  /** Returns engine memory. The episode cannot be used afterwards. */
  free(): void {
    this.context.simulation.free();
  }

  /** Everything that happens between two ticks. */
  private async pause(): Promise<Ending | null> {
    const { context } = this;
    followPlans(context);
    const stop = applyInterventions(context);
    if (context.simulation.finished) return { status: 'completed', cause: [] };
    if (stop !== null) return { status: 'stopped', cause: [stop] };
    if (context.simulation.tick >= context.header.horizonTicks) return { status: 'horizon', cause: [] };
    if (context.now >= context.deadline) return { status: 'deadline', cause: [] };
    return settle(context);
  }

  /** The hot loop: nothing but the world moves until `tick`, or until something happens that concerns the team. */
  private run(tick: number): void {
    const { context } = this;
    const { simulation } = context;
    context.attention = context.team.interventions.length > 0;
    do simulation.step();
    while (!context.attention && !simulation.finished && simulation.tick < tick);
  }

  /** The next tick at which the team has to be looked at even if nothing happens in the world. */
  private nextStop(): number {
    const { simulation, team, header, deadline, options } = this.context;
    const nextEntry = Math.min(team.queue[0]?.time ?? Infinity, deadline);
    const second = (Math.floor(simulation.tick / TICKS_PER_SECOND) + 1) * TICKS_PER_SECOND;
    return Math.min(
      header.horizonTicks,
      microsToTicks(nextEntry - team.pauseMicros),
      options.breathe === undefined ? Infinity : second,
    );
  }

  private end({ status, cause }: Ending): EpisodeOutcome {
    const { context } = this;
    const { simulation, team } = context;
    simulation.finish();
    team.seats.forEach(({ plan }, seat) => {
      if (plan !== null) endPlan(context, seat, 'interrupted', 'episode_ended', []);
    });
    const { score, maxScore, tick: ticks } = simulation;
    context.emit({ type: 'episode.ended', status, score, maxScore, inputs: cause });
    return { status, score, maxScore, ticks, timeMicros: context.now };
  }
}
