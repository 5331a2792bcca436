import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { stepOf } from "#app/business-cases/edit-step";
import { readForm } from "#app/business-cases/form";
import {
  emptyLine,
  linesOf,
  type Prefill,
  type Reader,
  type Typed,
  typedOf,
  withLines,
} from "#app/business-cases/form-values";
import { KINDS } from "#app/business-cases/lines";
import { draftSchema } from "#app/business-cases/schema";
import { TEMPLATE_NAMES, templateLines } from "#app/business-cases/templates";
import { day } from "#app/kernel/day";
import { parseNumber, typedNumber } from "#app/kernel/input";
import { minor } from "#app/kernel/money";
import { between } from "../support/numbers";
import { anyDraft, buildLine, draftOf, timeLine, valuedLine, workedCase } from "./business-cases-drafts";

const PREFILL: Prefill & Reader = {
  rates: [],
  suggestions: {},
  today: day("2026-11-22"),
  hourlyRate: null,
  currency: "EUR",
  locale: "fr",
  hourlyCost: minor(4200),
  volumes: { timesAQuarter: 6_600, minutes: 7.5 },
};

describe("A stored business case as its form shows it", () => {
  /** To the cent where the form takes cents, to the last digits of a double elsewhere. */
  const expectSame = (a: unknown, b: unknown, name = ""): void => {
    if (typeof a === "number" && typeof b === "number") {
      const hair = /amount/i.test(name) ? 0.5 : 1e-8 * Math.max(1, Math.abs(b));
      expect(Math.abs(a - b)).toBeLessThanOrEqual(hair);
    } else if (a && b && typeof a === "object" && typeof b === "object") {
      const own = new Map(Object.entries(a));
      for (const [inner, value] of Object.entries(b)) {
        if (value !== undefined) expectSame(own.get(inner), value, `${name}.${inner}`);
      }
    } else expect(a).toBe(b);
  };

  it.each(["fr", "en"] as const)("says in %s what is stored when it is read again", (locale) => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        fc.pre(draftSchema.safeParse(draft).success);
        const typist = { ...PREFILL, locale };
        const read = readForm(typedOf(draft, null, typist), draft.lines, typist);
        expect(read.errors).toEqual({});
        expectSame(read.draft, draft);
      }),
      { numRuns: 60 },
    );
  });

  it("writes every number so that it is not taken for another", () => {
    fc.assert(
      fc.property(between(0, 1e9), fc.constantFrom("fr", "en"), (value, locale) => {
        const kept = Number(value.toFixed(12));
        expect(parseNumber(typedNumber(value, locale as "fr" | "en"))).toBeCloseTo(kept, 6);
      }),
    );
    expect(typedNumber(1.234, "fr")).toBe("1,2340");
  });
});

describe("Words told in two languages", () => {
  const draft = draftOf([valuedLine({ label: { fr: "Pages", en: "Pages" }, unit: { fr: "pages", en: "pages" } })]);
  const form = typedOf(draft, null, PREFILL);

  test("stay as they were where nobody touched them", () => {
    expect(readForm(form, draft.lines, PREFILL).draft?.lines[0]?.label).toEqual({ fr: "Pages", en: "Pages" });
  });

  test("change in the writer’s language alone", () => {
    const changed = readForm({ ...form, "lines.0.label": "Pages traduites" }, draft.lines, PREFILL);
    expect(changed.draft?.lines[0]?.label).toEqual({ fr: "Pages traduites", en: "Pages" });
  });
});

describe("What a form gets wrong", () => {
  const form = typedOf(draftOf([timeLine(), buildLine()]), null, PREFILL);
  test.each<[string, Typed, Record<string, string>]>([
    [
      "a word for a number",
      { "lines.0.minutesSaved.likely": "dix" },
      { "lines.0.minutesSaved.likely": "desk.input.not-a-number" },
    ],
    ["nothing", { "lines.1.amount.likely": "" }, { "lines.1.amount.likely": "desk.input.required" }],
    ["a share above one", { "lines.0.attribution": "120" }, { "lines.0.attribution": "business-cases.error.share" }],
    [
      "a negative amount",
      { "lines.1.amount.likely": "-5" },
      { "lines.1.amount.likely": "business-cases.error.negative" },
    ],
    [
      "a low above the likely",
      { "lines.0.volumePerQuarter.low": "5000" },
      { "lines.0.volumePerQuarter.low": "business-cases.error.order.low" },
    ],
    [
      "a high below the likely",
      { "lines.0.volumePerQuarter.high": "2" },
      { "lines.0.volumePerQuarter.high": "business-cases.error.order.high" },
    ],
    [
      "a low and a high that changed places",
      {
        "lines.0.volumePerQuarter.likely": "2",
        "lines.0.volumePerQuarter.low": "3",
        "lines.0.volumePerQuarter.high": "1",
      },
      {
        "lines.0.volumePerQuarter.low": "business-cases.error.order.low",
        "lines.0.volumePerQuarter.high": "business-cases.error.order.high",
      },
    ],
    ["half a quarter", { "lines.0.rampQuarters": "1,5" }, { "lines.0.rampQuarters": "business-cases.error.whole" }],
    [
      "a start after the end",
      { "lines.1.startsAfterQuarters": "12" },
      { "lines.1.startsAfterQuarters": "business-cases.error.starts-too-late" },
    ],
    ["a line without a name", { "lines.1.label": " " }, { "lines.1.label": "business-cases.error.label" }],
    ["a kind that is none", { "lines.1.kind": "magic" }, { "lines.1.kind": "business-cases.error.kind" }],
    ["a quarter that is none", { firstQuarter: "2026-Q7" }, { firstQuarter: "business-cases.error.quarter" }],
  ])("%s is said at its field", (_, wrong, errors) => {
    const read = readForm({ ...form, ...wrong }, [], PREFILL);
    expect(read.draft).toBeNull();
    expect(read.errors).toEqual(errors);
  });
});

describe("The buttons of the form", () => {
  const form: Typed = { ...typedOf(workedCase(), null, PREFILL), note: "gardée" };

  it("add a line of every kind and keep all else", () => {
    for (const kind of KINDS) {
      const step = stepOf({ ...form, do: "add", addKind: kind }, PREFILL);
      if (typeof step === "string") throw new Error(step);
      expect(step.typed).toMatchObject(form);
      expect(linesOf(step.typed).at(-1)).toMatchObject(emptyLine(kind, PREFILL));
      const ids = linesOf(step.typed).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it("remove the one line that was meant", () => {
    const step = stepOf({ ...form, do: "remove-1" }, PREFILL);
    if (typeof step === "string") throw new Error(step);
    expect(linesOf(step.typed)).toEqual(linesOf(form).filter((_, index) => index !== 1));
    expect(step.typed.note).toBe("gardée");
  });

  it("do nothing but come back when the kind, the template or the line is unknown", () => {
    const unknown: Typed[] = [
      { do: "add", addKind: "magic" },
      { do: "template", template: "toString" },
      { do: "remove-99" },
    ];
    for (const wrong of unknown) {
      const step = stepOf({ ...form, ...wrong }, PREFILL);
      expect(typeof step === "string" ? step : linesOf(step.typed)).toEqual(linesOf(form));
    }
    expect(stepOf({ ...form }, PREFILL)).toBe("save");
  });
});

describe.each(TEMPLATE_NAMES)("The template %s", (name) => {
  test("fills a form that can be saved as it is, at the department’s own hourly cost", () => {
    for (const locale of ["fr", "en"] as const) {
      const typed = withLines(
        { firstQuarter: "2026-Q4", horizonQuarters: "12", discountRate: "8" },
        templateLines(name, { ...PREFILL, locale }),
      );
      const { draft, errors } = readForm(typed, [], { ...PREFILL, locale });
      expect(errors).toEqual({});
      expect(draftSchema.safeParse(draft).success).toBe(true);
      for (const line of draft?.lines ?? []) if ("hourlyCost" in line) expect(line.hourlyCost).toBe(4200);
    }
  });

  test("asks for the hourly cost where the department has none", () => {
    const typed = templateLines(name, { ...PREFILL, hourlyCost: null });
    for (const line of typed) if ("hourlyCost" in line) expect(line.hourlyCost).toBe("");
  });
});
