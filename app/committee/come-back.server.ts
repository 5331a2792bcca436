import { and, asc, desc, eq, gte, isNotNull, isNull, lte, ne, not, or } from "drizzle-orm";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { speechFor } from "#app/locales/speech";
import { idsHolding } from "#app/people/holders.server";
import { notify } from "#app/people/notify.server";
import { permit } from "#app/people/permit";
import { CASEBOOK } from "#app/people/roles";
import { caseById, type UseCase } from "#app/use-cases/cases.server";
import { concernedBy } from "#app/use-cases/concerned.server";
import { moveCase } from "#app/use-cases/move.server";
import { pausedByIncident } from "#app/use-cases/paused.server";
import { isStage } from "#app/use-cases/stages";
import type { Reader, Writer } from "#db/client.server";
import { committeeSessions, stageChanges, useCases } from "#db/schema.server";
import { backTo, goesOnAgenda } from "./come-back";
import { waitingElsewhere } from "./other-agenda.server";
import { addToAgenda } from "./sessions.server";

/** In one go; whoever was away for long brings the rest back at the next. */
const AT_ONCE = 200;

const REASON: Told = {
  fr: speechFor("fr", "EUR", "UTC").t("committee.came-back.reason"),
  en: speechFor("en", "EUR", "UTC").t("committee.came-back.reason"),
};

/**
 * Brings back what was put on hold until today or before: by the installation itself, with its event, to the stage where
 * it stood; into the queue of screening or onto the next session's agenda. Those whom it concerns are told.
 */
export async function bringBack(tx: Writer, when: When): Promise<void> {
  const due = await tx
    .select({ id: useCases.id })
    .from(useCases)
    .where(
      and(
        eq(useCases.stage, "on-hold"),
        isNotNull(useCases.relookOn),
        lte(useCases.relookOn, when.today),
        // What an incident stopped runs again when somebody says so, and not by itself.
        not(pausedByIncident),
      ),
    )
    .orderBy(asc(useCases.id))
    .limit(AT_ONCE);
  for (const { id } of due) await bringBackOne(tx, await caseById(tx, id), when);
}

async function bringBackOne(tx: Writer, useCase: UseCase, when: When): Promise<void> {
  const hold = await heldFrom(tx, useCase.id);
  const from = hold?.from;
  const to = backTo(isStage(from) ? from : null);
  await moveCase(tx, permit(CASEBOOK, "use-case.move", useCase), { to, reason: REASON }, [], when);
  const session = goesOnAgenda(to, hold?.decisionId != null) ? await nextSession(tx, when) : null;
  if (!session) return;
  const { id, reference } = useCase;
  const elsewhere = (await waitingElsewhere(tx, session.id)).get(id);
  const number = elsewhere ?? session.number;
  if (elsewhere === undefined) await addToAgenda(tx, CASEBOOK, number, reference, when);
  const concerned = new Set(await concernedBy(tx, useCase));
  const chairs = (await idsHolding(tx, "chair")).filter((chair) => !concerned.has(chair));
  const news = { kind: "came-back" as const, useCaseId: id, href: `/committee/${number}` };
  await notify(tx, CASEBOOK, { ...news, values: { stage: to } }, chairs, when);
}

/** The move by which it was put on hold, not those that put it off again. */
async function heldFrom(db: Reader, useCaseId: number) {
  const [hold] = await db
    .select({ from: stageChanges.from, decisionId: stageChanges.decisionId })
    .from(stageChanges)
    .where(
      and(
        eq(stageChanges.useCaseId, useCaseId),
        eq(stageChanges.to, "on-hold"),
        or(isNull(stageChanges.from), ne(stageChanges.from, "on-hold")),
      ),
    )
    .orderBy(desc(stageChanges.id))
    .limit(1);
  return hold ?? null;
}

async function nextSession(db: Reader, { today }: When) {
  const [session] = await db
    .select({ id: committeeSessions.id, number: committeeSessions.number })
    .from(committeeSessions)
    .where(and(eq(committeeSessions.status, "planned"), gte(committeeSessions.heldOn, today)))
    .orderBy(asc(committeeSessions.heldOn), asc(committeeSessions.id))
    .limit(1);
  return session ?? null;
}
