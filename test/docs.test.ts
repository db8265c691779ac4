import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { scenariosPage } from '../docs/generate-scenarios.js';

it('docs/scenarios.md says what the calibrations say', async () => {
  const committed = readFileSync(new URL('../docs/scenarios.md', import.meta.url), 'utf8');
  expect(await scenariosPage(), 'run `node docs/generate-scenarios.js`').toBe(committed);
});
