import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRedactor } from './redact.js';

it('hides a known secret however it is spelt', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 8, maxLength: 60 }),
      fc.string(),
      fc.string(),
      (secret, before, after) => {
        const { problem, answer } = createRedactor([secret]);
        for (const spelt of [secret, encodeURIComponent(secret), JSON.stringify(secret), btoa8(secret)]) {
          expect(answer(`${before}${spelt}${after}`)).toContain('[secret]');
          expect(problem(`${before}${spelt}${after}`)).not.toContain(spelt.replaceAll('"', ''));
        }
      },
    ),
  );
});

function btoa8(text: string): string {
  return Buffer.from(text).toString('base64');
}

it.each([
  ['Incorrect API key provided: sk-proj-ab12*****************wxyz.', 'Incorrect API key provided: [secret]'],
  ['sent Authorization: Bearer eyJhbGciOi.xyz-123_4', 'sent Authorization: [secret] [secret]'],
  ['{"x-api-key":"abcdefgh"}', '{"x-api-key":"[secret]"}'],
  ['GET https://user:pa55@host/v1?api_key=12345678&x=1', 'GET https://[secret]@host/v1?api_key=[secret]&x=1'],
  ['no secret in this one', 'no secret in this one'],
  [
    'Rate limit reached for gpt-5-mini on tokens per min',
    'Rate limit reached for gpt-5-mini on tokens per min',
  ],
])('hides what looks like one: %s', (text, hidden) => {
  expect(createRedactor([]).problem(text)).toBe(hidden);
});

it('leaves answers as they are but for the keys in use', () => {
  const { answer } = createRedactor(['planted-key'], ['other-secret']);
  const text = 'sk-looks-like-one other-secret';
  expect(answer(`${text} planted-key`)).toBe(`${text} [secret]`);
});

it('hides a secret that contains another as a whole', () => {
  expect(createRedactor(['abcdef', 'abcdef-and-more']).answer('abcdef-and-more')).toBe('[secret]');
});
