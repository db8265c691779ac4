import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import sirv from 'sirv';
import { onTestFinished } from 'vitest';
import { quorum } from './quorum.js';

/** A command that serves a page. */
export interface Serving {
  readonly address: string;
  /** Ends it as Ctrl-C does. */
  stop(): Promise<void>;
}

/** Starts a command and waits for the address that it prints. */
export async function startServing(args: readonly string[]): Promise<Serving> {
  const process = quorum(args);
  const address = await new Promise<string>((resolve, reject) => {
    let text = '';
    const read = (chunk: Buffer): void => {
      text += chunk.toString();
      const [found] = /http:\S+(?=\s)/.exec(text) ?? [];
      if (found !== undefined) resolve(found);
    };
    process.stdout.on('data', read);
    process.stderr.on('data', read);
    void process.then(() => reject(new Error(`It ended without an address:\n${text}`)));
  });
  return {
    address,
    async stop() {
      process.kill('SIGINT');
      await process;
    },
  };
}

/** A plain file server; returns its address. */
export async function serveFiles(folder: string): Promise<string> {
  const files = sirv(folder);
  const server = createServer((request, response) => {
    files(request, response, () => {
      response.writeHead(404).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
