import { eq } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { readActor } from "#app/people/auth.server";
import { notify } from "#app/people/notify.server";
import { permits } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { promisedAt, type ServiceLevel } from "#app/use-cases/answer-due";
import { caseById } from "#app/use-cases/cases.server";
import type { Writer } from "#db/client.server";
import { people, screeners } from "#db/schema.server";

/**
 * Gives submitted cases to a member of the committee to screen; null gives them back to all. Who gets one is told.
 * @throws Refusal 403 to who may not screen a case themselves; 409 where it is no longer submitted, or its new screener
 *   is a party to it or no member of the committee
 */
export async function assignScreener(
  tx: Writer,
  actor: Actor,
  { useCaseIds, personId }: { useCaseIds: readonly number[]; personId: number | null },
  level: ServiceLevel,
  when: When,
): Promise<number> {
  const screener = personId === null ? null : await readScreener(tx, personId);
  let changed = 0;
  for (const id of new Set(useCaseIds)) {
    const useCase = await caseById(tx, id);
    const may = permit(actor, "use-case.screen", useCase);
    const { reference, stage, stageSince } = useCase;
    if (stage !== "submitted") throw new Refusal(409, "safeguards.refusal.not-submitted", { reference });
    if (screener && !permits(screener, "use-case.screen", useCase)) {
      throw new Refusal(409, "safeguards.refusal.cannot-screen", { reference, name: screener.name });
    }
    const [before] = await tx.select().from(screeners).where(eq(screeners.useCaseId, id));
    if ((before?.personId ?? null) === personId) continue;
    await tx.delete(screeners).where(eq(screeners.useCaseId, id));
    if (screener) await tx.insert(screeners).values({ useCaseId: id, personId: screener.personId, since: when.today });
    const change = { before: { screenerId: before?.personId ?? null }, after: { screenerId: personId } };
    await record(tx, may, { subject: "use-case", subjectId: id, useCaseId: id, ...change }, when);
    const { dueOn } = promisedAt(stageSince ?? when.today, when.today, level);
    const news = { kind: "screener" as const, useCaseId: id, href: `/use-cases/${reference}/governance#screening` };
    await notify(tx, actor, { ...news, values: { dueOn } }, [personId], when);
    changed += 1;
  }
  return changed;
}

async function readScreener(tx: Writer, personId: number) {
  const [person] = await tx
    .select({ name: people.name, active: people.active })
    .from(people)
    .where(eq(people.id, personId));
  if (!person?.active) throw new Refusal(409, "desk.refusal.gone");
  return readActor(tx, personId, person.name);
}
