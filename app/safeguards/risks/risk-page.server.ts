import { inArray } from "drizzle-orm";
import { addDays, type Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import { personTyped } from "#app/people/typed-person";
import type { UseCase } from "#app/use-cases/cases.server";
import type { Reader } from "#db/client.server";
import { people } from "#db/schema.server";
import { levelOf, REVIEW_DAYS, type RiskCategory } from "./risk";
import { reviewsOf, riskById, writesRisk } from "./risk.server";

/** The people whom the form of a risk names by typing. */
export const RISK_PEOPLE = ["ownerId", "mitigationOwnerId"] as const;

export interface RiskFormValues {
  title: Told | null;
  description: Told | null;
  category: RiskCategory | null;
  ownerTyped: string;
  likelihood: number | null;
  impact: number | null;
  mitigation: Told | null;
  mitigationOwnerTyped: string;
  mitigationDueOn: Day | null;
  mitigationDoneOn: Day | null;
  residualLikelihood: number | null;
  residualImpact: number | null;
  reviewOn: Day;
  version: number | null;
}

async function typedOf(db: Reader, ids: readonly (number | null)[]): Promise<(id: number | null) => string> {
  const wanted = ids.filter((id) => id !== null);
  const rows = wanted.length
    ? await db
        .select({ id: people.id, name: people.name, email: people.email })
        .from(people)
        .where(inArray(people.id, wanted))
    : [];
  return (id) => {
    const person = rows.find((row) => row.id === id);
    return person ? personTyped(person) : "";
  };
}

/** A risk that is about to be written: its case's owner, or who writes the organisation's own, answers for it unless another is named. */
export async function newRisk(db: Reader, ownerId: number | null, today: Day): Promise<RiskFormValues> {
  const typed = await typedOf(db, [ownerId]);
  return {
    ...{ title: null, description: null, category: null, likelihood: null, impact: null, mitigation: null },
    ...{ mitigationOwnerTyped: "", mitigationDueOn: null, mitigationDoneOn: null },
    ...{ residualLikelihood: null, residualImpact: null, version: null },
    ownerTyped: typed(ownerId),
    reviewOn: addDays(today, REVIEW_DAYS.high),
  };
}

/**
 * All that the page of a risk shows: of a case, or of the organisation itself where that is null. Four queries.
 * @throws Refusal 404, also for a risk of another case
 */
export async function riskPage(db: Reader, actor: Actor, useCase: UseCase | null, id: number, today: Day) {
  const risk = await riskById(db, id, today);
  if (risk.useCaseId !== (useCase?.id ?? null)) throw new Refusal(404, "risks.refusal.not-found");
  const typed = await typedOf(db, [risk.ownerId, risk.mitigationOwnerId]);
  const parties = { ...useCase, accountOf: risk.ownerId };
  const reviews = await reviewsOf(db, id);
  const form: RiskFormValues = {
    ...risk,
    ownerTyped: typed(risk.ownerId),
    mitigationOwnerTyped: typed(risk.mitigationOwnerId),
  };
  return {
    reference: useCase?.reference ?? null,
    risk,
    form,
    reviews: reviews.map(({ review, by }) => ({ ...review, by })),
    nextReview: addDays(today, REVIEW_DAYS[levelOf(risk.score)]),
    mayWrite: permits(actor, writesRisk(useCase), parties),
    mayReview: permits(actor, "risk.review", parties),
    mayClose: permits(actor, "risk.close", parties),
  };
}

export type RiskPage = Awaited<ReturnType<typeof riskPage>>;
