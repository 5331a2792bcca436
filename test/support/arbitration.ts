import { eq } from "drizzle-orm";
import { assess } from "#app/assessment/assess.server";
import { activeModel, installScoringModel } from "#app/assessment/model.server";
import { certain, type Line } from "#app/business-cases/lines";
import { writeBusinessCase } from "#app/business-cases/write.server";
import { installFilters } from "#app/committee/default-filters.server";
import { minor } from "#app/kernel/money";
import { quarter } from "#app/kernel/quarter";
import { whenAt } from "#app/kernel/when";
import { type Actor, CASEBOOK, type Role } from "#app/people/roles";
import { caseById } from "#app/use-cases/cases.server";
import { assessments, personRoles } from "#db/schema.server";
import type { App } from "./app";
import { aCase, type CaseOptions } from "./cases";

export const whenOf = (app: App) => whenAt(app.clock.at, { timeZone: "Europe/Paris", fiscalFirstMonth: 2 });

/** A person as commands know them, for what a journey needs done but is not about. */
export const actorOf = (id: number, ...roles: Role[]): Actor => ({
  personId: id,
  name: `Person ${id}`,
  roles,
  departmentIds: [],
});

/** The scoring model and the filters that ship. */
export async function withRules(app: App): Promise<void> {
  await app.database.write(async (tx) => {
    await installScoringModel(tx, CASEBOOK, whenOf(app));
    await installFilters(tx, CASEBOOK, whenOf(app));
  });
}

/** Saves `euros` a quarter for a one-off of 20 000 €: back within the year above some 6 000 € a quarter. */
function linesOf(euros: number): Line[] {
  const label = { fr: "Ligne", en: "Line" };
  return [
    {
      id: "saved",
      side: "benefit",
      kind: "cost-avoided",
      label,
      startsAfterQuarters: 0,
      rampQuarters: 0,
      quantityPerQuarter: certain(1),
      unitValue: certain(euros * 100),
      adoption: certain(1),
      attribution: 1,
    },
    { id: "build", side: "cost", kind: "build", label, startsAfterQuarters: 0, amount: certain(minor(2_000_000)) },
  ] as Line[];
}

export async function aBusinessCase(app: App, useCaseId: number, euros = 30_000): Promise<void> {
  const draft = { firstQuarter: quarter("2026-Q4"), horizonQuarters: 12, discountRate: 0.08, lines: linesOf(euros) };
  await app.database.write((tx) => writeBusinessCase(tx, CASEBOOK, { useCaseId, draft, note: null }, whenOf(app)));
}

/** The member gives every criterion the same score. */
export async function anAssessment(app: App, useCaseId: number, assessorId: number, score = 3): Promise<void> {
  await app.database.write(async (tx) => {
    const { criteria } = await activeModel(tx);
    const scores = Object.fromEntries(criteria.map(({ id }) => [id, score]));
    const input = { scores, comments: {}, comment: null, abstain: false, submit: true, locale: "fr" as const };
    await assess(tx, actorOf(assessorId, "committee"), useCaseId, input, whenOf(app));
  });
}

/** The member abstains: they owe nothing any more, and may decide. */
export async function anAbstention(app: App, useCaseId: number, assessorId: number): Promise<void> {
  const input = { scores: {}, comments: {}, comment: null, abstain: true, submit: true, locale: "fr" as const };
  await app.database.write((tx) => assess(tx, actorOf(assessorId, "committee"), useCaseId, input, whenOf(app)));
}

/** Whoever chairs and has not assessed a case abstains, so that they may decide on it. */
export async function chairsAbstain(app: App, useCaseId: number): Promise<void> {
  const chairs = await app.database.select().from(personRoles).where(eq(personRoles.role, "chair"));
  const said = await app.database.select().from(assessments).where(eq(assessments.useCaseId, useCaseId));
  const { authorId, coAuthorId, ownerId, technicalOwnerId } = await caseById(app.database, useCaseId);
  const parties = [authorId, coAuthorId, ownerId, technicalOwnerId];
  for (const { personId } of chairs) {
    if (parties.includes(personId) || said.some(({ assessorId }) => assessorId === personId)) continue;
    await anAbstention(app, useCaseId, personId);
  }
}

/** A case in assessment, assessed by these members, with its business case: ready for a session, whose chair abstains. */
export async function anAssessedCase(
  app: App,
  assessors: readonly number[],
  { euros, score, chairsOwe, ...options }: CaseOptions & { euros?: number; score?: number; chairsOwe?: boolean } = {},
) {
  const made = await aCase(app, { stage: "assessment", ...options });
  for (const id of assessors) await anAssessment(app, made.id, id, score);
  if (!chairsOwe && (options.stage ?? "assessment") === "assessment") await chairsAbstain(app, made.id);
  await aBusinessCase(app, made.id, euros);
  return made;
}
