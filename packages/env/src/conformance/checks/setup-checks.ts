import { z } from 'zod';
import type { Check } from '../check.js';
import { canonical } from '../json.js';
import { overPlays } from '../verdicts.js';

const NO_OPTION = 'noSuchOption';

/** What holds before the first tick. */
export const setupChecks: readonly Check[] = [
  {
    name: 'options',
    promise: 'Options have defaults that parse to themselves, can be listed, and unknown ones are refused.',
    run: ({ scenario }) => {
      const problems: string[] = [];
      const defaults = scenario.options.parse({});
      const again = scenario.options.safeParse(defaults);
      if (!again.success || canonical(again.data) !== canonical(defaults)) {
        problems.push(`the defaults ${JSON.stringify(defaults)} do not parse to themselves`);
      }
      if (scenario.options.safeParse({ ...defaults, [NO_OPTION]: 1 }).success) {
        problems.push('an unknown option is accepted');
      }
      const schema = z.toJSONSchema(scenario.options, { io: 'input', unrepresentable: 'any' });
      const listed = Object.keys(schema.properties ?? {});
      for (const key of Object.keys(defaults)) {
        if (!listed.includes(key)) problems.push(`option ${key} is missing from the schema's properties`);
      }
      return { problems };
    },
  },
  {
    name: 'horizon',
    promise: 'The calibrated horizon is a positive, finite time for every team size.',
    run: ({ scenario }) => {
      const problems: string[] = [];
      const options = scenario.options.parse({});
      const { min, max } = scenario.seats;
      for (let seats = min; seats <= max; seats++) {
        const seconds = scenario.horizonSeconds(seats, options);
        if (Number.isFinite(seconds) && seconds > 0) continue;
        problems.push(`horizonSeconds is ${seconds} for ${seats} seats`);
        break;
      }
      return { problems };
    },
  },
  {
    name: 'creation-order',
    promise: 'Creating a world emits one layout, then bodies, then capabilities, then tasks, before tick 1.',
    run: (subject) =>
      overPlays(subject, function* (play) {
        const order = ['world.layout', 'world.bodyAdded', 'capability.changed', 'task.opened'];
        const steps = play.events.slice(0, play.created).map(({ type }) => order.indexOf(type));
        if (steps.filter((step) => step === 0).length !== 1) yield 'there is not exactly one world.layout';
        if (!steps.includes(1)) yield 'there is no body';
        if (!steps.includes(3)) yield 'there is no task';
        // Other events, such as first measurements, come after the tasks.
        const ranks = steps.map((step) => (step < 0 ? order.length : step));
        const early = ranks.findIndex((rank, i) => rank < (ranks[i - 1] ?? 0));
        if (early >= 0) {
          yield `${play.events[early]?.type} comes after ${play.events[early - 1]?.type}`;
        }
        const late = play.events.slice(play.created).find(({ type }) => type === 'world.layout');
        if (late !== undefined) yield `world.layout is emitted again at tick ${late.tick}`;
      }),
  },
  {
    name: 'one-body-per-seat',
    promise: 'Every seat drives one body, and the bodies of seats enter in seat order.',
    run: (subject) =>
      overPlays(subject, function* (play) {
        const seats = play.events
          .slice(0, play.created)
          .flatMap((event) =>
            event.type === 'world.bodyAdded' && event.kind === 'agent' ? [event.seat] : [],
          );
        const expected = Array.from({ length: play.world.seats }, (_, seat) => seat);
        if (canonical(seats) !== canonical(expected)) yield `the agents' seats are [${seats.join(', ')}]`;
        const bodies = new Set<string>();
        for (const event of play.events) {
          if (event.type !== 'world.bodyAdded') continue;
          if (bodies.has(event.body)) yield `two bodies are called ${event.body}`;
          bodies.add(event.body);
        }
      }),
  },
  {
    name: 'seed-matters',
    promise: 'Another seed gives another world.',
    run: (subject) => {
      const worlds = new Map<number, Map<string, number>>();
      const problems: string[] = [];
      for (const { world, events, created, style } of subject.plays()) {
        if (style !== 'random') continue;
        const seen = worlds.get(world.seats) ?? new Map<string, number>();
        worlds.set(world.seats, seen);
        const text = JSON.stringify(events.slice(0, created));
        const twin = seen.get(text);
        if (twin !== undefined && twin !== world.seed) {
          problems.push(`seeds ${twin} and ${world.seed} give the same world for ${world.seats} seats`);
        }
        seen.set(text, world.seed);
      }
      return { problems };
    },
  },
];
