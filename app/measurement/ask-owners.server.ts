import { and, gte, inArray } from "drizzle-orm";
import { type Day, startOfDay } from "#app/kernel/day";
import { addQuarters, type Quarter } from "#app/kernel/quarter";
import type { When } from "#app/kernel/when";
import { championsByDepartment } from "#app/people/champions.server";
import type { NotificationKind } from "#app/people/notification";
import { notify } from "#app/people/notify.server";
import { type Organisation, readOrganisation } from "#app/people/organisation.server";
import { type Actor, CASEBOOK } from "#app/people/roles";
import { isWorkingDay } from "#app/use-cases/answer-due";
import type { Writer } from "#db/client.server";
import { notifications } from "#db/schema.server";
import { collectionCalendar, deputyOf, stepReached } from "./calendar";
import { type Owed, owedIn } from "./owed.server";
import { stateOf } from "./quarters.server";
import { type QuarterStep, startCollecting } from "./run-quarter.server";

type Kind = Extract<NotificationKind, "reports-asked" | "reports-due" | "reports-late" | "department-late">;

function summed(owed: readonly Owed[], of: (row: Owed) => number | null): Map<number, number> {
  const sums = new Map<number, number>();
  for (const row of owed) {
    const who = of(row);
    if (who !== null) sums.set(who, (sums.get(who) ?? 0) + row.count);
  }
  return sums;
}

/** Who was told one of these since a day. */
async function toldSince(tx: Writer, kinds: readonly Kind[], since: Day, timeZone: string): Promise<Set<number>> {
  const rows = await tx
    .selectDistinct({ personId: notifications.personId })
    .from(notifications)
    .where(and(inArray(notifications.kind, [...kinds]), gte(notifications.at, startOfDay(since, timeZone))));
  return new Set(rows.map(({ personId }) => personId));
}

/** Opens the collection of a quarter, and asks all who owe a value for it. */
export async function openCollection(tx: Writer, actor: Actor, input: QuarterStep, when: When): Promise<void> {
  await startCollecting(tx, actor, input, when);
  await askOwners(tx, actor, input.quarter, when);
}

async function askOwners(tx: Writer, actor: Actor, quarter: Quarter, when: When): Promise<void> {
  const organisation = await readOrganisation(tx);
  if (!organisation) return;
  const dueOn = collectionCalendar(quarter, organisation).escalatesOn;
  for (const [ownerId, count] of summed(await owedIn(tx, quarter), ({ kpiOwnerId }) => kpiOwnerId)) {
    await notify(tx, actor, requestOf("reports-asked", quarter, { count, dueOn }), [ownerId], when);
  }
}

const requestOf = (kind: Kind, quarter: Quarter, values: Record<string, string | number>) => ({
  kind,
  useCaseId: null,
  href: `/report?quarter=${quarter}`,
  values: { quarter, ...values },
});

/**
 * What the calendar asks for: the quarter that is over opens on its day and its owners are asked; who still owes a value is
 * reminded; at last their deputies and the champions of their departments hear of it. On working days, each step once.
 */
export async function collectByCalendar(tx: Writer, when: When): Promise<void> {
  const organisation = await readOrganisation(tx);
  if (!organisation || !isWorkingDay(when.today, organisation)) return;
  const quarter = addQuarters(when.quarter, -1);
  const reached = stepReached(collectionCalendar(quarter, organisation), when.today);
  if (!reached) return;
  const { status, version } = await stateOf(tx, quarter);
  if (status === "closed") return;
  const owed = await owedIn(tx, quarter);
  if (owed.length === 0) return;
  if (status === "open") {
    await openCollection(tx, CASEBOOK, { quarter, version }, when);
    return;
  }
  if (reached.step !== "open") await remind(tx, owed, { quarter, since: reached.since, organisation }, when);
  if (reached.step === "escalate") await escalate(tx, owed, { quarter, since: reached.since, organisation }, when);
}

interface Turn {
  quarter: Quarter;
  since: Day;
  organisation: Organisation;
}

async function remind(tx: Writer, owed: readonly Owed[], { quarter, since, organisation }: Turn, when: When) {
  const known = await toldSince(tx, ["reports-asked", "reports-due"], since, organisation.timeZone);
  const dueOn = collectionCalendar(quarter, organisation).escalatesOn;
  for (const [ownerId, count] of summed(owed, ({ kpiOwnerId }) => kpiOwnerId)) {
    if (known.has(ownerId)) continue;
    await notify(tx, CASEBOOK, requestOf("reports-due", quarter, { count, dueOn }), [ownerId], when);
  }
}

async function escalate(tx: Writer, owed: readonly Owed[], { quarter, since, organisation }: Turn, when: When) {
  const deputies = await toldSince(tx, ["reports-late"], since, organisation.timeZone);
  for (const owner of new Set(owed.map(({ kpiOwnerId }) => kpiOwnerId))) {
    const own = owed.filter(({ kpiOwnerId }) => kpiOwnerId === owner);
    for (const [deputy, count] of summed(own, ({ ownerId }) => deputyOf(owner, ownerId))) {
      if (deputies.has(deputy)) continue;
      const news = requestOf("reports-late", quarter, { count, name: own[0]?.kpiOwner ?? "" });
      await notify(tx, CASEBOOK, news, [deputy], when);
    }
  }
  const heads = await toldSince(tx, ["department-late"], since, organisation.timeZone);
  const champions = await championsByDepartment(tx);
  for (const [departmentId, count] of summed(owed, (row) => row.departmentId)) {
    const department = owed.find((row) => row.departmentId === departmentId)?.department ?? null;
    const to = (champions.get(departmentId) ?? []).filter((id) => !heads.has(id));
    const news = { kind: "department-late" as const, useCaseId: null, href: `/quarter/${quarter}` };
    await notify(tx, CASEBOOK, { ...news, values: { quarter, count, department } }, to, when);
  }
}
