// Pixi otherwise makes functions of strings, which the page's security policy forbids.
import 'pixi.js/unsafe-eval';
import { Application, Container, Graphics, Text } from 'pixi.js';
import type { FramePose } from '@quorum/events';
import type { Body } from '../../model/bodies.js';
import type { EpisodeModel } from '../../model/episode-model.js';
import type { Moment } from '../../model/frame-track.js';
import { bubblesAt, pathAt, ringAt } from '../../model/at-time.js';
import { INK, seatColor } from '../palette.js';
import { createBubbles, type Bubbles } from './bubbles.js';
import { drawFloor } from './draw-floor.js';
import { projection, type Projection } from './projection.js';

/** What is drawn at one moment. */
export interface WorldMoment {
  readonly model: EpisodeModel;
  readonly moment: Moment;
  /** Virtual microseconds. */
  readonly time: number;
  readonly selectedSeat: number | null;
  readonly selectedBody: string | null;
}

/** A picture of a world that can be drawn again and again. */
export interface WorldScene {
  draw(what: WorldMoment): void;
  resize(width: number, height: number): void;
  /** Body at a point of the canvas, or null. */
  bodyAt(x: number, y: number): Body | null;
  zoom(factor: number, x: number, y: number): void;
  pan(dx: number, dy: number): void;
  destroy(): void;
}

interface Sprite {
  readonly body: Body;
  readonly shape: Graphics;
  readonly label: Text;
}

const RING_WIDTH_METERS = 0.12;
const ARROW_WIDTH_METERS = 0.13;
/** Length of the arrow of a force of one agent. */
const METERS_PER_NEWTON = 0.02;

/** Starts Pixi on a canvas: WebGL, or the canvas renderer where there is none. */
export async function createWorldScene(canvas: HTMLCanvasElement, webgl: boolean): Promise<WorldScene> {
  const app = new Application();
  await app.init({
    canvas,
    background: '#ffffff',
    antialias: true,
    autoStart: false,
    preference: webgl ? 'webgl' : 'canvas',
    resolution: Math.min(2, window.devicePixelRatio),
    autoDensity: true,
  });
  const view = new Container();
  const floor = new Graphics();
  const paths = new Graphics();
  const bodies = new Container();
  const overlay = new Graphics();
  const bubbles: Bubbles = createBubbles();
  view.addChild(floor, paths, bodies, overlay, bubbles.container);
  app.stage.addChild(view);

  let sprites: Sprite[] = [];
  let drawn: EpisodeModel | null = null;
  let scale: Projection | null = null;
  let size = { width: 1, height: 1 };
  let places = new Map<number, FramePose>();

  const fit = (model: EpisodeModel): void => {
    const arena = model.layout?.arena ?? { width: 1, height: 1 };
    scale = projection(arena, size);
    drawFloor(floor, model.layout, scale);
    bodies.removeChildren().forEach((child) => child.destroy({ children: true }));
    sprites = [];
    drawn = model;
  };

  return {
    draw({ model, moment, time, selectedSeat, selectedBody }) {
      if (model !== drawn || scale === null) fit(model);
      if (scale === null) return;
      const at = scale;
      for (const body of model.bodies.all.slice(sprites.length)) sprites.push(addSprite(bodies, body, at));
      places = new Map(mixPoses(moment).map((pose) => [pose.body, pose]));
      overlay.clear();
      paths.clear();
      for (const { body, shape, label } of sprites) {
        const pose = places.get(body.number);
        shape.visible = label.visible = pose !== undefined;
        if (pose === undefined) continue;
        const { x, y } = at.toPixels(pose);
        shape.position.set(x, y);
        shape.rotation = -pose.angle;
        label.position.set(x, y);
        const selected = body.seat !== null ? body.seat === selectedSeat : body.id === selectedBody;
        if (selected) drawHalo(overlay, body, at, x, y);
        if (body.weight !== null) drawRing(overlay, ringAt(model, body.id, time), body, at, { x, y });
        if (body.seat !== null) drawPath(paths, pathAt(model, body.seat, time), body.seat, at, { x, y });
      }
      for (const { bodyA, bodyB, force } of moment.before.contacts) {
        const [from, to] = [places.get(bodyA), places.get(bodyB)];
        const agent = model.bodies.all[bodyA]?.kind === 'agent' ? from : to;
        const other = agent === from ? to : from;
        const weighty = model.bodies.all[agent === from ? bodyB : bodyA]?.weight ?? null;
        if (agent !== undefined && other !== undefined && weighty !== null)
          drawForce(overlay, agent, other, force, at);
      }
      bubbles.draw(bubblesAt(model, time), (seat) => {
        const body = model.bodies.all.find((each) => each.seat === seat);
        const pose = body === undefined ? undefined : places.get(body.number);
        return pose === undefined ? null : at.toPixels(pose);
      });
      app.renderer.render(app.stage);
    },
    resize(width, height) {
      size = { width, height };
      app.renderer.resize(width, height);
      view.scale.set(1);
      view.position.set(0, 0);
      drawn = null;
    },
    bodyAt(x, y) {
      if (scale === null || drawn === null) return null;
      const local = { x: (x - view.x) / view.scale.x, y: (y - view.y) / view.scale.y };
      const point = scale.toMeters(local);
      const hits = drawn.bodies.all.filter((body) => {
        const pose = places.get(body.number);
        return pose !== undefined && covers(body, pose, point);
      });
      return hits.find(({ kind }) => kind === 'agent') ?? hits[0] ?? null;
    },
    zoom(factor, x, y) {
      const next = Math.min(8, Math.max(1, view.scale.x * factor));
      const real = next / view.scale.x;
      view.position.set(x - (x - view.x) * real, y - (y - view.y) * real);
      view.scale.set(next);
      if (next === 1) view.position.set(0, 0);
    },
    pan(dx, dy) {
      if (view.scale.x > 1) view.position.set(view.x + dx, view.y + dy);
    },
    destroy: () => app.destroy(),
  };
}

function addSprite(parent: Container, body: Body, at: Projection): Sprite {
  const shape = new Graphics();
  if (body.shape.kind === 'disc') {
    shape.circle(0, 0, body.shape.radius * at.pixelsPerMeter).fill(seatColor(body.seat ?? 0));
    shape.stroke({ color: INK, width: 1 });
  } else {
    const width = body.shape.width * at.pixelsPerMeter;
    const height = body.shape.height * at.pixelsPerMeter;
    shape
      .rect(-width / 2, -height / 2, width, height)
      .fill('#e8dcc6')
      .stroke({ color: '#8a7450', width: 1.5 });
  }
  const agent = body.seat !== null;
  const label = new Text({
    text: agent ? `${body.seat}` : body.weight === null ? body.id : `${body.id} · ${body.weight}`,
    style: {
      fontFamily: 'system-ui, sans-serif',
      fontSize: Math.max(7, Math.min(13, at.pixelsPerMeter * 0.4)),
      fontWeight: agent ? 'bold' : 'normal',
      fill: agent ? '#ffffff' : INK,
    },
    resolution: 2,
  });
  label.anchor.set(0.5);
  parent.addChild(shape, label);
  return { body, shape, label };
}

function radiusOf({ shape }: Body): number {
  return shape.kind === 'disc' ? shape.radius : Math.min(shape.width, shape.height) / 2;
}

function drawHalo(into: Graphics, body: Body, at: Projection, x: number, y: number): void {
  into.circle(x, y, (radiusOf(body) + 0.2) * at.pixelsPerMeter).stroke({ color: '#111827', width: 2 });
}

/** A ring that fills with the share of the force that is needed. */
function drawRing(
  into: Graphics,
  share: number | null,
  body: Body,
  at: Projection,
  { x, y }: { readonly x: number; readonly y: number },
): void {
  if (share === null || share <= 0) return;
  const radius = radiusOf(body) * 0.72 * at.pixelsPerMeter;
  const start = -Math.PI / 2;
  const end = start + 2 * Math.PI * Math.min(1, share);
  into.moveTo(x + radius * Math.cos(start), y + radius * Math.sin(start));
  into.arc(x, y, radius, start, end);
  into.stroke({ color: share >= 1 ? '#1a7f37' : '#b45309', width: RING_WIDTH_METERS * at.pixelsPerMeter });
}

function drawPath(
  into: Graphics,
  points: readonly (readonly [number, number])[],
  seat: number,
  at: Projection,
  from: { readonly x: number; readonly y: number },
): void {
  if (points.length === 0) return;
  into.moveTo(from.x, from.y);
  for (const [x, y] of points) {
    const next = at.toPixels({ x, y });
    into.lineTo(next.x, next.y);
  }
  into.stroke({ color: seatColor(seat), width: 2, alpha: 0.45 });
}

function drawForce(into: Graphics, agent: FramePose, other: FramePose, force: number, at: Projection): void {
  const dx = other.x - agent.x;
  const dy = other.y - agent.y;
  const length = Math.hypot(dx, dy) || 1;
  const reach = Math.min(1.5, force * METERS_PER_NEWTON);
  if (reach < 0.02) return;
  // Blocks are pushed square to a face: the greater part of the way between the centres.
  const along = Math.abs(dx) > Math.abs(dy) ? { x: Math.sign(dx), y: 0 } : { x: 0, y: Math.sign(dy) };
  const unit = length < 0.01 ? { x: 0, y: 0 } : along;
  const tail = at.toPixels(agent);
  const head = at.toPixels({ x: agent.x + unit.x * (0.3 + reach), y: agent.y + unit.y * (0.3 + reach) });
  const width = ARROW_WIDTH_METERS * at.pixelsPerMeter;
  const side = { x: -unit.y * width, y: -unit.x * width };
  const back = { x: head.x - unit.x * 1.5 * width, y: head.y + unit.y * 1.5 * width };
  into
    .moveTo(tail.x, tail.y)
    .lineTo(head.x, head.y)
    .stroke({ color: '#b91c1c', width: width / 2 });
  into
    .poly([head.x, head.y, back.x + side.x, back.y + side.y, back.x - side.x, back.y - side.y])
    .fill('#b91c1c');
}

function mixPoses({ before, after, share }: Moment): FramePose[] {
  const later = new Map(after.poses.map((pose) => [pose.body, pose]));
  return before.poses.map((pose) => {
    const next = later.get(pose.body);
    if (next === undefined) return pose;
    const turn = ((next.angle - pose.angle + 3 * Math.PI) % (2 * Math.PI)) - Math.PI;
    return {
      body: pose.body,
      x: pose.x + (next.x - pose.x) * share,
      y: pose.y + (next.y - pose.y) * share,
      angle: pose.angle + turn * share,
    };
  });
}

function covers({ shape }: Body, pose: FramePose, point: { x: number; y: number }): boolean {
  const dx = point.x - pose.x;
  const dy = point.y - pose.y;
  if (shape.kind === 'disc') return Math.hypot(dx, dy) <= shape.radius * 1.3;
  const [cos, sin] = [Math.cos(pose.angle), Math.sin(pose.angle)];
  return (
    Math.abs(dx * cos + dy * sin) <= shape.width / 2 && Math.abs(dy * cos - dx * sin) <= shape.height / 2
  );
}
