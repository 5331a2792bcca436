import { and, asc, desc, eq } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { type Parties, permits } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Reader, Writer } from "#db/client.server";
import { caseFiles, gateAnswers, people } from "#db/schema.server";
import { caseById, type UseCase } from "../cases.server";
import { refuseMerged } from "../similar/standing-in.server";
import { checkById } from "./checks.server";
import { type Answer, inForce, isAnswer, type OwnCheck, passes } from "./own-check";
import { type CheckedCase, concerningOf } from "./own-facts.server";

/** A red line is the screeners' to answer, and four eyes; everything else is the team's. */
export const actOfAnswer = ({ redLine }: Pick<OwnCheck, "redLine">) =>
  redLine ? ("use-case.screen" as const) : ("gate.answer" as const);

/**
 * Answers an own check of a case. Earlier answers stay on the record.
 * @throws Refusal 404 for a check that is none; 409 where it is not asked of this case, or the answer is of another kind
 */
export async function answerCheck(
  tx: Writer,
  actor: Actor,
  { useCaseId, checkId, note, ...answer }: Answer & { useCaseId: number; checkId: number; note: Told | null },
  when: When,
): Promise<{ id: number; passes: boolean }> {
  const useCase = await caseById(tx, useCaseId);
  const check = await checkById(tx, checkId);
  const may = permit(actor, actOfAnswer(check), useCase);
  await refuseMerged(tx, useCase);
  const concerning = (await concerningOf(tx, [useCase], when.today)).get(useCaseId) ?? [];
  if (!inForce(check, when.today) || !concerning.some((one) => one.check.id === checkId)) {
    throw new Refusal(409, "own-checks.refusal.not-asked");
  }
  if (check.kind === "sign-off") throw new Refusal(409, "own-checks.refusal.signed-elsewhere");
  if (!isAnswer(check, answer)) throw new Refusal(409, "own-checks.refusal.other-kind");
  if (answer.fileId !== null) await refuseStrangeFile(tx, useCaseId, answer.fileId);
  const given = {
    ...{ said: check.kind === "yes-no" ? answer.said : null, text: check.kind === "text" ? answer.text : null },
    ...{ fileId: check.kind === "file" ? answer.fileId : null, note, passes: passes(check, answer) },
  };
  const [made] = await tx
    .insert(gateAnswers)
    .values({ ...given, checkId, useCaseId, checkVersion: check.version, byId: actor.personId, on: when.today })
    .returning({ id: gateAnswers.id });
  if (!made) throw new Error("The answer was not written");
  const after = { question: check.question, ...given };
  await record(tx, may, { subject: "gate-answer", subjectId: made.id, useCaseId, after }, when);
  return { id: made.id, passes: given.passes };
}

async function refuseStrangeFile(tx: Writer, useCaseId: number, fileId: number): Promise<void> {
  const [file] = await tx
    .select({ id: caseFiles.id })
    .from(caseFiles)
    .where(and(eq(caseFiles.id, fileId), eq(caseFiles.useCaseId, useCaseId)));
  if (!file) throw new Refusal(409, "own-checks.refusal.no-file");
}

export interface ShownAnswer extends Answer {
  id: number;
  note: Told | null;
  passes: boolean;
  by: string | null;
  on: Day;
  /** The name of its file; null where it was taken off since. */
  file: string | null;
  /** The question was worded otherwise when it was answered. */
  worded: boolean;
}

/** A check as the page of a case shows it. */
export interface CaseCheck extends OwnCheck {
  met: boolean;
  /** The newest answer first; earlier ones after it. */
  answers: ShownAnswer[];
  mayAnswer: boolean;
}

/** The checks that concern a case with what was answered. Six queries at most. */
export async function checksOfCase(
  db: Reader,
  actor: Actor,
  useCase: Pick<UseCase, "id" | "stage"> & CheckedCase & Parties,
  today: Day,
): Promise<CaseCheck[]> {
  const concerning = (await concerningOf(db, [useCase], today)).get(useCase.id) ?? [];
  if (concerning.length === 0) return [];
  const rows = await db
    .select({ answer: gateAnswers, by: people.name, file: caseFiles.name })
    .from(gateAnswers)
    .leftJoin(people, eq(people.id, gateAnswers.byId))
    .leftJoin(caseFiles, eq(caseFiles.id, gateAnswers.fileId))
    .where(eq(gateAnswers.useCaseId, useCase.id))
    .orderBy(desc(gateAnswers.id));
  return concerning.map(({ check, met }) => ({
    ...check,
    met,
    mayAnswer: check.kind !== "sign-off" && useCase.stage !== "merged" && permits(actor, actOfAnswer(check), useCase),
    answers: rows
      .filter(({ answer }) => answer.checkId === check.id)
      .map(({ answer: { checkId: _, useCaseId: __, byId: ___, checkVersion, ...said }, by, file }) => ({
        ...{ ...said, by, file },
        worded: checkVersion !== check.version,
      })),
  }));
}

/** The files of a case that an answer may name. */
export function filesToName(db: Reader, useCaseId: number): Promise<{ id: number; name: string }[]> {
  return db
    .select({ id: caseFiles.id, name: caseFiles.name })
    .from(caseFiles)
    .where(and(eq(caseFiles.useCaseId, useCaseId), eq(caseFiles.internal, false)))
    .orderBy(asc(caseFiles.id));
}
