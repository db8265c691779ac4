import { expect, it } from 'vitest';
import { passCookie, passOf } from './may-watch.js';

const TOKEN = 'a-token-of-sixteen-or-more';
const pass = (url: string, cookie?: string) => passOf({ url, headers: { cookie } }, TOKEN);

it('finds the token in the address or in the cookie that it left', () => {
  expect(pass(`/?episode=a&token=${TOKEN}`)).toBe('query');
  expect(pass(`/socket.io/?EIO=4&token=${TOKEN}`)).toBe('query');
  const [cookie] = passCookie(TOKEN).split(';');
  expect(pass('/assets/index.js', cookie)).toBe('cookie');
  expect(pass('/', `other=1; ${cookie}; more=2`)).toBe('cookie');
});

it.each([
  ['/', undefined],
  [`/${TOKEN}`, undefined],
  ['/?token=', undefined],
  [`/?token=${TOKEN.slice(1)}`, undefined],
  [`/?token=${TOKEN}x`, undefined],
  [`/?Token=${TOKEN}`, undefined],
  ['/', 'token='],
  ['/', `token=${TOKEN}x`],
  ['/', `my-token=${TOKEN}`],
  ['/', TOKEN],
])('lets nobody in with %j and cookie %j', (url, cookie) => {
  expect(pass(url, cookie)).toBeNull();
});
