import { expect, it } from 'vitest';
import { checkAccess } from './check-access.js';

const TOKEN = '0123456789abcdef';
const check = (host: string, token?: string) => () =>
  checkAccess({ host, port: 0, ...(token !== undefined && { token }) });

it.each([['127.0.0.1'], ['localhost'], ['::1']])(
  'serves %s, that only this machine reaches, to all',
  (host) => {
    expect(check(host)).not.toThrow();
    expect(check(host, TOKEN)).not.toThrow();
  },
);

it.each([['0.0.0.0'], ['::'], ['192.168.1.5'], ['lab.example'], ['127.0.0.2'], ['']])(
  'serves %j only with a token',
  (host) => {
    expect(check(host)).toThrow(/needs --token/);
    expect(check(host, TOKEN)).not.toThrow();
  },
);

it.each([[''], ['short'], ['with spaces in between'], ['a&b=c#d?e/0123456789'], ['x'.repeat(201)]])(
  'refuses the token %j',
  (token) => {
    expect(check('127.0.0.1', token)).toThrow(/--token takes 16 to 200/);
  },
);
