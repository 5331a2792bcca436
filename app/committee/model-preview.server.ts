/** Whose place in the ranking another scoring model would change, before it is published. */
import { eq, inArray } from "drizzle-orm";
import { hiddenFromAll } from "#app/assessment/blind.server";
import { overriddenAxes, scoresByKey } from "#app/assessment/means.server";
import { covers, type ModelContent } from "#app/assessment/model";
import { reweighed } from "#app/assessment/reweigh";
import type { Told } from "#app/kernel/told";
import type { Actor } from "#app/people/roles";
import { hiddenColumn, veiled } from "#app/use-cases/hidden-scores.server";
import type { Reader } from "#db/client.server";
import { filterExceptions, standings, useCases } from "#db/schema.server";
import { isRanked, RANKED_STAGES, type Ranking, rank } from "./ranking";
import { readRules } from "./ranking.server";

/** Those that move furthest. */
const SHOWN = 50;

export interface MovedCase {
  reference: string;
  title: Told;
  before: Placing;
  after: Placing;
}

export interface Placing {
  rank: number | null;
  value: number | null;
  complexity: number | null;
}

/** What becomes of a case that the model is for and that does not move. */
export type Staying = "kept" | "lacking" | "unscored";

export interface StayingCase {
  reference: string;
  title: Told;
  what: Staying;
}

export interface ModelPreview {
  /** Cases that the model is for and that the reader sees the scores of. */
  concerned: number;
  moved: MovedCase[];
  movedCount: number;
  /** The first of those that keep their place, lack a score or have none. */
  staying: StayingCase[];
  /** Cases whose scores were weighed anew and that keep their place. */
  kept: number;
  /** Criteria of the model for which cases have no score: those keep today's score, and no place can be told. */
  lacking: { key: string; name: Told; cases: number }[];
  lackingCount: number;
  /** Not scored yet, with any model. */
  unscored: number;
  /** Left out, since the reader still owes their own assessment. */
  hidden: number;
  ranked: number;
}

/** Of thousands of cases, only what their place is made of. */
const LOOKED_AT = {
  id: useCases.id,
  stage: useCases.stage,
  departmentId: useCases.departmentId,
  aiType: useCases.aiType,
  peopleAffected: useCases.peopleAffected,
};

/** A fixed number of queries; it reads what the whole ranking is made of. */
export async function previewModel(db: Reader, actor: Actor, content: ModelContent): Promise<ModelPreview> {
  const hidden = hiddenFromAll(actor);
  const rows = await db
    .select({ useCase: LOOKED_AT, standing: standings, scoresHidden: hiddenColumn(hidden) })
    .from(useCases)
    .innerJoin(standings, eq(standings.useCaseId, useCases.id))
    .where(inArray(useCases.stage, [...RANKED_STAGES]));
  const given = await scoresByKey(db, RANKED_STAGES);
  const overridden = await overriddenAxes(db);
  const exceptions = await db.select().from(filterExceptions);
  const { filters, probabilities } = await readRules(db);
  const counts = { concerned: 0, unscored: 0, hidden: 0, lackingCount: 0 };
  const lacks = new Map<string, number>();
  const staying: { id: number; what: Staying }[] = [];
  const changed = new Set<number>();
  const cases = rows.flatMap(({ useCase, standing, scoresHidden }) => {
    const { stage, departmentId, aiType } = useCase;
    if (!isRanked(stage)) return [];
    const before = veiled({ ...standing, peopleAffected: useCase.peopleAffected, stage, scoresHidden });
    const same = { before, after: before };
    if (!covers(content, { departmentId, aiType })) return [same];
    if (scoresHidden) {
      counts.hidden += 1;
      return [same];
    }
    counts.concerned += 1;
    const scores = given.get(useCase.id);
    if (!scores) {
      counts.unscored += 1;
      staying.push({ id: useCase.id, what: "unscored" });
      return [same];
    }
    const anew = reweighed(content, scores);
    if ("lacking" in anew) {
      counts.lackingCount += 1;
      staying.push({ id: useCase.id, what: "lacking" });
      for (const key of anew.lacking) lacks.set(key, (lacks.get(key) ?? 0) + 1);
      return [same];
    }
    changed.add(useCase.id);
    const stays = overridden.get(useCase.id);
    const { value, complexity } = anew.axes;
    return [
      {
        before,
        after: {
          ...before,
          value: stays?.has("value") ? before.value : value,
          complexity: stays?.has("complexity") ? before.complexity : complexity,
        },
      },
    ];
  });
  const inOrder = (which: "before" | "after") =>
    rank(
      cases.map((one) => one[which]),
      filters,
      exceptions,
      probabilities,
    );
  const [before, after] = [placings(inOrder("before")), placings(inOrder("after"))];
  const shift = (id: number) => Math.abs((before.get(id)?.rank ?? 0) - (after.get(id)?.rank ?? 0));
  const moved = [...before.keys()].filter((id) => shift(id) > 0).sort((a, b) => shift(b) - shift(a) || a - b);
  const shown = moved.slice(0, SHOWN);
  const kept = [...changed].filter((id) => shift(id) === 0);
  const stay = [...kept.map((id) => ({ id, what: "kept" as const })), ...staying];
  const first = (["kept", "lacking", "unscored"] as const).flatMap((what) =>
    stay.filter((one) => one.what === what).slice(0, SHOWN),
  );
  const names = await db
    .select({ id: useCases.id, reference: useCases.reference, title: useCases.title })
    .from(useCases)
    .where(inArray(useCases.id, [...shown, ...first.map(({ id }) => id), 0]));
  const named = new Map(names.map((useCase) => [useCase.id, useCase]));
  const nowhere: Placing = { rank: null, value: null, complexity: null };
  return {
    ...counts,
    moved: shown.map((id) => ({
      reference: named.get(id)?.reference ?? "",
      title: named.get(id)?.title ?? {},
      before: before.get(id) ?? nowhere,
      after: after.get(id) ?? nowhere,
    })),
    movedCount: moved.length,
    staying: first.map(({ id, what }) => ({
      ...{ reference: named.get(id)?.reference ?? "", title: named.get(id)?.title ?? {}, what },
    })),
    kept: kept.length,
    lacking: content.criteria.flatMap(({ key, name }) => {
      const lacked = lacks.get(key);
      return lacked ? [{ key, name, cases: lacked }] : [];
    }),
    ranked: before.size,
  };
}

function placings(ranking: Ranking): Map<number, Placing> {
  return new Map(
    ranking.ranked.map(({ rank: place, case: { useCaseId, value, complexity } }) => [
      useCaseId,
      { rank: place, value, complexity },
    ]),
  );
}
