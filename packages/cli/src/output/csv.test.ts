import { expect, it } from 'vitest';
import { toCsv } from './csv.js';

it('quotes only what needs it and leaves missing values empty', () => {
  expect(
    toCsv(
      ['a', 'b'],
      [
        ['x,y', 1.5],
        ['say "hi"', null],
      ],
    ),
  ).toBe('a,b\n"x,y",1.5\n"say ""hi""",\n');
});
