/** Apart for colour-blind readers, too (Okabe and Ito), and dark enough on white. */
export const PALETTE = [
  '#0072b2',
  '#d55e00',
  '#009e73',
  '#cc79a7',
  '#e69f00',
  '#56b4e9',
  '#5b6470',
  '#b8bec7',
] as const;

export const INK = '#1f2937';
