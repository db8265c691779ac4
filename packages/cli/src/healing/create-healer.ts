import type { Healer, Intervention, Message, Observer } from '@quorum/agents';
import { createRng } from '@quorum/env';
import type { EpisodeHeader, EventOf, QuorumEvent } from '@quorum/events';
import { createDetection, failures, type Finding } from '@quorum/metrics';
import { z } from 'zod';
import { MATCHED_VERSIONS, matchedTo, matchOption, type Control } from './control.js';
import type { Policy } from './policy.js';

const options = z.strictObject({
  warnings: z.boolean().default(false).describe('acts on warnings, too, not on failures only'),
  most: z.int().min(0).max(10_000).default(30).describe('most findings of an episode that it acts on'),
  pauseSeconds: z
    .number()
    .min(0)
    .default(20)
    .describe('after it has acted on a rule and task, how long it leaves both alone, virtual time'),
});

const controlOptions = options.extend(matchOption);

const versions = { detectors: String(failures.version) };

/** A policy as a healer: detectors watch the episode, and the policy treats what they find. */
export function createHealer(policy: Policy): Healer {
  const { name, summary, version } = policy;
  const create: Healer['create'] = (header) =>
    watch(header, policy, options.parse(header.healing?.options ?? {}));
  return { name, summary, version, versions, options, create };
}

/** A control as a healer, which treats what is found as a policy would that knows nothing of it. */
export function createControl(control: Control): Healer {
  const { name, summary, version } = control;
  const create: Healer['create'] = (header) => {
    const { like, ...limits } = controlOptions.parse(header.healing?.options ?? {});
    return watch(header, matchedTo(like, control), limits);
  };
  const matched = { ...versions, ...MATCHED_VERSIONS };
  return { name, summary, version, versions: matched, options: controlOptions, create };
}

function watch(
  header: EpisodeHeader,
  policy: Policy,
  { warnings, most, pauseSeconds }: z.output<typeof options>,
): Observer {
  const detection = createDetection(header);
  const requests = new Map<number, Omit<Message, 'delivered'>>();
  const treated = new Map<string, number>();
  let count = 0;

  const isDue = ({ severity, rule, task, time }: Finding): boolean => {
    if (count >= most || (severity === 'warning' && !warnings)) return false;
    const last = treated.get(`${rule} ${task}`) ?? -Infinity;
    return time - last >= pauseSeconds * 1_000_000;
  };
  const treat = (finding: Finding): readonly Intervention[] => {
    if (!isDue(finding)) return [];
    treated.set(`${finding.rule} ${finding.task}`, finding.time);
    count += 1;
    const rng = createRng(header.seed, 'healing', header.repeat, finding.id);
    const { graph } = detection;
    return policy.treat({ finding, graph, seats: header.team.length, requests, rng });
  };
  return {
    name: `healing.${policy.name}`,
    onEvent(event) {
      if (event.type === 'message.sent' && event.work) requests.set(event.seq, messageOf(event));
      const findings = detection.push(event);
      return isOver(event) ? [] : findings.flatMap(treat);
    },
  };
}

/** Nobody can be helped after the end. */
const isOver = ({ type }: QuorumEvent): boolean => type === 'episode.ended';

function messageOf(event: EventOf<'message.sent'>): Omit<Message, 'delivered'> {
  const { seq: id, seat: from, kind, text, task, claims, work, time: sent } = event;
  return { id, from, kind, text, task, claims, work, sent };
}
