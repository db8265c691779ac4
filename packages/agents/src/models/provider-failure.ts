import type { ModelReply } from '../contract/model.js';
import { shorten } from './shorten.js';

/** How much of a provider's words an error repeats, letters. */
const SHOWN = 300;

/** How a call of a model failed. */
export interface ProviderFailure {
  readonly outcome: 'error' | 'timeout';
  /** One line. May hold what the provider said, so secrets have to be taken out of it. */
  readonly problem: string;
  /** HTTP status, where there was one. */
  readonly status: number | null;
  /** How long the provider asks to wait, milliseconds. */
  readonly retryAfterMs: number | null;
  /** The same request may well be answered later. */
  readonly transient: boolean;
}

/** Errors of providers as they come: each client package has its own. */
interface RawError {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly code?: unknown;
  readonly cause?: unknown;
  readonly status?: unknown;
  /** So called by Ollama. */
  readonly status_code?: unknown;
  readonly headers?: unknown;
}

/** Makes sense of what a LangChain chat model threw. */
export function providerFailure(error: unknown): ProviderFailure {
  const chain = causes(error);
  const status = firstNumber(chain.flatMap(({ status, status_code }) => [status, status_code]));
  const words = wordsOf(error, chain);
  if (chain.some(isTimeout)) {
    return { outcome: 'timeout', problem: words, status, retryAfterMs: null, transient: false };
  }
  const network = status === null && chain.some(isNetwork);
  const exhausted = chain.some(({ code }) => code === 'insufficient_quota');
  return {
    outcome: 'error',
    problem: status === null ? words : `HTTP ${status}: ${words.replace(`${status} `, '')}`,
    status,
    retryAfterMs: retryAfter(chain),
    transient: network || (status !== null && !exhausted && isTransientStatus(status)),
  };
}

/** A failed call as a reply. */
export function failureReply({ outcome, problem }: ProviderFailure): ModelReply {
  return { outcome, text: '', usage: null, latencyMs: 0, problem };
}

/** An error and what it was caused by. */
function causes(error: unknown): RawError[] {
  const chain: RawError[] = [];
  let next = error;
  // Some errors name themselves as their cause.
  while (typeof next === 'object' && next !== null && chain.length < 5) {
    chain.push(next);
    next = (next as RawError).cause;
  }
  return chain;
}

function wordsOf(error: unknown, chain: readonly RawError[]): string {
  const [outer] = chain;
  const said = typeof outer?.message === 'string' ? outer.message : String(error);
  // LangChain adds the address of its own documentation.
  const own = said.split(/\s*Troubleshooting URL:/)[0] ?? said;
  const network = chain.find(({ code }) => isNetworkCode(code));
  const reason = network === undefined ? '' : ` (${String(network.code)})`;
  const line = `${own}${reason}`.replace(/\s+/g, ' ').trim();
  return shorten(line === '' ? 'it failed without a word' : line, SHOWN);
}

function isTimeout({ name }: RawError): boolean {
  return name === 'TimeoutError' || name === 'APIConnectionTimeoutError';
}

/** No answer, half an answer, or one that is not of the provider's making. */
function isNetwork({ name, message, code }: RawError): boolean {
  if (isNetworkCode(code) || name === 'APIConnectionError') return true;
  if (name === 'SyntaxError') return true;
  return (
    typeof message === 'string' &&
    /^(terminated|fetch failed|premature close|did not receive done)/i.test(message)
  );
}

function isNetworkCode(code: unknown): boolean {
  return typeof code === 'string' && /^(E[A-Z]+|UND_ERR_[A-Z_]+|ERR_STREAM_PREMATURE_CLOSE)$/.test(code);
}

function isTransientStatus(status: number): boolean {
  return status === 408 || status === 409 || status === 425 || status === 429 || status >= 500;
}

function retryAfter(chain: readonly RawError[]): number | null {
  for (const { headers } of chain) {
    const milliseconds = Number.parseFloat(header(headers, 'retry-after-ms') ?? '');
    if (milliseconds >= 0) return milliseconds;
    const seconds = Number.parseFloat(header(headers, 'retry-after') ?? '');
    if (seconds >= 0) return seconds * 1000;
  }
  return null;
}

/** One of `Headers`, or of the plain object that older clients give. */
function header(headers: unknown, name: string): string | null {
  if (typeof headers !== 'object' || headers === null) return null;
  if ('get' in headers && typeof headers.get === 'function') {
    return (headers as { get(name: string): string | null }).get(name);
  }
  const value = (headers as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : null;
}

function firstNumber(values: readonly unknown[]): number | null {
  return values.find((value): value is number => typeof value === 'number') ?? null;
}
