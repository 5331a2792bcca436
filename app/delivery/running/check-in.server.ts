import { and, eq } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { idsHolding } from "#app/people/holders.server";
import { notify } from "#app/people/notify.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseById } from "#app/use-cases/cases.server";
import type { Reader, Writer } from "#db/client.server";
import { attempts, pocCheckIns, pocIterations } from "#db/schema.server";
import { runningPoc } from "../poc.server";
import type { CheckIn } from "./check-in";
import { type Box, type WarningKind, warningsOf } from "./warning";

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

/**
 * Writes down a week of a POC; said again for the same day, it is corrected. What it shows for the first time to go beyond
 * what was agreed, its owners and the chairs are told.
 * @throws Refusal 409 for a day before the start or to come, and after the verdict
 */
export async function checkIn(
  tx: Writer,
  actor: Actor,
  { pocId, ...said }: CheckIn & { pocId: number },
  when: When,
): Promise<{ id: number }> {
  const poc = await runningPoc(tx, pocId);
  const useCase = await caseById(tx, poc.useCaseId);
  const may = permit(actor, "poc.write", useCase);
  if (said.on > when.today) throw new Refusal(409, "delivery.refusal.check-in-to-come");
  if (said.on < poc.startsOn) throw new Refusal(409, "delivery.refusal.check-in-early");
  const known = await warningKinds(tx, poc, when.today);
  const written = { ...said, byId: actor.personId };
  const [there] = await tx
    .select()
    .from(pocCheckIns)
    .where(and(eq(pocCheckIns.pocId, pocId), eq(pocCheckIns.on, said.on)));
  const [made] = await tx
    .insert(pocCheckIns)
    .values({ pocId, ...written })
    .onConflictDoUpdate({ target: [pocCheckIns.pocId, pocCheckIns.on], set: written })
    .returning({ id: pocCheckIns.id });
  if (!made) throw new Error("The check-in was not written");
  const { id: _, pocId: __, byId: ___, ...before } = there ?? { id: 0, pocId, byId: null };
  const kind = { subject: "poc-check-in", subjectId: made.id, useCaseId: useCase.id };
  await record(tx, may, { ...kind, ...(there && { before }), after: said }, when);
  const [first] = (await warningKinds(tx, poc, when.today)).filter((one) => NEWS.includes(one) && !known.includes(one));
  if (first) {
    const href = `/use-cases/${useCase.reference}/poc#pace`;
    const news = { kind: "poc-warning" as const, useCaseId: useCase.id, href, values: { warning: first } };
    await notify(
      tx,
      actor,
      news,
      [useCase.ownerId, useCase.technicalOwnerId, ...(await idsHolding(tx, "chair"))],
      when,
    );
  }
  return made;
}

/** Opens a round of a POC. @throws Refusal 409 while another is open, and for a day before the start or to come */
export async function openIteration(
  tx: Writer,
  actor: Actor,
  { pocId, question, startedOn }: { pocId: number; question: Told; startedOn: Day },
  when: When,
): Promise<{ id: number }> {
  const poc = await runningPoc(tx, pocId);
  const may = permit(actor, "poc.write", await caseById(tx, poc.useCaseId));
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
  const poc = await runningPoc(tx, open.pocId);
  const may = permit(actor, "poc.write", await caseById(tx, poc.useCaseId));
  if (open.endedOn !== null) throw new Refusal(409, "delivery.refusal.iteration-over");
  if (endedOn > when.today) throw new Refusal(409, "delivery.refusal.check-in-to-come");
  if (endedOn < open.startedOn) throw new Refusal(409, "delivery.input.ends-early");
  await tx.update(pocIterations).set({ endedOn, learnt }).where(eq(pocIterations.id, iterationId));
  const after = { endedOn, learnt };
  await record(tx, may, { subject: "poc-iteration", subjectId: iterationId, useCaseId: poc.useCaseId, after }, when);
}
