/**
 * Natural logarithm of a positive number, from `+ − × ÷` alone: `Math.log` may differ in the last bit between machines,
 * and results are compared byte for byte.
 */
export function naturalLog(x: number): number {
  let mantissa = x;
  let doublings = 0;
  while (mantissa >= Math.SQRT2) {
    mantissa /= 2;
    doublings += 1;
  }
  while (mantissa < Math.SQRT1_2) {
    mantissa *= 2;
    doublings -= 1;
  }
  return doublings * Math.LN2 + 2 * areaTangent((mantissa - 1) / (mantissa + 1));
}

/** Inverse hyperbolic tangent by its series; |z| < 0.172, so that 13 terms reach the precision of a double. */
function areaTangent(z: number): number {
  let power = z;
  let sum = 0;
  for (let exponent = 1; exponent <= 25; exponent += 2) {
    sum += power / exponent;
    power *= z * z;
  }
  return sum;
}
