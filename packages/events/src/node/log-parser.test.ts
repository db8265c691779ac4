import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { QuorumEvent } from '../log/events.js';
import { arbitraryLog } from '../testing/arbitrary-log.js';
import { smallLog } from '../testing/small-log.js';
import { createLogParser } from './log-parser.js';
import { parseLog } from './read-log.js';

// Characters of one to four bytes.
const { header, events, text } = smallLog('x\u00e9\u20ac\u{1F600}');
const bytes = Buffer.from(text);
/** Offset just behind each line end. */
const lineEnds = [...bytes.keys()].filter((i) => bytes[i] === 10).map((i) => i + 1);

it('reads what is whole of a log cut at any byte', () => {
  for (let size = 0; size < bytes.length; size++) {
    const whole = lineEnds.filter((end) => end <= size).length;
    const log = parseLog(bytes.subarray(0, size));
    expect(log.header).toEqual(whole > 0 ? header : null);
    expect(log.events).toEqual(events.slice(0, Math.max(0, whole - 1)));
    expect(log.complete).toBe(false);
    const lineStart = lineEnds[whole - 1] ?? 0;
    expect(log.damage).toEqual(
      lineStart === size && size > 0
        ? null
        : {
            line: whole + 1,
            byteOffset: lineStart,
            problem: size === 0 ? 'the file is empty' : 'it is cut off: its line end is missing',
            cut: true,
          },
    );
  }
});

it.each([[true], [false]])('notices a change of any byte (schemas checked: %s)', (validate) => {
  for (let i = 0; i < bytes.length; i++) {
    // Every single bit once, by whichever reader; both at once with all of them.
    for (const mask of validate ? [0x01, 0x80, 0xff] : [0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0xff]) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(i) ^ mask, i);
      const log = parseLog(changed, { validate });
      const what = `byte ${i} with mask ${mask}`;
      expect(log.complete, what).toBe(false);
      expect(log.damage, what).not.toBe(null);
      // Nothing is blamed on the lines before the changed one, and they have been read as they were.
      const line = lineEnds.filter((end) => end <= i).length + 1;
      expect(log.damage?.line, what).toBeGreaterThanOrEqual(line);
      const before = Math.max(0, line - 2);
      expect(log.events.length, what).toBeGreaterThanOrEqual(before);
      expect(log.events.slice(0, before), what).toEqual(events.slice(0, before));
    }
  }
});

it('notices a removed and an inserted byte, wherever', () => {
  for (let i = 0; i <= bytes.length; i++) {
    const [before, after] = [bytes.subarray(0, i), bytes.subarray(i)];
    for (const inserted of [' ', '\n', '0', '"']) {
      expect(parseLog(Buffer.concat([before, Buffer.from(inserted), after])).complete).toBe(false);
    }
    if (i < bytes.length) expect(parseLog(Buffer.concat([before, after.subarray(1)])).complete).toBe(false);
  }
});

it('gives the same however the bytes are divided', () => {
  fc.assert(
    fc.property(arbitraryLog({ maxMoves: 20 }), fc.array(fc.nat(400), { minLength: 1 }), (log, sizes) => {
      const all = Buffer.from(log.text);
      const parser = createLogParser();
      const read: QuorumEvent[] = [];
      // One buffer for all chunks, as a file reader has it.
      const chunk = Buffer.alloc(400);
      for (let i = 0, start = 0; start < all.length; i++) {
        const size = Math.min(sizes[i % sizes.length] ?? 1, all.length - start) || 1;
        all.copy(chunk, 0, start, start + size);
        read.push(...parser.push(chunk.subarray(0, size)));
        start += size;
      }
      parser.end();
      expect(read).toEqual(log.events);
      expect([parser.header, parser.complete]).toEqual([log.header, true]);
    }),
  );
});
