import { expect, it } from 'vitest';
import { isOwnPage } from './is-own-page.js';

const asks = (asked: string | undefined, origin?: string, host = '127.0.0.1'): boolean =>
  isOwnPage({ host: asked, origin }, host);

it('lets in its own page, by any name of this machine, and programs', () => {
  expect(asks('127.0.0.1:7399', 'http://127.0.0.1:7399')).toBe(true);
  expect(asks('localhost:7399', 'http://localhost:7399')).toBe(true);
  expect(asks('127.0.0.1:7399')).toBe(true);
  expect(asks('[::1]:7399', 'http://[::1]:7399', '::1')).toBe(true);
  expect(asks('lab.example:7399', 'http://lab.example:7399', '0.0.0.0')).toBe(true);
  expect(asks('lab.example:7399', 'http://lab.example:7399', '::')).toBe(true);
  expect(asks('10.0.0.7:7399', 'http://10.0.0.7:7399', '10.0.0.7')).toBe(true);
  expect(asks('[fd00::7]:7399', 'http://[fd00::7]:7399', 'fd00:0::7')).toBe(true);
});

it('refuses pages of others', () => {
  expect(asks('127.0.0.1:7399', 'http://evil.example')).toBe(false);
  expect(asks('127.0.0.1:7399', 'http://127.0.0.1:7400')).toBe(false);
  expect(asks('127.0.0.1:7399', 'null')).toBe(false);
  expect(asks('127.0.0.1:7399', 'no address')).toBe(false);
});

it('refuses a name of others that points to this machine', () => {
  expect(asks('evil.example:7399', 'http://evil.example:7399')).toBe(false);
  expect(asks('evil.example:7399')).toBe(false);
  expect(asks('evil.example:7399', 'http://evil.example:7399', '10.0.0.7')).toBe(false);
  expect(asks('10.0.0.7:7399', 'http://evil.example', '10.0.0.7')).toBe(false);
  expect(asks('lab.example:7399', 'http://evil.example:7399', '0.0.0.0')).toBe(false);
  expect(asks('not a host')).toBe(false);
  expect(asks(undefined)).toBe(false);
});
