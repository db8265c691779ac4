/** What `quorum list` can list. A file of its own, so that help does not load the catalog. */
export const LIST_KINDS = [
  'scenarios',
  'agents',
  'models',
  'structures',
  'topologies',
  'protocols',
  'channel',
  'clocks',
  'faults',
  'healing',
  'repair',
  'metrics',
  'suites',
] as const;
export type ListKind = (typeof LIST_KINDS)[number];
