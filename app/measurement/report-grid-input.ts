import { z } from "zod";
import { inQuarter, optionalDecimal, optionalText, parseNumber, ticked } from "#app/kernel/input";
import type { Key } from "#app/locales/keys";
import { type Expected, implausible } from "./plausible";
import { CLAIMABLE } from "./report-input";

export const GRID_SCOPES = ["mine", "department"] as const;
/** My own KPIs and those of cases I own; or all of the departments that I champion. */
export type GridScope = (typeof GRID_SCOPES)[number];

const say = (key: Key): Key => key;

/** One KPI of the grid. Without a value, the sentence says why there is none; with one, it is a note. */
const row = z.object({
  kpiId: z.coerce.number().int().positive(),
  /** The version that the row showed; empty where there was no report. */
  version: z.preprocess((sent) => (sent ? Number(sent) : null), z.number().int().nullable()),
  actual: optionalDecimal(),
  evidence: z.enum(CLAIMABLE, say("desk.input.choose")).transform(Number),
  source: optionalText(300),
  words: optionalText(1000),
  /** «No change»: the last value before the quarter stands. */
  same: ticked,
  /** What the row showed, so that one that nobody touched is left alone. */
  was: z.string().default(""),
});

export type GridRow = z.output<typeof row>;

type Shown = Pick<GridRow, "actual" | "evidence" | "source" | "words">;

/** What a row shows, as it travels with the form. A field shows six decimals. */
export const rowShown = ({ actual, evidence, source, words }: Shown): string =>
  JSON.stringify([actual === null ? null : Number(actual.toFixed(6)), evidence, source || null, words || null]);

const isUntouched = (row: GridRow) =>
  (row.actual === null && row.words === null && !row.same) || row.was === rowShown(row);

/** Whether a row that was sent, field by field as it was typed, says something else than it showed. */
export function isTouched(typed: (field: keyof GridRow) => string): boolean {
  const [source, words] = [typed("source").trim(), typed("words").trim()];
  const said = { actual: parseNumber(typed("actual")), evidence: Number(typed("evidence")), source, words };
  return typed("kpiId") !== "" && (typed("same") !== "" || typed("was") !== rowShown(said));
}

/** Which quarter a posted grid is about. */
export const gridQuarterInput = z.object({ quarter: inQuarter });

/**
 * The quarterly grid: one form for many KPIs. Rows without a value and without a sentence are left out.
 * @param expectations what each KPI's value is held against: a surprising one asks for a note
 */
export const gridInput = (expectations: ReadonlyMap<number, Expected>) =>
  z.object({
    rows: z
      .record(
        z.string(),
        row.superRefine((typed, context) => {
          const { evidence, source, words, kpiId, same } = typed;
          const expected = expectations.get(kpiId);
          const last = expected?.last ?? null;
          const actual = same && typed.actual === null ? last : typed.actual;
          const wrong = (field: string, key: Key) =>
            context.addIssue({ code: "custom", path: [field], message: say(key) });
          if (actual !== null && evidence === 2 && source === null) wrong("source", "measurement.error.source-needed");
          if (same && last === null) wrong("same", "measurement.error.nothing-before");
          else if (same && actual !== last) wrong("actual", "measurement.error.same-and-other");
          const surprise = expected ? implausible(actual, expected) : null;
          if (surprise && words === null) wrong("words", `measurement.refusal.implausible.${surprise}`);
        }),
      )
      .transform((rows) =>
        Object.values(rows)
          .filter((typed) => !isUntouched(typed))
          .map((typed) => (typed.same ? { ...typed, actual: expectations.get(typed.kpiId)?.last ?? null } : typed)),
      ),
  });

/** The KPIs that a posted grid speaks of. */
export function gridKpiIds(entries: Iterable<[string, unknown]>): number[] {
  return [...entries]
    .filter(([name]) => /^rows\.\d+\.kpiId$/.test(name))
    .map(([, id]) => Number(id))
    .filter((id) => Number.isSafeInteger(id));
}
