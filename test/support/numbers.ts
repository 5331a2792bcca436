import fc from "fast-check";

const STEPS = 1_000_000;

/**
 * A number between two others: as people type them, spread evenly, and as computers hold them. `fc.double` alone takes
 * every exponent as often as the next one, so that nearly all that it gives is too near nothing to count in a sum.
 */
export const between = (min: number, max: number): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: STEPS }).map((step) => min + ((max - min) * step) / STEPS) },
    { weight: 1, arbitrary: fc.double({ min, max, noNaN: true }) },
  );
