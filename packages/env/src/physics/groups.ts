const AGENT = 0x1;
const BLOCK = 0x2;
const WALL = 0x4;
const FENCE = 0x8;

const groups = (membership: number, filter: number): number => (membership << 16) | filter;

/** Agents meet everything. */
export const AGENT_GROUPS = groups(AGENT, AGENT | BLOCK | WALL | FENCE);
/** Blocks meet everything but fences. */
export const BLOCK_GROUPS = groups(BLOCK, AGENT | BLOCK | WALL);
/** Walls stop agents and blocks. */
export const WALL_GROUPS = groups(WALL, AGENT | BLOCK);
/** Fences stop agents only: the goal strip is closed to them. */
export const FENCE_GROUPS = groups(FENCE, AGENT);
