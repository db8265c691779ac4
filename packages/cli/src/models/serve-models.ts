import type { MessagePort } from 'node:worker_threads';
import { reply } from '../pool/worker-reply.js';
import type { FromModels, ToModels } from './model-messages.js';
import type { Models } from './open-models.js';

/** The end of a line to models on the side that asks them. */
export interface ModelService {
  /** Abandons what is under way and closes the port. */
  close(): void;
}

/**
 * Asks models for an episode in another thread. Only requests and replies cross the port, so that no key ever gets
 * there. When the other side closes or dies, what is under way for it is abandoned.
 */
export function serveModels(port: MessagePort, models: Pick<Models, 'ask'>): ModelService {
  const calls = new Map<number, AbortController>();
  const abandon = (): void => {
    for (const call of calls.values()) call.abort();
    calls.clear();
  };
  port.on('message', (message: ToModels) => {
    const { id } = message;
    if (message.kind === 'abort') {
      calls.get(id)?.abort();
      calls.delete(id);
      return;
    }
    const call = new AbortController();
    calls.set(id, call);
    void reply(() => models.ask(message.request, call.signal)).then((answer) => {
      if (!calls.delete(id)) return;
      const sent: FromModels = { id, reply: answer };
      port.postMessage(sent);
    });
  });
  port.on('close', abandon);
  return {
    close() {
      abandon();
      port.close();
    },
  };
}
