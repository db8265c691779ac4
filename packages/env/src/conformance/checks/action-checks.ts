import { ACTION_OUTCOMES, secondsToTicks, type Action } from '@quorum/events';
import type { Observation } from '../../contract/simulation.js';
import { createRng } from '../../rng/create-rng.js';
import type { Check } from '../check.js';
import { canonical } from '../json.js';
import { oneActionOfEachType, spoilTargets } from '../sample-actions.js';
import { Trial } from '../trial.js';
import { overPlays, overWorlds } from '../verdicts.js';

const IDLE_SECONDS = 2;

/** Every action begins, ends and says why. */
export const actionChecks: readonly Check[] = [
  {
    name: 'random-actions',
    promise: 'Random actions are legal, depend on the generator alone, and vary.',
    run: (subject) =>
      overPlays(subject, function* (play) {
        const seen = new Set<string>();
        for (const { json, tick, seat } of play.views) {
          const draw = () =>
            subject.scenario.randomAction(
              JSON.parse(json) as Observation,
              createRng(play.world.seed, 'sample', tick, seat),
            );
          const action = draw();
          const parsed = subject.scenario.action.safeParse(action);
          if (!parsed.success || canonical(parsed.data) !== canonical(action)) {
            yield `${JSON.stringify(action)} is not a legal action`;
          }
          if (canonical(draw()) !== canonical(action)) yield 'the same generator gives two different actions';
          seen.add(canonical(action));
        }
        if (play.views.length > 5 && seen.size < 2) yield `every random action is ${[...seen].join('')}`;
      }),
  },
  {
    name: 'idle',
    promise: 'Idling is a legal action that succeeds after about the given time.',
    run: (subject) =>
      overWorlds(subject, function* (world) {
        const action = subject.scenario.idle(IDLE_SECONDS);
        if (!subject.scenario.action.safeParse(action).success)
          yield `${JSON.stringify(action)} is not legal`;
        const trial = new Trial(subject.scenario, world);
        const order = trial.assign(0, action);
        const end = trial.stepUntilEnded(order, secondsToTicks(2 * IDLE_SECONDS));
        trial.free();
        if (end === undefined) yield `idling ${IDLE_SECONDS} s takes more than twice as long`;
        else if (end.outcome !== 'success') yield `idling ends with ${end.outcome}`;
        else if (end.tick < secondsToTicks(IDLE_SECONDS / 2)) yield `idling ends after ${end.tick} ticks`;
      }),
  },
  {
    name: 'stand-by',
    promise: 'Standing by is a legal action that depends on the observation alone.',
    run: (subject) =>
      overPlays(subject, function* (play) {
        for (const { json } of play.views) {
          const observation = JSON.parse(json) as Observation;
          const action = subject.scenario.standBy(observation);
          if (!subject.scenario.action.safeParse(action).success)
            yield `${JSON.stringify(action)} is not legal`;
          if (JSON.stringify(observation) !== json) yield 'standing by changes the observation';
          if (canonical(subject.scenario.standBy(observation)) !== canonical(action)) {
            yield 'the same observation gives two different actions';
          }
        }
      }),
  },
  {
    name: 'action-ends-once',
    promise:
      'An action ends at most once, later than its assignment, with a listed outcome and naming its assignment.',
    run: (subject) =>
      overPlays(subject, function* (play) {
        const open = new Map<number, { seat: number; type: string; tick: number }>();
        for (const event of play.events) {
          if (event.type === 'action.assigned' && event.action !== null) {
            open.set(event.seq, { seat: event.seat, type: event.action.type, tick: event.tick });
          }
          if (event.type !== 'action.ended') continue;
          const seq = event.inputs.find((input) => open.has(input));
          const assigned = seq === undefined ? undefined : open.get(seq);
          if (seq === undefined || assigned === undefined) {
            yield `event ${event.seq} ends ${event.action} of seat ${event.seat}, which names no open assignment`;
            continue;
          }
          open.delete(seq);
          if (assigned.seat !== event.seat || assigned.type !== event.action) {
            yield `event ${event.seq} ends ${event.action} of seat ${event.seat}, but names another assignment`;
          }
          if (event.tick <= assigned.tick)
            yield `${event.action} ends at the tick of its assignment, ${event.tick}`;
          if (!ACTION_OUTCOMES.includes(event.outcome)) yield `"${event.outcome}" is not a listed outcome`;
        }
      }),
  },
  {
    name: 'actions-end-in-time',
    promise: 'Every action ends by itself within a bound: nobody is stuck without a reason.',
    run: (subject) =>
      overWorlds(subject, function* (world) {
        const trial = new Trial(subject.scenario, world);
        const rounds = oneActionOfEachType(subject.scenario, trial.simulation, world).length;
        for (let round = 0; round < rounds; round++) {
          const orders: { seq: number; action: Action }[] = [];
          for (let seat = 0; seat < world.seats; seat++) {
            const actions = oneActionOfEachType(subject.scenario, trial.simulation, world, seat);
            const action = actions[(round + seat) % actions.length];
            if (action !== undefined) orders.push({ seq: trial.assign(seat, action), action });
          }
          for (const { seq, action } of orders) {
            const end = trial.stepUntilEnded(seq, subject.longestActionTicks);
            if (end !== undefined || trial.simulation.finished) continue;
            yield `${JSON.stringify(action)} has not ended after ${subject.longestActionTicks / 60} s`;
          }
          if (trial.simulation.finished) break;
        }
        trial.free();
      }),
  },
  {
    name: 'invalid-target',
    promise:
      'An action that names something that does not exist ends with `invalid_target` and never throws.',
    run: (subject) => {
      let tried = 0;
      const verdict = overWorlds(subject, function* (world) {
        const trial = new Trial(subject.scenario, world);
        const actions = oneActionOfEachType(subject.scenario, trial.simulation, world);
        for (const action of actions.flatMap((valid) => spoilTargets(subject.scenario, valid))) {
          tried += 1;
          try {
            const end = trial.stepUntilEnded(trial.assign(0, action), subject.longestActionTicks);
            if (end?.outcome !== 'invalid_target') {
              yield `${JSON.stringify(action)} ends with ${end?.outcome ?? 'nothing'}`;
            }
          } catch (error) {
            yield `${JSON.stringify(action)} throws: ${String(error)}`;
          }
        }
        trial.free();
      });
      return tried === 0 ? { ...verdict, skipped: 'no action of this scenario names anything' } : verdict;
    },
  },
  {
    name: 'replaced',
    promise:
      'A new assignment, or none, ends the current action as `replaced`; without an action nothing ends.',
    run: (subject) =>
      overWorlds(subject, function* (world) {
        const long = subject.scenario.idle(30);
        for (const next of [null, subject.scenario.idle(1)]) {
          const trial = new Trial(subject.scenario, world);
          const order = trial.assign(0, long);
          trial.step(5);
          trial.assign(0, next);
          trial.step(1);
          const outcome = trial.recorder.endOf(order)?.outcome ?? 'nothing';
          const by = next === null ? 'taken away' : 'replaced';
          if (outcome !== 'replaced') yield `an action that is ${by} ends with ${outcome}`;
          const count = trial.recorder.events.filter(({ type }) => type === 'action.ended').length;
          if (count > 1) yield `${count} actions end when one is ${by}`;
          trial.free();
        }
        const trial = new Trial(subject.scenario, world);
        trial.assign(0, null);
        trial.step(2);
        if (trial.recorder.events.some(({ type }) => type === 'action.ended')) {
          yield 'taking away nothing ends an action';
        }
        trial.free();
      }),
  },
  {
    name: 'finish',
    promise:
      'Finishing ends all open actions as `episode_ended`, ends all open attempts, and hashes the state.',
    run: (subject) =>
      overPlays(subject, function* (play) {
        const allowed = [
          'action.ended',
          'attempt.changed',
          'attempt.ended',
          'constraint.changed',
          'constraint.force',
          'world.hash',
        ];
        const actions = new Set<number>();
        const attempts = new Set<string>();
        for (const event of play.events) {
          if (event.type === 'action.assigned' && event.action !== null) actions.add(event.seq);
          if (event.type === 'action.ended') for (const input of event.inputs) actions.delete(input);
          if (event.type === 'attempt.started') attempts.add(event.task);
          if (event.type === 'attempt.ended') attempts.delete(event.task);
          if (event.seq < play.finishFrom) continue;
          if (!allowed.includes(event.type)) yield `${event.type} is emitted after the last tick`;
          if (event.type === 'action.ended' && event.outcome !== 'episode_ended') {
            yield `an action cut off by the end is logged as ${event.outcome}`;
          }
        }
        if (actions.size > 0) yield `${actions.size} actions never end`;
        if (attempts.size > 0) yield `the attempt at ${[...attempts].join(', ')} never ends`;
      }),
  },
];
