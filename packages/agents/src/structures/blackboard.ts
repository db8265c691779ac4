import type { Structure } from '../contract/structure.js';

/** A shared message pool that interrupts nobody. */
export const blackboard: Structure = {
  name: 'blackboard',
  summary: 'everybody may post while planning, within a budget, and reads when planning next',
  topology: { name: 'full' },
  protocol: { name: 'bulletin' },
  channel: { messages: 2, windowSeconds: 10 },
};
