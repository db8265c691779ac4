import type { Agent, AgentFactory } from '../contract/agent.js';
import { kindOfModel } from '../contract/model.js';
import { REPAIR_VERSION } from '../models/ask-structured.js';
import { answerSchemas } from './answers.js';
import { intend } from './intend.js';
import { memoryToState, NO_MEMORY, stateToMemory, type ChatMemory } from './memory/chat-memory.js';
import { expire } from './memory/forget.js';
import { remember } from './memory/remember.js';
import { noteEnds } from './memory/take-in.js';
import { chatOptions, type ChatOptions } from './options.js';
import { promptVersions, type Wording } from './prompts.js';
import { STAND_IN_VERSION } from '../stand-in/version.js';
import { summarise } from './summarise.js';

/**
 * An agent that lets a model decide. One prompt serves all structures; of it only a paragraph about the seat's place in
 * the structure differs. It remembers messages and its own plans, each within a budget of its own.
 */
export const chat: AgentFactory = {
  name: 'chat',
  summary: 'a language model talks, plans and remembers',
  version: 1,
  options: chatOptions,
  modelKind: ({ model }) => kindOfModel(model as string),
  versions: ({ prompt, model }) => ({
    ...promptVersions(prompt as Wording),
    'prompt.format-repair': REPAIR_VERSION,
    ...(kindOfModel(model as string) === 'stand-in' && { 'model.rule-based': String(STAND_IN_VERSION) }),
  }),
  privileged: false,
  create(scenario, given): Agent {
    const options = given as ChatOptions;
    const schemas = answerSchemas(scenario);
    return {
      init: () => memoryToState(NO_MEMORY),
      async decide(activation, state, { model }) {
        const noted = noteEnds(stateToMemory(state), activation);
        const { memory, evicted } = expire(noted, activation.time, options);
        const source = { scenario, options, activation, memory };
        const intention = await intend(source, schemas, model);
        const condense = (full: ChatMemory): Promise<string | null> =>
          summarise({ ...source, memory: full }, schemas, model);
        const kept = await remember(memory, activation, intention, options, condense);
        return {
          state: memoryToState(kept.memory),
          ...intention,
          evicted: [...evicted, ...kept.evicted],
        };
      },
    };
  },
};
