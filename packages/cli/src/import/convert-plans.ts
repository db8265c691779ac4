import type { Coop2Team } from './coop2-team.js';
import { actionEntries, commitmentOf, endOf, type Made } from './plan-entries.js';
import { decisionTimes, planRecords, type PlanRecord } from './plan-records.js';
import type { Coop2Episode } from './read-coop2.js';
import { comparePositions, type Entry, type Position } from './timeline.js';

/** Plans and their actions. */
export function convertPlans(episode: Coop2Episode, team: Coop2Team): Entry[] {
  const records = planRecords(episode, team);
  return team.names.flatMap((name, seat) => {
    const own = records.filter((record) => record.seat === seat).sort((a, b) => a.start - b.start);
    const decided = decisionTimes(episode.logs['agent_states.json'][name] ?? [], own);
    return courseOf(own, decided);
  });
}

/** The entries of one seat's plans: what belongs to a plan never comes before its commitment or after its end. */
function courseOf(plans: readonly PlanRecord[], decided: ReadonlyMap<PlanRecord, number>): Entry[] {
  const entries: Entry[] = [];
  let latest: Position = { step: 0, phase: 'world', micros: null };
  const add = (wanted: Position, ...made: readonly Made[]): void => {
    if (comparePositions(wanted, latest) > 0) latest = wanted;
    const { step, phase, micros } = latest;
    entries.push(...made.map((entry) => ({ step, phase, micros, ...entry })));
  };
  plans.forEach((record, i) => {
    const { start, end } = record;
    const commitment: Position = { step: start, phase: 'minds', micros: decided.get(record) ?? null };
    add(commitment, ...commitmentOf(record));
    record.plan.actions.forEach((action, number) => {
      if (action.start_step === null) return;
      const [assigned, ended] = actionEntries(record, action, number);
      add(action.start_step <= start ? commitment : inWorld(action.start_step), assigned);
      const until = action.end_step ?? end;
      if (until !== null) add(inWorld(until), ended);
    });
    if (end === null) return;
    const next = plans[i + 1];
    // A plan that gave way to the next one ends at the moment in which that is committed.
    const givesWay = next?.start === end && record.plan.status === 'interrupted';
    const closing = givesWay
      ? ({ step: end, phase: 'minds', micros: decided.get(next) ?? null } as const)
      : inWorld(end);
    add(closing, ...endOf(record));
  });
  return entries;
}

function inWorld(step: number): Position {
  return { step, phase: 'world', micros: null };
}
