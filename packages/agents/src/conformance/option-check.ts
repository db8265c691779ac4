import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '@quorum/events';
import { z } from 'zod';
import type { Check } from './check.js';

const NO_OPTION = 'noSuchOption';

/** What the options of any part promise. */
export const optionCheck: Check<{ readonly part: { readonly options: z.ZodType<JsonObject> } }> = {
  name: 'options',
  promise: 'Options have defaults that parse to themselves, can be listed, and unknown ones are refused.',
  run({ part: { options } }) {
    const problems: string[] = [];
    const defaults = options.parse({});
    const again = options.safeParse(defaults);
    if (!again.success || !isDeepStrictEqual(again.data, defaults)) {
      problems.push(`the defaults ${JSON.stringify(defaults)} do not parse to themselves`);
    }
    if (options.safeParse({ ...defaults, [NO_OPTION]: 1 }).success)
      problems.push('an unknown option is accepted');
    const schema = z.toJSONSchema(options, { io: 'input', unrepresentable: 'any' });
    const listed = Object.keys(schema.properties ?? {});
    for (const key of Object.keys(defaults)) {
      if (!listed.includes(key)) problems.push(`option ${key} is missing from the schema's properties`);
    }
    return { problems };
  },
};
