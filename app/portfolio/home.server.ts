import { and, asc, count, desc, eq, inArray, isNull, lt, ne, or, sql } from "drizzle-orm";
import { countOwed } from "#app/assessment/queue.server";
import { countAsked } from "#app/committee/conditions.server";
import { readEnds } from "#app/delivery/registers/ends.server";
import { type PocAlerts, pocAlerts } from "#app/delivery/running/alerts.server";
import { countConditions } from "#app/delivery/sign-off-conditions.server";
import type { Day } from "#app/kernel/day";
import type { Quarter } from "#app/kernel/quarter";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { countDebts } from "#app/measurement/debts.server";
import { dueIn } from "#app/measurement/due.server";
import { latestNews } from "#app/people/notifications.server";
import { permits } from "#app/people/permissions";
import type { Actor, Role } from "#app/people/roles";
import type { NewsLine } from "#app/people/told";
import { countObligations } from "#app/safeguards/ai-act/obligations.server";
import { countRisks } from "#app/safeguards/risks/register.server";
import { lateBefore, promisedAt, type ServiceLevel } from "#app/use-cases/answer-due";
import { daysLeft } from "#app/use-cases/campaigns/campaign";
import { type RunningCampaign, runningFor, submittedIn } from "#app/use-cases/campaigns/campaigns.server";
import { linesOf } from "#app/use-cases/capture/lines-to-complete.server";
import { isStage, type Stage } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import { committeeSessions, kpis, people, quarters, reports, signOffs, useCases } from "#db/schema.server";
import { shownTitle } from "#db/shown-title.server";
import { type HeadlineAnswer, readHeadline } from "./dashboard.server";
import type { HouseFacts } from "./first-steps";
import { readFirstSteps } from "./first-steps.server";

type SignOffKind = "security" | "legal" | "finance";

export interface HomePage {
  name: string;
  roles: readonly Role[];
  /** What waits for the reader: how many of each, none left out that their roles bring. */
  waiting: {
    /** Submitted by others: a member of the committee lets them into assessment. */
    toScreen: number;
    /** Of those, how many are beyond what was promised. */
    lateToScreen: number;
    toAssess: number;
    drafts: number;
    /** Captured lines that the reader may complete. */
    lines: number;
    /** Of a champion's departments, cases that came in without what their gates ask. */
    debts: number;
    /** What the committee asked of the reader. */
    asked: number;
    /** Conditions of sign-offs that the reader is to meet. */
    conditions: number;
    /** Obligations of the AI Act that are the reader's and open. */
    obligations: { open: number; overdue: number };
    /** Contracts, models and data of the reader's that end, renew or are to be looked at. */
    ends: number;
    /** Risks that the reader answers for. */
    risks: { ownerId: number; open: number; overdue: number };
    toReport: { quarter: Quarter; count: number } | null;
    signOffs: { kind: SignOffKind; count: number }[];
    toValidate: { quarter: Quarter; count: number } | null;
  };
  nextSession: { number: number; heldOn: Day } | null;
  /** What AI brought in the quarter that an executive reads; null for others, and before the first figure. */
  headline: HeadlineAnswer | null;
  /** The reader's own cases (author or owner), the one that moved most lately first. */
  mine: {
    reference: string;
    title: Told;
    stage: Stage | null;
    stageSince: Day | null;
    stageReason: Told | null;
    relookOn: Day | null;
    /** Where it waits for its first answer. */
    promised: { dueOn: Day; late: boolean } | null;
  }[];
  /** What of running POCs the reader should know. */
  pocs: PocAlerts;
  /** What the reader was told last and has not read. */
  news: NewsLine[];
  /** How many the reader has in all. */
  mineInAll: number;
  maySubmit: boolean;
  /** Those that run and call on the reader's departments. */
  campaigns: RunningHere[];
  /** What an administrator still has to set up; null once all of it stands, and for others. */
  firstSteps: HouseFacts | null;
  /** What an administrator looks after. */
  health: { unknownStage: number; withoutPassword: number; openQuarters: number } | null;
}

export type RunningHere = Pick<RunningCampaign, "slug" | "name" | "endsOn" | "target"> & {
  daysLeft: number;
  submitted: number;
};

const SHOWN = 8;

/** The home page of one person, in a fixed number of queries. */
export async function homePage(
  db: Reader,
  actor: Actor & { personId: number },
  level: ServiceLevel & { timeZone: string },
  when: When,
): Promise<HomePage> {
  const has = (...roles: Role[]) => roles.some((role) => actor.roles.includes(role));
  const me = actor.personId;
  const collecting = await db
    .select({ quarter: quarters.quarter, status: quarters.status })
    .from(quarters)
    .where(inArray(quarters.status, ["collecting", "in-review"]))
    .orderBy(asc(quarters.quarter));
  const current = collecting[0] ?? null;
  // Somebody else's draft is theirs alone, whoever it names as an owner.
  // Each part by its own index, which an OR of the three would not take on both engines.
  const isMine = sql`${useCases.id} in (select id from use_cases where author_id = ${me}
    union select id from use_cases where co_author_id = ${me}
    union select id from use_cases where owner_id = ${me} and (stage is null or stage <> 'draft')
    union select id from use_cases where technical_owner_id = ${me} and (stage is null or stage <> 'draft'))`;
  const owned = await db
    .select({
      reference: useCases.reference,
      title: shownTitle,
      stage: useCases.stage,
      stageSince: useCases.stageSince,
      stageReason: useCases.stageReason,
      relookOn: useCases.relookOn,
    })
    .from(useCases)
    .where(isMine)
    .orderBy(desc(useCases.updatedAt), desc(useCases.id))
    .limit(SHOWN);
  const [inAll] = await db.select({ count: count() }).from(useCases).where(isMine);
  const [drafts] = await db
    .select({ count: count() })
    .from(useCases)
    .where(
      and(
        or(eq(useCases.authorId, me), eq(useCases.coAuthorId, me)),
        eq(useCases.stage, "draft"),
        isNull(useCases.capturedBy),
      ),
    );
  const [lines] = await db.select({ count: count() }).from(useCases).where(linesOf(actor));
  return {
    name: actor.name,
    roles: actor.roles,
    waiting: {
      ...(has("committee", "chair") ? await submittedByOthers(db, me, level, when.today) : NONE_TO_SCREEN),
      toAssess: has("committee", "chair") ? await countOwed(db, actor) : 0,
      drafts: drafts?.count ?? 0,
      lines: lines?.count ?? 0,
      debts: (await countDebts(db, actor, when.today))?.count ?? 0,
      asked: await countAsked(db, me),
      conditions: await countConditions(db, me),
      obligations: await countObligations(db, me, when.today),
      ends: (await readEnds(db, when.today, me)).length,
      risks: { ownerId: me, ...(await countRisks(db, me, when.today)) },
      toReport: current && { quarter: current.quarter, count: await reportsOwed(db, me, current.quarter) },
      signOffs: await signOffsWaiting(
        db,
        (["security", "legal", "finance"] as const).filter((kind) => has(kind)),
      ),
      toValidate:
        current && has("finance") ? { quarter: current.quarter, count: await toValidate(db, current.quarter) } : null,
    },
    nextSession: has("committee", "chair", "security", "legal") ? await nextSession(db) : null,
    headline: has("executive") ? await readHeadline(db, when.quarter) : null,
    mine: owned.map((row) => ({
      ...row,
      stage: isStage(row.stage) ? row.stage : null,
      promised: row.stage === "submitted" && row.stageSince ? promisedAt(row.stageSince, when.today, level) : null,
    })),
    pocs: await pocAlerts(db, actor, when.today),
    news: await latestNews(db, { personId: me, timeZone: level.timeZone }),
    mineInAll: inAll?.count ?? 0,
    maySubmit: permits(actor, "use-case.submit"),
    campaigns: await runningHere(db, actor, when),
    firstSteps: has("admin") ? await readFirstSteps(db, me) : null,
    health: has("admin") ? await health(db, when) : null,
  };
}

const NONE_TO_SCREEN = { toScreen: 0, lateToScreen: 0 };

async function runningHere(db: Reader, actor: Actor, { today }: When): Promise<RunningHere[]> {
  const running = await runningFor(db, actor.departmentIds, today);
  const submitted = await submittedIn(
    db,
    running.map(({ id }) => id),
  );
  return running.map((one) => {
    const { slug, name, endsOn, target } = one;
    const left = daysLeft({ ...one, endedOn: null }, today);
    return { slug, name, endsOn, target, daysLeft: left, submitted: submitted.get(one.id) ?? 0 };
  });
}

async function submittedByOthers(db: Reader, personId: number, level: ServiceLevel, today: Day) {
  const before = lateBefore(today, level.screeningDays, level);
  const [submitted] = await db
    .select({
      toScreen: count(),
      late: sql<number>`coalesce(sum(case when ${useCases.stageSince} < ${before} then 1 else 0 end), 0)`,
    })
    .from(useCases)
    .where(
      and(
        eq(useCases.stage, "submitted"),
        or(isNull(useCases.authorId), ne(useCases.authorId, personId)),
        or(isNull(useCases.coAuthorId), ne(useCases.coAuthorId, personId)),
        or(isNull(useCases.ownerId), ne(useCases.ownerId, personId)),
        or(isNull(useCases.technicalOwnerId), ne(useCases.technicalOwnerId, personId)),
      ),
    );
  return { toScreen: submitted?.toScreen ?? 0, lateToScreen: Number(submitted?.late ?? 0) };
}

/** What the reader's page of reports asks for: due in the quarter being collected, and not there or sent back. */
async function reportsOwed(db: Reader, personId: number, quarter: Quarter): Promise<number> {
  const [owed] = await db
    .select({ count: count() })
    .from(kpis)
    .innerJoin(useCases, eq(useCases.id, kpis.useCaseId))
    .leftJoin(reports, and(eq(reports.kpiId, kpis.id), eq(reports.quarter, quarter)))
    .where(and(eq(kpis.ownerId, personId), dueIn(quarter), or(isNull(reports.id), eq(reports.review, "sent-back"))));
  return owed?.count ?? 0;
}

async function signOffsWaiting(db: Reader, kinds: readonly SignOffKind[]) {
  if (kinds.length === 0) return [];
  return db
    .select({ kind: signOffs.kind, count: count() })
    .from(signOffs)
    .where(and(inArray(signOffs.kind, [...kinds]), isNull(signOffs.verdict)))
    .groupBy(signOffs.kind)
    .orderBy(signOffs.kind);
}

async function toValidate(db: Reader, quarter: Quarter): Promise<number> {
  const [waiting] = await db
    .select({ count: count() })
    .from(reports)
    .where(and(eq(reports.quarter, quarter), eq(reports.review, "waiting")));
  return waiting?.count ?? 0;
}

async function nextSession(db: Reader) {
  const [session] = await db
    .select({ number: committeeSessions.number, heldOn: committeeSessions.heldOn })
    .from(committeeSessions)
    .where(eq(committeeSessions.status, "planned"))
    .orderBy(asc(committeeSessions.heldOn))
    .limit(1);
  return session ?? null;
}

async function health(db: Reader, when: When) {
  const [unknown] = await db.select({ count: count() }).from(useCases).where(isNull(useCases.stage));
  const [silent] = await db
    .select({ count: count() })
    .from(people)
    .where(and(eq(people.active, true), isNull(people.passwordHash)));
  const [open] = await db
    .select({ count: count() })
    .from(quarters)
    .where(and(lt(quarters.quarter, when.quarter), sql`${quarters.status} <> 'closed'`));
  return { unknownStage: unknown?.count ?? 0, withoutPassword: silent?.count ?? 0, openQuarters: open?.count ?? 0 };
}
