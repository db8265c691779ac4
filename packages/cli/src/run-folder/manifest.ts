import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { QuorumError, type JsonObject } from '@quorum/events';
import { readError } from '@quorum/events/node';
import { headerSchema } from '@quorum/events/schema';
import { z } from 'zod';
import { priceSchema } from '../models/prices.js';
import { displayPath } from '../system/paths.js';
import { writeAtomically } from '../system/write-atomically.js';
import { enclosingFolder } from './enclosing-folder.js';
import { isPathInside } from './is-path-inside.js';

export const MANIFEST_FILE = 'manifest.json';
const FORMAT = 'quorum-run/1';

const options: z.ZodType<JsonObject> = z.record(z.string(), z.json());

const condition = z
  .strictObject({
    fingerprint: z.string(),
    /** Name of its folder in `episodes/`. */
    slug: z.string(),
    /** Options that the suite sets; `header` has all of them. */
    settings: z
      .strictObject({ options, agentOptions: options, modelOptions: options, channel: options })
      .readonly(),
    /** Header of its first episode; the others differ in seed and repeat only. */
    header: headerSchema,
  })
  .readonly();

const count = z.int().min(0);

/** What a language model did, as its provider counts it. */
const usage = z
  .strictObject({
    model: z.string(),
    calls: count,
    inputTokens: count,
    outputTokens: count,
    /** Part of `outputTokens`. */
    reasoningTokens: count,
    /** Null when the price of the model is not known. */
    dollars: z.number().nullable(),
  })
  .readonly();

const episode = z
  .strictObject({
    /** Its folder, relative to the run folder. */
    path: z.string().refine(isPathInside, 'leads out of the run folder'),
    /** Fingerprint. */
    condition: z.string(),
    seed: z.number(),
    repeat: z.number(),
    /** Host time that playing it took; null while unfinished or when its run was killed. Never part of a result. */
    wallMs: z.number().nullable(),
    /** Likewise; also null where no language model was called. */
    usage: z.array(usage).readonly().nullable(),
  })
  .readonly();

const limit = z.number().nullable();

/** How language models were reached. Holds no key and no more of an address than its server. */
const models = z
  .strictObject({
    server: z.string().nullable(),
    maxConnections: limit,
    requestsPerMinute: limit,
    tokensPerMinute: limit,
    timeoutSeconds: limit,
    maxCost: limit,
    /** What tokens cost, by `provider:model`, US dollars per million; without models of which that was not known. */
    prices: z.record(z.string(), priceSchema).readonly().default({}),
    /** Everything that was paid for, also by episodes that were abandoned. */
    usage: z.array(usage).readonly(),
  })
  .readonly();

/** Fingerprints of two conditions that are compared, and the axis along which. */
const comparison = z
  .strictObject({ axis: z.string(), condition: z.string(), baseline: z.string() })
  .readonly();

const session = z
  .strictObject({
    /** ISO 8601, host clock. */
    startedAt: z.string(),
    endedAt: z.string().nullable(),
    outcome: z.enum(['running', 'finished', 'failed', 'interrupted']),
    workers: z.number(),
    /** Episodes at a time in each worker. */
    concurrency: z.number(),
    /** Null when no language model played. */
    models: models.nullable(),
    played: z.number(),
    failed: z.number(),
    quorum: z.string(),
    node: z.string(),
    host: z
      .strictObject({ platform: z.string(), arch: z.string(), cpu: z.string(), cpus: z.number() })
      .readonly(),
  })
  .readonly();

const manifest = z
  .strictObject({
    format: z.literal(FORMAT),
    suite: z.string(),
    title: z.string(),
    primary: z.string(),
    secondary: z.array(z.string()).readonly(),
    /** Fields set on the command line, as typed; empty for the suite as published. */
    overrides: z.array(z.string()).readonly(),
    /** Version of every metric in `metrics.json`. */
    metrics: z.record(z.string(), z.number()).readonly(),
    conditions: z.array(condition).readonly(),
    episodes: z.array(episode).readonly(),
    /** One family of tests. */
    comparisons: z.array(comparison).readonly().default([]),
    /** One entry per invocation of `quorum run` on this folder. */
    sessions: z.array(session).readonly(),
  })
  .readonly();

/** What a run folder holds, and how it came to be: everything that must not stand in a log. */
export type Manifest = z.output<typeof manifest>;
export type ManifestCondition = z.output<typeof condition>;
export type ManifestEpisode = z.output<typeof episode>;
export type ManifestSession = z.output<typeof session>;
export type ManifestModels = z.output<typeof models>;
export type ModelUsage = z.output<typeof usage>;

/** `format` of a new manifest. */
export const MANIFEST_FORMAT = FORMAT;

/**
 * Reads the manifest of a run folder.
 * @throws QuorumError `FILE_UNREADABLE` when there is none, `CONFIG_INVALID` when it is damaged
 */
export function readManifest(folder: string): Manifest {
  const path = join(folder, MANIFEST_FILE);
  let text;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const run = enclosingFolder(folder, MANIFEST_FILE);
    if (run === null) {
      throw readError(displayPath(path), error, 'name a run folder, as written by `quorum run`.');
    }
    throw new QuorumError('FILE_UNREADABLE', `${displayPath(folder)} lies in a run folder, but is none.`, {
      fix: `name the run folder: ${displayPath(run)}.`,
      cause: error,
    });
  }
  const parsed = manifest.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue ? ` (${issue.path.join('.') || 'file'}: ${issue.message})` : '';
  throw new QuorumError('CONFIG_INVALID', `${displayPath(path)} is damaged or of another version${where}.`, {
    fix: 'run the suite into another folder; the finished episodes in this one stay readable by `quorum log`.',
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Text of `manifest.json`. */
export function manifestText(value: Manifest): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** @throws QuorumError `FILE_UNWRITABLE` */
export function writeManifest(folder: string, value: Manifest): void {
  writeAtomically(join(folder, MANIFEST_FILE), manifestText(value));
}
