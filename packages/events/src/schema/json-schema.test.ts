import { format, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';
import { logJsonSchema } from './json-schema.js';

// After a wanted change: npx vitest run packages/events -u
it('agrees with the committed JSON Schema', async () => {
  const file = new URL('../../schema/quorum-log.schema.json', import.meta.url).pathname;
  const text = await format(JSON.stringify(logJsonSchema()), {
    ...(await resolveConfig(file)),
    parser: 'json',
  });
  await expect(text).toMatchFileSnapshot(file);
});
