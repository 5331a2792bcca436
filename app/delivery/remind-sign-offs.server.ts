import { and, asc, inArray, isNull, lt } from "drizzle-orm";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { notify } from "#app/people/notify.server";
import { readOrganisation } from "#app/people/organisation.server";
import { permit } from "#app/people/permit";
import { CASEBOOK } from "#app/people/roles";
import { isWorkingDay } from "#app/use-cases/answer-due";
import { caseById } from "#app/use-cases/cases.server";
import { reviewersOf } from "#app/use-cases/signatures/reviewers.server";
import type { Writer } from "#db/client.server";
import { signOffs } from "#db/schema.server";

const AT_ONCE = 200;

/** Reminds reviewers of a sign-off past its day: on a working day, and once for each. To whom it was given, them alone. */
export async function remindSignOffs(tx: Writer, when: When): Promise<void> {
  const organisation = await readOrganisation(tx);
  if (!organisation || !isWorkingDay(when.today, organisation)) return;
  const late = await tx
    .select()
    .from(signOffs)
    .where(and(isNull(signOffs.verdict), isNull(signOffs.remindedOn), lt(signOffs.dueOn, when.today)))
    .orderBy(asc(signOffs.dueOn), asc(signOffs.id))
    .limit(AT_ONCE);
  if (late.length === 0) return;
  for (const { id, useCaseId, kind, dueOn, delegatedTo } of late) {
    const useCase = await caseById(tx, useCaseId);
    const may = permit(CASEBOOK, "sign-off.request", useCase);
    const reviewers = delegatedTo === null ? await reviewersOf(tx, kind, useCase, when.today) : [delegatedTo];
    const href = `/use-cases/${useCase.reference}/governance#sign-offs`;
    const news = { kind: "sign-off-late" as const, useCaseId, href, values: { signOff: kind, dueOn } };
    await notify(tx, CASEBOOK, news, reviewers, when);
    const change = { subject: "sign-off", subjectId: id, useCaseId };
    await record(tx, may, { ...change, before: { remindedOn: null }, after: { kind, remindedOn: when.today } }, when);
  }
  await tx
    .update(signOffs)
    .set({ remindedOn: when.today })
    .where(
      inArray(
        signOffs.id,
        late.map(({ id }) => id),
      ),
    );
}
