import { and, asc, desc, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Reader, Writer } from "#db/client.server";
import { businessCases, referenceRates, useCases } from "#db/schema.server";
import type { RateInput } from "./rate-input";
import { type Moved, movedLines, type Rate, ratesOn, USUAL_DAYS, WORKING_DAYS } from "./rates";

/** Every value of every rate, by code, the newest first; working days also as they are before anybody sets them. */
export async function listRates(db: Reader): Promise<Rate[]> {
  const rows = await db.select().from(referenceRates).orderBy(asc(referenceRates.code), desc(referenceRates.validFrom));
  const rates = rows.map(({ updatedAt: _, ...rate }) => rate);
  // What was set comes before what holds without it.
  return [...rates, USUAL_DAYS].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

/** The rates that hold on a day. */
export async function currentRates(db: Reader, on: Day): Promise<Rate[]> {
  return ratesOn(await listRates(db), on);
}

export interface SetRates {
  added: number;
  changed: number;
}

/**
 * Sets values of rates: a new day is a new value, the same day again corrects it. No business case moves.
 * @throws Refusal 409 when a rate would change its kind, which lines that took it go by; when working days are no days
 */
export async function setRates(tx: Writer, actor: Actor, inputs: readonly RateInput[], when: When): Promise<SetRates> {
  const may = permit(actor, "rate.edit", NO_PARTIES);
  for (const { code, kind, price } of inputs) {
    const days = kind === "days-a-year";
    if (days !== (code === WORKING_DAYS)) throw new Refusal(409, "business-cases.rates.refusal.days-code");
    if (days && !(price > 0 && price <= 366)) throw new Refusal(409, "business-cases.error.days-a-year");
  }
  const codes = [...new Set(inputs.map(({ code }) => code))];
  const known = await tx.select().from(referenceRates).where(inArray(referenceRates.code, codes));
  const done: SetRates = { added: 0, changed: 0 };
  for (const input of inputs) {
    const other = known.find(({ code, kind }) => code === input.code && kind !== input.kind);
    if (other) throw new Refusal(409, "business-cases.rates.refusal.kind", { code: input.code });
    const same = known.find(({ code, validFrom }) => code === input.code && validFrom === input.validFrom);
    if (!same) {
      const [made] = await tx
        .insert(referenceRates)
        .values({ ...input, updatedAt: when.now })
        .returning({ id: referenceRates.id });
      if (!made) throw new Error("The rate was not written");
      done.added += 1;
      await record(tx, may, { subject: "rate", subjectId: made.id, after: { ...input } }, when);
      continue;
    }
    const { id, version, updatedAt: _, ...before } = same;
    if (JSON.stringify(sorted(before)) === JSON.stringify(sorted({ ...input }))) continue;
    await tx
      .update(referenceRates)
      .set({ ...input, updatedAt: when.now, version: version + 1 })
      .where(and(eq(referenceRates.id, id), eq(referenceRates.version, version)));
    done.changed += 1;
    await record(tx, may, { subject: "rate", subjectId: id, before, after: { ...input } }, when);
  }
  return done;
}

const sorted = (of: Record<string, unknown>) => Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1));

export interface MovedCase {
  reference: string;
  title: Told;
  number: number;
  moved: Moved[];
}

/** The business cases in the making that took a rate which has another value by now; those frozen by a decision never move. */
export async function movedCases(db: Reader, rates: readonly Rate[], limit = 100): Promise<MovedCase[]> {
  const rows = await db
    .select({
      reference: useCases.reference,
      title: useCases.title,
      number: businessCases.number,
      lines: businessCases.lines,
    })
    .from(businessCases)
    .innerJoin(useCases, eq(useCases.id, businessCases.useCaseId))
    .where(
      and(
        isNull(businessCases.frozenAt),
        // What somebody is still writing for themselves is theirs.
        or(isNull(useCases.stage), ne(useCases.stage, "draft")),
        or(
          sql`${businessCases.lines} like ${'%"rate":%'}`,
          sql`${businessCases.lines} like ${'%"per":"working-day"%'}`,
        ),
      ),
    )
    .orderBy(asc(useCases.reference));
  return rows
    .map(({ lines, ...row }) => ({ ...row, moved: movedLines(lines, rates) }))
    .filter(({ moved }) => moved.length > 0)
    .slice(0, limit);
}
