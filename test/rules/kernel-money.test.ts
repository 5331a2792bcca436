import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseNumber, typedPrice } from "#app/kernel/input";
import { allocate, currencyDigits, type Minor, minor, NOTHING, roundMinor, shifted, sumMinor } from "#app/kernel/money";
import { between } from "../support/numbers";

const anyAmount = fc.integer({ min: -1e12, max: 1e12 }).map(minor);
const hugeAmount = fc.maxSafeInteger().map(minor);
const someWeights = fc
  .array(between(0, 1e6), { minLength: 1, maxLength: 12 })
  .filter((weights) => weights.some((weight) => weight > 1e-6));

describe("an amount in minor units", () => {
  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])("refuses %s", (value) => {
    expect(() => minor(value)).toThrow(RangeError);
  });

  it("knows no negative zero, which would read «-0,00 €»", () => {
    expect(Object.is(minor(-0), 0)).toBe(true);
    expect(Object.is(roundMinor(-0.2), 0)).toBe(true);
  });
});

describe("rounding to the minor unit", () => {
  it.each([
    [0.5, 1],
    [-0.5, -1],
    [1.4999, 1],
    [2.5, 3],
    [-2.5, -3],
    // 1.005 × 100 is 100.49999999999999 in doubles; a person who wrote 1.005 expects 101.
    [1.005 * 100, 101],
    [8.345 * 100, 835],
    [-1.005 * 100, -101],
    // Above 2^50 the guard against dust must not add a cent to an amount that is already whole.
    [1e15, 1e15],
    [2 ** 52 + 1, 2 ** 52 + 1],
    [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    [-Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER],
    [1e14 + 0.25, 1e14],
    [1e14 + 0.5, 1e14 + 1],
  ])("%s becomes %s", (value, expected) => {
    expect(roundMinor(value)).toBe(expected);
  });

  it("leaves whole amounts alone, whatever their size", () => {
    fc.assert(fc.property(hugeAmount, (amount) => roundMinor(amount) === amount));
  });

  it("is never further than half a cent and mirrors at zero", () => {
    fc.assert(
      fc.property(between(-1e12, 1e12), (value) => {
        expect(Math.abs(roundMinor(value) - value)).toBeLessThanOrEqual(0.502);
        expect(roundMinor(-value)).toBe(minor(-roundMinor(value)));
      }),
    );
  });

  it("refuses what is not a number", () => {
    expect(() => roundMinor(Number.NaN)).toThrow(RangeError);
  });
});

describe("a sum of amounts", () => {
  it("is nothing without amounts", () => {
    expect(sumMinor([])).toBe(NOTHING);
  });

  it("does not depend on the order", () => {
    fc.assert(
      fc.property(
        fc.array(anyAmount, { maxLength: 50 }),
        (amounts) => sumMinor(amounts) === sumMinor(amounts.toReversed()),
      ),
    );
  });

  it("refuses to lose a cent on its way through sums that doubles cannot hold", () => {
    const most = minor(Number.MAX_SAFE_INTEGER);
    expect(() => sumMinor([most, minor(2), minor(-5)])).toThrow(RangeError);
  });
});

describe("splitting an amount by weights", () => {
  it.each<[number, number[], number[]]>([
    [100, [1, 1, 1], [34, 33, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [101, [1, 0, 1], [51, 0, 50]],
    [1, [0, 1], [0, 1]],
    [0, [3, 2], [0, 0]],
    [1000, [0.1, 0.2, 0.7], [100, 200, 700]],
    [5, [7], [5]],
  ])("%d by %j gives %j", (total, weights, parts) => {
    expect(allocate(minor(total), weights)).toEqual(parts);
  });

  it("adds up to the cent", () => {
    fc.assert(
      fc.property(anyAmount, someWeights, (total, weights) => sumMinor(allocate(total, weights)) === total),
      { numRuns: 500 },
    );
  });

  it("adds up even where the shares themselves exceed what doubles hold exactly", () => {
    fc.assert(
      fc.property(hugeAmount, someWeights, (total, weights) => {
        const parts: readonly Minor[] = allocate(total, weights);
        expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(total));
      }),
      { numRuns: 500 },
    );
  });

  it("gives each its share within a cent, and nothing to a weight of zero", () => {
    fc.assert(
      fc.property(anyAmount, someWeights, (total, weights) => {
        const whole = weights.reduce((sum, weight) => sum + weight, 0);
        for (const [index, part] of allocate(total, weights).entries()) {
          const weight = weights[index] ?? 0;
          expect(Math.abs(part - (total * weight) / whole)).toBeLessThan(1.001);
          if (weight === 0) expect(part).toBe(0);
        }
      }),
    );
  });

  it.each([[[]], [[0, 0]], [[1, -1, 3]], [[Number.NaN]], [[Number.POSITIVE_INFINITY, 1]]])(
    "refuses the weights %j",
    (weights) => {
      expect(() => allocate(minor(10), weights)).toThrow(RangeError);
    },
  );
});

it.each([
  ["EUR", 2],
  ["JPY", 0],
  ["TND", 3],
])("%s has %d digits after the decimal sign", (currency, digits) => {
  expect(currencyDigits(currency)).toBe(digits);
});

describe("a decimal sign that moves", () => {
  it.each([
    [0.0000008, 2, 0.00008],
    [0.00008, -2, 0.0000008],
    [0.29, 2, 29],
    [1.005, 2, 100.5],
    [1e-7, 2, 1e-5],
    [123, 0, 123],
  ])("takes %s by %s to %s", (value, by, moved) => {
    expect(shifted(value, by)).toBe(moved);
  });

  it("comes back to where it was, whatever the decimals", () => {
    const decimals = fc.tuple(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: -25, max: 6 }));
    fc.assert(
      fc.property(decimals, ([digits, exponent]) => {
        const price = Number(`${digits}e${exponent}`);
        expect(shifted(shifted(price, 2), -2)).toBe(price);
        expect(parseNumber(typedPrice(price, "fr"))).toBe(price);
        expect(parseNumber(typedPrice(price, "en"))).toBe(price);
      }),
    );
  });
});
