/** Bytes that grow at their end, without copying all of them each time. */
export class GrowingBytes {
  #buffer = new Uint8Array(65_536);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** All bytes so far; valid until the next change. */
  get bytes(): Uint8Array {
    return this.#buffer.subarray(0, this.#size);
  }

  append(bytes: Uint8Array): void {
    const size = this.#size + bytes.length;
    if (size > this.#buffer.length) {
      const grown = new Uint8Array(Math.max(size, 2 * this.#buffer.length));
      grown.set(this.bytes);
      this.#buffer = grown;
    }
    this.#buffer.set(bytes, this.#size);
    this.#size = size;
  }
}
