/** Code fences and openings of objects that are tried: a megabyte of braces must not take a second each. */
const MOST_TRIED = 16;

const END_OF_THINKING = '</think>';

/**
 * The JSON values that may be meant by what a model wrote, likeliest first: the whole text, code fences, objects with
 * text around them. Hidden thinking in `<think>` is no part of an answer.
 */
export function findJson(text: string): unknown[] {
  const thought = text.lastIndexOf(END_OF_THINKING);
  const answer = thought === -1 ? text : text.slice(thought + END_OF_THINKING.length);
  return [answer, ...fenced(answer), ...objects(answer)].flatMap((candidate) => {
    try {
      return [JSON.parse(candidate) as unknown];
    } catch {
      return [];
    }
  });
}

/** What stands between code fences, without the name of the language. */
function fenced(text: string): string[] {
  return text
    .split('```', 2 * MOST_TRIED)
    .filter((_, i) => i % 2 === 1)
    .map((block) => block.replace(/^[a-zA-Z]+/, ''));
}

/** Balanced objects of a text, outermost ones first. */
function objects(text: string): string[] {
  const found: string[] = [];
  let start = text.indexOf('{');
  for (let tried = 0; start !== -1 && tried < MOST_TRIED; tried += 1) {
    const end = endOfObject(text, start);
    if (end !== -1) found.push(text.slice(start, end));
    start = text.indexOf('{', end === -1 ? start + 1 : end);
  }
  return found;
}

/** Where the object that begins at `start` ends; -1 if it does not. */
function endOfObject(text: string, start: number): number {
  let depth = 0;
  let quoted = false;
  for (let i = start; i < text.length; i += 1) {
    const letter = text[i];
    if (quoted) {
      if (letter === '\\') i += 1;
      else if (letter === '"') quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === '{') depth += 1;
    else if (letter === '}') {
      depth -= 1;
      if (depth === 0) return i + 1;
    }
  }
  return -1;
}
