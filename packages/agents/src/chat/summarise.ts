import type { ModelTool } from '../contract/model.js';
import { askStructured } from '../models/ask-structured.js';
import type { AnswerSchemas } from './answers.js';
import { buildSummaryPrompt, type PromptSource } from './build-prompt.js';

/** Has the model condense what is remembered; null if it cannot in two tries. */
export async function summarise(
  source: PromptSource,
  schemas: AnswerSchemas,
  model: ModelTool,
): Promise<string | null> {
  const messages = buildSummaryPrompt(source);
  const answer = await askStructured(model, { messages, schema: schemas.summary(), name: 'summarise' });
  return 'problem' in answer ? null : answer.value.summary;
}
