import { planAt } from '../../model/at-time.js';
import type { EpisodeModel } from '../../model/episode-model.js';
import { focused, selection, time } from '../data/state.js';
import { EventPanel } from './event-panel.js';
import { FocusLine } from './focus-line.js';
import { GraphPanel } from './graph-panel.js';
import { SeatPanel } from './seat/seat-panel.js';
import { InteractionPanel } from './interaction-panel.js';
import { LinkPanel } from './link-panel.js';
import { Overview } from './overview.js';
import { StructurePanel } from './structure-panel.js';

/** What was clicked, at the moment shown; the seats and the breaks where nothing was. */
export function SidePanel() {
  const episode = focused.value;
  const model = episode?.model ?? null;
  const chosen = selection.value;
  return (
    <aside class={`side ${chosen === null ? '' : 'of-selection'}`} aria-label="Details">
      <FocusLine />
      {episode === null || model === null ? null : chosen === null ? (
        <Overview model={model} />
      ) : (
        <>
          <button class="back" onClick={() => (selection.value = null)}>
            ← overview
          </button>
          {chosen.kind === 'seat' ? (
            <SeatPanel model={model} frames={episode.frames} seat={chosen.seat} call={chosen.call ?? null} />
          ) : null}
          {chosen.kind === 'task' ? <TaskPanel model={model} task={chosen.task} /> : null}
          {chosen.kind === 'event' ? <EventPanel model={model} seq={chosen.seq} /> : null}
          {chosen.kind === 'graph' ? <GraphPanel model={model} /> : null}
          {chosen.kind === 'structure' ? (
            <StructurePanel path={episode.path} model={model} frames={episode.frames} />
          ) : null}
          {chosen.kind === 'link' ? <LinkPanel model={model} from={chosen.from} to={chosen.to} /> : null}
          {chosen.kind === 'interactions' ? <InteractionPanel model={model} /> : null}
        </>
      )}
    </aside>
  );
}

function TaskPanel({ model, task: id }: { model: EpisodeModel; task: string }) {
  const task = model.tasks.byId.get(id);
  if (task === undefined) return <p>There is no task {id}.</p>;
  const now = time.value;
  const seats = model.lanes
    .filter(({ seat }) => planAt(model, seat, now)?.task === id)
    .map(({ seat }) => seat);
  return (
    <>
      <h2>{id}</h2>
      <p>
        needs {task.required} · worth {task.value} ·{' '}
        {task.closedAt !== null && task.closedAt <= now ? task.outcome : 'open'}
      </p>
      <p>
        {seats.length === 0
          ? 'No agent has a plan for it.'
          : `Agents with a plan for it: ${seats.join(', ')}.`}
      </p>
      <table>
        <tbody>
          {Object.entries(task.constraints).map(([name, degrees]) => {
            const degree = degrees.findLast((each) => each.time <= now);
            return (
              <tr key={name}>
                <th>{name}</th>
                <td>{degree === undefined ? '–' : `${degree.count} of ${degree.required}`}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
