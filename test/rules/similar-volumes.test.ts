import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hoursAYear, TIMES_PER } from "#app/use-cases/content";
import { sharedVolume, type Volume } from "#app/use-cases/similar/volumes";

const people = (departmentId: number | null, peopleAffected: number | null, additional = false): Volume => ({
  ...{ departmentId, peopleAffected, additional },
  ...{ timesPer: "year", times: 1, minutesPerTime: 60 },
});

describe("Volumes of a need that is shared", () => {
  test.each<[string, Volume[], number | null]>([
    ["one team", [people(1, 20)], 20],
    ["two departments add up", [people(1, 20), people(2, 5)], 25],
    ["within one, the largest counts", [people(1, 20), people(1, 30), people(1, 4)], 30],
    ["others of the same department add up", [people(1, 20), people(1, 30, true)], 50],
    ["the largest, and the others", [people(1, 20), people(1, 25), people(1, 30, true)], 55],
    ["unknown is not zero", [people(1, null), people(1, null, true)], null],
    ["what is known counts beside what is not", [people(1, null), people(2, 3)], 3],
    ["no department is one of its own", [people(null, 3), people(null, 2), people(1, 4)], 7],
  ])("%s", (_, entries, expected) => {
    const shared = sharedVolume(entries);
    expect(shared.people).toBe(expected);
    // One hour a year each.
    expect(shared.hours).toBe(expected);
  });

  const entry: fc.Arbitrary<Volume> = fc.record({
    departmentId: fc.option(fc.integer({ min: 1, max: 3 })),
    peopleAffected: fc.option(fc.nat(1000)),
    timesPer: fc.option(fc.constantFrom(...TIMES_PER)),
    times: fc.option(fc.nat(50)),
    minutesPerTime: fc.option(fc.nat(480)),
    additional: fc.boolean(),
  });
  const known = (values: (number | null)[]) => values.filter((value) => value !== null);
  const sum = (values: (number | null)[]) => known(values).reduce((total, value) => total + value, 0);

  test("never exceed what was stated, never fall below the largest, and do not depend on the order", () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (entries, order) => {
        const shared = sharedVolume(entries);
        for (const [total, of] of [
          [shared.people, (one: Volume) => one.peopleAffected],
          [shared.hours, hoursAYear],
        ] as const) {
          const stated = entries.map(of);
          expect(total ?? 0).toBeLessThanOrEqual(sum(stated) + 1e-6);
          expect(total ?? 0).toBeGreaterThanOrEqual(Math.max(0, ...known(stated)));
          expect(total === null).toBe(known(stated).length === 0);
        }
        expect(sum(shared.departments.map((one) => one.people))).toBe(shared.people ?? 0);
        const shuffled = entries
          .map((one) => ({ one, at: order.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        const again = sharedVolume(shuffled);
        expect(again.people).toBe(shared.people);
        expect(again.hours ?? 0).toBeCloseTo(shared.hours ?? 0, 6);
      }),
    );
  });

  test("never shrink when somebody joins", () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 6 }), entry, (entries, more) => {
        const [before, after] = [sharedVolume(entries), sharedVolume([...entries, more])];
        expect(after.people ?? 0).toBeGreaterThanOrEqual(before.people ?? 0);
        expect((after.hours ?? 0) + 1e-6).toBeGreaterThanOrEqual(before.hours ?? 0);
      }),
    );
  });
});
