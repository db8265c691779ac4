import { createRng } from '@quorum/env';

/** Value types of GGUF metadata (ggml's `gguf.md`, version 3). */
const UINT32 = 4;
const INT32 = 5;
const FLOAT32 = 6;
const STRING = 8;
const ARRAY = 9;

const ALIGNMENT = 32;
const WIDTH = 64;
const LAYERS = 1;
const HEADS = 4;
const FEED_FORWARD = 128;
const CONTEXT = 16_384;
/** One token per byte after the three special ones: every text can be read and written. */
const SPECIAL = ['<unk>', '<s>', '</s>'];
const VOCABULARY = SPECIAL.length + 256;

interface Tensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly norm: boolean;
}

/**
 * A language model in the GGUF format that says nothing sensible: one layer of the llama architecture with random
 * weights and one token per byte, 300 kB. It takes the way of a real local model from file to answer.
 */
export function tinyGguf(seed = 1): Uint8Array {
  const tensors = tensorList();
  const header: Buffer[] = [
    Buffer.from('GGUF'),
    u32(3),
    u64(tensors.length),
    u64(metadata().length),
    ...metadata(),
  ];
  let offset = 0;
  for (const { name, shape } of tensors) {
    const dimensions = shape.map((size) => u64(size));
    header.push(text(name), u32(shape.length), ...dimensions, u32(0), u64(offset));
    offset += padded(4 * count(shape));
  }
  const head = Buffer.concat(header);
  const rng = createRng(seed, 'tiny-gguf');
  const data = tensors.map(({ shape, norm }) => {
    const values = Float32Array.from({ length: count(shape) }, () => (norm ? 1 : rng.normal() * 0.1));
    return pad(Buffer.from(values.buffer));
  });
  return Buffer.concat([pad(head), ...data]);
}

function tensorList(): Tensor[] {
  const matrix = (name: string, ...shape: number[]): Tensor => ({ name, shape, norm: false });
  const norm = (name: string): Tensor => ({ name, shape: [WIDTH], norm: true });
  const layers = Array.from({ length: LAYERS }, (_, i) => [
    norm(`blk.${i}.attn_norm.weight`),
    ...['q', 'k', 'v', 'output'].map((part) => matrix(`blk.${i}.attn_${part}.weight`, WIDTH, WIDTH)),
    norm(`blk.${i}.ffn_norm.weight`),
    matrix(`blk.${i}.ffn_gate.weight`, WIDTH, FEED_FORWARD),
    matrix(`blk.${i}.ffn_up.weight`, WIDTH, FEED_FORWARD),
    matrix(`blk.${i}.ffn_down.weight`, FEED_FORWARD, WIDTH),
  ]);
  return [
    matrix('token_embd.weight', WIDTH, VOCABULARY),
    ...layers.flat(),
    norm('output_norm.weight'),
    matrix('output.weight', WIDTH, VOCABULARY),
  ];
}

function metadata(): Buffer[] {
  const bytes = Array.from({ length: 256 }, (_, i) => `<0x${i.toString(16).toUpperCase().padStart(2, '0')}>`);
  const types = Array.from({ length: VOCABULARY }, (_, i) => (i === 0 ? 2 : i < SPECIAL.length ? 3 : 6));
  const number = (key: string, value: number): Buffer => entry(key, UINT32, u32(value));
  return [
    entry('general.architecture', STRING, text('llama')),
    entry('general.name', STRING, text('tiny random')),
    number('general.alignment', ALIGNMENT),
    number('llama.context_length', CONTEXT),
    number('llama.embedding_length', WIDTH),
    number('llama.block_count', LAYERS),
    number('llama.feed_forward_length', FEED_FORWARD),
    number('llama.attention.head_count', HEADS),
    number('llama.attention.head_count_kv', HEADS),
    number('llama.rope.dimension_count', WIDTH / HEADS),
    number('llama.vocab_size', VOCABULARY),
    entry('llama.attention.layer_norm_rms_epsilon', FLOAT32, f32(1e-5)),
    entry('tokenizer.ggml.model', STRING, text('llama')),
    entry('tokenizer.ggml.tokens', ARRAY, list(STRING, [...SPECIAL, ...bytes].map(text))),
    entry(
      'tokenizer.ggml.scores',
      ARRAY,
      list(
        FLOAT32,
        types.map(() => f32(0)),
      ),
    ),
    entry('tokenizer.ggml.token_type', ARRAY, list(INT32, types.map(u32))),
    number('tokenizer.ggml.unknown_token_id', 0),
    number('tokenizer.ggml.bos_token_id', 1),
    number('tokenizer.ggml.eos_token_id', 2),
  ];
}

function entry(key: string, type: number, value: Buffer): Buffer {
  return Buffer.concat([text(key), u32(type), value]);
}

function list(type: number, items: readonly Buffer[]): Buffer {
  return Buffer.concat([u32(type), u64(items.length), ...items]);
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([u64(bytes.length), bytes]);
}

function u32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}

function u64(value: number): Buffer {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64LE(BigInt(value));
  return buffer;
}

function f32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeFloatLE(value);
  return buffer;
}

const count = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1);
const padded = (bytes: number): number => Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
const pad = (buffer: Buffer): Buffer =>
  Buffer.concat([buffer, Buffer.alloc(padded(buffer.length) - buffer.length)]);
