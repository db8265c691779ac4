import { topologies } from '../../topologies/topologies.js';
import type { Check, Verdict } from '../check.js';
import { optionCheck } from '../option-check.js';
import type { Loss, ProtocolSubject } from '../protocol-subject.js';
import type { Rehearsal } from '../rehearsal.js';
import type { StepInput } from '../watched-step.js';

type ProtocolCheck = Check<ProtocolSubject>;

/** What every protocol promises. */
export const protocolChecks: readonly ProtocolCheck[] = [
  optionCheck,
  {
    name: 'roles',
    promise: 'Every seat has a role, whatever the size of the team.',
    run(subject) {
      const problems = subject.sizes().flatMap((seats) => {
        const roles = subject.part.roles({ seats, options: subject.options, graph: subject.graph(seats) });
        if (roles.length !== seats) return [`${roles.length} roles for ${seats} seats`];
        return roles.some((role) => role.trim() === '') ? [`an empty role among ${seats} seats`] : [];
      });
      return { problems };
    },
  },
  {
    name: 'refusals',
    promise: 'It goes with some topology, and says in words why it does not go with another.',
    run({ part, channel, topology, topologyOptions }) {
      const problems = topologies.flatMap((one) => {
        const answer: unknown = part.refuses(one, channel, one.options.parse({}));
        if (answer === null || (typeof answer === 'string' && answer.trim() !== '')) return [];
        return [`it refuses topology ${one.name} with ${JSON.stringify(answer) ?? 'nothing'}`];
      });
      const refusal = part.refuses(topology, channel, topologyOptions);
      if (refusal !== null && refusal.trim() !== '') problems.push(`it refuses ${topology.name}: ${refusal}`);
      return { problems };
    },
  },
  fromFaults('no-exceptions', 'It never throws.'),
  fromFaults('json-state', 'Its state is plain JSON: it survives being written down and read again.'),
  fromFaults('no-mutation', 'It leaves the state, event, view and setup that it is given as they were.'),
  {
    name: 'deterministic',
    promise: 'The same state, event and view give the same step, whatever happened before.',
    run: (subject) => ({
      problems: subject.rehearsals().flatMap(({ rehearsal }) => {
        const problem = findDifference(subject, rehearsal);
        return problem === null ? [] : [`${rehearsal.script.name}: ${problem}`];
      }),
    }),
  },
  fromFaults('free-seats', 'It activates only seats of the team that are not thinking, each once.'),
  fromFaults('addressees', 'Seats may address only neighbours, each once.'),
  fromFaults('commands', 'Seats plan only for others that have no plan and do not think.'),
  fromFaults('causes', 'Activations follow from events that it was told of.'),
  fromFaults('timeouts', 'Timeouts are set to whole microseconds.'),
  fromFaults('everybody-plans', 'Every seat without a plan gets to plan.', ['nothing']),
  {
    name: 'survives-loss',
    promise: 'Every seat without a plan gets to plan although messages are lost.',
    run(subject) {
      const isSound = faults(subject, 'everybody-plans', ['nothing']).problems.length === 0;
      return faults(subject, 'everybody-plans', isSound ? ['everything', 'something'] : ['everything']);
    },
  },
  fromFaults('ends', 'At one instant it calls for finitely many activations.'),
  {
    name: 'wakes',
    promise: 'Whoever is woken while it carries out a plan gets an activation to repair.',
    run: (subject) => ({
      problems: subject.rehearsals().flatMap(({ rehearsal: { script, moves } }) => {
        if (script.planMicros(0, 0) !== null) return [];
        return moves.flatMap((move, i) => {
          if (move.kind !== 'woken' || !move.idle) return [];
          const next = moves.findIndex(({ kind }, j) => j > i && kind === 'woken');
          const reaction = moves.slice(i, next < 0 ? undefined : next);
          const isHeard = reaction.some((one) => one.kind === 'activated' && one.purpose === 'repair');
          return isHeard ? [] : [`${script.name}: nobody thinks again when seat ${move.seat} is woken`];
        });
      }),
    }),
  },
];

function fromFaults(name: string, promise: string, losses?: readonly Loss[]): ProtocolCheck {
  return { name, promise, run: (subject) => faults(subject, name, losses) };
}

function faults(subject: ProtocolSubject, name: string, losses?: readonly Loss[]): Verdict {
  const problems = subject
    .rehearsals()
    .filter(({ loss }) => losses?.includes(loss) ?? true)
    .flatMap(({ rehearsal }) =>
      rehearsal.faults
        .filter(({ check }) => check === name)
        .map(({ problem }) => `${rehearsal.script.name}: ${problem}`),
    );
  return { problems };
}

/** Takes every step again, the last one first, so that nothing remembered from before can help. */
function findDifference(
  { part }: ProtocolSubject,
  { transitions, faults: broken }: Rehearsal,
): string | null {
  // A state that cannot be written down cannot be given again.
  if (broken.some(({ check }) => check === 'json-state')) return null;
  for (const { given, returned } of transitions.toReversed()) {
    const { state, event, view, setup } = JSON.parse(given) as StepInput;
    const again = JSON.stringify(part.step(state, event, view, setup));
    if (again !== returned) return `two steps after the same event '${event.kind}' differ`;
  }
  return null;
}
