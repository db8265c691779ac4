import { useEffect, useRef, useState } from 'preact/hooks';
import { effect } from '@preact/signals';
import type { LoadedEpisode } from '../data/loaded-episode.js';
import { episodes, selection, time } from '../data/state.js';
import { createWorldScene, type WorldScene } from './world-scene.js';
import { hasWebgl } from './has-webgl.js';

/** The world of an episode at the moment shown. Wheel zooms, dragging pans, a click selects. */
export function WorldPanel({ path }: { path: string }) {
  const holder = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    const [frame, surface] = [holder.current, canvas.current];
    if (frame === null || surface === null) return undefined;
    let scene: WorldScene | null = null;
    let stop = (): void => undefined;
    let gone = false;
    createWorldScene(surface, hasWebgl()).then(
      (made) => {
        if (gone) return made.destroy();
        scene = made;
        const fit = (): void => {
          made.resize(frame.clientWidth, frame.clientHeight);
          show(made, episodes.peek().get(path));
        };
        const observer = new ResizeObserver(fit);
        observer.observe(frame);
        const unwatch = effect(() => show(made, episodes.value.get(path)));
        const unlisten = listen(surface, made, path);
        stop = () => {
          observer.disconnect();
          unwatch();
          unlisten();
        };
      },
      (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      gone = true;
      stop();
      scene?.destroy();
    };
  }, [path]);

  return (
    <div class="world" ref={holder}>
      <canvas ref={canvas} aria-label="The world at the moment shown" role="img" />
      {problem === null ? null : <p class="problem">The world cannot be drawn: {problem}</p>}
    </div>
  );
}

function show(scene: WorldScene, episode: LoadedEpisode | undefined): void {
  const now = time.value;
  const chosen = selection.value;
  const model = episode?.model;
  if (episode === undefined || model === null || model === undefined) return;
  const moment = episode.frames.at(model.clock.tickAt(now));
  if (moment === null) return;
  scene.draw({
    model,
    moment,
    time: now,
    selectedSeat: chosen?.kind === 'seat' ? chosen.seat : null,
    selectedBody: chosen?.kind === 'task' ? (model.tasks.byId.get(chosen.task)?.body ?? null) : null,
  });
}

/** Mouse on the world; returns how to stop listening. */
function listen(canvas: HTMLCanvasElement, scene: WorldScene, path: string): () => void {
  let from: { x: number; y: number } | null = null;
  let moved = false;
  const redraw = (): void => show(scene, episodes.peek().get(path));
  const controller = new AbortController();
  const { signal } = controller;
  canvas.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      scene.zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, event.offsetX, event.offsetY);
      redraw();
    },
    { signal, passive: false },
  );
  canvas.addEventListener(
    'pointerdown',
    (event) => {
      from = { x: event.clientX, y: event.clientY };
      moved = false;
    },
    { signal },
  );
  window.addEventListener(
    'pointermove',
    (event) => {
      if (from === null) return;
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
      if (!moved && Math.abs(dx) + Math.abs(dy) < 4) return;
      moved = true;
      from = { x: event.clientX, y: event.clientY };
      scene.pan(dx, dy);
      redraw();
    },
    { signal },
  );
  window.addEventListener('pointerup', () => (from = null), { signal });
  canvas.addEventListener(
    'click',
    (event) => {
      if (!moved) select(scene, path, event.offsetX, event.offsetY);
    },
    { signal },
  );
  return () => controller.abort();
}

function select(scene: WorldScene, path: string, x: number, y: number): void {
  const body = scene.bodyAt(x, y);
  const model = episodes.peek().get(path)?.model;
  if (body === null || model === null || model === undefined) selection.value = null;
  else if (body.seat !== null) selection.value = { kind: 'seat', seat: body.seat };
  else {
    const tasks = model.tasks.byBody.get(body.id) ?? [];
    const task = tasks.find(({ constraints }) => constraints.participation.length > 0) ?? tasks[0];
    selection.value = task === undefined ? null : { kind: 'task', task: task.id };
  }
}
