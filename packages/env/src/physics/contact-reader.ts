import type { FrameContact } from '@quorum/events';
import { RAPIER } from './engine.js';

interface ColliderContact {
  readonly colliderA: number;
  readonly colliderB: number;
  readonly force: number;
}

/**
 * Contact forces of single steps. The event queue is passed on measured steps only and drained at once: a queue left
 * undrained would make the first step after a restore differ.
 */
export class ContactReader {
  private readonly queue = new RAPIER.EventQueue(true);
  private readonly numbers = new Map<number, number>();
  private found: ColliderContact[] = [];
  private readonly scale: number;

  /**
   * Rapier reports force x (n+1)/n for n solver iterations; a test pins the correction.
   * @param solverIterations n
   */
  constructor(solverIterations: number) {
    this.scale = solverIterations / (solverIterations + 1);
  }

  /** Steps the world and keeps the contact forces of this step. */
  step(world: InstanceType<typeof RAPIER.World>): void {
    world.step(this.queue);
    const found: ColliderContact[] = [];
    this.queue.drainContactForceEvents((event) => {
      found.push({
        colliderA: event.collider1(),
        colliderB: event.collider2(),
        force: event.totalForceMagnitude() * this.scale,
      });
    });
    this.found = found;
  }

  /** Lets a collider's contacts be reported under a body number. */
  track(collider: number, body: number): void {
    this.numbers.set(collider, body);
  }

  /** Contacts of this collider are no longer reported. */
  untrack(collider: number): void {
    this.numbers.delete(collider);
  }

  /** The kept contacts between tracked bodies, ordered by body numbers. */
  read(): FrameContact[] {
    const contacts: FrameContact[] = [];
    for (const { colliderA, colliderB, force } of this.found) {
      const a = this.numbers.get(colliderA);
      const b = this.numbers.get(colliderB);
      if (a !== undefined && b !== undefined) {
        contacts.push({ bodyA: Math.min(a, b), bodyB: Math.max(a, b), force });
      }
    }
    return contacts.sort((p, q) => p.bodyA - q.bodyA || p.bodyB - q.bodyB);
  }

  free(): void {
    this.queue.free();
  }
}
