import { expect, it } from 'vitest';
import { fail, pass, skip, verdictOf } from './verdict.js';

it('names the highest level that passed with all before it', () => {
  expect(verdictOf('a', [pass('log'), pass('simulation'), pass('agents')])).toMatchObject({
    passed: true,
    level: 2,
  });
  expect(verdictOf('a', [pass('log'), pass('simulation'), fail('agents', 'x')])).toMatchObject({
    passed: false,
    level: 1,
  });
  expect(verdictOf('a', [pass('log'), pass('simulation'), fail('frames', 'x')])).toMatchObject({ level: 0 });
  expect(verdictOf('a', [fail('log', 'x')])).toMatchObject({ passed: false, level: null });
});

it('does not count a level of which everything was skipped', () => {
  const checks = [pass('log'), pass('simulation'), skip('frames', 'not there')];
  expect(verdictOf('a', checks)).toMatchObject({ passed: true, level: 1 });
  expect(verdictOf('a', [pass('log'), skip('simulation', 'not asked')])).toMatchObject({ level: 0 });
});
