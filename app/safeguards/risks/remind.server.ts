import { and, asc, eq, inArray, isNull, lt, ne, or } from "drizzle-orm";
import type { When } from "#app/kernel/when";
import { notify } from "#app/people/notify.server";
import { readOrganisation } from "#app/people/organisation.server";
import { CASEBOOK } from "#app/people/roles";
import { isWorkingDay } from "#app/use-cases/answer-due";
import type { Writer } from "#db/client.server";
import { risks, useCases } from "#db/schema.server";
import { placeOfRisk } from "./risk";

/** In one go; the rest are reminded at the next. */
const AT_ONCE = 300;

/** Reminds the owner of a risk whose look is overdue: once for each day that was set, however often it is asked. */
export async function remindRisks(tx: Writer, when: When): Promise<void> {
  const organisation = await readOrganisation(tx);
  if (!organisation || !isWorkingDay(when.today, organisation)) return;
  const overdue = await tx
    .select({
      id: risks.id,
      useCaseId: risks.useCaseId,
      title: risks.title,
      ownerId: risks.ownerId,
      reviewOn: risks.reviewOn,
      reference: useCases.reference,
    })
    .from(risks)
    .leftJoin(useCases, eq(useCases.id, risks.useCaseId))
    .where(
      and(
        eq(risks.state, "open"),
        lt(risks.reviewOn, when.today),
        or(isNull(risks.remindedOf), ne(risks.remindedOf, risks.reviewOn)),
      ),
    )
    .orderBy(asc(risks.reviewOn), asc(risks.id))
    .limit(AT_ONCE);
  if (overdue.length === 0) return;
  for (const { id, useCaseId, title, ownerId, reviewOn, reference } of overdue) {
    const news = { kind: "risk-overdue" as const, useCaseId, href: placeOfRisk(reference, id) };
    await notify(tx, CASEBOOK, { ...news, values: { risk: title, dueOn: reviewOn } }, [ownerId], when);
  }
  const ids = overdue.map(({ id }) => id);
  await tx.update(risks).set({ remindedOf: risks.reviewOn }).where(inArray(risks.id, ids));
}
