import type { Terminal } from '../output/terminal.js';
import { loadSuite } from '../suite/load-suite.js';
import { planSuite } from '../suite/plan-suite.js';
import { catalog } from '../system/catalog.js';
import { openPilot } from './open-pilot.js';
import { planSeeds, type Aim } from './plan-seeds.js';
import { showPlan } from './show-plan.js';

/** Options of `quorum plan`, as the command line gives them. */
export interface PlanOptions extends Aim {
  /** Run folder of a pilot; where left out, one is played. */
  readonly pilot?: string;
  readonly workers: number;
  readonly json: boolean;
}

/** `quorum plan`: how many seeds a suite needs. */
export async function planCommand(target: string, options: PlanOptions, terminal: Terminal): Promise<void> {
  const { detect, power, alpha } = options;
  const { suite: loaded, source } = loadSuite(target, [], catalog.scenarios);
  const suite = planSuite(loaded, source, catalog);
  const pilot = await openPilot(suite, { ...options, target }, terminal);
  const aim = { detect, power, alpha };
  showPlan({ suite, pilot, aim, need: planSeeds(suite, pilot, aim) }, options.json, terminal);
}
