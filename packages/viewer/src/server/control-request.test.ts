import { expect, it } from 'vitest';
import { controlRequest } from './control-request.js';

const control = { token: 'secret', apply: () => undefined };
const asks = (command: unknown, token: unknown = 'secret'): unknown =>
  controlRequest({ token, command }, control);

it.each([['pause'], ['resume'], ['step'], ['stop']])('lets those with the token %s', (what) => {
  expect(asks({ do: what, more: 1 })).toEqual({ do: what });
});

it('takes a speed, or none', () => {
  expect(asks({ do: 'speed', speed: 0.25 })).toEqual({ do: 'speed', speed: 0.25 });
  expect(asks({ do: 'speed', speed: null })).toEqual({ do: 'speed', speed: null });
});

it.each([[''], ['Secret'], ['secret '], ['secre'], [null], [undefined], [['secret']], [{ length: 6 }]])(
  'refuses the token %j',
  (token) => {
    expect(controlRequest({ token, command: { do: 'stop' } }, control)).toEqual({
      message: expect.stringMatching(/token/) as string,
    });
  },
);

it.each([
  [null],
  ['stop'],
  [{}],
  [{ do: 'delete' }],
  [{ do: ['stop'] }],
  [{ do: 'speed' }],
  [{ do: 'speed', speed: 0 }],
  [{ do: 'speed', speed: -1 }],
  [{ do: 'speed', speed: NaN }],
  [{ do: 'speed', speed: 1e9 }],
  [{ do: 'speed', speed: '1' }],
])('refuses the command %j', (command) => {
  expect(asks(command)).toHaveProperty('message');
});

it('refuses what is no request, and everything where nothing is being played', () => {
  for (const request of [null, undefined, 'stop', 7]) {
    expect(controlRequest(request, control)).toHaveProperty('message');
  }
  expect(controlRequest({ token: 'secret', command: { do: 'stop' } }, null)).toEqual({
    message: 'This run is not being played.',
  });
});
