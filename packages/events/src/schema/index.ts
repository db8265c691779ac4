/**
 * Strict schemas of everything that stands in a log.
 * @module
 */
export { eventSchema, eventSchemas } from './event-schema.js';
export { headerSchema } from './header-schema.js';
export { logJsonSchema } from './json-schema.js';
export { eventProblem, parseEvent } from './parse-event.js';
export { headerProblem, parseHeader } from './parse-header.js';
