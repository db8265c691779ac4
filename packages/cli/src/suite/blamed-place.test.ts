import { expect, it } from 'vitest';
import { blamedPlace } from './blamed-place.js';

const places = {
  scenario: ['scenario', 0],
  team: ['team', 1],
  structure: ['structure', 2],
  'channel.loss': ['channel', 'loss', 0],
  'clock.timeScale': ['clock', 'timeScale', 0],
};

it.each([
  ['team: this names a model', ['team', 1]],
  ['clock.timeScale: too big', ['clock', 'timeScale', 0]],
  ['channel.loss: too big', ['channel', 'loss', 0]],
  ['topology: star does not fit', ['structure', 2]],
  ['protocol: rounds contradicts the rest', ['channel', 'loss', 0]],
  ['options.bodies: seat 9 is not there', ['scenario', 0]],
  ['Something else is wrong.', ['scenario', 0]],
])('finds the place of %j', (message, place) => {
  expect(blamedPlace(message, places)).toEqual(place);
});
