import { useEffect, useRef, useState } from 'preact/hooks';
import { effect } from '@preact/signals';
import type { Body } from '../../model/bodies.js';
import type { EpisodeModel } from '../../model/episode-model.js';
import type { LoadedEpisode } from '../../model/loaded-episode.js';
import { reducedMotion } from '../data/reduced-motion.js';
import { episodes, selection, time } from '../data/state.js';
import { createWorldScene, type WorldScene } from './world-scene.js';
import { renderer } from './renderer.js';
import { followed, layers } from './layers.js';
import { listenToPointer } from './pointer.js';
import { WorldTools } from './world-tools.js';

/** The world of an episode at the moment shown, with its tools. */
export function WorldPanel({ path }: { path: string }) {
  const holder = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [scene, setScene] = useState<WorldScene | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const redraw = (): void => {
    if (scene !== null) show(scene, episodes.peek().get(path));
  };

  useEffect(() => {
    const [frame, surface] = [holder.current, canvas.current];
    if (frame === null || surface === null) return undefined;
    let stop = (): void => undefined;
    let gone = false;
    createWorldScene(surface, renderer()).then(
      (made) => {
        if (gone) return made.destroy();
        const draw = (): void => show(made, episodes.peek().get(path));
        const observer = new ResizeObserver(() => {
          made.resize(frame.clientWidth, frame.clientHeight);
          draw();
        });
        observer.observe(frame);
        const unwatch = effect(() => show(made, episodes.value.get(path)));
        const select = (body: Body | null): void => choose(episodes.peek().get(path)?.model ?? null, body);
        const unlisten = listenToPointer(surface, made, { redraw: draw, select });
        setScene(made);
        stop = () => {
          observer.disconnect();
          unwatch();
          unlisten();
          setScene(null);
          made.destroy();
        };
      },
      (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      gone = true;
      stop();
    };
  }, [path]);

  return (
    <div class="world-frame">
      <div class="world" ref={holder}>
        <canvas
          ref={canvas}
          role="img"
          aria-label="The world at the moment shown; the panel of details says the same in words"
        />
        {problem === null ? null : <p class="problem">The world cannot be drawn: {problem}</p>}
      </div>
      {scene === null ? null : <WorldTools path={path} scene={scene} redraw={redraw} />}
    </div>
  );
}

function show(scene: WorldScene, episode: LoadedEpisode | undefined): void {
  const now = time.value;
  const chosen = selection.value;
  const shown = { layers: layers.value, followedSeat: followed.value, isStill: reducedMotion.value };
  const model = episode?.model;
  if (episode === undefined || model === null || model === undefined) return;
  const moment = episode.frames.at(model.clock.tickAt(now));
  if (moment === null) return;
  scene.draw({
    ...shown,
    model,
    moment,
    time: now,
    selectedSeat: chosen?.kind === 'seat' ? chosen.seat : null,
    selectedBody: chosen?.kind === 'task' ? (model.tasks.byId.get(chosen.task)?.body ?? null) : null,
  });
}

function choose(model: EpisodeModel | null, body: Body | null): void {
  if (body === null || model === null) selection.value = null;
  else if (body.seat !== null) selection.value = { kind: 'seat', seat: body.seat };
  else {
    const tasks = model.tasks.byBody.get(body.id) ?? [];
    const task = tasks.find(({ constraints }) => constraints.participation.length > 0) ?? tasks[0];
    selection.value = task === undefined ? null : { kind: 'task', task: task.id };
  }
}
