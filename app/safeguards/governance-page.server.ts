import { asc, desc, eq } from "drizzle-orm";
import { type Components, componentsOf } from "#app/delivery/registers/links.server";
import { partiesToAsk, type ShownSignOff, shownSignOffs } from "#app/delivery/shown-sign-offs.server";
import { SIGN_OFF_KINDS, type SignOffKind } from "#app/delivery/sign-offs";
import type { Day } from "#app/kernel/day";
import type { Told } from "#app/kernel/told";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { UseCase } from "#app/use-cases/cases.server";
import type { GateFacts } from "#app/use-cases/gates";
import { type CaseCheck, checksOfCase, filesToName } from "#app/use-cases/own-checks/answer.server";
import { ownQuestions } from "#app/use-cases/own-checks/checks.server";
import type { OwnQuestions } from "#app/use-cases/own-checks/requirement-words";
import { isStage, type Stage } from "#app/use-cases/stages";
import { mayMergeAway, movesOf, type OfferedMove } from "#app/use-cases/who-moves";
import type { Reader } from "#db/client.server";
import { committeeSessions, decisions, people, stageChanges, useCases } from "#db/schema.server";
import type { TrustCard } from "./trust-card";
import { readTrustCard } from "./trust-card.server";

export interface StageChange {
  id: number;
  from: Stage | null;
  to: Stage | null;
  on: Day;
  by: string | null;
  reason: Told | null;
  learning: Told | null;
  overridden: string[] | null;
  session: number | null;
}

export interface GovernancePage {
  /** The models and data that the case works with, and whether the reader may link others. */
  linked: Components;
  mayLink: boolean;
  reference: string;
  stage: Stage | null;
  /** What can be done next. */
  gates: OfferedMove[];
  /** The reader still owes an assessment: whether the filters on its scores are passed is not known to them. */
  scoresHidden: boolean;
  mayOverride: boolean;
  mayMerge: boolean;
  /** What the POC taught serves as a learning where none is typed. */
  learned: boolean;
  card: TrustCard;
  mayScreen: boolean;
  mayWriteCard: boolean;
  mayClassify: boolean;
  signOffs: ShownSignOff[];
  /** Whom a condition may be asked of: the people of the case. */
  partiesToAsk: { id: number; name: string }[];
  askable: SignOffKind[];
  history: StageChange[];
  /** What the organisation itself asks of the case, at whichever gate. */
  ownChecks: CaseCheck[];
  /** Its files, which an answer may name. */
  files: { id: number; name: string }[];
  questions: OwnQuestions;
  joinedBy: { reference: string; title: Told }[];
  today: Day;
}

const HISTORY = 100;

function historyOf(db: Reader, useCaseId: number) {
  return db
    .select({
      id: stageChanges.id,
      from: stageChanges.from,
      to: stageChanges.to,
      on: stageChanges.on,
      by: people.name,
      reason: stageChanges.reason,
      learning: stageChanges.learning,
      overridden: stageChanges.overridden,
      session: committeeSessions.number,
    })
    .from(stageChanges)
    .leftJoin(people, eq(people.id, stageChanges.byId))
    .leftJoin(decisions, eq(decisions.id, stageChanges.decisionId))
    .leftJoin(committeeSessions, eq(committeeSessions.id, decisions.sessionId))
    .where(eq(stageChanges.useCaseId, useCaseId))
    .orderBy(desc(stageChanges.id))
    .limit(HISTORY);
}

/** All that a case's governance page shows. @param known what its gates ask, as the rooms know it and the reader may see it */
export async function governancePage(
  db: Reader,
  actor: Actor,
  useCase: UseCase,
  known: { facts: GateFacts; scoresHidden: boolean },
  today: Day,
): Promise<GovernancePage> {
  const { facts, scoresHidden } = known;
  const signOffs = await shownSignOffs(db, actor, useCase, today);
  const ownChecks = await checksOfCase(db, actor, useCase, today);
  const history = await historyOf(db, useCase.id);
  const waiting = new Set(signOffs.filter(({ verdict }) => verdict === null).map(({ kind }) => kind));
  const mayRequest = permits(actor, "sign-off.request", useCase);
  return {
    reference: useCase.reference,
    stage: useCase.stage,
    gates: movesOf(actor, useCase, facts),
    scoresHidden,
    linked: await componentsOf(db, useCase.id),
    mayLink: permits(actor, "vendor.write", useCase),
    mayOverride: permits(actor, "gate.override", useCase),
    mayMerge: useCase.stage !== "draft" && mayMergeAway(actor, useCase),
    learned: facts.learning,
    card: await readTrustCard(db, useCase.id),
    mayScreen: permits(actor, "use-case.screen", useCase),
    mayWriteCard: permits(actor, "trust-card.write", useCase),
    mayClassify: permits(actor, "ai-act.confirm", useCase),
    signOffs,
    partiesToAsk: await partiesToAsk(db, [useCase]),
    ownChecks,
    files: ownChecks.some(({ kind }) => kind === "file") ? await filesToName(db, useCase.id) : [],
    questions: await ownQuestions(db),
    askable: mayRequest ? SIGN_OFF_KINDS.filter((kind) => !waiting.has(kind)) : [],
    history: history.map((change) => ({
      ...change,
      from: isStage(change.from) ? change.from : null,
      to: isStage(change.to) ? change.to : null,
    })),
    joinedBy: await db
      .select({ reference: useCases.reference, title: useCases.title })
      .from(useCases)
      .where(eq(useCases.mergedIntoId, useCase.id))
      .orderBy(asc(useCases.id))
      .limit(HISTORY),
    today,
  };
}
