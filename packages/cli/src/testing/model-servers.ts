import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerBody, errorBody, FORMATS, readAsked, type ModelFormat } from './model-formats.js';

/** What a test server was asked. */
export interface Asked {
  readonly format: ModelFormat;
  readonly model: string;
  /** Role and text of each turn, the system prompt first. */
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  /** JSON Schema that the answer has to meet; null for free text. */
  readonly schema: unknown;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: IncomingHttpHeaders;
}

/** What a test server does with a request. */
export type Behaviour =
  /** Says something; structured output the way of the provider. `usage: null` reports none. */
  | { readonly text: string; readonly usage?: TestUsage | null; readonly delayMs?: number }
  /** Refuses. */
  | {
      readonly status: number;
      readonly message?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Sends these bytes with status 200 as its whole answer. */
  | { readonly body: string }
  /** Breaks the connection in the middle of an answer. */
  | { readonly cutOff: true }
  /** Never answers. */
  | { readonly hang: true };

/** Tokens that a test server reports. */
export interface TestUsage {
  readonly input: number;
  readonly output: number;
  /** Reported by the OpenAI format only. */
  readonly reasoning?: number;
}

/** A model server on 127.0.0.1 that speaks the formats of OpenAI, Anthropic and Ollama. */
export interface ModelServer {
  /** What clients of a provider are given as base URL. */
  baseUrl(format: ModelFormat): string;
  /** Everything asked so far, in order. */
  readonly asked: readonly Asked[];
  /** Most requests that were under way at one time. */
  readonly mostAtOnce: number;
  /** Ends all connections. */
  close(): Promise<void>;
}

/** Decides what happens to a request; `index` counts from 0. */
export type Behave = (asked: Asked, index: number) => Behaviour | Promise<Behaviour>;

/**
 * Starts a model server for tests and benches.
 * @param behave one behaviour for all requests, or a function of the request
 */
export async function startModelServer(behave: Behaviour | Behave): Promise<ModelServer> {
  const decide = typeof behave === 'function' ? behave : () => behave;
  const asked: Asked[] = [];
  let open = 0;
  let mostAtOnce = 0;
  const server = createServer((request, response) => {
    void (async () => {
      const format = FORMATS.find(({ path }) => path === request.url);
      if (request.method !== 'POST' || format === undefined) {
        response.writeHead(404).end('not found');
        return;
      }
      open += 1;
      mostAtOnce = Math.max(mostAtOnce, open);
      response.on('close', () => (open -= 1));
      const body = JSON.parse(await readAll(request)) as Record<string, unknown>;
      const what: Asked = { ...readAsked(format.name, body), body, headers: request.headers };
      asked.push(what);
      await perform(await decide(what, asked.length - 1), what, response);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    baseUrl: (format) => (format === 'openai' ? `${url}/v1` : url),
    asked,
    get mostAtOnce() {
      return mostAtOnce;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function perform(behaviour: Behaviour, asked: Asked, response: ServerResponse): Promise<void> {
  if ('hang' in behaviour) return;
  if ('status' in behaviour) {
    const { status, message = 'No.', headers = {} } = behaviour;
    send(response, status, errorBody(asked.format, message), headers);
  } else if ('body' in behaviour) {
    send(response, 200, behaviour.body);
  } else if ('cutOff' in behaviour) {
    const body = answerBody(asked, 'a long answer', null);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': `${body.length}` });
    response.write(body.slice(0, body.length / 2), () => response.destroy());
  } else {
    const { text, usage = { input: 12, output: 5 }, delayMs = 0 } = behaviour;
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
    send(response, 200, answerBody(asked, text, usage));
  }
}

function send(response: ServerResponse, status: number, body: string, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
