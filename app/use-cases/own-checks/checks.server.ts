import { and, asc, desc, eq, gt, isNull, lte, or, sql } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Reader, Writer } from "#db/client.server";
import { prepared } from "#db/prepared.server";
import { auditEvents, gateChecks } from "#db/schema.server";
import { ownRequirement } from "../gates";
import { faultOf, type OwnCheck } from "./own-check";
import type { OwnQuestions } from "./requirement-words";

const onDay = prepared<{ today: Day }, OwnCheck>((db) =>
  db
    .select()
    .from(gateChecks)
    .where(
      and(
        lte(gateChecks.fromOn, sql.placeholder("today")),
        or(isNull(gateChecks.retiredOn), gt(gateChecks.retiredOn, sql.placeholder("today"))),
      ),
    )
    .orderBy(asc(gateChecks.id)),
);

/** The checks that are asked on a day, in the order in which they were added. One query. */
export function checksOn(db: Reader, today: Day): Promise<OwnCheck[]> {
  return onDay(db, { today });
}

/** Every check that there ever was, retired or to come as well. One query. */
export function allChecks(db: Reader): Promise<OwnCheck[]> {
  return db.select().from(gateChecks).orderBy(asc(gateChecks.id));
}

/** How every own check is worded: what names it where only its key is kept. One query. */
export async function ownQuestions(db: Reader): Promise<OwnQuestions> {
  const rows = await db.select({ id: gateChecks.id, question: gateChecks.question }).from(gateChecks);
  return Object.fromEntries(rows.map(({ id, question }) => [ownRequirement(id), question]));
}

/** @throws Refusal 404 */
export async function checkById(db: Reader, id: number): Promise<OwnCheck> {
  const [check] = await db.select().from(gateChecks).where(eq(gateChecks.id, id));
  if (!check) throw new Refusal(404, "own-checks.refusal.none");
  return check;
}

const contentOf = ({ id: _, version: __, ...content }: OwnCheck) => content;

/** Adds a check to a gate, from today where no day is said. @throws Refusal 409 for a day that is past, or a kind that lacks its part */
export async function addCheck(
  tx: Writer,
  actor: Actor,
  check: Omit<OwnCheck, "id" | "version" | "retiredOn" | "fromOn"> & { fromOn: Day | null },
  when: When,
): Promise<OwnCheck> {
  const may = permit(actor, "gate.edit", NO_PARTIES);
  if (faultOf(check)) throw new Refusal(409, "own-checks.refusal.incomplete");
  const fromOn = check.fromOn ?? when.today;
  if (fromOn < when.today) throw new Refusal(409, "own-checks.refusal.past");
  const told = {
    ...{ ...check, fromOn },
    departmentIds: [...check.departmentIds],
    aiTypes: [...check.aiTypes],
    // What does not go with the kind is not kept.
    expected: check.kind === "yes-no" ? check.expected : null,
    role: check.kind === "sign-off" ? check.role : null,
  };
  const [made] = await tx.insert(gateChecks).values(told).returning();
  if (!made) throw new Error("The check was not written");
  await record(tx, may, { subject: "gate-check", subjectId: made.id, after: contentOf(made) }, when);
  return made;
}

/** Words a check anew; what it asks for stays, and so do its answers. @throws Refusal 404, or 409 when stale or retired */
export async function rewordCheck(
  tx: Writer,
  actor: Actor,
  { id, version, question, help }: { id: number; version: number; question: Told; help: Told | null },
  when: When,
): Promise<OwnCheck> {
  return changeCheck(tx, actor, { id, version }, { question, help }, when);
}

/** Asks for a check no more from a day on, today where none is said. @throws Refusal 404, or 409 when stale, retired or in the past */
export async function retireCheck(
  tx: Writer,
  actor: Actor,
  { id, version, retiredOn }: { id: number; version: number; retiredOn: Day | null },
  when: When,
): Promise<OwnCheck> {
  const on = retiredOn ?? when.today;
  if (on < when.today) throw new Refusal(409, "own-checks.refusal.past");
  return changeCheck(tx, actor, { id, version }, { retiredOn: on }, when);
}

async function changeCheck(
  tx: Writer,
  actor: Actor,
  { id, version }: { id: number; version: number },
  change: Partial<Pick<OwnCheck, "question" | "help" | "retiredOn">>,
  when: When,
): Promise<OwnCheck> {
  const may = permit(actor, "gate.edit", NO_PARTIES);
  const before = await checkById(tx, id);
  if (before.retiredOn !== null) throw new Refusal(409, "own-checks.refusal.retired");
  const [changed] = await tx
    .update(gateChecks)
    .set({ ...change, version: version + 1 })
    .where(and(eq(gateChecks.id, id), eq(gateChecks.version, version)))
    .returning();
  if (!changed) throw new Refusal(409, "desk.refusal.stale");
  const { question, help, retiredOn } = before;
  const was = "retiredOn" in change ? { retiredOn } : { question, help };
  await record(tx, may, { subject: "gate-check", subjectId: id, before: was, after: change }, when);
  return changed;
}

/** A change of the checks, as the log keeps it. */
export interface CheckChange {
  id: number;
  checkId: number;
  /** Milliseconds. */
  at: number;
  by: string;
  kind: "added" | "reworded" | "retired";
  before: Told | null;
  after: Told | null;
}

const SHOWN = 50;

interface Kept {
  question?: Told;
  retiredOn?: Day | null;
}

/** Who changed what of the checks, the newest first. One query. */
export async function changesOfChecks(db: Reader): Promise<CheckChange[]> {
  const rows = await db
    .select({
      id: auditEvents.id,
      checkId: auditEvents.subjectId,
      at: auditEvents.at,
      by: auditEvents.actorName,
      before: auditEvents.before,
      after: auditEvents.after,
    })
    .from(auditEvents)
    .where(and(eq(auditEvents.subject, "gate-check"), eq(auditEvents.act, "gate.edit")))
    .orderBy(desc(auditEvents.id))
    .limit(SHOWN);
  const read = (text: string | null): Kept => (text === null ? {} : (JSON.parse(text) as Kept));
  return rows.map(({ id, checkId, at, by, before, after }) => {
    const [was, is] = [read(before), read(after)];
    const kind = before === null ? "added" : is.retiredOn ? "retired" : "reworded";
    return { id, checkId, at: at.getTime(), by, kind, before: was.question ?? null, after: is.question ?? null };
  });
}
