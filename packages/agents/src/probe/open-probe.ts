import type { Scenario } from '@quorum/env';
import type { z } from 'zod';
import { answerSchemas, speechOf } from '../chat/answers.js';
import {
  readMessages,
  readRequest,
  readSections,
  readTalk,
  renderMessage,
  section,
  type PromptMessage,
  type RequestPurpose,
} from '../chat/prompt-sections.js';
import type { ModelMessage, ModelTool } from '../contract/model.js';
import { askStructured } from '../models/ask-structured.js';
import { codeAnswer, type ProbedAnswer } from './code-answer.js';

/** Code of an answer that was twice out of format. */
const INVALID = 'invalid';

/** A logged decision of the agent `chat` that can be asked again with other messages. */
export interface Probe {
  readonly purpose: RequestPurpose;
  /** The messages that were new, in the order of their arrival. */
  readonly news: readonly PromptMessage[];
  /** The new messages in the words of the prompt, each after `change`. */
  tell(change: MessageChange): string[];
  /**
   * Asks a model for the decision, with one repair as in an episode, and codes what it decides.
   *
   * @throws what the model throws
   */
  ask(model: ModelTool, change: MessageChange): Promise<string>;
}

/** What becomes of a new message at its position; the very same object where it stays. */
type MessageChange = (message: PromptMessage, position: number) => PromptMessage;

/** Reads a decision back from its logged prompt; null for a prompt that asks for none (a summary), or for several seats. */
export function openProbe(scenario: Scenario, prompt: readonly ModelMessage[]): Probe | null {
  const user = prompt.find(({ role }) => role === 'user');
  const sections = readSections(user?.parts.join('\n\n') ?? '');
  const request = readRequest(sections['request'] ?? '');
  if (request === null || request.seats.length > 0) return null;
  const { purpose } = request;
  const schema = schemaOf(scenario, purpose, sections['talk'] ?? '');
  if (schema === null) return null;
  const lines = (sections['messages'] ?? '').split('\n');
  const news = readMessages(lines.join('\n'));
  const tell = (change: MessageChange): string[] =>
    news.map((message, position) => renderMessage(change(message, position)));
  return {
    purpose,
    news,
    tell,
    async ask(model, change) {
      const body = news.length === 0 ? lines : tell(change);
      const messages = withMessages(prompt, section('messages', body.join('\n')));
      const answer = await askStructured(model, { messages, schema, name: purpose });
      return 'problem' in answer ? INVALID : codeAnswer(answer.value);
    },
  };
}

function schemaOf(scenario: Scenario, purpose: RequestPurpose, talk: string): z.ZodType<ProbedAnswer> | null {
  const schemas = answerSchemas(scenario);
  const speech = speechOf(readTalk(talk));
  switch (purpose) {
    case 'summarise':
      return null;
    case 'speak':
    case 'reply':
      return speech === null ? null : schemas.speak(speech);
    case 'interrupt':
      return schemas.interrupt(speech);
    case 'plan':
    case 'repair':
      return schemas.plan(speech);
  }
}

/** The prompt with another section `messages`. */
function withMessages(prompt: readonly ModelMessage[], messages: string): ModelMessage[] {
  return prompt.map(({ role, parts }) => ({
    role,
    parts: role === 'user' ? parts.map((part) => (part.startsWith('<messages>\n') ? messages : part)) : parts,
  }));
}
