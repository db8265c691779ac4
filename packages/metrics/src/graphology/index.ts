/**
 * The interaction graph for graph libraries. Apart from the other entry, so that a browser need not load one.
 * @module
 */
export { toGraphology, type EdgeAttributes, type NodeAttributes } from './to-graphology.js';
