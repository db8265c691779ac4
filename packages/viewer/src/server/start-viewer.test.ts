import { request as httpRequest, type IncomingMessage } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { io, type Socket } from 'socket.io-client';
import parser from 'socket.io-msgpack-parser';
import type { Command, EpisodePiece, PageMessages, Refusal, ServerMessages } from '../protocol/protocol.js';
import { tinyRun } from '../testing/tiny-run.js';
import { startViewer, type Viewer } from './start-viewer.js';

type PageSocket = Socket<ServerMessages, PageMessages>;

const NOTHING = { events: 0, frames: 0 };
const run = tinyRun();
const commands: Command[] = [];
const open: PageSocket[] = [];
let viewer: Viewer;

beforeAll(async () => {
  const control = { token: 'secret', apply: (command: Command) => void commands.push(command) };
  viewer = await startViewer(run.source, { host: '127.0.0.1', port: 0, control });
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect();
});
afterAll(() => viewer.close());

function page(
  headers: Record<string, string> = {},
  { url } = viewer,
  query: Record<string, string> = {},
): PageSocket {
  const options = { parser, query, transports: ['websocket'], reconnection: false, forceNew: true };
  const socket = io(url, { ...options, extraHeaders: headers }) as PageSocket;
  open.push(socket);
  return socket;
}

async function connected(to = viewer): Promise<PageSocket> {
  const socket = page({}, to);
  await new Promise<void>((resolve, reject) => socket.on('connect', resolve).on('connect_error', reject));
  return socket;
}

const refused = (socket: PageSocket): Promise<boolean> =>
  new Promise((resolve) => {
    socket.on('connect', () => resolve(false)).on('connect_error', () => resolve(true));
  });

/** Pieces as they come; a test acknowledges them when it wants. */
function piecesOf(socket: PageSocket) {
  const pieces: EpisodePiece[] = [];
  const taken: (() => void)[] = [];
  socket.on('piece', (piece, ack) => {
    pieces.push(piece);
    taken.push(ack);
  });
  const texts = (): string[] =>
    pieces.map(({ episode, events }) => `${episode} ${Buffer.from(events as Uint8Array).toString()}`);
  return {
    texts,
    take: (index: number) => taken[index]?.(),
    /** Waits until so many have come. */
    come: async (count: number): Promise<string[]> => {
      while (pieces.length < count)
        await new Promise<void>((resolve) => socket.once('piece', () => resolve()));
      return texts();
    },
  };
}

const join = (socket: PageSocket, episode: string, held = NOTHING): Promise<Refusal | null> =>
  socket.emitWithAck('join', { episode, held });

function ask(path: string, headers = {}, { url } = viewer): Promise<IncomingMessage> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    httpRequest({ hostname, port, path, headers }, (response) => {
      response.resume();
      resolve(response);
    })
      .on('error', reject)
      .end();
  });
}

async function statusOf(path: string): Promise<number | undefined> {
  return (await ask(path)).statusCode;
}

it('refuses pages of others, and goes on', async () => {
  for (const origin of ['http://evil.example', 'null', 'no address']) {
    expect(await refused(page({ origin }))).toBe(true);
  }
  expect(await refused(page({ host: 'evil.example' }))).toBe(true);
  expect(await refused(page({ origin: new URL(viewer.url).origin }))).toBe(false);
});

it('serves its page and nothing else of the disk', async () => {
  expect(await statusOf('/')).toBe(200);
  for (const path of [
    '/../../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/../../../package.json',
    '/..\\..\\package.json',
    '//etc/passwd',
    '/%00',
    '/%',
    '/a/events.jsonl',
  ]) {
    expect([path, await statusOf(path)]).toEqual([path, 404]);
  }
});

it('refuses what is not listed, and requests that are none', async () => {
  const socket = await connected();
  expect(await join(socket, '../a')).toEqual({ message: 'The run has no such episode.' });
  // A page that does not keep to the types.
  const loose = socket as unknown as { emit(name: string, ...args: unknown[]): void };
  loose.emit('join');
  loose.emit('join', null, 'no function');
  loose.emit('leave');
  loose.emit('leave', 7);
  loose.emit('control');
  loose.emit('run', 7);
  expect((await socket.emitWithAck('run')).suite).toBe('tiny-v0');
});

it('lets only those with the token control the run', async () => {
  const socket = await connected();
  const command = { do: 'stop' } as const;
  expect(await socket.emitWithAck('control', { token: 'guess', command })).toHaveProperty('message');
  expect(commands).toEqual([]);
  expect(await socket.emitWithAck('control', { token: 'secret', command })).toBeNull();
  expect(commands).toEqual([command]);
});

it('disconnects who sends too much', async () => {
  const socket = await connected();
  const gone = new Promise<void>((resolve) => socket.once('disconnect', () => resolve()));
  socket.emit('leave', { episode: 'x'.repeat(5000) });
  await gone;
  expect(await refused(page())).toBe(false);
});

it('disconnects who sends what is no message, and goes on', async () => {
  const socket = await connected();
  const gone = new Promise<void>((resolve) => socket.once('disconnect', () => resolve()));
  // Below the parser: bytes that are no msgpack.
  (socket.io.engine as unknown as { write(data: Buffer): void }).write(Buffer.from([0xc1, 0xff, 0x00]));
  await gone;
  expect(await refused(page())).toBe(false);
});

it('lets only those with the token watch, where there is one', async () => {
  const token = 'the-token-of-this-test';
  const guarded = await startViewer(run.source, { host: '127.0.0.1', port: 0, token });
  for (const path of ['/', '/index.html', '/?token=guess', '/socket.io/?EIO=4&transport=polling']) {
    const { statusCode, headers } = await ask(path, {}, guarded);
    expect([path, Math.floor((statusCode ?? 0) / 100)]).toEqual([path, 4]);
    expect(headers['set-cookie']).toBeUndefined();
  }
  const { statusCode, headers } = await ask(`/?token=${token}`, {}, guarded);
  expect(statusCode).toBe(200);
  const [cookie = ''] = (headers['set-cookie']?.[0] ?? '').split(';');
  expect((await ask('/', { cookie }, guarded)).statusCode).toBe(200);
  expect(await refused(page({}, guarded))).toBe(true);
  expect(await refused(page({}, guarded, { token: 'guess' }))).toBe(true);
  expect(await refused(page({ cookie }, guarded))).toBe(false);
  expect(await refused(page({}, guarded, { token }))).toBe(false);
  expect(await refused(page({ cookie, origin: 'http://evil.example' }, guarded))).toBe(true);
  await guarded.close();
});

it('listens on another address, and knows its own page by that', async () => {
  const other = await startViewer(run.source, { host: '127.0.0.2', port: 0 });
  const { url } = other;
  expect(new URL(url).hostname).toBe('127.0.0.2');
  expect(await refused(page({ origin: new URL(url).origin }, other))).toBe(false);
  expect(await refused(page({ origin: new URL(viewer.url).origin }, other))).toBe(true);
  expect(await refused(page({ host: 'evil.example' }, other))).toBe(true);
  await other.close();
});

it('refuses more than 64 pages', async () => {
  const other = await startViewer(run.source, { host: '127.0.0.1', port: 0 });
  await Promise.all(Array.from({ length: 64 }, () => connected(other)));
  expect(await refused(page({}, other))).toBe(true);
  await other.close();
});

it('gives a slow page one piece at a time, and holds nobody up', async () => {
  const socket = await connected();
  const { come, take } = piecesOf(socket);
  run.write('a', 'one\n');
  run.write('b', 'other\n');
  await join(socket, 'a');
  await come(1);
  run.write('a', 'one\ntwo\n');
  // Joining makes the server look at all files.
  await join(socket, 'b');
  run.write('a', 'one\ntwo\nthree\n');
  expect(await come(2)).toEqual(['a one\n', 'b other\n']);
  take(0);
  expect(await come(3)).toEqual(['a one\n', 'b other\n', 'a two\nthree\n']);
});

it('sends nothing more of what a page has left, nor twice what it has joined anew', async () => {
  const socket = await connected();
  const { come, take } = piecesOf(socket);
  run.write('a', 'one\n');
  await join(socket, 'a');
  await come(1);
  run.write('a', 'one\ntwo\n');
  socket.emit('leave', { episode: 'a' });
  await socket.emitWithAck('run');
  take(0);
  await join(socket, 'b');
  expect(await come(2)).toEqual(['a one\n', 'b other\n']);
  await join(socket, 'a', { events: 4, frames: 0 });
  await come(3);
  run.write('a', 'one\ntwo\nthree\n');
  await join(socket, 'a', { events: 8, frames: 0 });
  await come(4);
  take(2);
  await join(socket, 'b');
  expect((await come(5)).slice(2)).toEqual(['a two\n', 'a three\n', 'b other\n']);
});
