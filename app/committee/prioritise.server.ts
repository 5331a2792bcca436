import { asc, inArray } from "drizzle-orm";
import { hiddenFromAll } from "#app/assessment/blind.server";
import type { Told } from "#app/kernel/told";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { departments, useCases } from "#db/schema.server";
import { type Choice, MOST_BUBBLES, PAGE_SIZE } from "./choice";
import { type FunnelStep, funnelOf, stops } from "./filters";
import { type Place, readOrder, type Tally } from "./order.server";
import { type Missing, QUADRANTS, type Quadrant, type Ranked, type RankedStage } from "./ranking";
import { type CandidateFigures, readPlaced, readRules } from "./ranking.server";

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

/** The order of the cases, and what it is made of. A fixed number of queries; of those not shown it reads how many there are. */
export async function prioritisePage(db: Reader, actor: Actor, choice: Choice): Promise<PrioritisePage> {
  const hidden = hiddenFromAll(actor);
  const rules = await readRules(db);
  const part = { departmentId: choice.department, stage: choice.stage };
  const shown = { from: (choice.page - 1) * PAGE_SIZE, size: PAGE_SIZE, ofEach: MOST_BUBBLES, unplaced: MOST_UNPLACED };
  const order = await readOrder(db, rules, hidden, part, shown);
  const ids = [...new Set([...order.rows, ...order.firsts, ...order.unplaced].map(({ useCaseId }) => useCaseId))];
  const placed = await readPlaced(db, rules, hidden, ids);
  const inPlace = (places: readonly Place[]) =>
    places.flatMap(({ useCaseId, rank }) => {
      const found = placed.get(useCaseId);
      return found && "quadrant" in found ? [{ ...found, rank }] : [];
    });
  const waiting = order.unplaced.flatMap(({ useCaseId }) => {
    const found = placed.get(useCaseId);
    return found && "missing" in found ? [found] : [];
  });
  const names = await namesOf(db, ids);
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
  const count = (like: (tally: Tally) => boolean) =>
    order.tallies.filter(like).reduce((sum, { cases }) => sum + cases, 0);
  return {
    choice,
    departments: list,
    probabilities: rules.probabilities,
    ranked: inPlace(order.rows).map(({ case: figures, ...each }) => ({ ...each, ...named(figures), figures })),
    shown: count(({ quadrant }) => quadrant !== null),
    all: order.all,
    passing: count(({ quadrant, states }) => quadrant !== null && !states.some(stops)),
    byQuadrant: Object.fromEntries(QUADRANTS.map((of) => [of, count(({ quadrant }) => quadrant === of)])) as Record<
      Quadrant,
      number
    >,
    bubbles: inPlace(order.firsts).map(({ case: figures, rank }) => ({
      ...named(figures),
      rank,
      stage: figures.stage,
      value: figures.value ?? 0,
      complexity: figures.complexity ?? 0,
      npv: figures.npvP50Minor ?? 0,
    })),
    funnel: funnelOf(rules.filters, order.tallies),
    taking: count(() => true),
    unplaced: waiting.map(({ case: figures, missing }) => ({ ...named(figures), stage: figures.stage, missing })),
    unplacedCount: count(({ quadrant }) => quadrant === null),
    hiddenCount: count(({ quadrant, scoresHidden }) => quadrant === null && scoresHidden),
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
