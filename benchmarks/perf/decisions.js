import { runEpisode, structures } from '@quorum/agents';
import { prepare } from '../../packages/agents/dist/testing/play.js';
import { memoryLog } from './episode.js';
import { interleave, median } from './measure.js';

const AGENTS = 8;
const BODY_SECONDS = 60;
const ROUNDS = 5;

/** A team that tells whoever listens where it is, and waits: all else that a decision costs is the harness. */
function talkers(waitSeconds) {
  const waiting = { task: null, actions: [{ type: 'idle', seconds: waitSeconds }] };
  const talk = ({ seat, talk: { addressees }, purpose, commands, plan }) => {
    const messages =
      addressees.length === 0 || purpose === 'interrupt'
        ? []
        : [{ to: 'all', text: `seat ${seat} is at its place` }];
    const own = plan === null ? { plan: waiting } : { resume: true };
    const plans = commands.map((other) => ({ seat: other, ...waiting }));
    return Promise.resolve({ state: null, messages, ...own, plans });
  };
  return Array.from({ length: AGENTS }, () => talk);
}

/**
 * Plays on the line, a world that costs next to nothing. Returns how many decisions were made; one mind that plans for
 * several seats makes several.
 */
async function play(structure, team, seconds) {
  const { header, catalog } = prepare({ team, structure, horizonSeconds: seconds });
  const events = [];
  await runEpisode(header, { log: memoryLog(header, events), catalog });
  const count = (wanted) => events.filter(({ type }) => type === wanted).length;
  return Math.max(count('activation.ended'), count('plan.committed'));
}

/** What a decision costs beside the mind that makes it: scheduler, protocol, channel and log, in every structure. */
export async function bench({ quick = false } = {}) {
  const seconds = quick ? 5 : BODY_SECONDS;
  const counts = structures.map(() => 0);
  const works = structures.map(({ name }, i) => async () => {
    counts[i] = await play(name, talkers(1), seconds);
  });
  // The same ticks, with next to no decisions.
  const idle = () => play('individual', talkers(seconds + 1), seconds);
  const [base, ...times] = await interleave(quick ? 1 : ROUNDS, [idle, ...works]);
  return structures.map(({ name }, i) => ({
    name: `decision, ${name}`,
    value: median(times[i].map((time, round) => time - base[round])) / counts[i],
    unit: 'ms',
    atMost: 0.2,
    note: `${AGENTS} agents, ${counts[i]} decisions in ${seconds} s of body time`,
  }));
}
