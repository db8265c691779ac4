import { isDeepStrictEqual } from 'node:util';
import type { Graph } from '../../contract/topology.js';
import { seatList } from '../../topologies/graphs.js';
import type { Check, Verdict } from '../check.js';
import { optionCheck } from '../option-check.js';
import { sampleView } from '../sample-view.js';
import type { TopologySubject } from '../topology-subject.js';

/** What every topology promises. */
export const topologyChecks: readonly Check<TopologySubject>[] = [
  optionCheck,
  {
    name: 'refusals',
    promise: 'It fits some team, and says in words why it does not fit another.',
    run({ part, options, sizes }) {
      const answers = sizes.map((seats): unknown => part.refuses?.(seats, options) ?? null);
      const problems = answers.flatMap((answer, i) =>
        answer === null || (typeof answer === 'string' && answer.trim() !== '')
          ? []
          : [`it refuses ${sizes[i]} seats with ${JSON.stringify(answer)}`],
      );
      if (!answers.includes(null)) problems.push(`it refuses every team of ${sizes.join(', ')} seats`);
      return { problems };
    },
  },
  {
    name: 'graph-shape',
    promise: 'It lists, for each seat, other seats of the team, in seat order.',
    run: (subject) => ({
      problems: subject.samples().flatMap(({ name, seats, graph, problem }) => {
        const wrong = graph === null ? `it throws ${problem}` : findMisshape(graph, seats);
        return wrong === null ? [] : [`${name}: ${wrong}`];
      }),
    }),
  },
  {
    name: 'superiors',
    promise:
      'Superiors are above nobody who is above them, and they and their subordinates address each other.',
    run: (subject) =>
      overGraphs(subject, ({ out, parents }, seats) => {
        if (parents === null) return null;
        if (parents.length !== seats) return `there are ${parents.length} superiors for ${seats} seats`;
        const circle = seatList(seats).find((seat) => isAbove(parents, seat));
        if (circle !== undefined) return `seat ${circle} is above itself`;
        const apart = seatList(seats).find((seat) => {
          const above = parents[seat] ?? null;
          return above !== null && !(out[seat]?.includes(above) && out[above]?.includes(seat));
        });
        return apart === undefined ? null : `seat ${apart} and its superior cannot address each other`;
      }),
  },
  {
    name: 'deterministic',
    promise: 'The same view gives the same graph, and the view is left as it was.',
    run(subject) {
      const problems = subject.samples().flatMap(({ name, seats, time, place, graph }) => {
        const options = structuredClone(subject.options);
        const view = sampleView(seats, options, { time, place });
        if (graph === null) return [];
        const again = subject.part.graph(view);
        const changed = isDeepStrictEqual(options, subject.options)
          ? []
          : [`${name}: it changes its options`];
        return isDeepStrictEqual(again, graph) ? changed : [`${name}: two graphs differ`, ...changed];
      });
      return { problems };
    },
  },
  {
    name: 'dynamic',
    promise: 'A topology that is not dynamic gives one graph, whatever the time and wherever the bodies are.',
    run(subject) {
      if (subject.part.dynamic) return { problems: [], skipped: 'it is dynamic' };
      return compare(subject, () => 'it changes, but is not said to be dynamic');
    },
  },
  {
    name: 'traits',
    promise: 'It has the traits that it names, and no other ones.',
    run(subject) {
      const traits = subject.part.traits?.(subject.options) ?? [];
      const says = (trait: (typeof traits)[number]): boolean => traits.includes(trait);
      const named = overGraphs(subject, ({ out, parents }) => {
        if (says('silent') && out.some((to) => to.length > 0)) return 'it is silent, but somebody can speak';
        if (says('hierarchical') && parents === null) return 'it is hierarchical, but names no superiors';
        if (!says('hierarchical') && parents !== null) return 'it names superiors, but is not hierarchical';
        return null;
      });
      if (says('local') || !subject.part.dynamic) return named;
      const moved = compare(subject, (sameTime) =>
        sameTime ? 'it depends on places, but is not local' : null,
      );
      return { problems: [...named.problems, ...moved.problems] };
    },
  },
];

function findMisshape({ out }: Graph, seats: number): string | null {
  if (out.length !== seats) return `it lists ${out.length} seats`;
  for (const [seat, to] of out.entries()) {
    if (to.includes(seat)) return `seat ${seat} may address itself`;
    const strange = to.find((other) => !Number.isInteger(other) || other < 0 || other >= seats);
    if (strange !== undefined) return `seat ${seat} may address ${strange}, which is no seat`;
    if (to.some((other, i) => other <= (to[i - 1] ?? -1)))
      return `neighbours of seat ${seat} are not in seat order`;
  }
  return null;
}

function isAbove(parents: readonly (number | null)[], seat: number): boolean {
  let above = parents[seat] ?? null;
  for (let steps = 0; above !== null && steps <= parents.length; steps++) {
    if (above === seat) return true;
    above = parents[above] ?? null;
  }
  return false;
}

function overGraphs(subject: TopologySubject, find: (graph: Graph, seats: number) => string | null): Verdict {
  const problems = subject.samples().flatMap(({ name, seats, graph }) => {
    const problem = graph === null ? null : find(graph, seats);
    return problem === null ? [] : [`${name}: ${problem}`];
  });
  return { problems };
}

/** Compares each graph with the one of the same team in the first place, at the same time and at the start. */
function compare(subject: TopologySubject, tell: (sameTime: boolean) => string | null): Verdict {
  const samples = subject.samples();
  const problems = samples.flatMap(({ name, seats, time, place, graph }) =>
    [true, false].flatMap((sameTime) => {
      const other = samples.find(
        (one) => one.seats === seats && one.place === 0 && one.time === (sameTime ? time : 0),
      );
      if (graph === null || other?.graph === null || (sameTime && place === 0)) return [];
      const problem = isDeepStrictEqual(graph, other?.graph) ? null : tell(sameTime);
      return problem === null ? [] : [`${name}: ${problem}`];
    }),
  );
  return { problems };
}
