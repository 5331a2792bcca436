import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { evaluate } from "#app/business-cases/evaluate";
import { type DraftInput, draftSchema } from "#app/business-cases/schema";
import { fr } from "#app/locales/fr";
import { anyDraft, costLines, timeLine, workedCase } from "./business-cases-drafts";

const time = {
  kind: "time",
  label: { fr: "Devis" },
  volumePerQuarter: 100,
  minutesSaved: 10,
  hourlyCost: 4500,
  adoption: 0.5,
  rampQuarters: 2,
  attribution: 1,
};
const build = { kind: "build", label: { en: "Build" }, amount: { low: 1, likely: 2, high: 3 } };

const faultsOf = (input: unknown) => {
  const read = draftSchema.safeParse(input);
  return read.success ? [] : read.error.issues.map(({ path, message }) => [path.join("."), message]);
};
const caseOf = (...lines: unknown[]) => ({ firstQuarter: "2026-Q3", lines });

describe("a business case that is given", () => {
  it("needs little: a first quarter, lines, and what nobody else can say", () => {
    const given: DraftInput = draftSchema.parse(caseOf(time, build));
    expect(given).toEqual({
      firstQuarter: "2026-Q3",
      horizonQuarters: 12,
      discountRate: 0.08,
      lines: [
        {
          id: "line-1",
          side: "benefit",
          kind: "time",
          label: { fr: "Devis" },
          startsAfterQuarters: 0,
          rampQuarters: 2,
          volumePerQuarter: { low: 100, likely: 100, high: 100 },
          minutesSaved: { low: 10, likely: 10, high: 10 },
          hourlyCost: 4500,
          reuseShare: 0.5,
          adoption: { low: 0.5, likely: 0.5, high: 0.5 },
          attribution: 1,
        },
        {
          id: "line-2",
          side: "cost",
          kind: "build",
          label: { en: "Build" },
          startsAfterQuarters: 0,
          amount: { low: 1, likely: 2, high: 3 },
        },
      ],
    });
  });

  it("keeps a case as it was, whatever the lines, once it has been through JSON", () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const lines = draft.lines.filter((line) => {
          const quarters = line.side === "both" ? line.amounts.length : 1;
          return line.startsAfterQuarters + quarters <= draft.horizonQuarters;
        });
        const kept = JSON.parse(JSON.stringify({ ...draft, lines }));
        expect(draftSchema.parse(kept)).toEqual(kept);
      }),
    );
  });

  it("gives no line an id that another one chose", () => {
    const { lines } = draftSchema.parse(caseOf({ ...build, id: "line-2" }, build, build));
    expect(lines.map(({ id }) => id)).toEqual(["line-2", "line-2-", "line-3"]);
  });

  it("may be empty, for a draft is saved before it is complete", () => {
    expect(draftSchema.parse(caseOf()).lines).toEqual([]);
  });

  it("describes itself to the API", () => {
    const described = z.toJSONSchema(draftSchema, { io: "input" });
    expect(JSON.stringify(described)).toContain('"volumePerQuarter"');
    expect(described.required).toEqual(["firstQuarter", "lines"]);
  });
});

describe("a fault is said at its field", () => {
  it.each<[string, unknown, string, string]>([
    ["a quarter that is none", { ...caseOf(), firstQuarter: "2026-Q5" }, "firstQuarter", "quarter"],
    ["no quarter", { lines: [] }, "firstQuarter", "quarter"],
    ["a horizon of nothing", { ...caseOf(), horizonQuarters: 0 }, "horizonQuarters", "horizon"],
    ["a horizon beyond sense", { ...caseOf(), horizonQuarters: 81 }, "horizonQuarters", "horizon"],
    ["half a quarter", { ...caseOf(), horizonQuarters: 2.5 }, "horizonQuarters", "whole"],
    ["a rate given as a percentage", { ...caseOf(), discountRate: 8 }, "discountRate", "share"],
    ["no lines at all", { firstQuarter: "2026-Q3" }, "lines", "lines"],
    ["too many lines", caseOf(...Array(201).fill(build)), "lines", "too-many-lines"],
    ["a kind that does not exist", caseOf({ ...build, kind: "magic" }), "lines.0.kind", "kind"],
    ["a cost on the side of the benefits", caseOf({ ...build, side: "benefit" }), "lines.0.side", "side"],
    ["a line without a name", caseOf({ ...build, label: { fr: "  " } }), "lines.0.label", "label"],
    ["a line with a name in no language", caseOf({ ...build, label: {} }), "lines.0.label", "label"],
    ["an estimate that is missing", caseOf({ ...build, amount: undefined }), "lines.0.amount", "range"],
    ["an estimate half given", caseOf({ ...build, amount: { low: 1, high: 2 } }), "lines.0.amount.likely", "number"],
    [
      "a text for a number",
      caseOf({ ...build, amount: { low: 1, likely: "abc", high: 2 } }),
      "lines.0.amount.likely",
      "number",
    ],
    [
      "an endless number",
      caseOf({ ...build, amount: { low: 1, likely: 1, high: Number.POSITIVE_INFINITY } }),
      "lines.0.amount.high",
      "number",
    ],
    ["a negative cost", caseOf({ ...build, amount: -1 }), "lines.0.amount.low", "negative"],
    [
      "estimates out of order",
      caseOf({ ...build, amount: { low: 3, likely: 2, high: 4 } }),
      "lines.0.amount.low",
      "order.low",
    ],
    [
      "an adoption above all",
      caseOf({ ...time, adoption: { low: 0.5, likely: 0.8, high: 1.2 } }),
      "lines.0.adoption.high",
      "share",
    ],
    ["an attribution above all", caseOf({ ...time, attribution: 2 }), "lines.0.attribution", "share"],
    ["a fraction of a cent for an hour", caseOf({ ...time, hourlyCost: 45.5 }), "lines.0.hourlyCost", "cents"],
    [
      "a licence paid by nothing",
      caseOf({ kind: "licence", label: { fr: "L" }, seats: 1, price: 1 }),
      "lines.0.per",
      "per",
    ],
    ["a quantity of what", caseOf({ ...time, kind: "non-monetary", quantityPerQuarter: 1 }), "lines.0.unit", "unit"],
    [
      "a start after the end",
      caseOf({ ...build, startsAfterQuarters: 12 }),
      "lines.0.startsAfterQuarters",
      "starts-too-late",
    ],
    ["the same id twice", caseOf({ ...build, id: "a" }, { ...build, id: "a" }), "lines.1.id", "same-id"],
    ["amounts that no cent survives", caseOf({ ...build, amount: 1e16 }), "lines.0.amount", "too-large"],
    ["a name without end", caseOf({ ...build, label: { fr: "x".repeat(201) } }), "lines.0.label.fr", "text-length"],
  ])("%s", (_case, input, path, fault) => {
    expect(faultsOf(input)).toContainEqual([path, `business-cases.error.${fault}`]);
  });

  it("in a sentence that exists, whatever nonsense is given", () => {
    const nonsense = fc.record(
      {
        firstQuarter: fc.anything(),
        horizonQuarters: fc.anything(),
        discountRate: fc.anything(),
        lines: fc.array(fc.oneof(fc.anything(), fc.constant({ ...time, adoption: "x" }))),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(nonsense, fc.anything()), (input) => {
        for (const [, message = ""] of faultsOf(input)) expect(Object.keys(fr)).toContain(message);
      }),
    );
  });
});

it("what the schema lets through can always be evaluated", () => {
  const largest = { ...costLines.run, id: "large", amountPerQuarter: { low: 0, likely: 3e14, high: 3.7e14 } };
  const draft = draftSchema.parse(JSON.parse(JSON.stringify({ ...workedCase(), lines: [largest, timeLine()] })));
  expect(evaluate(draft).outputs.totalCost).toBe(3e15);
});
