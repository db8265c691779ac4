import type { Component } from './component.js';

/** Checks plans before bodies move, and has those repaired that will not do together (COOP², arXiv 2603.00349v2). */
export type RepairPolicy = Component;
