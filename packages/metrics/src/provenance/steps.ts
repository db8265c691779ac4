/** What may follow a message, in this order. */
export const STEPS = ['interrupt', 'planChange', 'attempt', 'success'] as const;
export type Step = (typeof STEPS)[number];

/** Each step in words, for columns. */
export const stepWords: Readonly<Record<Step, string>> = {
  interrupt: 'the seat is interrupted',
  planChange: 'it commits to a plan for another task than before',
  attempt: 'it begins or joins an attempt',
  success: 'an attempt that it takes part in succeeds',
};
