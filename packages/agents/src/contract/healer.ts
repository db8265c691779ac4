import type { EpisodeHeader } from '@quorum/events';
import type { Scenario } from '@quorum/env';
import type { Component } from './component.js';
import type { Observer } from './observer.js';

/** A policy that watches an episode and heals what goes wrong in it, as an observer. */
export interface Healer extends Component {
  /** Versions of what it goes by, for the header. */
  readonly versions?: Readonly<Record<string, string>>;
  create(header: EpisodeHeader, scenario: Scenario): Observer;
}
