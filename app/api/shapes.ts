/** The shapes that operations share, as programs write and read them. Money is minor units with its currency; times are RFC 3339. */
import { z } from "zod";
import { isDay } from "#app/kernel/day";
import { EVIDENCE_GRADES, type Evidence, type EvidenceName } from "#app/kernel/evidence";
import type { Minor } from "#app/kernel/money";
import { isQuarter, QUARTER_PATTERN } from "#app/kernel/quarter";
import type { Told } from "#app/kernel/told";
import { asTyped } from "#app/kernel/typed";
import type { Key } from "#app/locales/keys";
import type { Speech } from "#app/locales/speech";
import { STAGES } from "#app/use-cases/stages";

/** A schema with what its field means, which the description says in the reader's language. */
export function said<Schema extends z.ZodType>(says: Key, schema: Schema): Schema {
  // Under its name a shape means the same everywhere: one that is said otherwise here stands for itself.
  const { id: _, ...known } = schema.meta() ?? {};
  return schema.meta({ ...known, says });
}

/** The same where what it means is put together of several messages, such as a question with its options. */
export function explainedBy<Schema extends z.ZodType>(says: (speech: Speech) => string, schema: Schema): Schema {
  return schema.meta({ ...schema.meta(), says });
}

/** Nothing but white space is no text, on either side of the wire. */
const CONTENT = /\S/;
export const storable = asTyped;

/** A text that says something, of at most so many letters. */
export const words = (maximum: number) =>
  z.string().max(maximum).regex(CONTENT).transform(storable).pipe(z.string().min(1));

const inOneLanguage = (maximum: number) => z.string().max(maximum).transform(storable);

/** A text that says nothing in either language is none. */
export const orNothing = (told: Told | null | undefined): Told | null =>
  told && Object.keys(told).length > 0 ? told : null;

/** A text in French, in English, or in both. */
export const told = (maximum: number) =>
  z
    .strictObject({ fr: inOneLanguage(maximum).optional(), en: inOneLanguage(maximum).optional() })
    .transform(({ fr, en }): Told => ({ ...(fr && { fr }), ...(en && { en }) }));

/** The same where it must say something. */
export const saying = (maximum: number) =>
  told(maximum).refine((text) => Object.keys(text).length > 0, "desk.input.required");

export const id = z.int().min(1).max(Number.MAX_SAFE_INTEGER);

export const day = z
  .string()
  .regex(/^(19|2\d)\d\d-\d\d-\d\d$/)
  .refine(isDay, "desk.input.not-a-day")
  .meta({ format: "date" });
export const quarter = z.string().refine(isQuarter, "desk.input.not-a-quarter").meta({ pattern: QUARTER_PATTERN });

export const reference = said("api.field.reference", z.string().regex(/^[Uu][Cc]-\d{1,12}$/));

export const stage = z.enum(STAGES);

const GRADES = EVIDENCE_GRADES.map(({ name }) => name) as [EvidenceName, ...EvidenceName[]];
export const evidence = said("api.field.evidence", z.enum(GRADES));
export const gradeOf = (name: EvidenceName): Evidence => GRADES.indexOf(name) as Evidence;

// ── Answers ────────────────────────────────────────────────────────────────────────────────────────────────────────

export const toldAnswer = z
  .object({ fr: z.string().optional(), en: z.string().optional() })
  .meta({ id: "Told", says: "api.field.told" });

export const moneyAnswer = z
  .object({ minor: z.int(), currency: z.string().length(3) })
  .meta({ id: "Money", says: "api.field.money" });
export type Money = z.input<typeof moneyAnswer>;

export const moneyIn = (currency: string) => {
  function money(amount: Minor | number): Money;
  function money(amount: Minor | number | null): Money | null;
  function money(amount: Minor | number | null): Money | null {
    return amount === null ? null : { minor: amount, currency };
  }
  return money;
};
export type InMoney = ReturnType<typeof moneyIn>;

export const personAnswer = z.object({ id: z.int(), name: z.string() }).meta({ id: "Person" });
export const departmentAnswer = z.object({ id: z.int(), name: toldAnswer }).meta({ id: "Department" });

export const instant = z.string().meta({ format: "date-time" });
export const instantOf = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** A named thing, where it is known. */
export function named<Name>(id: number | null, name: Name | null): { id: number; name: Name } | null {
  return id === null || name === null ? null : { id, name };
}

export const LONGEST_PAGE = 200;
export const USUAL_PAGE = 50;

/** A whole number in an address, where all is text: the description says what the text is. */
export const wholeInAddress = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^\d{1,16}$/)
    .transform(Number)
    .pipe(z.int().min(minimum).max(maximum))
    .meta({ type: "integer", minimum, maximum, pattern: undefined });

export const idInAddress = wholeInAddress(1, Number.MAX_SAFE_INTEGER);

/** Where the page before ended: what it answered as `next`. */
export const after = said("api.field.after", z.string().min(1).max(2_000).optional());

/** What lists take: how many, and where the page before ended. */
export const paging = {
  limit: said("api.field.limit", wholeInAddress(1, LONGEST_PAGE).optional()),
  after,
};

/** One page of a list; `next` goes into `after` for the page that follows, and is null on the last one. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: said("api.field.next", z.string().nullable()) });
