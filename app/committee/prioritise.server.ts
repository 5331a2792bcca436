import { asc, inArray } from "drizzle-orm";
import { owedBy } from "#app/assessment/blind.server";
import type { Told } from "#app/kernel/told";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { departments, useCases } from "#db/schema.server";
import { type Choice, MOST_BUBBLES, PAGE_SIZE } from "./choice";
import { type FilterCheck, type FunnelStep, funnelOf } from "./filters";
import { type Missing, QUADRANTS, type Quadrant, type Ranked, type RankedStage } from "./ranking";
import { type CandidateFigures, readRanking } from "./ranking.server";

const MOST_UNPLACED = 20;

export interface RankedView extends Omit<Ranked<CandidateFigures>, "case"> {
  reference: string;
  title: Told;
  department: Told | null;
  figures: CandidateFigures;
}

export interface BubbleView {
  rank: number;
  reference: string;
  title: Told;
  department: Told | null;
  stage: RankedStage;
  value: number;
  complexity: number;
  npv: number;
}

export interface UnplacedView {
  reference: string;
  title: Told;
  department: Told | null;
  stage: RankedStage;
  missing: Missing[];
}

export interface PrioritisePage {
  choice: Choice;
  departments: { id: number; name: Told }[];
  probabilities: Record<RankedStage, number>;
  ranked: RankedView[];
  /** Ranked cases that the choice shows, and in all. */
  shown: number;
  all: number;
  passing: number;
  byQuadrant: Record<Quadrant, number>;
  bubbles: BubbleView[];
  funnel: FunnelStep[];
  taking: number;
  unplaced: UnplacedView[];
  unplacedCount: number;
  /** Of those, cases that the reader still owes an assessment. */
  hiddenCount: number;
  mayEdit: boolean;
  mayExcept: boolean;
  mayAssess: boolean;
}

/** The order of the cases, and what it is made of. A fixed number of queries; names are read for those shown only. */
export async function prioritisePage(db: Reader, actor: Actor, choice: Choice): Promise<PrioritisePage> {
  const ranking = await readRanking(db, owedBy(actor));
  const chosen = ({ departmentId, stage }: CandidateFigures) =>
    (choice.department === null || departmentId === choice.department) &&
    (choice.stage === null || stage === choice.stage);
  const ranked = ranking.ranked.filter((each) => chosen(each.case));
  const unplaced = ranking.unplaced.filter((each) => chosen(each.case));
  const from = (choice.page - 1) * PAGE_SIZE;
  const rows = ranked.slice(from, from + PAGE_SIZE);
  const drawn = QUADRANTS.flatMap((of) => ranked.filter(({ quadrant }) => quadrant === of).slice(0, MOST_BUBBLES));
  const waiting = unplaced.slice(0, MOST_UNPLACED);
  const names = await namesOf(db, [...new Set([...rows, ...drawn, ...waiting].map((each) => each.case.useCaseId))]);
  const list = await db
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .orderBy(asc(departments.code));
  const departmentOf = new Map(list.map(({ id, name }) => [id, name]));
  const named = ({ useCaseId, departmentId }: CandidateFigures) => ({
    reference: names.get(useCaseId)?.reference ?? "",
    title: names.get(useCaseId)?.title ?? {},
    department: departmentId === null ? null : (departmentOf.get(departmentId) ?? null),
  });
  const checks: FilterCheck[][] = [...ranked, ...unplaced].map((each) => each.checks);
  return {
    choice,
    departments: list,
    probabilities: ranking.probabilities,
    ranked: rows.map(({ case: figures, ...each }) => ({ ...each, ...named(figures), figures })),
    shown: ranked.length,
    all: ranking.ranked.length,
    passing: ranked.filter(({ passes }) => passes).length,
    byQuadrant: countQuadrants(ranked),
    bubbles: drawn.map(({ case: figures, rank }) => ({
      ...named(figures),
      rank,
      stage: figures.stage,
      value: figures.value ?? 0,
      complexity: figures.complexity ?? 0,
      npv: figures.npvP50Minor ?? 0,
    })),
    funnel: funnelOf(ranking.filters, checks),
    taking: checks.length,
    unplaced: waiting.map(({ case: figures, missing }) => ({ ...named(figures), stage: figures.stage, missing })),
    unplacedCount: unplaced.length,
    hiddenCount: unplaced.filter((each) => each.case.scoresHidden).length,
    mayEdit: permits(actor, "filter.edit"),
    mayExcept: permits(actor, "filter.except"),
    mayAssess: permits(actor, "assessment.write"),
  };
}

async function namesOf(db: Reader, ids: number[]) {
  if (ids.length === 0) return new Map<number, { reference: string; title: Told }>();
  const rows = await db
    .select({ id: useCases.id, reference: useCases.reference, title: useCases.title })
    .from(useCases)
    .where(inArray(useCases.id, ids));
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

function countQuadrants(ranked: readonly Ranked[]): Record<Quadrant, number> {
  const count = (quadrant: Quadrant) => ranked.filter((each) => each.quadrant === quadrant).length;
  return Object.fromEntries(QUADRANTS.map((quadrant) => [quadrant, count(quadrant)])) as Record<Quadrant, number>;
}
