import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { Server, type Socket } from 'socket.io';
import parser from 'socket.io-msgpack-parser';
import type { PageMessages, ServerMessages } from '../protocol/protocol.js';
import { createEpisodeFeed, type EpisodeFeed } from './episode-feed.js';
import { isOwnPage } from './is-own-page.js';
import { joinRequest } from './join-request.js';
import { SITE } from './site.js';
import { controlRequest } from './control-request.js';
import type { RunControl, RunSource } from './run-source.js';

/** Where a viewer listens. */
export interface ViewerOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
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

/** Serves the page and the episodes of a run. */
export async function startViewer(
  source: RunSource,
  { host, port, control }: ViewerOptions,
): Promise<Viewer> {
  const serveSite = sirv(SITE, { etag: true });
  const http = createServer((request, response) => {
    response.setHeader(
      'content-security-policy',
      "default-src 'self' 'unsafe-inline' data: blob:; frame-ancestors 'none'",
    );
    response.setHeader('x-content-type-options', 'nosniff');
    serveSite(request, response, () => {
      response.writeHead(404).end('Not found.');
    });
  });
  const io = new Server<PageMessages, ServerMessages>(http, {
    parser,
    maxHttpBufferSize: LONGEST_MESSAGE,
    serveClient: false,
    allowRequest: ({ headers }, decide) => {
      decide(null, isOwnPage(headers, host) && io.engine.clientsCount < MOST_PAGES);
    },
  });
  const feeds = new Map<Page, Map<string, Feeding>>();
  io.on('connection', (page) => {
    feeds.set(page, new Map());
    page.on('disconnect', () => feeds.delete(page));
    page.on('run', (answer) => {
      if (typeof answer === 'function') answer(source.listing());
    });
    page.on('join', (request, answer) => {
      const checked = joinRequest(request, source);
      if (typeof answer === 'function') answer('message' in checked ? checked : null);
      if ('message' in checked) return;
      const { episode, held } = checked;
      feeds.get(page)?.set(episode, { feed: createEpisodeFeed(source, episode, held), waiting: false });
      look();
    });
    page.on('control', (request, answer) => {
      const command = controlRequest(request, control ?? null);
      if ('do' in command) control?.apply(command);
      if (typeof answer === 'function') answer('message' in command ? command : null);
      tell();
    });
    page.on('leave', (request) => {
      if (typeof request === 'object' && request !== null) feeds.get(page)?.delete(request.episode);
    });
  });

  const look = (): void => {
    for (const [page, own] of feeds)
      for (const [episode, feeding] of own) feedPage(page, own, episode, feeding);
  };
  const looking = setInterval(look, LOOK_MS);
  let known = '';
  const tell = (): void => {
    if (feeds.size === 0) return;
    const listing = source.listing();
    const text = JSON.stringify(listing);
    if (text !== known) io.emit('run', listing);
    known = text;
  };
  const watching = setInterval(tell, RUN_MS);

  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, resolve);
  });
  const { port: taken } = http.address() as AddressInfo;
  return {
    url: `http://${host}:${taken}/`,
    async close() {
      clearInterval(looking);
      clearInterval(watching);
      await io.close();
    },
  };
}

interface Feeding {
  readonly feed: EpisodeFeed;
  /** A piece is under way. */
  waiting: boolean;
}

/** Hands a page its next piece, unless it has not taken the last one in yet. */
function feedPage(page: Page, own: Map<string, Feeding>, episode: string, feeding: Feeding): void {
  if (feeding.waiting) return;
  const piece = feeding.feed.next();
  if (piece === null) return;
  feeding.waiting = true;
  page.emit('piece', piece, () => {
    feeding.waiting = false;
    // The page may have left meanwhile, or joined anew: then another feed serves it.
    if (own.get(episode) !== feeding) return;
    if (feeding.feed.done) own.delete(episode);
    else feedPage(page, own, episode, feeding);
  });
}
