import type { EpisodeHeader } from '@quorum/events';
import { playStandIns, type StandInWork } from '../forecast/stand-in-episode.js';
import type { EpisodeVerdict } from '../verify/verdict.js';
import { verifyEpisode } from '../verify/verify-episode.js';
import type { VerifyTask } from '../verify/verify-tasks.js';
import { playEpisode, type PlayedEpisode, type EpisodeTask } from '../run/play-episode.js';
import { reply, type WorkerReply } from './worker-reply.js';

/** Entry of a worker thread that plays episodes. */
export function play(task: EpisodeTask): Promise<WorkerReply<PlayedEpisode>> {
  return reply(() => playEpisode(task));
}

/** Entry of a worker thread that verifies episodes. */
export function verify(task: VerifyTask): Promise<WorkerReply<EpisodeVerdict>> {
  return reply(() => verifyEpisode(task));
}

/** Entry of a worker thread that forecasts what episodes ask of their models. */
export function forecast(header: EpisodeHeader): Promise<WorkerReply<StandInWork>> {
  return reply(() => playStandIns(header));
}
