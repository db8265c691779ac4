import type { EpisodeModel } from '../../model/episode-model.js';

/** Height of the line of points, pixels. */
export const SCORE_HEIGHT = 30;

interface ScoreProps {
  readonly model: EpisodeModel;
  readonly x: (at: number) => number;
  readonly end: number;
  readonly top: number;
}

/** Points over time. */
export function Score({ model, x, end, top }: ScoreProps) {
  const { scores } = model.tasks;
  const max = Math.max(1, model.ended?.maxScore ?? scores.at(-1)?.max ?? 1);
  const y = (points: number): number => top + SCORE_HEIGHT - 4 - (points / max) * (SCORE_HEIGHT - 8);
  const steps = scores.map(({ time: at, total }) => `H ${x(at)} V ${y(total)}`).join(' ');
  return (
    <g>
      <text class="label" x={4} y={top + 18}>
        score
      </text>
      <path class="score" d={`M ${x(0)} ${y(0)} ${steps} H ${x(end)}`} />
    </g>
  );
}

/** Seconds of virtual time. */
export function Axis({ x, end, y }: { x: (at: number) => number; end: number; y: number }) {
  const seconds = end / 1e6;
  const step = [1, 2, 5, 10, 20, 30, 60, 120, 300].find((each) => seconds / each <= 12) ?? 600;
  const ticks = Array.from({ length: Math.floor(seconds / step) + 1 }, (_, i) => i * step);
  return (
    <g class="axis">
      {ticks.map((at) => (
        <text key={at} class={seconds - at < step / 4 ? 'last' : undefined} x={x(at * 1e6)} y={y + 12}>
          {at} s
        </text>
      ))}
    </g>
  );
}
