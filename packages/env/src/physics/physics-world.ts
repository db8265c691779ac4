import { QuorumError, type FrameContact, type Rect } from '@quorum/events';
import { addAgentBody, addBlockBody, addBarrier, type AgentShape, type BlockShape } from './bodies.js';
import { ContactReader } from './contact-reader.js';
import { frictionNewtons, LOCKED_NEWTONS, TICK_SECONDS } from './constants.js';
import { RAPIER } from './engine.js';
import { FENCE_GROUPS, WALL_GROUPS } from './groups.js';

/** What the world remembers of one body. Plain JSON: Rapier objects are never kept, only handles. */
export interface BodyRecord {
  /** Rapier handle; null once removed. */
  handle: number | null;
  readonly collider: number;
  /** Blocks: handles of the hidden bodies that friction holds, one for each axis. */
  readonly carriages: readonly number[];
  /** Blocks: handles of the two friction joints. */
  readonly joints: readonly number[];
}

/** Saved form of a world. */
export interface PhysicsState {
  readonly engine: Uint8Array;
  readonly bodies: readonly BodyRecord[];
}

/** Bodies that one world can hold. */
const MOST_BODIES = 1024;

// One vector in engine memory, reused: allocating one per call costs more than the call.
const forceVector = RAPIER.VectorOps.intoRaw({ x: 0, y: 0 }) as { x: number; y: number };

/**
 * A top-down world with ground friction: agents are discs, blocks are boxes, nothing rotates.
 *
 * Bodies are numbered in the order they were added and read from arrays that are refreshed once per step, so that a
 * removed body cannot be read (its numbers are NaN) and reading costs no engine call. `free()` returns the memory.
 */
export class PhysicsWorld {
  /** Positions and velocities by body number, metres and metres per second, as of the last step. */
  readonly x = new Float64Array(MOST_BODIES);
  readonly y = new Float64Array(MOST_BODIES);
  readonly vx = new Float64Array(MOST_BODIES);
  readonly vy = new Float64Array(MOST_BODIES);
  private readonly live: number[] = [];
  private readonly driven: boolean[] = [];
  private readonly scratch = new Float32Array(2);
  private readonly contacts: ContactReader;

  private constructor(
    private readonly world: InstanceType<typeof RAPIER.World>,
    private readonly bodies: BodyRecord[],
  ) {
    this.contacts = new ContactReader(world.integrationParameters.numSolverIterations);
    this.bodies.forEach((body, index) => this.track(body, index));
  }

  /** An empty world. */
  static create(): PhysicsWorld {
    const world = new RAPIER.World({ x: 0, y: 0 });
    world.timestep = TICK_SECONDS;
    world.createRigidBody(RAPIER.RigidBodyDesc.fixed());
    return new PhysicsWorld(world, []);
  }

  /** Continues a saved world bit for bit. */
  static restore(state: PhysicsState): PhysicsWorld {
    const world = RAPIER.World.restoreSnapshot(state.engine);
    return new PhysicsWorld(world, structuredClone(state.bodies) as BodyRecord[]);
  }

  save(): PhysicsState {
    return { engine: this.world.takeSnapshot(), bodies: structuredClone(this.bodies) };
  }

  free(): void {
    this.contacts.free();
    this.world.free();
  }

  /** A solid rectangle. `fence` stops agents only. */
  addBarrier(rect: Rect, kind: 'wall' | 'fence'): void {
    addBarrier(this.world, rect, kind === 'wall' ? WALL_GROUPS : FENCE_GROUPS);
  }

  /** Adds a disc that can be driven; returns its number. */
  addAgent(shape: AgentShape): number {
    return this.add(addAgentBody(this.world, shape));
  }

  /** Adds a box that rests on the ground with friction; returns its number. */
  addBlock(shape: BlockShape): number {
    return this.add(addBlockBody(this.world, shape));
  }

  /** Takes a body out. Its numbers become NaN. */
  remove(index: number): void {
    const body = this.bodies[index];
    if (!body || body.handle === null) return;
    for (const handle of [body.handle, ...body.carriages]) {
      const rigid = handle === null ? null : this.world.getRigidBody(handle);
      if (rigid) this.world.removeRigidBody(rigid);
    }
    body.handle = null;
    this.contacts.untrack(body.collider);
    this.live.splice(this.live.indexOf(index), 1);
    this.x[index] = this.y[index] = this.vx[index] = this.vy[index] = NaN;
  }

  /** True while the body is in the world. */
  has(index: number): boolean {
    return typeof this.bodies[index]?.handle === 'number';
  }

  /** Holds a block in place whatever pushes it, or lets it go again. */
  setLocked(index: number, weight: number, locked: boolean): void {
    if (!this.has(index)) return;
    const cap = locked ? LOCKED_NEWTONS : frictionNewtons(weight);
    for (const handle of this.bodies[index]?.joints ?? []) {
      (
        this.world.impulseJoints.get(handle) as InstanceType<typeof RAPIER.PrismaticImpulseJoint>
      ).setMotorMaxForce(cap);
    }
  }

  /** Sets the force on a driven body for the coming step, newtons. */
  drive(index: number, forceX: number, forceY: number): void {
    const handle = this.bodies[index]?.handle;
    if (typeof handle !== 'number') return;
    const idle = forceX === 0 && forceY === 0;
    // A resting body that stays unforced is left alone, so that it can fall asleep.
    if (idle && !this.driven[index]) return;
    const raw = this.world.bodies.raw;
    raw.rbResetForces(handle, false);
    if (!idle) {
      forceVector.x = forceX;
      forceVector.y = forceY;
      raw.rbAddForce(handle, forceVector as never, true);
    }
    this.driven[index] = !idle;
  }

  /** One tick. With `measure` the contact forces of this step are kept for `contactForces`. */
  step(measure: boolean): void {
    if (measure) this.contacts.step(this.world);
    else this.world.step();
    for (const index of this.live) this.read(index);
  }

  /** Contacts of the last measured step, by body number, newtons, in order of body numbers. */
  contactForces(): readonly FrameContact[] {
    return this.contacts.read();
  }

  /** Poses and velocities of the bodies in the world, in body order: what a state hash covers. */
  numbers(): number[] {
    return this.live.flatMap((i) => [
      this.x[i] ?? NaN,
      this.y[i] ?? NaN,
      this.vx[i] ?? NaN,
      this.vy[i] ?? NaN,
    ]);
  }

  /** Bodies added so far, removed ones included. */
  get count(): number {
    return this.bodies.length;
  }

  private add(body: BodyRecord): number {
    if (this.bodies.length === MOST_BODIES)
      throw new RangeError(`a world holds at most ${MOST_BODIES} bodies`);
    this.bodies.push(body);
    this.track(body, this.bodies.length - 1);
    return this.bodies.length - 1;
  }

  private track(body: BodyRecord, index: number): void {
    this.driven[index] = true;
    this.x[index] = this.y[index] = this.vx[index] = this.vy[index] = NaN;
    if (body.handle === null) return;
    this.live.push(index);
    this.contacts.track(body.collider, index);
    this.read(index);
  }

  private read(index: number): void {
    const handle = this.bodies[index]?.handle;
    if (typeof handle !== 'number')
      throw new QuorumError('INTERNAL', `Body ${index} is read after its removal.`);
    const raw = this.world.bodies.raw;
    // What sleeps has not moved since it was last read.
    if (this.vx[index] === 0 && this.vy[index] === 0 && raw.rbIsSleeping(handle)) return;
    raw.rbTranslation(handle, this.scratch);
    this.x[index] = this.scratch[0] ?? NaN;
    this.y[index] = this.scratch[1] ?? NaN;
    raw.rbLinvel(handle, this.scratch);
    this.vx[index] = this.scratch[0] ?? NaN;
    this.vy[index] = this.scratch[1] ?? NaN;
  }
}
