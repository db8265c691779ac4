import type { Fold } from '@quorum/events';
import { buildGraph } from './build-graph.js';
import type { InteractionGraph } from './graph.js';
import { createGraph, type GraphState } from './graph-state.js';
import { GRAPH_EVENTS, stepGraph } from './step-graph.js';

/**
 * The Dynamic Interaction Graph (DIG, arXiv 2603.00309) of an episode. Not among the metrics: for viewers and analysis.
 * State and result grow with messages, activations and what these bring about, not with ticks.
 */
export const interactionGraph: Fold<GraphState, InteractionGraph> = {
  name: 'interaction-graph',
  version: 1,
  reads: GRAPH_EVENTS,
  init: createGraph,
  step(state, event) {
    stepGraph(state, event);
    return state;
  },
  result: buildGraph,
};
