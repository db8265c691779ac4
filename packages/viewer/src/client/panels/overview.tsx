import { presentAt } from '../../model/attendance.js';
import { planAt, stageAt } from '../../model/at-time.js';
import { breaksOf } from '../../model/breaks.js';
import type { EpisodeModel } from '../../model/episode-model.js';
import { actionWords } from '../../model/plain-words.js';
import { planProgress } from '../../model/plan-progress.js';
import type { Task } from '../../model/tasks.js';
import { seek } from '../data/playback.js';
import { selection, time } from '../data/state.js';
import { inkOn, seatColor, STAGE_NAMES } from '../palette.js';
import { PanelButtons } from './panel-buttons.js';

/** Where nothing is selected: what each seat does now, the tasks somebody has a plan for, and all breaks. */
export function Overview({ model }: { model: EpisodeModel }) {
  const breaks = breaksOf(model);
  return (
    <>
      <h2>Agents now</h2>
      <ul class="seats">
        {model.header.team.map(({ agent }, seat) => (
          <li key={seat}>
            <button onClick={() => (selection.value = { kind: 'seat', seat })}>
              <i style={{ background: seatColor(seat), color: inkOn(seatColor(seat)) }}>{seat}</i> {agent}
            </button>{' '}
            {doing(model, seat, time.value)}
          </li>
        ))}
      </ul>
      <PanelButtons />
      <OpenTasks model={model} />
      <h2>Breaks ({breaks.length})</h2>
      <ol class="breaks">
        {breaks.map(({ time: at, seq, text }) => (
          <li key={`${seq} ${text}`}>
            <button onClick={() => goTo(at, seq)}>{(at / 1e6).toFixed(1)} s</button> {text}
          </li>
        ))}
      </ol>
    </>
  );
}

/** `pushing for b6/left with agent 3 (1 of 2 there)`, or the stage of a seat that has no action under way. */
function doing(model: EpisodeModel, seat: number, now: number): string {
  const plan = planAt(model, seat, now);
  const stage = stageAt(model, seat, now)?.stage;
  const task = plan?.task ?? null;
  const action = plan === null ? undefined : planProgress(model, plan, now).find(isRunning)?.action;
  const what =
    stage === 'X' && action !== undefined
      ? actionWords(action)
      : stage === undefined
        ? ''
        : STAGE_NAMES[stage];
  if (task === null) return what;
  const others = model.lanes.map((lane) => lane.seat).filter((each) => each !== seat);
  const partners = others.filter((each) => planAt(model, each, now)?.task === task);
  return `${what} for ${task}${company(partners)}${presence(model.tasks.byId.get(task), now)}`;
}

/** Those with a plan for the same. */
function company(partners: readonly number[]): string {
  if (partners.length === 0) return '';
  return ` with ${partners.length === 1 ? 'agent' : 'agents'} ${partners.join(', ')}`;
}

const isRunning = ({ state }: { readonly state: string }): boolean => state === 'running';

function presence(task: Task | undefined, now: number): string {
  const present = task === undefined ? null : presentAt(task, now);
  return present === null ? '' : ` (${present.count} of ${present.required} there)`;
}

/** Open tasks that somebody has a plan for. */
function OpenTasks({ model }: { model: EpisodeModel }) {
  const now = time.value;
  const tasks = [...model.tasks.byId.values()].filter(
    ({ closedAt, constraints }) =>
      (closedAt === null || closedAt > now) &&
      (constraints.participation.findLast((each) => each.time <= now)?.count ?? 0) > 0,
  );
  if (tasks.length === 0) return null;
  return (
    <>
      <h2>Tasks with a plan ({tasks.length})</h2>
      <p class="actions">
        {tasks.map(({ id }) => (
          <button key={id} onClick={() => (selection.value = { kind: 'task', task: id })}>
            {id}
          </button>
        ))}
      </p>
    </>
  );
}

function goTo(at: number, seq: number): void {
  seek(at);
  selection.value = { kind: 'event', seq };
}
