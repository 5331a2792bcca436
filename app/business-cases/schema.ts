import { z } from "zod";
import { isDay } from "#app/kernel/day";
import { minor } from "#app/kernel/money";
import { isQuarter, QUARTER_PATTERN, quarter } from "#app/kernel/quarter";
import type { Key } from "#app/locales/keys";
import { factorsOf, product } from "./factors";
import {
  certain,
  DEFAULT_DISCOUNT_RATE,
  DEFAULT_HORIZON_QUARTERS,
  DEFAULT_REUSE_SHARE,
  type Draft,
  type Line,
  type Range,
  VALUED_KINDS,
} from "./lines";

export const MAX_HORIZON_QUARTERS = 80;
export const MAX_LINES = 200;
/** So many times over or short of a stated amount is still believed. */
const MAX_SHARE = 10;

/** The message of a fault; a form, the API and the command line turn it into the reader's sentence. */
const say = (key: Extract<Key, `business-cases.error.${string}`>) => ({ error: key });

const size = z.number(say("business-cases.error.number")).nonnegative(say("business-cases.error.negative"));
const share = z
  .number(say("business-cases.error.number"))
  .min(0, say("business-cases.error.share"))
  .max(1, say("business-cases.error.share"));
const wholeQuarters = (beyond: ReturnType<typeof say>) =>
  z
    .number(say("business-cases.error.number"))
    .int(say("business-cases.error.whole"))
    .min(0, say("business-cases.error.negative"))
    .max(MAX_HORIZON_QUARTERS, beyond);
/** Of a line: when it starts, and how long it grows. */
const quarters = wholeQuarters(say("business-cases.error.quarters"));
const amount = z
  .number(say("business-cases.error.number"))
  .int(say("business-cases.error.cents"))
  .nonnegative(say("business-cases.error.negative"))
  .transform(minor);

/** The ends that stand on the wrong side of the likely value, which is what people say first. */
function disordered({ low, likely, high }: Range): ("low" | "high")[] {
  const wrong = { low: low > likely, high: high < likely };
  return (["low", "high"] as const).filter((end) => wrong[end]);
}

/** Low, likely and high of the given numbers; one number alone stands for all three. */
function range(of: typeof size) {
  const estimate = z.object({ low: of, likely: of, high: of }, say("business-cases.error.range"));
  return (
    z
      .preprocess(
        (value) => (typeof value === "number" ? certain(value) : value),
        estimate.superRefine((given, context) => {
          for (const end of disordered(given)) {
            const { error: message } = say(`business-cases.error.order.${end}`);
            context.addIssue({ code: "custom", path: [end], message });
          }
        }),
      )
      // A description cannot see what a preprocess takes: it is told, in place of what comes after it.
      .meta({ ...AFTERWARDS, anyOf: [describedAs(of), describedAs(estimate)] })
  );
}

const AFTERWARDS = { type: undefined, properties: undefined, required: undefined };

function describedAs(schema: z.ZodType) {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io: "input" });
  return described;
}

const signed = z
  .number(say("business-cases.error.number"))
  .int(say("business-cases.error.cents"))
  .min(-Number.MAX_SAFE_INTEGER, say("business-cases.error.too-large"))
  .max(Number.MAX_SAFE_INTEGER, say("business-cases.error.too-large"));

const text = z.string(say("business-cases.error.text")).trim().max(200, say("business-cases.error.text-length"));
const told = (missing: ReturnType<typeof say>) =>
  z
    .object({ fr: text.optional(), en: text.optional() }, missing)
    .refine(({ fr, en }) => Boolean(fr) || Boolean(en), missing);

const reason = z.string(say("business-cases.error.text")).trim().max(2_000, say("business-cases.error.reason-length"));

const on = z
  .string(say("business-cases.error.day"))
  .refine(isDay, say("business-cases.error.day"))
  .meta({ format: "date" });

const anyLine = {
  /** Left out, a line gets an id by its place. */
  id: z
    .string(say("business-cases.error.text"))
    .trim()
    .min(1, say("business-cases.error.text"))
    .max(200, say("business-cases.error.text-length"))
    .optional(),
  label: told(say("business-cases.error.label")),
  startsAfterQuarters: quarters.default(0),
  rate: z
    .strictObject({
      code: text.min(1, say("business-cases.error.text")),
      name: told(say("business-cases.error.label")),
      on,
      validFrom: on,
      source: told(say("business-cases.error.text")).optional(),
    })
    .optional(),
};
const calibration = z
  .strictObject({
    answer: z.enum(["taken", "refused"]),
    factor: share,
    on,
    cases: size.int(say("business-cases.error.whole")),
    reason: z
      .object({ fr: reason.optional(), en: reason.optional() }, say("business-cases.error.calibration-reason"))
      .optional(),
  })
  .refine(({ answer, reason }) => answer === "taken" || Boolean(reason?.fr || reason?.en), {
    ...say("business-cases.error.calibration-reason"),
    path: ["reason"],
  });
const benefit = {
  ...anyLine,
  side: z.literal("benefit", say("business-cases.error.side")).default("benefit"),
  adoption: range(share),
  rampQuarters: quarters,
  attribution: share,
};
const cost = { ...anyLine, side: z.literal("cost", say("business-cases.error.side")).default("cost") };
const unit = told(say("business-cases.error.unit"));

const line = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({
      ...benefit,
      kind: z.literal("time"),
      calibration: calibration.optional(),
      volumePerQuarter: range(size),
      minutesSaved: range(size),
      hourlyCost: amount,
      reuseShare: share.default(DEFAULT_REUSE_SHARE),
    }),
    z.strictObject({
      ...benefit,
      kind: z.enum(VALUED_KINDS),
      calibration: calibration.optional(),
      quantityPerQuarter: range(size),
      unitValue: range(size),
      unit: unit.optional(),
    }),
    z.strictObject({ ...benefit, kind: z.literal("non-monetary"), quantityPerQuarter: range(size), unit }),
    z.strictObject({ ...cost, kind: z.enum(["build", "change"]), amount: range(size) }),
    z.strictObject({
      ...cost,
      kind: z.literal("licence"),
      seats: range(size),
      price: range(size),
      per: z.enum(["working-day", "month"], say("business-cases.error.per")),
      workingDaysAYear: z
        .number(say("business-cases.error.number"))
        .positive(say("business-cases.error.days-a-year"))
        .max(366, say("business-cases.error.days-a-year"))
        .optional(),
    }),
    z.strictObject({
      ...cost,
      kind: z.literal("usage"),
      unitsPerQuarter: range(size),
      unitPrice: range(size),
      unit: unit.optional(),
    }),
    z.strictObject({ ...cost, kind: z.literal("run"), amountPerQuarter: range(size) }),
    z.strictObject({ ...cost, kind: z.literal("review"), hoursPerQuarter: range(size), hourlyCost: amount }),
    z.strictObject({
      ...anyLine,
      side: z.literal("both", say("business-cases.error.side")).default("both"),
      kind: z.literal("by-quarter"),
      amounts: z
        .array(signed, say("business-cases.error.amounts"))
        .min(1, say("business-cases.error.amounts"))
        .max(MAX_HORIZON_QUARTERS, say("business-cases.error.horizon")),
      share: range(size.max(MAX_SHARE, say("business-cases.error.share-of-amounts"))).default(certain(1)),
    }),
  ],
  say("business-cases.error.kind"),
);

type GivenLine = z.output<typeof line>;

/** Ids by place for the lines that came without one; the same input gets the same ids. */
function named(lines: readonly GivenLine[]): Line[] {
  const taken = new Set(lines.map(({ id }) => id));
  return lines.map((given, index) => {
    let id = given.id ?? `line-${index + 1}`;
    while (given.id === undefined && taken.has(id)) id = `${id}-`;
    return { ...given, id };
  });
}

/** All that the lines could cost or bring at their highest must stay exact in integer minor units. */
const EXACT = Number.MAX_SAFE_INTEGER / 2;

/** The most that a line could come to over the horizon, in minor units, whatever its sign. */
function highestOf(line: Line, horizonQuarters: number): number {
  const full = product(factorsOf(line), ({ range, divides }) => (divides ? range.low : range.high));
  if (line.side === "both") return full * line.amounts.reduce((sum, each) => sum + Math.abs(each), 0);
  return line.kind === "build" || line.kind === "change" ? full : full * Math.max(1, horizonQuarters);
}

/** The field of a line that makes it too large: the one with the highest estimate. */
function largestField(line: Line): string {
  if (line.side === "both") return "amounts";
  const own = factorsOf(line).filter(({ input }) => input in line);
  return own.sort((a, b) => b.range.high - a.range.high)[0]?.input ?? "";
}

/** Where and what is wrong with a business case beyond its single fields, as a path and a message key. */
export function faultsOf({ lines, horizonQuarters }: Pick<Draft, "lines" | "horizonQuarters">) {
  const faults: { path: (string | number)[]; message: Key }[] = [];
  const fault = (path: (string | number)[], { error }: ReturnType<typeof say>) => faults.push({ path, message: error });
  const seen = new Set<string>();
  let highest = 0;
  let said = false;
  for (const [index, each] of lines.entries()) {
    if (seen.has(each.id)) fault(["lines", index, "id"], say("business-cases.error.same-id"));
    seen.add(each.id);
    const last = each.startsAfterQuarters + (each.side === "both" ? each.amounts.length - 1 : 0);
    if (each.startsAfterQuarters >= horizonQuarters) {
      fault(["lines", index, "startsAfterQuarters"], say("business-cases.error.starts-too-late"));
    } else if (last >= horizonQuarters) {
      fault(["lines", index, "amounts"], say("business-cases.error.beyond-horizon"));
    }
    const own = highestOf(each, horizonQuarters);
    highest += own;
    if (own < EXACT) continue;
    fault(["lines", index, largestField(each)], say("business-cases.error.too-large"));
    said = true;
  }
  if (!said && !(highest < EXACT)) fault(["lines"], say("business-cases.error.too-large"));
  return faults;
}

const firstQuarter = z
  .string(say("business-cases.error.quarter"))
  .refine(isQuarter, { ...say("business-cases.error.quarter"), abort: true })
  .meta({ pattern: QUARTER_PATTERN })
  .transform(quarter);

/** The fields of a business case, each on its own. */
export const draftFields = {
  firstQuarter,
  horizonQuarters: wholeQuarters(say("business-cases.error.horizon")).min(1, say("business-cases.error.horizon")),
  discountRate: share,
  lines: z
    .array(line, say("business-cases.error.lines"))
    .max(MAX_LINES, say("business-cases.error.too-many-lines"))
    .transform(named),
};

/** A business case as a form, the API or the command line gives it. Faults are message keys at the path of the field. */
export const draftSchema = z
  .strictObject(
    {
      ...draftFields,
      horizonQuarters: draftFields.horizonQuarters.default(DEFAULT_HORIZON_QUARTERS),
      discountRate: share.default(DEFAULT_DISCOUNT_RATE),
    },
    say("business-cases.error.draft"),
  )
  .superRefine((draft, context) => {
    for (const fault of faultsOf(draft)) context.addIssue({ code: "custom", ...fault });
  }) satisfies z.ZodType<Draft>;

/** What may be given: defaults left out, single numbers for ranges without doubt. */
export type DraftInput = z.input<typeof draftSchema>;
