import { QuorumError } from '@quorum/events';
import { InvalidArgumentError } from 'commander';
import type { Shard } from '../run/shard.js';

/** A parser for whole numbers from `min` on. */
export function wholeNumber(min: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= min) return value;
    throw new InvalidArgumentError(`Expected a whole number, at least ${min}.`);
  };
}

/** Reads a number above zero. */
export function positiveNumber(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value > 0) return value;
  throw new InvalidArgumentError('Expected a number above 0.');
}

/** Reads a share above 0 and below 1. */
export function shareBetween(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value > 0 && value < 1) return value;
  throw new InvalidArgumentError('Expected a number above 0 and below 1.');
}

/**
 * Reads an address, `http://127.0.0.1:8000/v1`.
 * @throws QuorumError `USAGE` when it holds what may be a secret, without repeating it
 */
export function webAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && url.username + url.password + url.search !== '') {
    throw new QuorumError('USAGE', 'an address on the command line holds a password or a query.', {
      fix: 'set the whole address in the environment, as OPENAI_BASE_URL for example.',
    });
  }
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return text;
  throw new InvalidArgumentError('Expected an address such as http://127.0.0.1:8000/v1.');
}

/** Reads `2/4`, the second of four parts. */
export function shard(text: string): Shard {
  const [index = 0, of = 0] = /^\d+\/\d+$/.test(text) ? text.split('/').map(Number) : [];
  if (index >= 1 && index <= of && Number.isSafeInteger(of)) return { index, of };
  throw new InvalidArgumentError('Expected a part and how many there are, such as 2/4.');
}

/** Collects an option that may be given several times. */
export function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
