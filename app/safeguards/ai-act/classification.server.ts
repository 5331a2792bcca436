import { and, desc, eq } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { speechFor } from "#app/locales/speech";
import { record } from "#app/people/audit.server";
import { idsHolding } from "#app/people/holders.server";
import { notify } from "#app/people/notify.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseById } from "#app/use-cases/cases.server";
import { concernedBy } from "#app/use-cases/concerned.server";
import type { Reader, Writer } from "#db/client.server";
import { aiActClassifications, people } from "#db/schema.server";
import { confirmAiActClass } from "../trust-card.server";
import type { Answers } from "./answers";
import { classify } from "./classify";
import { readLaw } from "./law.server";
import { obligationsOf } from "./obligations";
import { layOut } from "./obligations.server";
import { type KeptClass, kept } from "./stored";
import { cited, type Law } from "./wording";

export interface CaseClassification {
  id: number;
  answers: Answers;
  class: KeptClass | null;
  why: Told | null;
  answeredBy: string | null;
  answeredById: number | null;
  /** Milliseconds. */
  answeredAt: number;
  confirmedBy: string | null;
  confirmedOn: Day | null;
  basis: Told | null;
  version: number;
}

/** Every classification of a case, the newest first: what counts, and what counted before. One query. */
export async function classificationsOf(db: Reader, useCaseId: number): Promise<CaseClassification[]> {
  const lawyer = db.select({ id: people.id, name: people.name }).from(people).as("lawyer");
  const rows = await db
    .select({ row: aiActClassifications, answeredBy: people.name, confirmedBy: lawyer.name })
    .from(aiActClassifications)
    .leftJoin(people, eq(people.id, aiActClassifications.answeredBy))
    .leftJoin(lawyer, eq(lawyer.id, aiActClassifications.confirmedBy))
    .where(eq(aiActClassifications.useCaseId, useCaseId))
    .orderBy(desc(aiActClassifications.id));
  return rows.map(({ row, answeredBy, confirmedBy }) => ({
    id: row.id,
    answers: row.answers as Answers,
    class: row.class,
    why: row.why,
    answeredBy,
    answeredById: row.answeredBy,
    answeredAt: row.answeredAt.getTime(),
    confirmedBy,
    confirmedOn: row.confirmedOn,
    basis: row.basis,
    version: row.version,
  }));
}

export interface AnswersSaid {
  useCaseId: number;
  /** Laid over what was answered before; null takes an answer back. */
  answers: Answers;
  /** Why the case is classed anew: needed once legal has confirmed. */
  why: Told | null;
  /** That of the classification which the answers start from; 0 where there is none. */
  version: number;
}

/**
 * Keeps what the team answers. Until legal confirms, it is one classification; after that the next answers begin another,
 * with their reason, and the earlier one stays. Legal is told when the answers decide the class.
 */
export async function saveAnswers(
  tx: Writer,
  actor: Actor,
  { useCaseId, answers, why, version }: AnswersSaid,
  when: When,
): Promise<{ id: number; version: number }> {
  const useCase = await caseById(tx, useCaseId);
  const may = permit(actor, "trust-card.write", useCase);
  const [last] = await tx
    .select()
    .from(aiActClassifications)
    .where(eq(aiActClassifications.useCaseId, useCaseId))
    .orderBy(desc(aiActClassifications.id))
    .limit(1);
  if ((last?.version ?? 0) !== version) throw new Refusal(409, "desk.refusal.stale");
  const all: Answers = { ...(last?.answers as Answers | undefined), ...answers };
  const found = classify(all);
  const decided = found.class && kept(found.class);
  const before = last && { aiActClass: last.class };
  const said = { answers: all as Record<string, string | string[] | null>, class: decided };
  let done: { id: number; version: number };
  if (last && !last.confirmedOn) {
    const next = {
      ...said,
      ...(why && { why }),
      answeredBy: actor.personId,
      answeredAt: when.now,
      version: version + 1,
    };
    const [changed] = await tx
      .update(aiActClassifications)
      .set(next)
      .where(and(eq(aiActClassifications.id, last.id), eq(aiActClassifications.version, version)))
      .returning({ id: aiActClassifications.id });
    if (!changed) throw new Refusal(409, "desk.refusal.stale");
    done = { id: last.id, version: version + 1 };
  } else {
    if (last && !why?.fr && !why?.en) throw new Refusal(409, "ai-act.refusal.no-why");
    const [made] = await tx
      .insert(aiActClassifications)
      .values({ useCaseId, ...said, why, answeredBy: actor.personId, answeredAt: when.now })
      .returning({ id: aiActClassifications.id, version: aiActClassifications.version });
    if (!made) throw new Error("The classification was not written");
    done = made;
  }
  const after = { aiActClass: decided, answers, why };
  await record(tx, may, { subject: "classification", subjectId: done.id, useCaseId, before, after }, when);
  if (decided && decided !== last?.class) {
    const href = `/use-cases/${useCase.reference}/ai-act`;
    const news = { kind: "ai-act-answered" as const, useCaseId, href, values: { aiActClass: decided } };
    await notify(tx, actor, news, await idsHolding(tx, "legal"), when);
  }
  return done;
}

/** The articles that made the class, in both languages: what stands on the trust card as its basis. */
function basisOf(found: ReturnType<typeof classify>, law: Law): Told {
  const said = (locale: "fr" | "en") => {
    const speech = speechFor(locale, "EUR", "UTC");
    const lines = found.basis
      .filter(({ effect }) => effect !== "derogated" || found.class === "not_high_risk_art6_3")
      .map(({ provision, effect }) => {
        const { article, title } = law(provision);
        return speech.t(`ai-act.why.${effect}`, { article: cited(article, speech), title: speech.tell(title) });
      });
    return [...new Set(lines)].join(" ");
  };
  return { fr: said("fr"), en: said("en") };
}

/**
 * Legal's word that the answers are right: the class stands on the case, and what it asks is laid out. Four eyes: not by a
 * party to the case, and not by who answered.
 * @throws Refusal 409 while the answers do not decide a class, or when they changed since `version`
 */
export async function confirmAnswers(
  tx: Writer,
  actor: Actor,
  { useCaseId, version }: { useCaseId: number; version: number },
  when: When,
): Promise<void> {
  const useCase = await caseById(tx, useCaseId);
  const may = permit(actor, "ai-act.confirm", useCase);
  const [last] = await classificationsOf(tx, useCaseId);
  if (!last || last.version !== version) throw new Refusal(409, "desk.refusal.stale");
  if (last.confirmedOn) throw new Refusal(409, "ai-act.refusal.confirmed");
  if (last.answeredById === actor.personId && actor.personId !== null)
    throw new Refusal(403, "ai-act.refusal.own-answers");
  const found = classify(last.answers);
  if (!found.class) throw new Refusal(409, "ai-act.refusal.undecided", { missing: found.unanswered.length });
  const law = await readLaw(tx);
  const aiActClass = kept(found.class);
  const aiActBasis = basisOf(found, law);
  await confirmAiActClass(tx, actor, { useCaseId, aiActClass, aiActBasis, classificationId: last.id }, when);
  await layOut(tx, may, { id: last.id, owed: obligationsOf(found, last.answers) }, law, when);
  const href = `/use-cases/${useCase.reference}/ai-act`;
  const news = { kind: "ai-act-confirmed" as const, useCaseId, href, values: { aiActClass } };
  await notify(tx, actor, news, await concernedBy(tx, useCase), when);
}
