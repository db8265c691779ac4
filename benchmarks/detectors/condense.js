import { defaultThresholds, detectors } from '@quorum/metrics';
import { scoreBaseline, TAUS } from './baseline.js';
import { FAULTS } from './cases.js';
import { GRID } from './grid.js';
import { attribution, findingsAfter, isStruck, quality, rates, scoreRule } from './score.js';

const expectedOf = new Map(FAULTS.map(({ label, expected }) => [label, expected]));

const clean = (played) => played.filter(({ kind }) => kind === 'clean');
/** Nothing was injected, whether the team does well or not. */
const uninjected = (played) => played.filter(({ kind }) => kind !== 'fault');
/** Cases that a rule is the first to answer for, and that struck. */
const ownCases = (played, rule) =>
  played.filter((one) => one.kind === 'fault' && expectedOf.get(one.label)?.[0] === rule && isStruck(one));
const detectable = (played) =>
  played.filter((one) => one.kind === 'fault' && expectedOf.get(one.label).length > 0 && isStruck(one));

/** A detector that finds fewer of its faults than this whatever its threshold is not tuned by them. */
const ENOUGH = 0.5;

/** What is to be found of a detector's faults. */
const TARGET_RECALL = 0.9;

/**
 * Orders values of a threshold, best first, as the targets do: those that find enough before those that do not, then those
 * that flag the fewest controls, then those that find most; of equals, the one nearest to the default. Where none finds
 * enough, F1 decides.
 */
function byTargets(preset) {
  const isEnough = ({ recall }) => recall >= TARGET_RECALL;
  return (a, b) =>
    isEnough(b) - isEnough(a) ||
    (isEnough(a) ? a.falseAlarms - b.falseAlarms || b.recall - a.recall : b.quality - a.quality) ||
    Math.abs(a.value - preset) - Math.abs(b.value - preset);
}

/** The best value of each threshold on development seeds, and the τ with the best F1. */
export function tune(played) {
  const tuned = Object.entries(GRID).map(([rule, [threshold, values]]) => {
    const tried = values.map((value, set) => {
      const scored = scoreRule(ownCases(played, rule), uninjected(played), rule, set);
      const { recall, falseAlarms } = scored;
      return { value, recall, falseAlarms, quality: quality(scored) };
    });
    const preset = defaultThresholds[threshold];
    if (tried.every(({ recall }) => !(recall >= ENOUGH))) return { rule, threshold, tried, chosen: preset };
    const [{ value: chosen }] = [...tried].sort(byTargets(preset));
    return { rule, threshold, tried, chosen };
  });
  const taus = TAUS.map((tau) => ({
    tau,
    quality: quality(scoreBaseline(detectable(played), uninjected(played), tau)),
  }));
  const best = taus.reduce((a, b) => (b.quality > a.quality ? b : a));
  return { tuned, tau: best.tau, taus };
}

/** What the page tells of unseen seeds and parameters. */
export function condense(played, tau) {
  const modes = ['barrier', 'async'];
  const of = (mode) => played.filter((one) => mode === null || one.mode === mode);
  const rules = detectors.map(({ id, severity }) => ({
    rule: id,
    severity,
    all: scoreRule(ownCases(played, id), clean(played), id, 0),
    modes: modes.map((mode) => ({
      mode,
      cannotFire: reasons(of(mode), id),
      ...scoreRule(ownCases(of(mode), id), clean(of(mode)), id, 0),
    })),
  }));
  const faults = FAULTS.flatMap(({ label, expected }) =>
    modes.map((mode) => faultRow(of(mode), label, expected, mode, tau)),
  );
  return {
    rules,
    faults,
    any: anyExpected(played, ['failure', 'warning']),
    anyFailure: anyExpected(played, ['failure']),
    baseline: { tau, ...scoreBaseline(detectable(played), clean(played), tau) },
    attribution: attributions(played),
    controls: controls(played),
    waiting: confirmedWaits(clean(played)),
  };
}

/** Worlds of this clock mode in which the rule cannot fire, and why. */
function reasons(played, rule) {
  const found = played.flatMap(({ record }) => record.cannotFire.filter((one) => one.rule === rule));
  return [...new Set(found.map(({ reason }) => reason))];
}

const severityOf = new Map(detectors.map(({ id, severity }) => [id, severity]));

/** All detectors of these severities together: one that should see the fault has, against any of them in clean play. */
function anyExpected(played, severities) {
  const isMeant = (rule) => severities.includes(severityOf.get(rule));
  const struck = detectable(played).filter(({ label }) => expectedOf.get(label).some(isMeant));
  const delays = struck.flatMap((one) => {
    const [first] = findingsAfter(one, expectedOf.get(one.label).filter(isMeant), 0);
    return first === undefined ? [] : [(first.time - one.record.strikes[0].time) / 1e6];
  });
  const alarms = clean(played).map(
    ({ record }) => record.findings[0].filter(({ severity }) => severities.includes(severity)).length,
  );
  return rates(delays, struck.length, alarms, clean(played));
}

function faultRow(played, label, expected, mode, tau) {
  const cases = played.filter((one) => one.kind === 'fault' && one.label === label);
  const struck = cases.filter(isStruck);
  const found = struck.filter((one) => findingsAfter(one, expected, 0).length > 0);
  const others = new Map();
  for (const { record } of struck) {
    const rules = new Set(record.findings[0].map(({ rule }) => rule));
    for (const rule of rules) if (!expected.includes(rule)) others.set(rule, (others.get(rule) ?? 0) + 1);
  }
  const mean = (list) => list.reduce((sum, value) => sum + value, 0) / list.length;
  const twinOf = (one) =>
    played.find(({ kind, world, seed }) => kind === 'clean' && world === one.world && seed === one.seed);
  const harmed = struck.filter((one) => one.record.share < twinOf(one).record.share);
  return {
    label,
    mode,
    expected,
    played: cases.length,
    struck: struck.length,
    found: found.length,
    baseline: scoreBaseline(struck, clean(played), tau).found,
    share: mean(struck.map(({ record }) => record.share)),
    cleanShare: mean(struck.map((one) => twinOf(one).record.share)),
    harmed: harmed.length,
    foundHarmed: harmed.filter((one) => found.includes(one)).length,
    others: [...others].sort((a, b) => b[1] - a[1]),
  };
}

function attributions(played) {
  return FAULTS.filter(({ expected }) => expected.length > 0).map(({ label, expected }) => {
    const cases = played.filter((one) => one.label === label && one.kind === 'fault' && isStruck(one));
    return { label, ...attribution(cases, expected, 0) };
  });
}

/** What was found where nothing was injected. */
function controls(played) {
  const groups = new Map();
  for (const one of played) {
    if (one.kind === 'fault') continue;
    const key = `${one.kind} ${one.label} ${one.mode}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((cases) => {
    const [{ kind, label, mode }] = cases;
    const count = (severity) =>
      cases.filter(({ record }) => record.findings[0].some((one) => one.severity === severity)).length;
    const rules = new Set(cases.flatMap(({ record }) => record.findings[0].map(({ rule }) => rule)));
    return {
      kind,
      label,
      mode,
      episodes: cases.length,
      share: cases.reduce((sum, { record }) => sum + record.share, 0) / cases.length,
      failures: count('failure'),
      seeds: cases
        .filter(({ record }) => record.findings[0].some(({ severity }) => severity === 'failure'))
        .map(({ seed }) => seed),
      warnings: count('warning'),
      rules: [...rules].sort(),
    };
  });
}

/** Standstills found in clean play, and how many of them ended with an agent giving up its wait. */
function confirmedWaits(played) {
  const waits = played.flatMap(({ record }) =>
    record.findings[0]
      .filter(({ rule }) => rule === 'physical-deadlock')
      .map(({ seats, time }) =>
        record.timeouts.some(
          (one) => seats.includes(one.seat) && one.time >= time && one.time <= time + WAIT,
        ),
      ),
  );
  return { found: waits.length, confirmed: waits.filter(Boolean).length };
}

/** The longest wait for others that plans ask for, microseconds. */
const WAIT = 35_000_000;
