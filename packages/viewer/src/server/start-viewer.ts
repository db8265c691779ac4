import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import sirv from 'sirv';
import { Server, type Socket } from 'socket.io';
import parser from 'socket.io-msgpack-parser';
import type { PageMessages, RunListing, ServerMessages } from '../protocol/protocol.js';
import { addressingRequest } from './addressing-request.js';
import { controlRequest } from './control-request.js';
import { hostOfUrl, isEverywhere, isOwnPage } from './is-own-page.js';
import { joinRequest } from './join-request.js';
import { passCookie, passOf } from './may-watch.js';
import { createPageFeeds, type PageFeeds } from './page-feeds.js';
import type { RunControl, RunSource } from './run-source.js';
import { SITE } from './site.js';

/** Where a viewer listens, and to whom. */
export interface ViewerOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Whoever knows it may watch; null for everybody who reaches the server. */
  readonly token?: string | null;
  /** Controls of a run that is being played. */
  readonly control?: RunControl;
}

/** A running viewer. */
export interface Viewer {
  /** Address of the page. */
  readonly url: string;
  close(): Promise<void>;
}

type Page = Socket<PageMessages, ServerMessages>;

/** Pages at one time; more are refused. */
const MOST_PAGES = 64;
/** Milliseconds between two looks at files that are being written. */
const LOOK_MS = 50;
/** Milliseconds between two looks at the run. */
const RUN_MS = 1000;
/** Longest message of a page, bytes: all of them are short. */
const LONGEST_MESSAGE = 4096;

/**
 * Serves the page and the episodes of a run.
 * @throws Error of Node where it cannot listen there
 */
export async function startViewer(
  source: RunSource,
  { host, port, control, token = null }: ViewerOptions,
): Promise<Viewer> {
  const serveSite = sirv(SITE, { etag: true });
  const http = createServer((request, response) => {
    response.setHeader(
      'content-security-policy',
      "default-src 'self' 'unsafe-inline' data: blob:; frame-ancestors 'none'",
    );
    response.setHeader('x-content-type-options', 'nosniff');
    // The address of the page may hold a token.
    response.setHeader('referrer-policy', 'no-referrer');
    if (token !== null) {
      const pass = passOf(request, token);
      if (pass === null) {
        response.writeHead(401).end('Open the address with the token that the command line was given.');
        return;
      }
      if (pass === 'query') response.setHeader('set-cookie', passCookie(token));
    }
    serveSite(request, response, () => {
      response.writeHead(404).end('Not found.');
    });
  });
  const io = new Server<PageMessages, ServerMessages>(http, {
    parser,
    maxHttpBufferSize: LONGEST_MESSAGE,
    serveClient: false,
    perMessageDeflate: { threshold: 1024 },
    allowRequest: (request, decide) => {
      const known = token === null || passOf(request, token) !== null;
      decide(null, known && isOwnPage(request.headers, host) && io.engine.clientsCount < MOST_PAGES);
    },
  });
  // Reading the run takes time: pages that ask often get what was read last.
  let recent: RunListing | null = null;
  const listing = (): RunListing => (recent ??= source.listing());
  const pages = new Map<Page, PageFeeds>();
  io.on('connection', (page) => {
    const feeds = createPageFeeds(source, (piece, taken) => {
      // About a quarter of a snapshot is left. To compress for ten pages all that is written later took a tenth of the time
      // of playing.
      page.compress(piece.number === 1).emit('piece', piece, taken);
    });
    pages.set(page, feeds);
    page.on('disconnect', () => pages.delete(page));
    page.on('run', (answer) => {
      if (typeof answer === 'function') answer(listing());
    });
    page.on('join', (request, answer) => {
      const checked = joinRequest(request, { listing });
      const refusal = 'message' in checked ? checked : feeds.join(checked.episode, checked.held);
      if (typeof answer === 'function') answer(refusal);
    });
    page.on('control', (request, answer) => {
      const command = controlRequest(request, control ?? null);
      if ('do' in command) control?.apply(command);
      if (typeof answer === 'function') answer('message' in command ? command : null);
      if ('do' in command) tell();
    });
    page.on('addressing', (request, answer) => {
      const checked = addressingRequest(request, { listing });
      if (typeof answer !== 'function') return;
      answer('message' in checked ? checked : source.addressing(checked.episode, checked));
    });
    page.on('leave', (request) => {
      if (typeof request === 'object' && request !== null) feeds.leave(request.episode);
    });
  });

  const looking = setInterval(() => {
    for (const feeds of pages.values()) feeds.look();
  }, LOOK_MS);
  let known = '';
  const tell = (): void => {
    recent = null;
    if (pages.size === 0) return;
    const text = JSON.stringify(listing());
    if (text !== known) io.emit('run', listing());
    known = text;
  };
  const watching = setInterval(tell, RUN_MS);

  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, resolve);
  });
  const { port: taken } = http.address() as AddressInfo;
  return {
    url: `http://${isEverywhere(host) ? hostname() : hostOfUrl(host)}:${taken}/`,
    async close() {
      clearInterval(looking);
      clearInterval(watching);
      await io.close();
    },
  };
}
