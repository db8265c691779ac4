// Pixi otherwise makes functions of strings, which the page's security policy forbids.
import 'pixi.js/unsafe-eval';
import { Application, Container, Graphics } from 'pixi.js';
import type { FramePose } from '@quorum/events';
import { bubblesAt, pathAt, ringAt } from '../../model/at-time.js';
import type { Body } from '../../model/bodies.js';
import { presentAtBody } from '../../model/attendance.js';
import type { EpisodeModel } from '../../model/episode-model.js';
import type { Moment } from '../../model/frame-track.js';
import { remainingPath } from '../../model/remaining-path.js';
import { sightMeters } from '../../model/sight.js';
import { createBubbles, type Bubbles } from './bubbles.js';
import { centre, isNearMiddle, pan, toCanvas, WHOLE, zoom } from './camera.js';
import { drawFloor, FLOOR_COLOR } from './draw-floor.js';
import { drawForce, drawHalo, drawPath, drawRing, drawSight } from './draw-marks.js';
import { useFewTextures } from './few-textures.js';
import type { Layers } from './layers.js';
import { covers, posesAt } from '../../model/poses.js';
import { projection, type Projection } from './projection.js';
import { hasGraphicsCard, type Renderer } from './renderer.js';
import { addSprite, relabel, type Sprite } from './sprites.js';

/** What is drawn at one moment. */
export interface WorldMoment {
  readonly model: EpisodeModel;
  readonly moment: Moment;
  /** Virtual microseconds. */
  readonly time: number;
  readonly selectedSeat: number | null;
  readonly selectedBody: string | null;
  readonly layers: Layers;
  /** Kept in the middle. */
  readonly followedSeat: number | null;
  /** Nothing glides or fades. */
  readonly isStill: boolean;
}

/** A picture of a world that can be drawn again and again. */
export interface WorldScene {
  draw(what: WorldMoment): void;
  resize(width: number, height: number): void;
  /** Body at a point of the canvas, or null. */
  bodyAt(x: number, y: number): Body | null;
  /** Zooms about a point of the canvas; about its middle where none is given. */
  zoom(factor: number, x?: number, y?: number): void;
  pan(dx: number, dy: number): void;
  /** Shows the whole world. */
  reset(): void;
  destroy(): void;
}

useFewTextures();

/** Starts Pixi on a canvas. */
export async function createWorldScene(canvas: HTMLCanvasElement, renderer: Renderer): Promise<WorldScene> {
  const app = new Application();
  await app.init({
    canvas,
    background: FLOOR_COLOR,
    // Without a graphics card, smooth edges take half of the time.
    antialias: hasGraphicsCard(),
    autoStart: false,
    preference: renderer,
    resolution: Math.min(2, window.devicePixelRatio),
    autoDensity: true,
  });
  const stage = new Container();
  const floor = new Graphics();
  const ground = new Graphics();
  const bodies = new Container();
  const overlay = new Graphics();
  const bubbles: Bubbles = createBubbles();
  stage.addChild(floor, ground, bodies, overlay);
  // Words keep their size, however large the world is shown.
  app.stage.addChild(stage, bubbles.container);

  let sprites: Sprite[] = [];
  let drawn: EpisodeModel | null = null;
  let scale: Projection | null = null;
  let size = { width: 1, height: 1 };
  let view = WHOLE;
  let places = new Map<number, FramePose>();

  const fit = (model: EpisodeModel): Projection => {
    const made = projection(model.layout?.arena ?? { width: 1, height: 1 }, size);
    drawFloor(floor, model.layout, made);
    bodies.removeChildren().forEach((child) => child.destroy({ children: true }));
    sprites = [];
    drawn = model;
    return made;
  };

  return {
    draw({ model, moment, time, selectedSeat, selectedBody, layers, followedSeat, isStill }) {
      const at = model !== drawn || scale === null ? fit(model) : scale;
      scale = at;
      for (const body of model.bodies.all.slice(sprites.length)) sprites.push(addSprite(bodies, body, at));
      places = posesAt(moment, isStill);
      const sight = layers.sight ? sightMeters(model.header) : null;
      overlay.clear();
      ground.clear();
      for (const sprite of sprites) {
        const { body, shape, label } = sprite;
        const { seat, weight } = body;
        const pose = places.get(body.number);
        shape.visible = pose !== undefined;
        label.visible = pose !== undefined && layers.labels;
        if (pose === undefined) continue;
        const place = at.toPixels(pose);
        shape.position.copyFrom(place);
        shape.rotation = -pose.angle;
        label.position.copyFrom(place);
        if (weight !== null) relabel(sprite, presentAtBody(model, body.id, time));
        const isSelected = seat !== null ? seat === selectedSeat : body.id === selectedBody;
        if (isSelected) drawHalo(overlay, body, at, place);
        if (weight !== null && layers.forces)
          drawRing(overlay, ringAt(model, body.id, time), body, at, place);
        if (seat === null) continue;
        if (sight !== null) drawSight(ground, { seat, meters: sight, isSelected }, at, place);
        if (layers.paths) {
          drawPath(ground, remainingPath(pathAt(model, seat, time), pose.x, pose.y), seat, at, place);
        }
        if (seat !== followedSeat) continue;
        if (!isStill || !isNearMiddle(view, place, size)) view = centre(view, place, size);
      }
      for (const { bodyA, bodyB, force } of layers.forces ? moment.before.contacts : []) {
        const [one, other] = [model.bodies.all[bodyA], model.bodies.all[bodyB]];
        const [agent, block] = one?.kind === 'agent' ? [one, other] : [other, one];
        if (agent?.kind !== 'agent' || block?.kind !== 'block') continue;
        const [from, to] = [places.get(agent.number), places.get(block.number)];
        if (from !== undefined && to !== undefined) drawForce(overlay, from, to, force, at);
      }
      bubbles.draw(layers.bubbles ? bubblesAt(model, time) : [], { isStill, canvas: size }, (seat) => {
        const body = model.bodies.all.find((each) => each.seat === seat);
        const pose = body === undefined ? undefined : places.get(body.number);
        return pose === undefined ? null : toCanvas(view, at.toPixels(pose));
      });
      stage.position.copyFrom(view);
      stage.scale.set(view.scale);
      // A finger moves the page where it cannot move the world.
      canvas.style.touchAction = view.scale === 1 ? 'pan-y' : 'none';
      app.renderer.render(app.stage);
    },
    resize(width, height) {
      size = { width, height };
      app.renderer.resize(width, height);
      // Not black until there is something to show.
      if (drawn === null) app.renderer.render(app.stage);
      view = WHOLE;
      drawn = null;
    },
    bodyAt(x, y) {
      if (scale === null || drawn === null) return null;
      const point = scale.toMeters({ x: (x - view.x) / view.scale, y: (y - view.y) / view.scale });
      const hits = drawn.bodies.all.filter((body) => {
        const pose = places.get(body.number);
        return pose !== undefined && covers(body, pose, point);
      });
      return hits.find(({ kind }) => kind === 'agent') ?? hits[0] ?? null;
    },
    zoom(factor, x = size.width / 2, y = size.height / 2) {
      view = zoom(view, factor, { x, y });
    },
    pan(dx, dy) {
      view = pan(view, dx, dy);
    },
    reset() {
      view = WHOLE;
    },
    destroy: () => app.destroy(),
  };
}
