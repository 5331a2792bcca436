import { and, desc, inArray } from "drizzle-orm";
import { neededBy } from "#app/assessment/needed.server";
import { checkFilters, failedChecks } from "#app/committee/filters";
import { readFilters } from "#app/committee/ranking.server";
import { asksForMore } from "#app/delivery/poc";
import type { Day } from "#app/kernel/day";
import type { BuiltIn, GateFacts, Requirement } from "#app/use-cases/gates";
import { veiled } from "#app/use-cases/hidden-scores.server";
import { ownFactsOf } from "#app/use-cases/own-checks/own-facts.server";
import { pausesOf } from "#app/use-cases/paused.server";
import { NOBODY_SIGNED, type Standing, standingsOf } from "#app/use-cases/signatures/standing.server";
import { isWayOut, LIVE_STAGES, type Stage } from "#app/use-cases/stages";
import { stoodAt, wasJudged } from "#app/use-cases/stood-at.server";
import { among } from "#db/among.server";
import type { Reader } from "#db/client.server";
import {
  businessCases,
  decisions,
  filterExceptions,
  kpis,
  organisations,
  pocs,
  stageChanges,
  standings,
  trustCards,
  useCases,
  useCaseVendors,
} from "#db/schema.server";
import { CARD, type CaseRow, GATED } from "./gate-columns.server";

const NO_EXCEPTION: ReadonlySet<number> = new Set();
const ENTERED_LIVE: readonly string[] = [...LIVE_STAGES, "retired"] satisfies Stage[];

/** The first row of each case, in the order in which the rows come. */
function firstOf<Row extends { useCaseId: number }>(rows: readonly Row[]): Map<number, Row> {
  const found = new Map<number, Row>();
  for (const row of rows) if (!found.has(row.useCaseId)) found.set(row.useCaseId, row);
  return found;
}

const idsOf = (rows: readonly { useCaseId: number }[]) => new Set(rows.map(({ useCaseId }) => useCaseId));

/** How many filters stop each case: failed without an exception, or not yet known. */
async function failedFilters(
  db: Reader,
  cases: readonly CaseRow[],
  rows: ReadonlyMap<number, typeof standings.$inferSelect>,
  hidden: ReadonlySet<number>,
) {
  const ids = cases.map(({ id }) => id);
  const filters = await readFilters(db);
  const exceptions = await db
    .select({ useCaseId: filterExceptions.useCaseId, filterId: filterExceptions.filterId })
    .from(filterExceptions)
    .where(among(db, filterExceptions.useCaseId, ids));
  const exceptedOf = new Map<number, Set<number>>();
  for (const { useCaseId, filterId } of exceptions) {
    exceptedOf.set(useCaseId, (exceptedOf.get(useCaseId) ?? new Set()).add(filterId));
  }
  const failed = new Map<number, number>();
  for (const { id, peopleAffected } of cases) {
    const standing = rows.get(id);
    const excepted = exceptedOf.get(id) ?? NO_EXCEPTION;
    const figures = standing
      ? veiled({ ...standing, peopleAffected, stage: null, scoresHidden: hidden.has(id) })
      : undefined;
    failed.set(id, figures ? failedChecks(checkFilters(filters, figures, excepted)).length : filters.length);
  }
  return failed;
}

/** The cases whose last arbitration was an approval, taken by a session that had its quorum. */
async function decidedCases(db: Reader, ids: number[]): Promise<Set<number>> {
  const rows = await db
    .select({ useCaseId: decisions.useCaseId, outcome: decisions.outcome, quorate: decisions.quorate })
    .from(decisions)
    .where(and(among(db, decisions.useCaseId, ids), inArray(decisions.outcome, ["approve", "not-now", "reject"])))
    .orderBy(desc(decisions.id));
  const last = [...firstOf(rows).values()];
  return idsOf(last.filter(({ outcome, quorate }) => outcome === "approve" && quorate));
}

/** The newest POC of each case: the one that its gates are about. */
async function newestPocs(db: Reader, ids: number[]) {
  const rows = await db
    .select({
      useCaseId: pocs.useCaseId,
      direction: pocs.direction,
      baseline: pocs.baseline,
      threshold: pocs.threshold,
      team: pocs.team,
      vendorId: pocs.vendorId,
      modelId: pocs.modelId,
      verdict: pocs.verdict,
      startedOn: pocs.startedOn,
      learning: pocs.learning,
    })
    .from(pocs)
    .where(among(db, pocs.useCaseId, ids))
    .orderBy(desc(pocs.id));
  return firstOf(rows);
}

const NOTHING_MEASURED = { kpi: new Set<number>(), guardrail: new Set<number>() };

/** The cases that were put in at a stage where they were live already. */
async function enteredLive(db: Reader, ids: number[]): Promise<Set<number>> {
  const rows = await db
    .select({ useCaseId: stageChanges.useCaseId, from: stageChanges.from, to: stageChanges.to })
    .from(stageChanges)
    .where(among(db, stageChanges.useCaseId, ids))
    .orderBy(stageChanges.id);
  // The days that a case brought along come first; from the first move here on, gates were asked.
  const moved = new Set<number>();
  const live = rows.filter(({ useCaseId, from, to }) => {
    if (from !== null) moved.add(useCaseId);
    return !moved.has(useCaseId) && to !== null && ENTERED_LIVE.includes(to);
  });
  return idsOf(live);
}

async function measured(db: Reader, ids: number[]) {
  const rows = await db
    .select({
      useCaseId: kpis.useCaseId,
      target: kpis.target,
      worth: kpis.valuePerUnitMinor,
      isGuardrail: kpis.isGuardrail,
    })
    .from(kpis)
    .where(among(db, kpis.useCaseId, ids));
  return {
    // Baseline and owner are in every KPI; the target and the value formula are what may be missing.
    kpi: idsOf(rows.filter(({ isGuardrail, target, worth }) => !isGuardrail && target !== null && worth !== null)),
    guardrail: idsOf(rows.filter(({ isGuardrail }) => isGuardrail)),
  };
}

/**
 * What the gates ask of each of these cases, in a fixed number of queries however many they are.
 * @param today the day on which signatures must hold and own checks are asked
 * @param hidden the cases whose scores the reader may not see: a filter on them is not known to be passed
 * @param asks the requirements that are asked about: what only others need is not read, and stays as if not there
 */
export async function readGateFactsOf(
  db: Reader,
  cases: readonly CaseRow[],
  today: Day,
  hidden: ReadonlySet<number> = new Set(),
  asks?: readonly Requirement[],
): Promise<Map<number, GateFacts>> {
  if (cases.length === 0) return new Map();
  const ids = cases.map(({ id }) => id);
  const toldFor = (...wanted: BuiltIn[]) => !asks || wanted.some((one) => asks.includes(one));
  const scored = toldFor("assessments", "filters");
  const [organisation] = scored
    ? await db.select({ needed: organisations.assessmentsNeeded }).from(organisations).limit(1)
    : [];
  const needed = scored ? await neededBy(db, organisation?.needed ?? 1, ids) : new Map<number, number>();
  const onCard = [
    "screened",
    "not-prohibited",
    "red-lines",
    "data-questions",
    "ai-act-class",
    "human-reviewer",
  ] as const;
  const cards = firstOf(
    toldFor(...onCard)
      ? await db
          .select(CARD)
          .from(trustCards)
          .where(among(db, trustCards.useCaseId, ids))
      : [],
  );
  const figures = firstOf(
    scored
      ? await db
          .select()
          .from(standings)
          .where(among(db, standings.useCaseId, ids))
      : [],
  );
  const written = idsOf(
    toldFor("business-case")
      ? await db
          .selectDistinct({ useCaseId: businessCases.useCaseId })
          .from(businessCases)
          .where(among(db, businessCases.useCaseId, ids))
      : [],
  );
  const linked = idsOf(
    toldFor("model-or-vendor")
      ? await db
          .selectDistinct({ useCaseId: useCaseVendors.useCaseId })
          .from(useCaseVendors)
          .where(among(db, useCaseVendors.useCaseId, ids))
      : [],
  );
  const failed = toldFor("filters") ? await failedFilters(db, cases, figures, hidden) : new Map<number, number>();
  const decided = toldFor("decision") ? await decidedCases(db, ids) : new Set<number>();
  const onPoc = ["poc", "poc-team", "poc-kpi", "poc-sealed", "model-or-vendor", "verdict", "learning"] as const;
  const newest: Awaited<ReturnType<typeof newestPocs>> = toldFor(...onPoc) ? await newestPocs(db, ids) : new Map();
  const signatures = toldFor("security-sign-off", "legal-sign-off", "sign-off-conditions")
    ? await standingsOf(db, ids, today)
    : undefined;
  const own = await ownFactsOf(db, cases, today, signatures);
  const live = toldFor("verdict") ? await enteredLive(db, ids) : new Set<number>();
  const kept = toldFor("kpi", "guardrail") ? await measured(db, ids) : NOTHING_MEASURED;
  const factsOf = (useCase: CaseRow): GateFacts => {
    const { id } = useCase;
    const card = cards.get(id);
    const poc = newest.get(id);
    const standing: Standing = signatures?.get(id) ?? NOBODY_SIGNED;
    return {
      need: said(useCase.need),
      department: useCase.departmentId !== null,
      affected: said(useCase.affected),
      owner: useCase.ownerId !== null,
      expectedBenefit: said(useCase.expectedBenefit),
      similarLookedAt: useCase.similarLookedAt,
      prohibitedPractice: card?.prohibitedPractice ?? null,
      customerFacing: card?.customerFacing ?? null,
      humanInTheLoop: card?.humanInTheLoop ?? null,
      augmentOrReplace: card?.augmentOrReplace ?? null,
      redLineException: said(card?.redLineException),
      assessments: figures.get(id)?.assessments ?? 0,
      assessmentsNeeded: needed.get(id) ?? organisation?.needed ?? 1,
      businessCase: written.has(id),
      filtersFailed: failed.get(id) ?? 0,
      decidedWithQuorum: decided.has(id),
      poc: poc !== undefined,
      pocTeam: poc !== undefined && poc.team.length > 0,
      pocKpi: poc !== undefined && asksForMore(poc),
      pocSealed: poc !== undefined && (poc.startedOn !== null || poc.verdict !== null),
      dataQuestions: said(card?.dataWhere) && said(card?.dataWho) && said(card?.dataUse),
      modelOrVendor: linked.has(id) || (poc?.vendorId ?? poc?.modelId ?? null) !== null,
      businessOwner: useCase.ownerId !== null,
      technicalOwner: useCase.technicalOwnerId !== null,
      verdict: poc?.verdict ?? null,
      enteredLive: poc === undefined && live.has(id),
      securitySignOff: standing.signed.has("security"),
      legalSignOff: standing.signed.has("legal"),
      conditionsOverdue: standing.overdue,
      lapsed: standing.lapsed,
      own: own.get(id) ?? [],
      stoodAt: null,
      judged: false,
      paused: false,
      aiActClass: card?.aiActConfirmedOn ? card.aiActClass : null,
      humanReviewer: Boolean(card?.humanReviewer?.trim()),
      kpi: kept.kpi.has(id),
      guardrail: kept.guardrail.has(id),
      reason: false,
      learning: said(poc?.learning),
    };
  };
  return new Map(cases.map((useCase) => [useCase.id, factsOf(useCase)]));
}

function said(told: { fr?: string; en?: string } | null | undefined): boolean {
  return Boolean(told?.fr?.trim() || told?.en?.trim());
}

/** What the gates ask of one case. The reason and the learning of a move come with the move. */
export async function readGateFacts(
  db: Reader,
  useCase: CaseRow & { stage: Stage | null },
  today: Day,
  hidden?: ReadonlySet<number>,
  asks?: readonly Requirement[],
): Promise<GateFacts> {
  const facts = (await readGateFactsOf(db, [useCase], today, hidden, asks)).get(useCase.id);
  if (!facts) throw new Error(`No facts of case ${useCase.id}`);
  const judged = await wasJudged(db, useCase);
  const paused = useCase.stage === "on-hold" && (await pausesOf(db, [useCase.id])).size > 0;
  return { ...facts, judged, paused, stoodAt: isWayOut(useCase.stage) ? await stoodAt(db, useCase.id) : null };
}

/** What the gates ask of the cases with these ids. */
export async function gateFactsByIds(
  db: Reader,
  ids: readonly number[],
  today: Day,
  hidden?: ReadonlySet<number>,
): Promise<Map<number, GateFacts>> {
  const rows = ids.length
    ? await db
        .select(GATED)
        .from(useCases)
        .where(among(db, useCases.id, ids))
    : [];
  return readGateFactsOf(db, rows, today, hidden);
}
