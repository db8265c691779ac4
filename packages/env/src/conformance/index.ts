/**
 * The conformance kit for scenarios: what every environment promises, as checks that anybody can run.
 * @module
 */
export { assertConforms } from './assert-conforms.js';
export type { CheckResult } from './check.js';
export { CHECK_NAMES, checkScenario } from './check-scenario.js';
export { formatChecks } from './format-checks.js';
export type { ConformanceOptions, UnseenPair } from './subject.js';
