import { asc, inArray, or } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import type { Told } from "#app/kernel/told";
import type { Speech } from "#app/locales/speech";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { UseCase } from "#app/use-cases/cases.server";
import type { Reader } from "#db/client.server";
import { people, personRoles } from "#db/schema.server";
import { readTrustCard } from "../trust-card.server";
import { chosen } from "./answers";
import { type CaseClassification, classificationsOf } from "./classification.server";
import { classify } from "./classify";
import { readLaw } from "./law.server";
import { type CaseObligation, obligationsOfCase } from "./obligations.server";
import type { Part } from "./question";
import { QUESTIONS, type QuestionKey } from "./questions";
import { type ReadQuestion, type Result, readQuestion, resultOf } from "./result";
import { cited } from "./wording";

export interface AskedPart {
  part: Part;
  title: string;
  questions: (ReadQuestion & { chosen: string[] })[];
}

export interface AiActPage {
  reference: string;
  version: number;
  parts: AskedPart[];
  shown: QuestionKey[];
  result: Result;
  /** Whether anything was answered yet. */
  begun: boolean;
  /** Legal has confirmed the newest: the next answers begin another. */
  confirmed: boolean;
  standing: { class: string; basis: Told | null; by: string | null; on: Day } | null;
  history: Omit<CaseClassification, "answers">[];
  obligations: (CaseObligation & { article: string; name: string; text: string; mayChange: boolean })[];
  owners: { id: number; name: string }[];
  mayAnswer: boolean;
  mayConfirm: boolean;
  today: Day;
}

/** The AI Act page of a case: what is asked of it, what that makes, what legal said and what follows. A fixed number of queries. */
export async function aiActPage(
  db: Reader,
  actor: Actor,
  useCase: UseCase,
  speech: Speech,
  today: Day,
): Promise<AiActPage> {
  const law = await readLaw(db);
  const history = await classificationsOf(db, useCase.id);
  const card = await readTrustCard(db, useCase.id);
  const [last] = history;
  const answers = last?.answers ?? {};
  const result = resultOf(answers, today, speech, law);
  const found = classify(answers);
  const asked = new Set([...found.answered, ...found.unanswered]);
  const questions = [...asked]
    .sort((a, b) => order(a) - order(b))
    .map((key) => ({ ...readQuestion(key, speech, law), chosen: [...(chosen(answers, key) ?? [])] }));
  const parts: AskedPart[] = [];
  for (const question of questions) {
    const open = parts.at(-1);
    if (open?.part === question.part) open.questions.push(question);
    else parts.push({ part: question.part, title: question.partTitle, questions: [question] });
  }
  const obligations = (await obligationsOfCase(db, useCase.id, today)).map((one) => {
    const { article, title, text } = law(one.provision);
    const mayChange = permits(actor, "obligation.handle", { ...useCase, accountOf: one.ownerId });
    return { ...one, article: cited(article, speech), name: speech.tell(title), text: speech.tell(text), mayChange };
  });
  const own = last !== undefined && last.answeredById !== null && last.answeredById === actor.personId;
  return {
    reference: useCase.reference,
    version: last?.version ?? 0,
    parts,
    shown: questions.map(({ key }) => key),
    result,
    begun: Object.values(answers).some((answer) => answer !== null),
    confirmed: Boolean(last?.confirmedOn),
    standing:
      card.aiActClass && card.aiActConfirmedOn
        ? {
            class: card.aiActClass,
            basis: card.aiActBasis,
            by: card.aiActConfirmedBy,
            on: card.aiActConfirmedOn as Day,
          }
        : null,
    history: history.map(({ answers: _, ...rest }) => rest),
    obligations,
    owners: await ownersFor(db, useCase, obligations),
    mayAnswer: permits(actor, "trust-card.write", useCase),
    mayConfirm: permits(actor, "ai-act.confirm", useCase) && !own,
    today,
  };
}

const order = (key: QuestionKey): number => QUESTIONS.findIndex((question) => question.key === key);

/** Whom an obligation may be given to: the case's own people, those of legal and security, and who has one already. */
async function ownersFor(db: Reader, useCase: UseCase, obligations: readonly { ownerId: number | null }[]) {
  const ids = [
    ...[useCase.ownerId, useCase.technicalOwnerId, useCase.authorId, useCase.coAuthorId],
    ...obligations.map(({ ownerId }) => ownerId),
  ].filter((id): id is number => id !== null);
  const officers = db
    .select({ id: personRoles.personId })
    .from(personRoles)
    .where(inArray(personRoles.role, ["legal", "security"]));
  return db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(or(inArray(people.id, [...new Set(ids), 0]), inArray(people.id, officers)))
    .orderBy(asc(people.nameFolded), asc(people.id));
}
