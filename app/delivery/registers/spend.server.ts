/** What was spent with a vendor by quarter: entered with its evidence, and as far as costs of cases tell. */
import { and, asc, eq, gte, inArray, sql } from "drizzle-orm";
import { writeCsv } from "#app/kernel/csv";
import type { Evidence } from "#app/kernel/evidence";
import { evidenceName } from "#app/kernel/evidence";
import { typedPrice } from "#app/kernel/input";
import { inUnits, type Minor } from "#app/kernel/money";
import { addQuarters, type Quarter } from "#app/kernel/quarter";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import type { Speech } from "#app/locales/speech";
import { record } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Reader, Writer } from "#db/client.server";
import { costs, useCaseVendors, vendorSpend, vendors } from "#db/schema.server";
import type { Compared } from "./spend";
import { storedEntry, VENDORS } from "./stores.server";

export interface Spend extends Compared {
  vendorId: number;
  quarter: Quarter;
  /** Entered for the vendor itself; null where nobody did. */
  amountMinor: Minor | null;
  evidence: Evidence | null;
  source: string | null;
  /** 0 where there is no entry. */
  version: number;
  /** Licences and usage of cases that work with this vendor alone. */
  leastMinor: Minor | null;
  /** Those of all its cases: what others sold to them is in it, since no cost says whose it is. */
  mostMinor: Minor | null;
}

const QUARTERS = 8;

/** The spend of the last two years, of one vendor or of all, earliest first. Two queries. */
async function spendSince(db: Reader, vendorId: number | null, until: Quarter): Promise<Spend[]> {
  const since = addQuarters(until, 1 - QUARTERS);
  const others = sql`exists (select 1 from use_case_vendors o
    where o.use_case_id = ${costs.useCaseId} and o.vendor_id <> ${useCaseVendors.vendorId})`;
  const told = await db
    .select({
      vendorId: useCaseVendors.vendorId,
      quarter: costs.quarter,
      least: sql<Minor>`sum(case when ${others} then 0 else ${costs.amountMinor} end)`,
      most: sql<Minor>`sum(${costs.amountMinor})`,
    })
    .from(costs)
    .innerJoin(useCaseVendors, eq(useCaseVendors.useCaseId, costs.useCaseId))
    .where(
      and(
        vendorId === null ? undefined : eq(useCaseVendors.vendorId, vendorId),
        inArray(costs.kind, ["licence", "usage"]),
        gte(costs.quarter, since),
      ),
    )
    .groupBy(useCaseVendors.vendorId, costs.quarter);
  const entered = await db
    .select()
    .from(vendorSpend)
    .where(and(vendorId === null ? undefined : eq(vendorSpend.vendorId, vendorId), gte(vendorSpend.quarter, since)))
    .orderBy(asc(vendorSpend.quarter));
  const by = new Map<string, Spend>();
  const at = (of: number, quarter: Quarter): Spend => {
    const known = by.get(`${of} ${quarter}`) ?? {
      ...{ vendorId: of, quarter, amountMinor: null, evidence: null, source: null, version: 0 },
      ...{ leastMinor: null, mostMinor: null },
    };
    by.set(`${of} ${quarter}`, known);
    return known;
  };
  for (const row of told) {
    const sums = { leastMinor: Number(row.least) as Minor, mostMinor: Number(row.most) as Minor };
    Object.assign(at(row.vendorId, row.quarter), sums);
  }
  for (const { vendorId: of, quarter, amountMinor, evidence, source, version } of entered) {
    Object.assign(at(of, quarter), { amountMinor, evidence, source, version });
  }
  const inOrder = (a: Spend, b: Spend) => a.vendorId - b.vendorId || (a.quarter < b.quarter ? -1 : 1);
  return [...by.values()].sort(inOrder);
}

export const spendOf = (db: Reader, vendorId: number, until: Quarter): Promise<Spend[]> =>
  spendSince(db, vendorId, until);

export interface SpendEntry {
  vendorId: number;
  quarter: Quarter;
  /** Null takes the entry away. */
  amountMinor: Minor | null;
  /** Measured is by an invoice, which must be named. */
  evidence: 0 | 1 | 2;
  source: string | null;
  /** The version that the form started from, 0 where there was none. */
  version: number;
}

/**
 * Sets what was paid to a vendor in a quarter.
 * @throws Refusal 409 for a quarter that has not begun, an invoice without its name, or when somebody changed it since
 */
export async function setSpend(tx: Writer, actor: Actor, input: SpendEntry, when: When): Promise<void> {
  const { vendorId, quarter, amountMinor, evidence, source, version } = input;
  const { entry } = await storedEntry(tx, VENDORS, vendorId);
  const may = permit(actor, "vendor.write", { accountOf: entry.ownerId ?? 0 });
  if (quarter > when.quarter) throw new Refusal(409, "registers.refusal.spend-ahead");
  if (amountMinor !== null && evidence === 2 && source === null) {
    throw new Refusal(409, "registers.refusal.spend-source");
  }
  const isIt = and(eq(vendorSpend.vendorId, vendorId), eq(vendorSpend.quarter, quarter));
  const [before] = await tx.select().from(vendorSpend).where(isIt);
  if ((before?.version ?? 0) !== version) throw new Refusal(409, "desk.refusal.stale");
  if (!before && amountMinor === null) return;
  if (amountMinor === null) await tx.delete(vendorSpend).where(isIt);
  else {
    const said = { amountMinor, evidence, source, enteredBy: actor.personId, enteredOn: when.today };
    await tx
      .insert(vendorSpend)
      .values({ vendorId, quarter, ...said })
      .onConflictDoUpdate({
        target: [vendorSpend.vendorId, vendorSpend.quarter],
        set: { ...said, version: version + 1 },
      });
  }
  const side = (one: { amountMinor: Minor | null; evidence: Evidence; source: string | null } | undefined) =>
    one && { quarter, amountMinor: one.amountMinor, evidence: one.evidence, source: one.source };
  const after = amountMinor === null ? { quarter, amountMinor: null } : { quarter, amountMinor, evidence, source };
  await record(tx, may, { subject: "vendor", subjectId: vendorId, before: side(before) ?? null, after }, when);
}

/** The spend with every vendor as a file, amounts in whole units of the currency. Three queries. */
export async function exportSpend(db: Reader, until: Quarter, { t }: Speech, currency: string): Promise<string> {
  const named = await db.select({ id: vendors.id, name: vendors.name }).from(vendors);
  const names = new Map(named.map(({ id, name }) => [id, name]));
  const amount = (minor: Minor | null) => (minor === null ? "" : plain(minor, currency));
  const head = ["entered", "least", "most"].map((one) => `${t(`registers.spend.${one as "entered"}`)} (${currency})`);
  return writeCsv([
    [
      t("registers.field.vendorId"),
      t("registers.spend.quarter"),
      ...head,
      t("people.field.evidence"),
      t("people.field.source"),
    ],
    ...(await spendSince(db, null, until)).map((one) => [
      names.get(one.vendorId) ?? "",
      one.quarter,
      ...[amount(one.amountMinor), amount(one.leastMinor), amount(one.mostMinor)],
      one.evidence === null ? "" : t(`measurement.evidence.${evidenceName(one.evidence)}`),
      one.source ?? "",
    ]),
  ]);
}

/** A credit is negative, which prices are not. */
const plain = (minor: Minor, currency: string) =>
  `${minor < 0 ? "-" : ""}${typedPrice(Math.abs(inUnits(minor, currency)), "en")}`;
