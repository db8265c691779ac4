import { countColumn } from '../counts.js';
import type { Column, Metric } from '../metric.js';
import { createWhoToWhom, noteAddressees } from './who-to-whom.js';

export interface NetworkResult {
  /** Copies of messages from seat (row) to seat (column). */
  readonly matrix: readonly (readonly number[])[];
  /** Share of each seat in what was sent and in what was addressed to it; null without messages. */
  readonly sentShares: readonly number[] | null;
  readonly receivedShares: readonly number[] | null;
  /** Largest share of one seat in sending and receiving together; null without messages. */
  readonly hubLoad: number | null;
  /** Inequality of sending and receiving together between seats; null without messages. */
  readonly gini: number | null;
  /** Freeman centralisation of who addresses how many, and of who is addressed by how many. */
  readonly outCentralisation: number | null;
  readonly inCentralisation: number | null;
  /** Used pairs over possible ones; null in a team of one. */
  readonly density: number | null;
  /** Used pairs whose opposite is used, too, over used ones; null without messages. */
  readonly reciprocity: number | null;
}

interface State {
  readonly matrix: number[][];
}

/** Who talks to whom? Definition, unit, source and a worked example: the page below. */
export const network: Metric<State, NetworkResult> = {
  name: 'network',
  version: 1,
  reads: ['message.sent'],
  page: {
    summary: 'Who talks to whom, how much hangs on one seat, and whether talk goes both ways.',
    formula:
      'w(i, j) = number of `message.sent` of seat i that are sent to seat j, W their sum. sentShares(i) = Σ_j w(i, j) / W; receivedShares(j) = Σ_i w(i, j) / W; load(i) = (sentShares(i) + receivedShares(i)) / 2; hubLoad = largest load; gini = Σ_i Σ_j |load(i) − load(j)| / 2n. With n seats and the pairs (i, j) that have w > 0 as edges: density = edges / (n(n − 1)); reciprocity = edges whose opposite is one / edges; out-centralisation = Σ_i (largest out-degree − out-degree of i) / (n − 1)², in-centralisation likewise.',
    source:
      'Freeman 1979 (centralisation), the usual edge reciprocity; hub load and Gini named by The Five Ws of Multi-Agent Communication (arXiv 2602.11583).',
    notes:
      'Addressed copies count, whether they arrive or not (`messages.lost`). A topology sets the bounds of all of this: a star has centralised talk whatever its seats want.',
    example:
      'Of three seats, 0 sends one message to 1 and 2, 1 answers 0 twice: w(0,1) = w(0,2) = 1, w(1,0) = 2, W = 4. Loads 1/2, 3/8, 1/8; hubLoad 0.5, gini 0.25; density 3/6 = 0.5, reciprocity 2/3 = 0.6667; out-degrees 2, 1, 0: out-centralisation 3/4 = 0.75; in-degrees 1, 1, 1: in-centralisation 0.',
  },
  columns: [
    countColumn('copies', 'copies', 'messages times those they are sent to', ({ matrix }) => totalOf(matrix)),
    shareColumn('hubLoad', 'largest share of one seat in sending and receiving', (r) => r.hubLoad),
    shareColumn('gini', 'inequality of sending and receiving between seats', (r) => r.gini),
    shareColumn('outCentralisation', 'how far one seat alone does the talking', (r) => r.outCentralisation),
    shareColumn('inCentralisation', 'how far one seat alone is talked to', (r) => r.inCentralisation),
    shareColumn('density', 'pairs of seats that talk over possible ones', (r) => r.density),
    shareColumn('reciprocity', 'of these, pairs that talk both ways', (r) => r.reciprocity),
  ],
  init: ({ team }) => ({ matrix: createWhoToWhom(team.length) }),
  step(state, event) {
    if (event.type === 'message.sent') noteAddressees(state.matrix, event.seat, event.to);
    return state;
  },
  result({ matrix }) {
    const sent = matrix.map(sumOf);
    const received = matrix.map((_, seat) => sumOf(matrix.map((row) => row[seat] ?? 0)));
    const edges = matrix.map((row) => row.map((count) => (count > 0 ? 1 : 0)));
    return {
      matrix: matrix.map((row) => [...row]),
      ...loadsOf(sent, received),
      outCentralisation: centralisation(edges.map(sumOf)),
      inCentralisation: centralisation(edges.map((_, seat) => sumOf(edges.map((row) => row[seat] ?? 0)))),
      ...pairsOf(edges),
    };
  },
};

function loadsOf(
  sent: readonly number[],
  received: readonly number[],
): Pick<NetworkResult, 'sentShares' | 'receivedShares' | 'hubLoad' | 'gini'> {
  const total = sumOf(sent);
  if (total === 0) return { sentShares: null, receivedShares: null, hubLoad: null, gini: null };
  const loads = sent.map((count, seat) => (count + (received[seat] ?? 0)) / (2 * total));
  const differences = loads.flatMap((a) => loads.map((b) => Math.abs(a - b)));
  return {
    sentShares: sent.map((count) => count / total),
    receivedShares: received.map((count) => count / total),
    hubLoad: Math.max(...loads),
    gini: sumOf(differences) / (2 * loads.length),
  };
}

/** Of degrees, each from 0 to n − 1; null in a team of one. */
function centralisation(degrees: readonly number[]): number | null {
  const others = degrees.length - 1;
  if (others < 1) return null;
  const largest = Math.max(...degrees);
  return sumOf(degrees.map((degree) => largest - degree)) / (others * others);
}

function pairsOf(edges: readonly (readonly number[])[]): Pick<NetworkResult, 'density' | 'reciprocity'> {
  const seats = edges.length;
  const used = totalOf(edges);
  const mutual = sumOf(edges.flatMap((row, i) => row.map((edge, j) => edge * (edges[j]?.[i] ?? 0))));
  return {
    density: seats < 2 ? null : used / (seats * (seats - 1)),
    reciprocity: used === 0 ? null : mutual / used,
  };
}

function shareColumn(
  name: string,
  summary: string,
  value: (result: NetworkResult) => number | null,
): Column<NetworkResult> {
  return { name, summary, unit: '1', range: '0 … 1 or null', value };
}

function totalOf(rows: readonly (readonly number[])[]): number {
  return sumOf(rows.map(sumOf));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, count) => sum + count, 0);
}
