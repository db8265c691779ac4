import type { Play } from '../play.js';

/** What is wrong with the opening and closing of tasks. */
export function* taskProblems(play: Play): Generator<string> {
  const bodies = new Set<string>();
  const opened = new Map<string, string>();
  const closed = new Set<string>();
  for (const event of play.events) {
    switch (event.type) {
      case 'world.bodyAdded':
        bodies.add(event.body);
        break;
      case 'world.bodyRemoved':
        if (!bodies.delete(event.body)) yield `body ${event.body} leaves but is not there`;
        break;
      case 'task.opened':
        if (opened.has(event.task)) yield `task ${event.task} opens twice`;
        if (!bodies.has(event.body)) yield `task ${event.task} opens on ${event.body}, which is not there`;
        if (!Number.isInteger(event.required) || event.required < 1) {
          yield `task ${event.task} needs ${event.required} agents`;
        }
        opened.set(event.task, event.body);
        break;
      case 'task.closed':
        if (!opened.has(event.task)) yield `task ${event.task} closes but never opened`;
        if (closed.has(event.task)) yield `task ${event.task} closes twice`;
        closed.add(event.task);
        break;
      default:
    }
  }
  for (const [task, body] of opened) {
    if (!bodies.has(body) && !closed.has(task)) yield `task ${task} stays open though ${body} has left`;
  }
}
