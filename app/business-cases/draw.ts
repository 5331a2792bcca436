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
  const quantiles = quantilesOf({ low, likely, high });
  return () => low + width * quantileAt(quantiles, next());
}

/** Multiplies each value by a draw of its own: the same draws as `pert` gives, without a call for each. */
export function timesPert(values: Float64Array, range: Range, next: Stream): void {
  const { low, high } = range;
  const width = high - low;
  const quantiles = quantilesOf(range);
  for (let at = 0; at < values.length; at++) {
    values[at] = (values[at] as number) * (low + width * quantileAt(quantiles, next()));
  }
}

const quantilesOf = ({ low, likely, high }: Range) => betaQuantiles(1 + (PERT_WEIGHT * (likely - low)) / (high - low));

function quantileAt(quantiles: Float64Array, share: number): number {
  const place = share * QUANTILES;
  const below = place | 0;
  const from = quantiles[below] as number;
  return from + ((quantiles[below + 1] as number) - from) * (place - below);
}

/** Both shapes of a PERT's beta add up to this, so that one of them says all. */
const SHAPES = PERT_WEIGHT + 2;
/** So fine that a straight line between two neighbours is nearer to the curve than ten million draws could tell. */
const QUANTILES = 4096;
const CELLS = 256;

/** ln x, ln (1 − x) and x where the density is looked at: x = sin² θ, so that the steep ends are looked at closely. */
const ANGLES = Array.from({ length: 2 * CELLS + 1 }, (_, at) => {
  const angle = (Math.PI / 4) * (at / CELLS);
  return { sine: Math.log(Math.sin(angle)), cosine: Math.log(Math.cos(angle)) };
});

/**
 * The quantiles of a beta distribution of shapes `alpha` and 6 − alpha at equal steps of probability, by Simpson's rule
 * over θ and straight lines between: a draw is then one look-up, where rejection takes four logarithms.
 */
function betaQuantiles(alpha: number): Float64Array {
  const [atSine, atCosine] = [2 * alpha - 1, 2 * (SHAPES - alpha) - 1];
  const density = ANGLES.map(({ sine, cosine }) => {
    const power = atSine * sine + atCosine * cosine;
    return power > -700 ? Math.exp(power) : 0;
  });
  const cumulative = new Float64Array(CELLS + 1);
  for (let cell = 0; cell < CELLS; cell++) {
    const [from = 0, middle = 0, to = 0] = [density[2 * cell], density[2 * cell + 1], density[2 * cell + 2]];
    cumulative[cell + 1] = (cumulative[cell] as number) + (from + 4 * middle + to);
  }
  const whole = cumulative[CELLS] as number;
  const quantiles = new Float64Array(QUANTILES + 2);
  let cell = 0;
  for (let at = 0; at <= QUANTILES; at++) {
    const reached = (whole * at) / QUANTILES;
    while (cell < CELLS - 1 && (cumulative[cell + 1] as number) < reached) cell++;
    const from = cumulative[cell] as number;
    const inside = (cumulative[cell + 1] as number) - from || 1;
    const angle = (Math.PI / 2) * ((cell + (reached - from) / inside) / CELLS);
    quantiles[at] = Math.sin(angle) ** 2;
  }
  quantiles[QUANTILES + 1] = 1;
  return quantiles;
}
