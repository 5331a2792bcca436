import { and, eq, ne } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { idsHolding } from "#app/people/holders.server";
import { notify } from "#app/people/notify.server";
import type { Actor } from "#app/people/roles";
import type { UseCase } from "#app/use-cases/cases.server";
import type { Reader, Writer } from "#db/client.server";
import { attempts, pocCheckIns, pocIterations } from "#db/schema.server";
import { type Poc, runningPoc } from "../poc.server";
import type { CheckIn } from "./check-in";
import { fallsBack } from "./cumulated";
import { type Box, type WarningKind, warningsOf, weeksSkipped } from "./warning";

/** What speaks of the pace, and not of the calendar alone: worth telling when a check-in brings it to light. */
const NEWS: readonly WarningKind[] = [
  "over-money",
  "money-before-end",
  "over-work",
  "work-before-end",
  "threshold-after-end",
  "threshold-never",
  "off",
];

async function warningKinds(db: Reader, poc: Box & { id: number }, today: Day): Promise<WarningKind[]> {
  const said = await db.select().from(pocCheckIns).where(eq(pocCheckIns.pocId, poc.id));
  const tried = await db.select().from(attempts).where(eq(attempts.pocId, poc.id));
  return warningsOf(poc, said, today, tried).map(({ kind }) => kind);
}

type Running = Poc & { startedOn: Day };

/** @throws Refusal 409 for a day before the start or to come, and for one that another check-in has */
async function guardDay(tx: Writer, poc: Running, on: Day, own: number, when: When) {
  if (on > when.today) throw new Refusal(409, "delivery.refusal.check-in-to-come");
  if (on < poc.startsOn) throw new Refusal(409, "delivery.refusal.check-in-early");
  const others = await tx
    .select()
    .from(pocCheckIns)
    .where(and(eq(pocCheckIns.pocId, poc.id), ne(pocCheckIns.id, own)));
  if (others.some((one) => one.on === on)) throw new Refusal(409, "delivery.refusal.check-in-there");
  return others;
}

/** Tells the owners and the chairs the first thing beyond what was agreed that was not known before. */
async function tellNews(
  tx: Writer,
  actor: Actor,
  { poc, useCase, known }: { poc: Running; useCase: UseCase; known: readonly WarningKind[] },
  when: When,
): Promise<void> {
  const [first] = (await warningKinds(tx, poc, when.today)).filter((one) => NEWS.includes(one) && !known.includes(one));
  if (!first) return;
  const href = `/use-cases/${useCase.reference}/poc#pace`;
  const news = { kind: "poc-warning" as const, useCaseId: useCase.id, href, values: { warning: first } };
  await notify(tx, actor, news, [useCase.ownerId, useCase.technicalOwnerId, ...(await idsHolding(tx, "chair"))], when);
}

/**
 * Writes down a week of a POC. What it shows for the first time to go beyond what was agreed, its owners and the chairs
 * are told.
 * @returns how many weeks stay without a check-in
 * @throws Refusal 409 for a day before the start, to come or that has its check-in, after the verdict, and for sums that
 * go back without a reason
 */
export async function checkIn(
  tx: Writer,
  actor: Actor,
  { pocId, ...said }: CheckIn & { pocId: number },
  when: When,
): Promise<{ id: number; skipped: number }> {
  const { poc, useCase, may } = await runningPoc(tx, actor, "poc.write", pocId);
  const others = await guardDay(tx, poc, said.on, 0, when);
  const back = fallsBack(said, others);
  if (back && said.reason === null) throw new Refusal(409, "delivery.refusal.check-in-back", { figure: back });
  const known = await warningKinds(tx, poc, when.today);
  const [made] = await tx
    .insert(pocCheckIns)
    .values({ pocId, ...said, byId: actor.personId })
    .returning({ id: pocCheckIns.id });
  if (!made) throw new Error("The check-in was not written");
  const kind = { subject: "poc-check-in", subjectId: made.id, useCaseId: useCase.id };
  await record(tx, may, { ...kind, after: said }, when);
  await tellNews(tx, actor, { poc, useCase, known }, when);
  const days = [...others, said].map(({ on }) => on);
  return { ...made, skipped: weeksSkipped(poc.startedOn, days).length };
}

/**
 * Corrects a week that was written down: what it said before stays in the case's history, and the page says that it was
 * corrected, by whom and why.
 * @throws Refusal 404; 409 when somebody else corrected it, after the verdict, and for a day that another check-in has
 */
export async function correctCheckIn(
  tx: Writer,
  actor: Actor,
  { checkInId, version, ...said }: CheckIn & { checkInId: number; version: number },
  when: When,
): Promise<void> {
  const [there] = await tx.select().from(pocCheckIns).where(eq(pocCheckIns.id, checkInId));
  if (!there) throw new Refusal(404, "desk.refusal.not-found");
  const { poc, useCase, may } = await runningPoc(tx, actor, "poc.correct-check-in", there.pocId);
  if (there.version !== version) throw new Refusal(409, "desk.refusal.stale");
  if (said.reason === null) throw new Refusal(409, "delivery.refusal.correction-reason");
  await guardDay(tx, poc, said.on, checkInId, when);
  const known = await warningKinds(tx, poc, when.today);
  const corrected = { correctedById: actor.personId, correctedOn: when.today, version: version + 1 };
  await tx
    .update(pocCheckIns)
    .set({ ...said, ...corrected })
    .where(eq(pocCheckIns.id, checkInId));
  const { on, value, confidence, spentMinor, personDays, blockers, next, reason } = there;
  const before = { on, value, confidence, spentMinor, personDays, blockers, next, reason };
  const kind = { subject: "poc-check-in", subjectId: checkInId, useCaseId: useCase.id };
  await record(tx, may, { ...kind, before, after: said }, when);
  await tellNews(tx, actor, { poc, useCase, known }, when);
}

/** Opens a round of a POC. @throws Refusal 409 while another is open, and for a day before the start or to come */
export async function openIteration(
  tx: Writer,
  actor: Actor,
  { pocId, question, startedOn }: { pocId: number; question: Told; startedOn: Day },
  when: When,
): Promise<{ id: number }> {
  const { poc, may } = await runningPoc(tx, actor, "poc.write", pocId);
  if (startedOn > when.today) throw new Refusal(409, "delivery.refusal.check-in-to-come");
  if (startedOn < poc.startsOn) throw new Refusal(409, "delivery.refusal.check-in-early");
  const all = await tx.select().from(pocIterations).where(eq(pocIterations.pocId, pocId));
  if (all.some(({ endedOn }) => endedOn === null)) throw new Refusal(409, "delivery.refusal.iteration-open");
  if (all.some(({ endedOn }) => endedOn !== null && endedOn > startedOn)) {
    throw new Refusal(409, "delivery.refusal.iteration-overlaps");
  }
  const [made] = await tx
    .insert(pocIterations)
    .values({ pocId, question, startedOn })
    .returning({ id: pocIterations.id });
  if (!made) throw new Error("The iteration was not written");
  const after = { question, startedOn };
  await record(tx, may, { subject: "poc-iteration", subjectId: made.id, useCaseId: poc.useCaseId, after }, when);
  return made;
}

/** Ends a round with what it taught. @throws Refusal 409 when it has ended, or would end before it began */
export async function endIteration(
  tx: Writer,
  actor: Actor,
  { iterationId, endedOn, learnt }: { iterationId: number; endedOn: Day; learnt: Told },
  when: When,
): Promise<void> {
  const [open] = await tx.select().from(pocIterations).where(eq(pocIterations.id, iterationId));
  if (!open) throw new Refusal(404, "desk.refusal.not-found");
  const { poc, may } = await runningPoc(tx, actor, "poc.write", open.pocId);
  if (open.endedOn !== null) throw new Refusal(409, "delivery.refusal.iteration-over");
  if (endedOn > when.today) throw new Refusal(409, "delivery.refusal.check-in-to-come");
  if (endedOn < open.startedOn) throw new Refusal(409, "delivery.input.ends-early");
  await tx.update(pocIterations).set({ endedOn, learnt }).where(eq(pocIterations.id, iterationId));
  const after = { endedOn, learnt };
  await record(tx, may, { subject: "poc-iteration", subjectId: iterationId, useCaseId: poc.useCaseId, after }, when);
}
