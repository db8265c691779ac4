/**
 * The one place for trigonometry in state updates. `Math.sin` and its relatives differ between machines in the last
 * bit; these use only + - * / sqrt and rounding, which IEEE 754 fixes exactly.
 * @module
 */

const HALF_PI = Math.PI / 2;
const QUARTER_PI = Math.PI / 4;
const TAN_EIGHTH_PI = Math.sqrt(2) - 1;

// Minimax coefficients of fdlibm (Sun Microsystems, 1993), lowest power first.
const SIN = [
  -1.66666666666666324348e-1, 8.33333333332248946124e-3, -1.98412698298579493134e-4,
  2.75573137070700676789e-6, -2.50507602534068634195e-8, 1.58969099521155010221e-10,
];
const COS = [
  4.16666666666666019037e-2, -1.38888888888741095749e-3, 2.48015872894767294178e-5,
  -2.75573143513906633035e-7, 2.0875723212981748279e-9, -1.13596475577881948265e-11,
];
const ATAN = [
  3.33333333333329318027e-1, -1.99999999998764832476e-1, 1.42857142725034663711e-1, -1.1111110405462355788e-1,
  9.09088713343650656196e-2, -7.69187620504482999495e-2, 6.66107313738753120669e-2,
  -5.83357013379057348645e-2, 4.97687799461593236017e-2, -3.6531572744216915527e-2, 1.62858201153657823623e-2,
];

/**
 * Unit vector at `angle` radians, counter-clockwise from the x axis. Exact at multiples of a quarter turn; within
 * 1e-12 elsewhere for angles up to a thousand turns.
 */
export function direction(angle: number): { x: number; y: number } {
  const quarters = Math.round(angle / HALF_PI);
  const rest = angle - quarters * HALF_PI;
  const square = rest * rest;
  const sin = rest + rest * square * polynomial(SIN, square);
  const cos = 1 - square / 2 + square * square * polynomial(COS, square);
  switch (quarters - 4 * Math.floor(quarters / 4)) {
    case 0:
      return { x: cos, y: sin };
    case 1:
      return { x: 0 - sin, y: cos };
    case 2:
      return { x: 0 - cos, y: 0 - sin };
    default:
      return { x: sin, y: 0 - cos };
  }
}

/**
 * Angle of the vector (x, y) in (-pi, pi] radians, counter-clockwise from the x axis; 0 for the null vector. Exact on
 * the axes and diagonals, within 2e-15 elsewhere.
 */
export function angleOf(x: number, y: number): number {
  const width = Math.abs(x);
  const height = Math.abs(y);
  if (width === 0 && height === 0) return 0;
  const acute = height <= width ? arcTangent(height / width) : HALF_PI - arcTangent(width / height);
  const upper = x < 0 ? Math.PI - acute : acute;
  return y < 0 ? -upper : upper;
}

/** Arc tangent of a ratio in [0, 1]. */
function arcTangent(ratio: number): number {
  if (ratio > TAN_EIGHTH_PI) return QUARTER_PI + arcTangentNearZero((ratio - 1) / (ratio + 1));
  return arcTangentNearZero(ratio);
}

function arcTangentNearZero(ratio: number): number {
  const square = ratio * ratio;
  return ratio - ratio * square * polynomial(ATAN, square);
}

function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) value = value * x + (coefficients[i] as number);
  return value;
}
