import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { notify } from "#app/people/notify.server";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseById, type UseCase } from "#app/use-cases/cases.server";
import { refuseMerged } from "#app/use-cases/similar/standing-in.server";
import type { Reader, Writer } from "#db/client.server";
import { people, riskReviews, risks, useCases } from "#db/schema.server";
import { daysFault, faultOf, type Mark, placeOfRisk, type RiskCategory, standingScore } from "./risk";

type Stored = typeof risks.$inferSelect;

export interface RiskContent {
  title: Told;
  description: Told | null;
  category: RiskCategory;
  ownerId: number;
  likelihood: Mark;
  impact: Mark;
  mitigation: Told | null;
  mitigationOwnerId: number | null;
  mitigationDueOn: Day | null;
  mitigationDoneOn: Day | null;
  residualLikelihood: Mark | null;
  residualImpact: Mark | null;
  reviewOn: Day;
}

const personAs = (db: Reader, name: string) => db.select({ id: people.id, name: people.name }).from(people).as(name);

function riskRows(db: Reader) {
  const owner = personAs(db, "risk_owner");
  const mitigator = personAs(db, "mitigator");
  return db
    .select({
      risk: risks,
      reference: useCases.reference,
      useCaseTitle: useCases.title,
      owner: owner.name,
      mitigationOwner: mitigator.name,
    })
    .from(risks)
    .leftJoin(useCases, eq(useCases.id, risks.useCaseId))
    .innerJoin(owner, eq(owner.id, risks.ownerId))
    .leftJoin(mitigator, eq(mitigator.id, risks.mitigationOwnerId));
}

type Row = Awaited<ReturnType<typeof riskRows>>[number];
export type Risk = Stored & Omit<Row, "risk"> & { overdue: boolean };

const shaped = ({ risk, ...names }: Row, today: Day): Risk => ({
  ...risk,
  ...names,
  overdue: risk.state === "open" && risk.reviewOn < today,
});

/** The risks of a case: open before closed, the gravest first. One query. */
export async function risksOfCase(db: Reader, useCaseId: number, today: Day): Promise<Risk[]> {
  const rows = await riskRows(db)
    .where(eq(risks.useCaseId, useCaseId))
    .orderBy(desc(risks.state), desc(risks.score), asc(risks.id));
  return rows.map((row) => shaped(row, today));
}

/** @throws Refusal 404 */
export async function riskById(db: Reader, id: number, today: Day): Promise<Risk> {
  const [row] = await riskRows(db).where(eq(risks.id, id));
  if (!row) throw new Refusal(404, "risks.refusal.not-found");
  return shaped(row, today);
}

/** The looks at a risk, newest first. One query. */
export function reviewsOf(db: Reader, riskId: number) {
  return db
    .select({ review: riskReviews, by: people.name })
    .from(riskReviews)
    .leftJoin(people, eq(people.id, riskReviews.byId))
    .where(eq(riskReviews.riskId, riskId))
    .orderBy(desc(riskReviews.id));
}

/** @throws Refusal 409 where what is told contradicts itself, or names somebody who is not there */
async function refuseFaults(tx: Reader, content: RiskContent, kept: readonly number[], today: Day): Promise<void> {
  const fault = faultOf(content, today);
  if (fault) throw new Refusal(409, `risks.refusal.${fault}`);
  for (const id of [content.ownerId, content.mitigationOwnerId]) {
    if (id === null || kept.includes(id)) continue;
    const [person] = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.id, id), eq(people.active, true)));
    if (!person) throw new Refusal(409, "risks.refusal.no-such-owner");
  }
}

/** @throws Refusal 409 for a look that is past, or a day too far ahead */
export function refuseDays(said: Parameters<typeof daysFault>[0], today: Day): void {
  const fault = daysFault(said, today);
  if (fault) throw new Refusal(409, `risks.refusal.${fault}`);
}

/** Which act writes a risk: one of a case has its people, one of the organisation itself its reviewers. */
export const writesRisk = (of: object | null) =>
  of === null ? ("organisation-risk.write" as const) : ("risk.write" as const);

/** @throws Refusal 403, or 409 where it contradicts itself. A risk without a case is the organisation's own */
export async function addRisk(
  tx: Writer,
  actor: Actor,
  { useCaseId, ...content }: RiskContent & { useCaseId: number | null },
  when: When,
): Promise<{ id: number }> {
  const useCase = useCaseId === null ? null : await caseById(tx, useCaseId);
  const may = permit(actor, writesRisk(useCase), useCase ?? NO_PARTIES);
  // What is still a draft is its author's alone: nobody else would ever read it.
  if (useCase?.stage === "draft") throw new Refusal(409, "risks.refusal.draft");
  if (useCase) await refuseMerged(tx, useCase);
  await refuseFaults(tx, content, [], when.today);
  refuseDays(content, when.today);
  const [made] = await tx
    .insert(risks)
    .values({
      useCaseId,
      ...content,
      score: standingScore(content),
      stateOn: when.today,
      createdById: actor.personId,
      createdOn: when.today,
    })
    .returning({ id: risks.id });
  if (!made) throw new Error("The risk was not inserted");
  await record(tx, may, { subject: "risk", subjectId: made.id, useCaseId, after: content }, when);
  await tellOwner(tx, actor, useCase, { id: made.id, ...content }, when);
  return made;
}

async function tellOwner(
  tx: Writer,
  actor: Actor,
  useCase: UseCase | null,
  risk: { id: number; title: Told; ownerId: number; reviewOn: Day },
  when: When,
): Promise<void> {
  const href = placeOfRisk(useCase?.reference ?? null, risk.id);
  const values = { risk: risk.title, dueOn: risk.reviewOn };
  await notify(tx, actor, { kind: "risk-owner", useCaseId: useCase?.id ?? null, href, values }, [risk.ownerId], when);
}

/** A risk for somebody who is about to write it, with its case; null where it is the organisation's own. @throws Refusal 404 */
export async function openRisk(tx: Reader, id: number): Promise<{ risk: Stored; useCase: UseCase | null }> {
  const [risk] = await tx.select().from(risks).where(eq(risks.id, id));
  if (!risk) throw new Refusal(404, "risks.refusal.not-found");
  return { risk, useCase: risk.useCaseId === null ? null : await caseById(tx, risk.useCaseId) };
}

/** Writes what changed of a risk that nobody changed since. @throws Refusal 409 */
export async function writeRisk(tx: Writer, { id, version }: Stored, said: Partial<Stored>): Promise<void> {
  const [written] = await tx
    .update(risks)
    .set({ ...said, version: sql`${risks.version} + 1` })
    .where(and(eq(risks.id, id), eq(risks.version, version)))
    .returning({ id: risks.id });
  if (!written) throw new Refusal(409, "desk.refusal.stale");
}

/** @throws Refusal 404, 403; 409 when it changed since `version`, is closed, or contradicts itself */
export async function changeRisk(
  tx: Writer,
  actor: Actor,
  { id, version, ...change }: Partial<RiskContent> & { id: number; version: number },
  when: When,
): Promise<void> {
  const { risk, useCase } = await openRisk(tx, id);
  const may = permit(actor, writesRisk(useCase), { ...useCase, accountOf: risk.ownerId });
  if (risk.version !== version) throw new Refusal(409, "desk.refusal.stale");
  if (risk.state === "closed") throw new Refusal(409, "risks.refusal.closed");
  const content: RiskContent = { ...risk, ...change };
  const kept = [risk.ownerId, ...(risk.mitigationOwnerId === null ? [] : [risk.mitigationOwnerId])];
  await refuseFaults(tx, content, kept, when.today);
  const anew = <Value>(is: Value, was: Value) => (is === was ? undefined : is);
  const reviewOn = anew(content.reviewOn, risk.reviewOn);
  refuseDays({ reviewOn, mitigationDueOn: anew(content.mitigationDueOn, risk.mitigationDueOn) }, when.today);
  const fields = Object.keys(change) as (keyof RiskContent)[];
  const passedOn = content.ownerId === risk.ownerId ? {} : { remindedOf: null };
  await writeRisk(tx, risk, { ...change, ...passedOn, score: standingScore(content) });
  const before = Object.fromEntries(fields.map((field) => [field, risk[field]]));
  await record(tx, may, { subject: "risk", subjectId: id, useCaseId: risk.useCaseId, before, after: change }, when);
  if (content.ownerId !== risk.ownerId) await tellOwner(tx, actor, useCase, { id, ...content }, when);
}
