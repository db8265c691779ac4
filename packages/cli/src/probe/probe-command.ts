import { dirname, resolve } from 'node:path';
import { kindOfModel, openProbe, PROBE_VARIANTS, resolveModelOptions, type Probe } from '@quorum/agents';
import { findScenario } from '@quorum/env';
import { QuorumError, type EpisodeHeader, type JsonObject, type QuorumEvent } from '@quorum/events';
import { assertComplete } from '@quorum/events/node';
import { openLog } from '../log/log-file.js';
import { EXIT, type ExitCode } from '../output/exit-codes.js';
import { startProgress } from '../output/progress.js';
import type { Terminal } from '../output/terminal.js';
import { modelOf } from '../run/episode-models.js';
import type { ModelOptions } from '../run/run-options.js';
import { watchInterrupt } from '../system/interrupt.js';
import { displayPath } from '../system/paths.js';
import { askVariants, variantOf, type AskedModel, type ProbePlan } from './ask-variants.js';
import { findDecision, type LoggedDecision } from './logged-decision.js';
import { openProbedModel } from './open-probed-model.js';
import { writeProbe } from './probe-file.js';
import { PROBE_FORMAT, type ProbeHead } from './probe-result.js';
import { showProbe } from './show-probe.js';

/** Options of `quorum probe`. */
export interface ProbeOptions extends ModelOptions {
  readonly seat: number;
  /** Number of the decision within the seat, from 1. */
  readonly decision: number;
  /** `seq` of the sending of the one message to vary; all new messages where left out. */
  readonly message?: number;
  /** In place of the model that the episode asked. */
  readonly model?: string;
  readonly repeats: number;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** `quorum probe`: asks for a logged decision again with its messages changed, and writes what comes of it. */
export async function probeCommand(
  target: string,
  options: ProbeOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { path, log } = openLog(resolve(target));
  const events = [...log];
  assertComplete(log, displayPath(path));
  const logged = findDecision(log.header, events, options);
  const plan = planProbe(log.header, logged, options);
  const head = headOf(plan, logged, events);
  const total = PROBE_VARIANTS.length * plan.repeats;
  const model = await openProbedModel(plan.asked.model, findScenario(plan.header.scenario), options);
  const progress = startProgress(terminal, { total, noun: 'answers', quiet: options.quiet || options.json });
  const interrupt = watchInterrupt();
  try {
    const answers = await askVariants(plan, model.client, interrupt.signal, ({ variant, repeat, action }) =>
      progress.step(`${variant} ${repeat}: ${action}`),
    );
    progress.stop();
    const written = writeProbe(dirname(path), { head, answers });
    showProbe({ head, answers }, { path: written, json: options.json }, terminal);
    return EXIT.ok;
  } catch (error) {
    if (interrupt.signal.aborted) return EXIT.interrupted;
    throw error;
  } finally {
    progress.stop();
    interrupt.release();
    await model.close();
  }
}

function planProbe(header: EpisodeHeader, logged: LoggedDecision, options: ProbeOptions): ProbePlan {
  const { seat, decision } = logged;
  const own = askedBy(header, seat);
  const { request, probe } = openCall(header, logged);
  const model = options.model ?? own.model;
  const asked = model === own.model ? own : { model, options: resolveModelOptions(model, own.options) };
  const positions = positionsOf(logged, options.message);
  const { repeats } = options;
  return { header, seat, decision, probe, positions, repeats, asked, logged: { ...own, request } };
}

/** The call that asked for the decision: not the one before it, which condensed memory. */
function openCall(
  { scenario }: EpisodeHeader,
  { seat, decision, calls, heard }: LoggedDecision,
): { readonly request: string; readonly probe: Probe } {
  for (const { request, prompt } of calls) {
    const probe = openProbe(findScenario(scenario), prompt);
    if (probe?.news.length === heard.length) return { request, probe };
  }
  throw new QuorumError(
    'USAGE',
    `decision ${decision} of seat ${seat} cannot be probed: its prompt does not ask for a decision of one seat with new messages.`,
    { fix: 'probe another decision; minds that plan for a whole team hear nobody.' },
  );
}

/** What the seat asked; a seat with a logged call has a model. */
function askedBy({ team }: EpisodeHeader, seat: number): AskedModel {
  const options = team[seat]?.options ?? {};
  return { model: modelOf(options) ?? '', options: (options['modelOptions'] ?? {}) as JsonObject };
}

/** @throws QuorumError `USAGE` when the message is not one of the new ones */
function positionsOf({ heard, seat, decision }: LoggedDecision, message: number | undefined): number[] {
  const all = heard.map((_, position) => position);
  if (message === undefined) return all;
  const chosen = all.filter((position) => heard[position] === message);
  if (chosen.length > 0) return chosen;
  throw new QuorumError('USAGE', `message ${message} was not new to seat ${seat} at decision ${decision}.`, {
    fix: `name one of its new messages, ${[...new Set(heard)].join(', ')}, or none for all of them.`,
  });
}

function headOf(plan: ProbePlan, logged: LoggedDecision, events: readonly QuorumEvent[]): ProbeHead {
  const { seat, decision, probe, positions, repeats, asked } = plan;
  const last = events.at(-1);
  const told = PROBE_VARIANTS.map((variant) => {
    const lines = probe.tell(variantOf(plan)(variant));
    return [variant, positions.map((position) => lines[position] ?? '')] as const;
  });
  return {
    format: PROBE_FORMAT,
    log: last?.type === 'episode.ended' ? last.digest : '',
    ...{ seat, decision, activation: logged.activation, tick: logged.tick },
    purpose: probe.purpose,
    messages: [...new Set(positions.map((position) => logged.heard[position] ?? 0))],
    model: asked.model,
    modelKind: kindOfModel(asked.model) === 'stand-in' ? 'stand-in' : 'llm',
    modelOptions: { ...asked.options } as ProbeHead['modelOptions'],
    repeats,
    told: Object.fromEntries(told),
  };
}
