import { and, asc, count, eq, gt, gte, isNotNull, isNull, lt, ne, or, type SQL, sql } from "drizzle-orm";
import { addDays, type Day } from "#app/kernel/day";
import type { Told } from "#app/kernel/told";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import {
  type AnswerFigures,
  figuresOf,
  lateBefore,
  promisedAt,
  type ServiceLevel,
  workingDaysBetween,
} from "#app/use-cases/answer-due";
import type { Reader } from "#db/client.server";
import { departments, people, screeners, stageChanges, useCases } from "#db/schema.server";
import type { QueueCursor, ScreeningQuery } from "./screening";

const PAGE = 50;
/** How far back the figures of answers look, in days, and how many answers they take at most. */
export const FIGURES_DAYS = 90;
const ANSWERS = 5_000;
const PARTIES = [useCases.authorId, useCases.coAuthorId, useCases.ownerId, useCases.technicalOwnerId];

export interface WaitingCase {
  id: number;
  reference: string;
  title: Told;
  department: Told | null;
  author: string | null;
  submittedOn: Day | null;
  /** Working days since; null where its day is not known. */
  age: number | null;
  dueOn: Day | null;
  late: boolean;
  screener: string | null;
  screenerId: number | null;
  /** The reader is no party to it. */
  mayScreen: boolean;
}

export interface ScreeningQueue {
  rows: WaitingCase[];
  next: QueueCursor | null;
}

const asked = ({ department, holder, late }: ScreeningQuery, me: number, before: Day): (SQL | undefined)[] => [
  eq(useCases.stage, "submitted"),
  department === null ? undefined : eq(useCases.departmentId, department),
  holder === "mine" ? eq(screeners.personId, me) : undefined,
  holder === "nobody" ? isNull(screeners.personId) : undefined,
  late ? lt(useCases.stageSince, before) : undefined,
];

/** Cases that wait for their first answer, those due first at the head. One query a page. */
export async function readScreeningQueue(
  db: Reader,
  actor: Actor & { personId: number },
  query: ScreeningQuery,
  level: ServiceLevel,
  today: Day,
): Promise<ScreeningQueue> {
  const { after } = query;
  const author = db.select({ id: people.id, name: people.name }).from(people).as("author");
  const found = await db
    .select({
      id: useCases.id,
      reference: useCases.reference,
      title: useCases.title,
      department: departments.name,
      departmentId: useCases.departmentId,
      authorId: useCases.authorId,
      coAuthorId: useCases.coAuthorId,
      ownerId: useCases.ownerId,
      technicalOwnerId: useCases.technicalOwnerId,
      author: author.name,
      submittedOn: useCases.stageSince,
      screener: people.name,
      screenerId: screeners.personId,
    })
    .from(useCases)
    .leftJoin(departments, eq(departments.id, useCases.departmentId))
    .leftJoin(author, eq(author.id, useCases.authorId))
    .leftJoin(screeners, eq(screeners.useCaseId, useCases.id))
    .leftJoin(people, eq(people.id, screeners.personId))
    .where(
      and(
        ...asked(query, actor.personId, lateBefore(today, level.screeningDays, level)),
        after === null
          ? undefined
          : or(
              gt(useCases.stageSince, after.since),
              and(eq(useCases.stageSince, after.since), gt(useCases.id, after.id)),
            ),
      ),
    )
    .orderBy(asc(useCases.stageSince), asc(useCases.id))
    .limit(PAGE + 1);
  const last = found.length > PAGE ? found[PAGE - 1] : undefined;
  return {
    rows: found.slice(0, PAGE).map((row): WaitingCase => {
      const { authorId, coAuthorId, ownerId, technicalOwnerId, departmentId, ...shown } = row;
      const { submittedOn } = row;
      const promised = submittedOn ? promisedAt(submittedOn, today, level) : { dueOn: null, late: false };
      return {
        ...shown,
        age: submittedOn && workingDaysBetween(submittedOn, today, level),
        ...promised,
        mayScreen: permits(actor, "use-case.screen", { authorId, coAuthorId, ownerId, technicalOwnerId, departmentId }),
      };
    }),
    next: last?.submittedOn ? { since: last.submittedOn, id: last.id } : null,
  };
}

export interface QueueCounts {
  all: number;
  late: number;
  mine: number;
  nobody: number;
}

/** How many wait in all, late, with the reader, with nobody. */
export async function countScreening(db: Reader, me: number, level: ServiceLevel, today: Day): Promise<QueueCounts> {
  const before = lateBefore(today, level.screeningDays, level);
  const [row] = await db
    .select({
      all: count(),
      late: sql<number>`coalesce(sum(case when ${useCases.stageSince} < ${before} then 1 else 0 end), 0)`,
      mine: sql<number>`coalesce(sum(case when ${screeners.personId} = ${me} then 1 else 0 end), 0)`,
      nobody: sql<number>`coalesce(sum(case when ${screeners.personId} is null then 1 else 0 end), 0)`,
    })
    .from(useCases)
    .leftJoin(screeners, eq(screeners.useCaseId, useCases.id))
    .where(eq(useCases.stage, "submitted"));
  return {
    all: Number(row?.all ?? 0),
    late: Number(row?.late ?? 0),
    mine: Number(row?.mine ?? 0),
    nobody: Number(row?.nobody ?? 0),
  };
}

/**
 * How long first answers took of late: what left submission by the committee's side. What somebody did with a case of
 * their own, whatever it was, answers nobody; nor does what no person did.
 */
export async function readAnswerFigures(db: Reader, level: ServiceLevel, today: Day): Promise<AnswerFigures> {
  const answered = await db
    .select({
      answeredOn: stageChanges.on,
      submittedOn: sql<Day | null>`(select s.on_day from stage_changes s where s.use_case_id = stage_changes.use_case_id
        and s.to_stage = 'submitted' and s.id < stage_changes.id order by s.id desc limit 1)`,
    })
    .from(stageChanges)
    .innerJoin(useCases, eq(useCases.id, stageChanges.useCaseId))
    .where(
      and(
        isNotNull(stageChanges.byId),
        ...PARTIES.map((party) => or(isNull(party), ne(party, stageChanges.byId))),
        gte(stageChanges.on, addDays(today, -FIGURES_DAYS)),
        eq(stageChanges.from, "submitted"),
        ne(stageChanges.to, "withdrawn"),
        // A merge that was undone answered nothing.
        or(ne(stageChanges.to, "merged"), eq(useCases.stage, "merged")),
      ),
    )
    .limit(ANSWERS);
  const answers = answered.flatMap(({ submittedOn, answeredOn }) => (submittedOn ? [{ submittedOn, answeredOn }] : []));
  return figuresOf(answers, level.screeningDays, level);
}

/** The departments that the queue can be filtered by. */
export function departmentsWaiting(db: Reader) {
  return db
    .selectDistinct({ id: departments.id, name: departments.name, code: departments.code })
    .from(useCases)
    .innerJoin(departments, eq(departments.id, useCases.departmentId))
    .where(eq(useCases.stage, "submitted"))
    .orderBy(asc(departments.code));
}
