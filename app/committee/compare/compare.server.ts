import { desc, inArray } from "drizzle-orm";
import { casesHiddenFrom, hiddenFromAll } from "#app/assessment/blind.server";
import { resultsByMember } from "#app/assessment/newest-scores.server";
import { assessmentPage } from "#app/assessment/page.server";
import { AXES, type Axis } from "#app/assessment/score";
import { type Beats, beats } from "#app/business-cases/beats";
import { type Evaluation, evaluate } from "#app/business-cases/evaluate";
import { draftOf } from "#app/business-cases/page.server";
import { DEFAULT_DRAWS, DEFAULT_SEED, npvDraws, type Simulation } from "#app/business-cases/simulate";
import { simulated } from "#app/business-cases/simulated.server";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { Actor } from "#app/people/roles";
import { openCase, type UseCase } from "#app/use-cases/cases.server";
import type { Reader } from "#db/client.server";
import { businessCases, trustCards } from "#db/schema.server";
import { conditionsOf } from "../conditions.server";
import { readPlaces } from "../places.server";
import { readDepartments } from "../prioritise.server";
import { type Preference, preferenceOf } from "./votes-on-both";

export interface ComparedCriterion {
  key: string;
  axis: Axis;
  name: Told;
  mean: number | null;
  low: number | null;
  high: number | null;
  contested: boolean;
}

export interface ComparedCase {
  id: number;
  reference: string;
  title: Told;
  department: Told | null;
  stage: UseCase["stage"];
  rank: number | null;
  filtersFailed: number | null;
  /** Null where nobody scored it yet, or the reader may not see it. */
  scores: {
    value: number | null;
    complexity: number | null;
    risk: number | null;
    members: number;
    criteria: ComparedCriterion[];
  } | null;
  scoresHidden: boolean;
  businessCase: { evaluation: Pick<Evaluation, "outputs" | "quarters" | "explain">; simulation: Simulation } | null;
  safeguards: {
    screenedOn: string | null;
    dataKnown: number;
    personalData: boolean | null;
    aiActClass: string | null;
    aiActConfirmedOn: string | null;
  };
  conditions: { open: number; met: number; next: { text: Told; dueOn: string } | null };
}

export interface Pair {
  first: string;
  second: string;
  /** Null without a business case on both sides. */
  npv: Beats | null;
  /** Empty where the reader may not see the scores of both. */
  members: Preference[];
}

export interface Comparison {
  ranked: number;
  cases: ComparedCase[];
  pairs: Pair[];
  /** References that name no case, or none that the reader may see. */
  unknown: string[];
  draws: number;
}

/** Two to four cases with all that speaks for and against them. Some thirty queries at most, for four cases. */
export async function compareCases(
  db: Reader,
  actor: Actor & { personId: number },
  asked: readonly string[],
  needed: number,
): Promise<Comparison> {
  const found: UseCase[] = [];
  const unknown: string[] = [];
  for (const reference of asked) {
    try {
      found.push(await openCase(db, actor, reference));
    } catch (refused) {
      if (!(refused instanceof Refusal) || refused.status !== 404) throw refused;
      unknown.push(reference);
    }
  }
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return { ranked: 0, cases: [], pairs: [], unknown, draws: DEFAULT_DRAWS };
  const { ranked, byId } = await readPlaces(db, ids, hiddenFromAll(actor));
  const hidden = await casesHiddenFrom(db, actor, ids);
  const departments = new Map((await readDepartments(db)).map(({ id, name }) => [id, name]));
  const drafts = await newestDrafts(db, ids);
  const cards = await db.select().from(trustCards).where(inArray(trustCards.useCaseId, ids));
  const cases: ComparedCase[] = [];
  for (const useCase of found) {
    const { id, reference, title, departmentId, stage } = useCase;
    const draft = drafts.get(id);
    const card = cards.find(({ useCaseId }) => useCaseId === id);
    const { reveal, submitted } = await assessmentPage(db, actor, useCase, needed);
    const place = byId.get(id);
    cases.push({
      ...{ id, reference, title, stage },
      department: departmentId === null ? null : (departments.get(departmentId) ?? null),
      rank: hidden.has(id) ? null : (place?.rank ?? null),
      filtersFailed: hidden.has(id) ? null : (place?.filtersFailed ?? null),
      scores: reveal && scoresOf(reveal),
      scoresHidden: hidden.has(id) || (!reveal && submitted > 0),
      businessCase: draft ? { evaluation: evaluate(draft), simulation: simulated(draft) } : null,
      safeguards: {
        screenedOn: card?.screenedOn ?? null,
        dataKnown: [card?.dataWhere, card?.dataWho, card?.dataUse].filter(Boolean).length,
        personalData: card?.personalData ?? null,
        aiActClass: card?.aiActClass ?? null,
        aiActConfirmedOn: card?.aiActConfirmedOn ?? null,
      },
      conditions: askedOf(await conditionsOf(db, id)),
    });
  }
  const visible = cases.filter(({ scores }) => scores).map(({ id }) => id);
  return {
    ranked,
    cases,
    unknown,
    draws: DEFAULT_DRAWS,
    pairs: pairsOf(cases, drafts, await resultsByMember(db, actor, visible)),
  };
}

type Revealed = NonNullable<Awaited<ReturnType<typeof assessmentPage>>["reveal"]>;

/** As they rank: what somebody said of an axis stands for what was computed. */
function scoresOf({ criteria: asked, results, computed, overrides, assessors }: Revealed) {
  const axis = (name: Axis) => overrides.find((one) => one.axis === name)?.score ?? computed[name];
  return {
    ...{ value: axis("value"), complexity: axis("complexity"), risk: axis("risk") },
    members: assessors.filter(({ abstained, conflicted }) => !abstained && !conflicted).length,
    criteria: asked.map(({ id, key, axis: of, name }): ComparedCriterion => {
      const result = results.find(({ criterionId }) => criterionId === id);
      const { mean = null, low = null, high = null, contested = false } = result ?? {};
      return { key, axis: of, name, mean, low, high, contested };
    }),
  };
}

function askedOf(asked: Awaited<ReturnType<typeof conditionsOf>>): ComparedCase["conditions"] {
  const open = asked.filter(({ metOn }) => metOn === null).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const [next] = open;
  return {
    open: open.length,
    met: asked.length - open.length,
    next: next ? { text: next.text, dueOn: next.dueOn } : null,
  };
}

async function newestDrafts(db: Reader, ids: readonly number[]) {
  const rows = await db
    .select()
    .from(businessCases)
    .where(inArray(businessCases.useCaseId, [...ids]))
    .orderBy(desc(businessCases.number));
  const drafts = new Map<number, ReturnType<typeof draftOf>>();
  for (const row of rows) if (!drafts.has(row.useCaseId)) drafts.set(row.useCaseId, draftOf(row));
  return drafts;
}

function pairsOf(
  cases: readonly ComparedCase[],
  drafts: Awaited<ReturnType<typeof newestDrafts>>,
  members: Awaited<ReturnType<typeof resultsByMember>>,
): Pair[] {
  const draws = new Map([...drafts].map(([id, draft]) => [id, npvDraws(draft, DEFAULT_DRAWS, DEFAULT_SEED)]));
  return cases.flatMap((first, at) =>
    cases.slice(at + 1).map((second): Pair => {
      const [a, b] = [draws.get(first.id), draws.get(second.id)];
      const [mine, theirs] = [members.get(first.id), members.get(second.id)];
      return {
        ...{ first: first.reference, second: second.reference },
        npv: a && b ? beats(a, b) : null,
        members:
          mine && theirs ? AXES.map((axis) => preferenceOf(axis, mine, theirs)).filter(({ both }) => both > 0) : [],
      };
    }),
  );
}
