import type { Range } from "./lines";

/** The next number of a stream, evenly spread over (0, 1), both ends left out. */
export type Stream = () => number;

/**
 * A stream of numbers that depends on its seeds alone (the sfc32 generator, its state filled by an FNV-1a hash), so that
 * the same inputs give the same simulation on every machine.
 */
export function stream(...seeds: readonly (string | number)[]): Stream {
  const name = seeds.join("/");
  let [a, b, c] = [hash(`a/${name}`), hash(`b/${name}`), hash(`c/${name}`)];
  let counter = 1;
  const next = () => {
    const mixed = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + mixed) | 0;
    return ((mixed >>> 0) + 0.5) / 4294967296;
  };
  for (let round = 0; round < 12; round++) next();
  return next;
}

function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  return state;
}

/** How tightly a PERT estimate clings to its likely value; 4 is the method's own. */
const PERT_WEIGHT = 4;

/**
 * Draws from a PERT distribution: a beta between low and high, of mean (low + 4 × likely + high) ÷ 6, whose mode is the
 * likely value (Malcolm, Roseboom, Clark and Fazar, «Application of a technique for R&D program evaluation», 1959).
 */
export function pert({ low, likely, high }: Range, next: Stream): Stream {
  const width = high - low;
  if (!(width > 0)) return () => likely;
  const share = beta(1 + (PERT_WEIGHT * (likely - low)) / width, 1 + (PERT_WEIGHT * (high - likely)) / width, next);
  return () => low + width * share();
}

const LOG_4 = Math.log(4);
const ONE_PLUS_LOG_5 = 1 + Math.log(5);

/** Draws from a beta distribution with both shapes at least 1 (Cheng's algorithm BB, 1978; a power where one shape is 1). */
function beta(alpha: number, bravo: number, next: Stream): Stream {
  if (alpha <= 1) return () => 1 - next() ** (1 / bravo);
  if (bravo <= 1) return () => next() ** (1 / alpha);
  const small = Math.min(alpha, bravo);
  const large = Math.max(alpha, bravo);
  const sum = alpha + bravo;
  const slope = Math.sqrt((sum - 2) / (2 * alpha * bravo - sum));
  const gamma = small + 1 / slope;
  return () => {
    for (;;) {
      const first = next();
      const z = first * first * next();
      const v = slope * Math.log(first / (1 - first));
      const w = small * Math.exp(v);
      const r = gamma * v - LOG_4;
      const s = small + r - w;
      const accepted =
        s + ONE_PLUS_LOG_5 >= 5 * z || s >= Math.log(z) || r + sum * Math.log(sum / (large + w)) >= Math.log(z);
      if (accepted) return (alpha === small ? w : large) / (large + w);
    }
  };
}
