import { and, eq } from "drizzle-orm";
import type { Minor } from "#app/kernel/money";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { WHOLE } from "#app/use-cases/quarter-totals.server";
import type { Writer } from "#db/client.server";
import { departments, valueTargets } from "#db/schema.server";
import { readTarget } from "./read-forecast.server";

export interface Target {
  year: number;
  /** Null: the whole organisation. */
  departmentId: number | null;
  /** Null takes the target away. */
  amount: Minor | null;
  /** The one that the form saw, 0 where it saw none; undefined where nobody looked. */
  version?: number;
}

/** Says what a year should bring. @throws Refusal 404 of no such department, 409 when somebody set it since `version` */
export async function setTarget(
  tx: Writer,
  actor: Actor,
  { year, departmentId, amount, version }: Target,
  when: When,
): Promise<void> {
  const may = permit(actor, "target.set", NO_PARTIES);
  if (departmentId !== null) {
    const [known] = await tx.select({ id: departments.id }).from(departments).where(eq(departments.id, departmentId));
    if (!known) throw new Refusal(404, "desk.refusal.not-found");
  }
  const before = await readTarget(tx, year, departmentId);
  if (version !== undefined && version !== (before?.version ?? 0)) throw new Refusal(409, "desk.refusal.stale");
  if (amount === (before?.amount ?? null)) return;
  const place = { year, departmentId: departmentId ?? WHOLE };
  if (amount === null) {
    const same = and(eq(valueTargets.year, year), eq(valueTargets.departmentId, place.departmentId));
    await tx.delete(valueTargets).where(same);
  } else {
    const set = { amountMinor: amount, version: (before?.version ?? 0) + 1 };
    await tx
      .insert(valueTargets)
      .values({ ...place, ...set })
      .onConflictDoUpdate({ target: [valueTargets.year, valueTargets.departmentId], set });
  }
  const said = (amountMinor: Minor | null) => ({ departmentId, amountMinor });
  const change = { subject: "value-target", subjectId: year, before: said(before?.amount ?? null) };
  await record(tx, may, { ...change, after: said(amount) }, when);
}
