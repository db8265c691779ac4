import type { ModelCalled } from '@quorum/events';
import type { EpisodeModel } from './episode-model.js';

/** A titled part of a prompt. */
export interface PromptSection {
  /** `situation`, `memory` …; null where the part has no title. */
  readonly name: string | null;
  readonly text: string;
}

/** Reads a part of a prompt: `<name>`, text and `</name>`, each on lines of their own, or text without a title. */
export function promptSection(content: unknown): PromptSection {
  if (content === undefined) return { name: null, text: 'not in the log' };
  if (typeof content !== 'string') return { name: null, text: JSON.stringify(content, null, 2) };
  const [, name, text] = /^<([a-z][\w-]*)>\n([^]*)\n<\/\1>\s*$/.exec(content) ?? [];
  return name === undefined || text === undefined ? { name: null, text: content } : { name, text };
}

/** A part of a prompt, with who says it. */
export interface PromptPart extends PromptSection {
  readonly role: ModelCalled['prompt'][number]['role'];
}

/** What a model was shown, in order: parts that the log stores once are put back in their places. */
export function promptOf(
  { contents }: Pick<EpisodeModel, 'contents'>,
  { prompt }: ModelCalled,
): PromptPart[] {
  return prompt.map(({ role, part }) => ({ role, ...promptSection(contents.get(part)) }));
}
