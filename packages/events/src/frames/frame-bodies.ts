/** Quantised poses of the bodies present, by body number: what one frame leaves to the next. */
export class FrameBodies {
  #capacity = 64;
  present = new Uint8Array(this.#capacity);
  x = new Uint16Array(this.#capacity);
  y = new Uint16Array(this.#capacity);
  angle = new Uint16Array(this.#capacity);
  /** One more than the highest body number so far. */
  size = 0;

  /** Makes room for `body`. */
  reach(body: number): void {
    if (body < this.size) return;
    this.size = body + 1;
    if (this.size <= this.#capacity) return;
    while (this.#capacity < this.size) this.#capacity *= 2;
    this.present = grown(this.present, new Uint8Array(this.#capacity));
    this.x = grown(this.x, new Uint16Array(this.#capacity));
    this.y = grown(this.y, new Uint16Array(this.#capacity));
    this.angle = grown(this.angle, new Uint16Array(this.#capacity));
  }
}

function grown<T extends Uint8Array | Uint16Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
