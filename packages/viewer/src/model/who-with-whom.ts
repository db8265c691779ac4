import { agentView, interactionGraph, type AgentView, type InteractionGraph } from '@quorum/metrics';
import type { EpisodeModel } from './episode-model.js';

/** The interaction graph by agents, of what had happened by a moment (virtual time, microseconds). */
export function whoWithWhom({ graph, events }: EpisodeModel, time: number): AgentView {
  const whole: InteractionGraph = interactionGraph.result(graph);
  const happened = (seq: number): boolean => (events[seq]?.time ?? Infinity) <= time;
  return agentView({
    ...whole,
    nodes: whole.nodes.filter(({ id }) => happened(id)),
    edges: whole.edges.filter(({ from, seq }) => happened(from) && happened(seq)),
  });
}
