import { and, eq, gte, lt } from "drizzle-orm";
import { startOfDay } from "#app/kernel/day";
import type { When } from "#app/kernel/when";
import { readActor } from "#app/people/auth.server";
import { membersHolding } from "#app/people/holders.server";
import { notify } from "#app/people/notify.server";
import { readOrganisation } from "#app/people/organisation.server";
import { CASEBOOK } from "#app/people/roles";
import { isWorkingDay, lateBefore, promisedAt } from "#app/use-cases/answer-due";
import type { Writer } from "#db/client.server";
import { notifications, screeners, useCases } from "#db/schema.server";
import { remindersOf } from "./remind-screeners";

const LATE = 2_000;
/** Nobody is reminded before the working day begins where they are. */
const FROM_HOUR_MS = 8 * 3_600_000;

/** Reminds those who screen of answers beyond what was promised: once each working day, however often it is asked. */
export async function remindScreeners(tx: Writer, when: When): Promise<void> {
  const organisation = await readOrganisation(tx);
  if (!organisation || !isWorkingDay(when.today, organisation)) return;
  const morning = startOfDay(when.today, organisation.timeZone);
  if (when.now.getTime() < morning.getTime() + FROM_HOUR_MS) return;
  const late = await tx
    .select({
      id: useCases.id,
      submittedOn: useCases.stageSince,
      authorId: useCases.authorId,
      coAuthorId: useCases.coAuthorId,
      ownerId: useCases.ownerId,
      technicalOwnerId: useCases.technicalOwnerId,
      departmentId: useCases.departmentId,
      screenerId: screeners.personId,
    })
    .from(useCases)
    .leftJoin(screeners, eq(screeners.useCaseId, useCases.id))
    .where(
      and(
        eq(useCases.stage, "submitted"),
        lt(useCases.stageSince, lateBefore(when.today, organisation.screeningDays, organisation)),
      ),
    )
    .limit(LATE);
  if (late.length === 0) return;
  const [reminded] = await tx
    .select({ id: notifications.id })
    .from(notifications)
    .where(and(eq(notifications.kind, "answers-late"), gte(notifications.at, morning)))
    .limit(1);
  if (reminded) return;
  const members = [];
  for (const { id, name } of await membersHolding(tx, "committee", "chair"))
    members.push(await readActor(tx, id, name));
  const waiting = late.map(({ submittedOn, ...one }) => ({
    ...one,
    dueOn: promisedAt(submittedOn ?? when.today, when.today, organisation).dueOn,
  }));
  for (const { personId, count } of remindersOf(members, waiting, when.today, organisation)) {
    const news = { kind: "answers-late" as const, useCaseId: null, href: "/screening?late=yes", values: { count } };
    await notify(tx, CASEBOOK, news, [personId], when);
  }
}
