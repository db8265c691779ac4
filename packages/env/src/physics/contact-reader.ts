import type { FrameContact } from '@quorum/events';
import { RAPIER } from './engine.js';
import type { BodyRecord } from './physics-world.js';

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

  /** The kept contacts between known bodies, ordered by body numbers. */
  read(bodies: readonly BodyRecord[]): FrameContact[] {
    if (this.found.length === 0) return [];
    const numbers = new Map(
      bodies.map((body, index) => [body.handle === null ? null : body.collider, index]),
    );
    const contacts: FrameContact[] = [];
    for (const { colliderA, colliderB, force } of this.found) {
      const a = numbers.get(colliderA);
      const b = numbers.get(colliderB);
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
