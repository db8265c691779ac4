/**
 * The format of the `chat` agent's prompts, both ways: what the agent writes, and what the `rule-based` stand-in reads
 * from the very same prompts. Times survive to a tenth of a second, everything else exactly.
 * @module
 */
export { readSections, section } from './prompt/sections.js';
export { readMessages, renderMessage, tellMessage, type PromptMessage } from './prompt/messages.js';
export { readPlan, renderPlan, type PromptPlan } from './prompt/plan.js';
export { readMemory, renderMemory, type PromptMemory, type RememberedPlan } from './prompt/memory.js';
export { readTalk, renderTalk, type PromptTalk } from './prompt/talk.js';
export { readRequest, renderRequest, type PromptRequest, type RequestPurpose } from './prompt/request.js';
