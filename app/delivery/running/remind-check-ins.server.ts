import { and, eq, gte, inArray } from "drizzle-orm";
import { addDays, startOfDay } from "#app/kernel/day";
import type { When } from "#app/kernel/when";
import { notify } from "#app/people/notify.server";
import { readOrganisation } from "#app/people/organisation.server";
import { CASEBOOK } from "#app/people/roles";
import { isWorkingDay } from "#app/use-cases/answer-due";
import type { Writer } from "#db/client.server";
import { notifications } from "#db/schema.server";
import { allRunning } from "./alerts.server";
import { CHECK_IN_DAYS, weeksMissing } from "./warning";

/** Reminds the owners of a running POC of a check-in that is missing: on working days, and once a week for each. */
export async function remindCheckIns(tx: Writer, when: When): Promise<void> {
  const organisation = await readOrganisation(tx);
  if (!organisation || !isWorkingDay(when.today, organisation)) return;
  const missing = (await allRunning(tx, when.today)).flatMap((poc) => {
    const weeks = weeksMissing(poc.startedOn, poc.lastCheckIn, when.today);
    return weeks > 0 ? [{ ...poc, weeks }] : [];
  });
  if (missing.length === 0) return;
  const lately = startOfDay(addDays(when.today, 1 - CHECK_IN_DAYS), organisation.timeZone);
  const told = await tx
    .select({ useCaseId: notifications.useCaseId })
    .from(notifications)
    .where(
      and(
        eq(notifications.kind, "check-in-due"),
        gte(notifications.at, lately),
        inArray(
          notifications.useCaseId,
          missing.map(({ useCaseId }) => useCaseId),
        ),
      ),
    );
  const known = new Set(told.map(({ useCaseId }) => useCaseId));
  for (const { useCaseId, reference, ownerId, technicalOwnerId, weeks } of missing) {
    if (known.has(useCaseId)) continue;
    const href = `/use-cases/${reference}/poc#pace`;
    const news = { kind: "check-in-due" as const, useCaseId, href, values: { weeks } };
    await notify(tx, CASEBOOK, news, [ownerId, technicalOwnerId], when);
  }
}
