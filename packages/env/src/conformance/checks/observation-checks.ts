import type { Observation } from '../../contract/simulation.js';
import type { Check } from '../check.js';
import { canonical, findNonJson } from '../json.js';
import { overPlays, overWorlds } from '../verdicts.js';

/** What agents are shown, and what is made of it. */
export const observationChecks: readonly Check[] = [
  {
    name: 'observation-is-json',
    promise: 'An observation is plain JSON, the same when asked twice, and does not change afterwards.',
    run: (subject) => {
      const fromPlays = overPlays(subject, function* (play) {
        for (const { observation, json, seat, tick } of play.views) {
          const problem = findNonJson(observation);
          if (problem !== null) yield `seat ${seat} at tick ${tick}: ${problem}`;
          else if (JSON.stringify(observation) !== json) {
            yield `the observation of seat ${seat} at tick ${tick} changed after it was given`;
          }
        }
      });
      if (fromPlays.problems.length > 0) return fromPlays;
      return overWorlds(subject, function* (world) {
        const simulation = subject.scenario.create({ ...world, emit: () => 0 });
        for (let seat = 0; seat < world.seats; seat++) {
          for (const privileged of [false, true]) {
            const first = JSON.stringify(simulation.observe(seat, privileged));
            if (JSON.stringify(simulation.observe(seat, privileged)) !== first) {
              yield `seat ${seat} sees something else when it looks twice`;
            }
          }
        }
        simulation.free();
      });
    },
  },
  {
    name: 'observation-respects-sight',
    promise: 'What lies outside a seat’s sight and knowledge does not change its observation.',
    run: ({ settings }) => {
      const { unseenPairs, seeds = [1, 2] } = settings;
      if (unseenPairs === undefined) return { problems: [], skipped: 'no `unseenPairs` were given' };
      const problems: string[] = [];
      let pairs = 0;
      for (const seed of seeds) {
        for (const { seat, left, right } of unseenPairs(seed)) {
          pairs += 1;
          if (canonical(left.observe(seat)) !== canonical(right.observe(seat))) {
            problems.push(`seed ${seed}: seat ${seat} sees something that should be hidden from it`);
          }
          if (canonical(left.observe(seat, true)) === canonical(right.observe(seat, true))) {
            problems.push(
              `seed ${seed}: the pair for seat ${seat} does not differ even for a privileged view`,
            );
          }
          left.free();
          right.free();
        }
      }
      return pairs === 0 ? { problems, skipped: '`unseenPairs` gave no pair' } : { problems };
    },
  },
  {
    name: 'text',
    promise: 'The text of an observation depends on nothing else, and different seats read different texts.',
    run: (subject) =>
      overPlays(subject, function* (play) {
        const texts = new Map<number, Map<string, string>>();
        for (const { json, text, tick, seat } of play.views) {
          const observation = JSON.parse(json) as Observation;
          if (text.trim() === '') yield `seat ${seat} reads nothing at tick ${tick}`;
          if (subject.scenario.render(observation) !== text) {
            yield `the text of seat ${seat} at tick ${tick} reads differently the second time`;
          }
          if (JSON.stringify(observation) !== json) yield 'rendering changes the observation';
          const ofTick = texts.get(tick) ?? new Map<string, string>();
          texts.set(tick, ofTick);
          const twin = ofTick.get(text);
          if (twin !== undefined && twin !== json) {
            yield `two seats see different things at tick ${tick} but read the same text`;
          }
          ofTick.set(text, json);
        }
      }),
  },
  {
    name: 'proposals',
    promise: 'Proposals are a pure function of the observation; they name seen tasks and legal actions.',
    run: (subject) =>
      overPlays(subject, function* (play) {
        const open = new Set<string>();
        for (const event of play.events) if (event.type === 'task.opened') open.add(event.task);
        for (const { json, proposals: then, tick, seat } of play.views) {
          const observation = JSON.parse(json) as Observation;
          const proposals = subject.scenario.proposals(observation);
          const where = `for seat ${seat} at tick ${tick}`;
          if (JSON.stringify(observation) !== json) yield `proposing changes the observation ${where}`;
          if (JSON.stringify(proposals) !== then) yield `the proposals ${where} differ the second time`;
          for (const proposal of proposals) {
            const problem = findNonJson(proposal);
            if (problem !== null) yield `a proposal ${where}: ${problem}`;
            if (!open.has(proposal.task)) yield `"${proposal.task}", proposed ${where}, was never opened`;
            if (proposal.actions.length === 0) yield `a proposal ${where} has no actions`;
            if (proposal.requiredAgents < 1)
              yield `a proposal ${where} needs ${proposal.requiredAgents} agents`;
            for (const action of proposal.actions) {
              const parsed = subject.scenario.action.safeParse(action);
              if (!parsed.success || canonical(parsed.data) !== canonical(action)) {
                yield `${JSON.stringify(action)}, proposed ${where}, is not a legal action`;
              }
            }
          }
        }
      }),
  },
];
