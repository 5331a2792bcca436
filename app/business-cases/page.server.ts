import { desc, eq } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import { type Minor, roundMinor } from "#app/kernel/money";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import { openCase } from "#app/use-cases/cases.server";
import { timesAQuarter } from "#app/use-cases/content";
import { readFiles } from "#app/use-cases/files/files.server";
import type { Reader } from "#db/client.server";
import { businessCases, departments, people } from "#db/schema.server";
import { type BreakEven, breakEvens } from "./break-even";
import { type Evaluation, evaluate, type Outputs } from "./evaluate";
import type { Volumes } from "./form-values";
import type { KeptScenario } from "./kept-scenarios";
import type { Draft } from "./lines";
import { type Moved, movedLines, type Rate } from "./rates";
import { currentRates } from "./rates.server";
import { type OwnScenario, type Scenario, scenarios } from "./scenarios";
import type { Simulation } from "./simulate";
import { simulated } from "./simulated.server";

export interface VersionView {
  number: number;
  estimator: string | null;
  /** Milliseconds. */
  updatedAt: number;
  frozenAt: number | null;
}

export interface ShownBusinessCase extends VersionView {
  /** What an edit starts from. */
  version: number;
  note: Told | null;
  draft: Draft;
  /** The scenarios that its author named. */
  kept: KeptScenario[];
  evaluation: Evaluation;
  simulation: Simulation;
  breakEvens: BreakEven[];
}

export interface BusinessCasePage {
  reference: string;
  mayWrite: boolean;
  /** The newest first. */
  versions: VersionView[];
  /** Null before the first one was written. */
  shown: ShownBusinessCase | null;
  /** The lines of the one in the making whose reference rate has another value by now. */
  moved: Moved[];
  /** Another number that the shown one is set against. */
  against: { number: number; note: Told | null; draft: Draft; outputs: Outputs } | null;
  scenarios: Scenario[];
  own: OwnScenario | null;
  /** The files on the case that the reader may see: the evidence for its figures. */
  files: { id: number; name: string }[];
}

/** What a reader asks of the page: a number, another one to set it against, a scenario of their own. */
export interface Asked {
  number: number | null;
  against?: number | null;
  own?: OwnScenario | null;
  today: Day;
}

function versionOf(row: typeof businessCases.$inferSelect, estimator: string | null): VersionView {
  const { number, updatedAt, frozenAt } = row;
  return { number, estimator, updatedAt: updatedAt.getTime(), frozenAt: frozenAt?.getTime() ?? null };
}

export function draftOf(row: typeof businessCases.$inferSelect): Draft {
  const { firstQuarter, horizonQuarters, discountRate, lines } = row;
  return { firstQuarter, horizonQuarters, discountRate, lines };
}

/** The newest business case of a use case, or the one of a number. @throws Refusal 404 when there is none of that number */
export async function businessCasePage(
  db: Reader,
  actor: Actor,
  reference: string | undefined,
  { number, against = null, own = null, today }: Asked,
): Promise<BusinessCasePage> {
  const useCase = await openCase(db, actor, reference);
  const rows = await db
    .select({ row: businessCases, estimator: people.name })
    .from(businessCases)
    .leftJoin(people, eq(people.id, businessCases.estimatorId))
    .where(eq(businessCases.useCaseId, useCase.id))
    .orderBy(desc(businessCases.number));
  const chosen = number === null ? rows[0] : rows.find(({ row }) => row.number === number);
  const other = against === null ? undefined : rows.find(({ row }) => row.number === against)?.row;
  if ((number !== null && !chosen) || (against !== null && !other)) throw new Refusal(404, "desk.refusal.not-found");
  return {
    reference: useCase.reference,
    mayWrite: permits(actor, "business-case.write", useCase),
    versions: rows.map(({ row, estimator }) => versionOf(row, estimator)),
    shown: chosen ? shownOf(chosen.row, chosen.estimator) : null,
    moved:
      chosen && chosen === rows[0] && chosen.row.frozenAt === null
        ? movedLines(chosen.row.lines, await currentRates(db, today))
        : [],
    against: other
      ? { number: other.number, note: other.note, draft: draftOf(other), outputs: evaluate(draftOf(other)).outputs }
      : null,
    scenarios: chosen ? scenarios(draftOf(chosen.row), own, chosen.row.scenarios ?? []) : [],
    own,
    files: (await readFiles(db, actor, useCase)).map(({ id, name }) => ({ id, name })),
  };
}

function shownOf(row: typeof businessCases.$inferSelect, estimator: string | null): ShownBusinessCase {
  const draft = draftOf(row);
  return {
    ...versionOf(row, estimator),
    version: row.version,
    note: row.note,
    draft,
    kept: row.scenarios ?? [],
    evaluation: evaluate(draft),
    simulation: simulated(draft),
    breakEvens: breakEvens(draft),
  };
}

export interface EditStart {
  reference: string;
  useCaseId: number;
  mayWrite: boolean;
  departmentId: number | null;
  department: Told | null;
  /** The department's loaded cost of an hour; null where nobody said it. */
  hourlyCost: Minor | null;
  /** The reference rate that says so, if one does. */
  hourlyRate: string | null;
  /** The reference rates of the day. */
  rates: Rate[];
  volumes: Volumes;
  newest: { number: number; version: number; frozen: boolean; note: Told | null; draft: Draft } | null;
}

/** What an edit starts from. */
export async function editStart(
  db: Reader,
  actor: Actor,
  reference: string | undefined,
  today: Day,
): Promise<EditStart> {
  const useCase = await openCase(db, actor, reference);
  const [department] = useCase.departmentId
    ? await db.select().from(departments).where(eq(departments.id, useCase.departmentId))
    : [];
  const [row] = await db
    .select()
    .from(businessCases)
    .where(eq(businessCases.useCaseId, useCase.id))
    .orderBy(desc(businessCases.number))
    .limit(1);
  const rates = await currentRates(db, today);
  const hourly = rates.find(
    ({ kind, departmentId }) =>
      kind === "hourly-cost" && departmentId !== null && departmentId === useCase.departmentId,
  );
  return {
    reference: useCase.reference,
    useCaseId: useCase.id,
    mayWrite: permits(actor, "business-case.write", useCase),
    departmentId: useCase.departmentId,
    department: department?.name ?? null,
    hourlyCost: hourly ? roundMinor(hourly.price) : (department?.hourlyCostMinor ?? null),
    hourlyRate: hourly?.code ?? null,
    rates,
    volumes: { timesAQuarter: timesAQuarter(useCase), minutes: useCase.minutesPerTime },
    newest: row
      ? {
          number: row.number,
          version: row.version,
          frozen: row.frozenAt !== null,
          note: row.note,
          draft: draftOf(row),
        }
      : null,
  };
}
