import { QuorumError, type EpisodeHeader, type JsonObject, type QuorumEvent } from '@quorum/events';
import type { Catalog } from '../catalog/catalog.js';
import { lookUp } from '../catalog/look-up.js';
import type { Protocol } from '../contract/protocol.js';
import type { Structure } from '../contract/structure.js';
import type { Topology } from '../contract/topology.js';
import { createHeader } from '../episode/create-header.js';
import { playTrial, trialCatalog, trialSpec } from './structure-play.js';

/** What the kit cannot guess. */
export interface StructureConformanceOptions {
  /** Teams to try; default: 1, 2, 3 and 5. */
  readonly teamSizes?: readonly number[];
}

/** The structure under test with its parts. */
export class StructureSubject {
  readonly sizes: readonly number[];
  readonly catalog: Catalog;

  constructor(
    readonly structure: Structure,
    catalog: Catalog,
    { teamSizes = [1, 2, 3, 5] }: StructureConformanceOptions,
  ) {
    this.sizes = teamSizes;
    this.catalog = trialCatalog(structure, catalog);
  }

  /** Header of a team of this size; null where the topology does not fit it. */
  header(seats: number): EpisodeHeader | null {
    try {
      return createHeader(trialSpec(this.structure, seats, 'barrier'), this.catalog);
    } catch (error) {
      if (QuorumError.isInstance(error) && error.code === 'TEAM_INVALID') return null;
      throw error;
    }
  }

  /** Team sizes that it fits. */
  fitting(): readonly number[] {
    return this.sizes.filter((seats) => this.header(seats) !== null);
  }

  topology(): { readonly part: Topology; readonly options: JsonObject } {
    const { topology } = this.anyHeader();
    return { part: lookUp('topology', topology.name, this.catalog.topologies), options: topology.options };
  }

  protocol(): { readonly part: Protocol; readonly options: JsonObject } {
    const { protocol } = this.anyHeader();
    return { part: lookUp('protocol', protocol.name, this.catalog.protocols), options: protocol.options };
  }

  channel(): JsonObject {
    return { ...this.anyHeader().channel };
  }

  /** Plays short episodes behind a barrier and without one. */
  async plays(
    channel: JsonObject = {},
  ): Promise<{ readonly name: string; readonly events: readonly QuorumEvent[] }[]> {
    const plays: { readonly name: string; readonly events: readonly QuorumEvent[] }[] = [];
    for (const seats of this.fitting()) {
      for (const mode of ['barrier', 'async'] as const) {
        const spec = trialSpec(this.structure, seats, mode, channel);
        plays.push({ name: `${seats} seats, ${mode}`, events: await playTrial(spec, this.catalog) });
      }
    }
    return plays;
  }

  private anyHeader(): EpisodeHeader {
    const header = this.sizes.map((seats) => this.header(seats)).find((one) => one !== null);
    if (header === undefined || header === null)
      throw new QuorumError('TEAM_INVALID', `${this.structure.name} fits no team.`);
    return header;
  }
}
