import { setMaxListeners } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import { QuorumError } from '@quorum/events';
import type { ModelProvider, ModelReply, ModelRequest } from '@quorum/agents';
import { unpackError } from '../pool/worker-reply.js';
import type { FromModels, ToModels } from './model-messages.js';

/** An answer that is waited for. */
interface Waiting {
  readonly resolve: (reply: ModelReply) => void;
  readonly reject: (error: Error) => void;
}

/** Models that another thread asks. */
export interface RemoteProvider extends ModelProvider {
  /** Closes the port; whoever still waits is refused. */
  close(): void;
}

/**
 * The language models that `serveModels` asks at the other end of a port. The port keeps a thread alive only while an
 * answer is awaited. `UNKNOWN_NAME` and `MODEL_UNAVAILABLE` come with the first question, not from `client`.
 */
export function remoteProvider(port: MessagePort): RemoteProvider {
  const waiting = new Map<number, Waiting>();
  let next = 0;
  let closed = false;

  /** Takes a waiting one off the list. */
  function settle(id: number): Waiting | undefined {
    const found = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) port.unref();
    return found;
  }

  port.on('message', ({ id, reply }: FromModels) => {
    const asker = settle(id);
    if (reply.ok) asker?.resolve(reply.result);
    else asker?.reject(unpackError(reply.error));
  });
  port.on('close', () => {
    closed = true;
    for (const id of [...waiting.keys()]) settle(id)?.reject(goneError());
  });
  port.unref();

  function ask(request: ModelRequest, signal?: AbortSignal): Promise<ModelReply> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) throw signal.reason;
      if (closed) throw goneError();
      const id = next++;
      const abort = (): void => {
        const asker = settle(id);
        send(port, { kind: 'abort', id });
        asker?.reject(signal?.reason as Error);
      };
      const release = (): void => signal?.removeEventListener('abort', abort);
      waiting.set(id, {
        resolve(reply) {
          release();
          resolve(reply);
        },
        reject(error) {
          release();
          reject(error);
        },
      });
      // One signal serves all seats of an episode.
      if (signal !== undefined) setMaxListeners(0, signal);
      signal?.addEventListener('abort', abort, { once: true });
      port.ref();
      send(port, { kind: 'ask', id, request });
    });
  }

  return { client: () => ({ ask }), close: () => port.close() };
}

function send(port: MessagePort, message: ToModels): void {
  port.postMessage(message);
}

function goneError(): QuorumError {
  return new QuorumError('INTERNAL', 'The thread that asks models is gone.');
}
