import { z } from 'zod';

/** One of two schemas, told apart by a field that only the first has, so that an error is that of the right one. */
export function byField<T>(field: string, withIt: z.ZodType<T>, without: z.ZodType<T>) {
  return z.unknown().transform((value, context): T => {
    const has = typeof value === 'object' && value !== null && field in value;
    const parsed = (has ? withIt : without).safeParse(value);
    if (parsed.success) return parsed.data;
    for (const { message, path } of parsed.error.issues) {
      context.issues.push({ code: 'custom', message, path: [...path], input: value });
    }
    return z.NEVER;
  });
}
