/** How fast episodes are played, told to all worker threads at once through shared memory. */
export interface Pace {
  readonly shared: SharedArrayBuffer;
  /** Body seconds per second; null for as fast as it goes. */
  speed: number | null;
  paused: boolean;
  /** Lets paused episodes play one more second of body time. */
  step(): void;
}

const PAUSED = 0;
const THOUSANDTHS = 1;
const STEPS = 2;
/** Between two looks at the shared memory, milliseconds. */
const LOOK_MS = 25;

/** A pace that begins at `speed`. */
export function createPace(speed: number | null): Pace {
  const shared = new SharedArrayBuffer(12);
  const cells = new Int32Array(shared);
  const pace: Pace = {
    shared,
    get speed() {
      const value = Atomics.load(cells, THOUSANDTHS);
      return value === 0 ? null : value / 1000;
    },
    set speed(value) {
      Atomics.store(cells, THOUSANDTHS, value === null ? 0 : Math.max(1, Math.round(value * 1000)));
    },
    get paused() {
      return Atomics.load(cells, PAUSED) === 1;
    },
    set paused(value) {
      Atomics.store(cells, PAUSED, value ? 1 : 0);
    },
    step: () => void Atomics.add(cells, STEPS, 1),
  };
  pace.speed = speed;
  return pace;
}

/**
 * Keeps one episode to the pace: the function is called after each second of body time, and returns when the next one
 * may begin.
 */
export function followPace(shared: SharedArrayBuffer): () => Promise<void> {
  const cells = new Int32Array(shared);
  let steps = Atomics.load(cells, STEPS);
  let last = performance.now();
  return async () => {
    for (;;) {
      const taken = Atomics.load(cells, STEPS);
      if (taken > steps) {
        steps += 1;
        break;
      }
      const speed = Atomics.load(cells, THOUSANDTHS) / 1000;
      const due = speed === 0 ? 0 : last + 1000 / speed;
      if (Atomics.load(cells, PAUSED) === 0 && performance.now() >= due) break;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    last = performance.now();
  };
}
