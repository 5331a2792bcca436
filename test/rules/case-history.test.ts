import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CaseEvent, replay, VERSION_FIELDS, versionChanges } from "#app/use-cases/history/replay";
import { wordDiff } from "#app/use-cases/history/word-diff";
import { closesCircle } from "#app/use-cases/links/link-kinds";

const event = (before: object | null, after: object | null): CaseEvent => ({
  before: before && JSON.stringify(before),
  after: after && JSON.stringify(after),
});

describe("A case played again", () => {
  test("is what its events said, after each of them", () => {
    const versions = replay([
      event(null, { reference: "UC-0001", stage: "draft", stageSince: "2026-01-02", title: { fr: "A" } }),
      event({ need: null }, { need: { fr: "Lire" } }),
      event(null, { joinedBy: "UC-0002", reason: { fr: "Doublon" } }),
      event({ stage: "draft" }, { stage: "submitted", on: "2026-01-05", reason: null, relookOn: null }),
      event(
        { stage: "submitted" },
        { stage: "on-hold", on: "2026-02-01", reason: { fr: "Budget" }, relookOn: "2026-06-01" },
      ),
      event(
        { stage: "on-hold" },
        { stage: "on-hold", on: "2026-06-02", reason: { fr: "Encore" }, relookOn: "2026-09-01" },
      ),
    ]);
    expect(versions).toHaveLength(5);
    expect(versions[1]).toMatchObject({
      title: { fr: "A" },
      need: { fr: "Lire" },
      stage: "draft",
      stageSince: "2026-01-02",
    });
    expect(versions[2]).toMatchObject({ stage: "submitted", stageSince: "2026-01-05", stageReason: null });
    expect(versions[4]).toMatchObject({
      stage: "on-hold",
      stageSince: "2026-02-01",
      relookOn: "2026-09-01",
      stageReason: { fr: "Encore" },
    });
  });

  test("any run of edits, each recording only what it changed, ends at the record", () => {
    const fields = fc.dictionary(
      fc.constantFrom(...VERSION_FIELDS),
      fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.record({ fr: fc.string(), en: fc.string() })),
      { minKeys: 1 },
    );
    fc.assert(
      fc.property(fc.array(fields, { minLength: 1 }), (edits) => {
        let record: Record<string, unknown> = Object.fromEntries(VERSION_FIELDS.map((field) => [field, null]));
        const states: unknown[] = [];
        const events = edits.map((after) => {
          const before = Object.fromEntries(Object.keys(after).map((field) => [field, record[field]]));
          record = { ...record, ...after };
          states.push(record);
          return event(before, after);
        });
        expect(replay(events)).toEqual(JSON.parse(JSON.stringify(states)));
      }),
    );
  });

  test("two versions differ where a field does, whatever the order of its languages", () => {
    const [then] = replay([event(null, { title: { fr: "A", en: "B" }, peopleAffected: 3 })]);
    const [now] = replay([event(null, { title: { en: "B", fr: "A" }, peopleAffected: 4 })]);
    if (!then || !now) throw new Error("no versions");
    expect(versionChanges(then, now)).toEqual([{ field: "peopleAffected", before: 3, after: 4 }]);
  });
});

test("The words that changed, put together again, are both texts", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (before, after) => {
      const pieces = wordDiff(before, after) ?? [];
      const side = (not: string) =>
        pieces
          .filter(({ is }) => is !== not)
          .map(({ text }) => text)
          .join("");
      expect(side("new")).toBe(before);
      expect(side("gone")).toBe(after);
    }),
  );
  expect(wordDiff("lire un courrier", "lire deux courriers")?.filter(({ is }) => is === "new")).toHaveLength(2);
});

test("Building on each other in a circle is seen, however long it is", () => {
  const edges = Array.from({ length: 50 }, (_, at) => ({ from: at, to: at + 1 }));
  expect(closesCircle(edges, 50, 0)).toBe(true);
  expect(closesCircle(edges, 0, 50)).toBe(false);
  expect(closesCircle([...edges, { from: 50, to: 0 }], 99, 0)).toBe(false);
});
