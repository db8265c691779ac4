import { QuorumError } from '@quorum/events';
import { suiteNames } from '../suite/find-suite.js';
import { loadSuite } from '../suite/load-suite.js';
import { planSuite } from '../suite/plan-suite.js';
import { catalog } from '../system/catalog.js';
import { suitesFolder } from '../system/paths.js';

/** A line about each named suite; one that is wrong says what is wrong. */
export function listSuites(): { readonly name: string; readonly [column: string]: unknown }[] {
  return suiteNames(suitesFolder).map((name) => {
    try {
      const { suite, source } = loadSuite(name, [], catalog.scenarios);
      const { conditions, episodes } = planSuite(suite, source, catalog);
      return { name, conditions: conditions.length, episodes: episodes.length, title: suite.title };
    } catch (error) {
      if (!QuorumError.isInstance(error)) throw error;
      return { name, conditions: 0, episodes: 0, title: `invalid: ${error.message}` };
    }
  });
}
