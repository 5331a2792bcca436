import { hiddenFromAll } from "#app/assessment/blind.server";
import type { Axis } from "#app/assessment/score";
import { isWeighed } from "#app/assessment/weights";
import type { Told } from "#app/kernel/told";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { choiceFrom, chosenBy, type Said, saidIn } from "../choice";
import type { FieldCase } from "../field";
import { namesOf } from "../field.server";
import { type MapView, mapOf, namedOn } from "../map/map-view";
import { mapSettingsFrom, pageNumber } from "../map/settings";
import { type LineView, limitsOf, type Names, readDepartments } from "../prioritise.server";
import type { RankBasis } from "../rank-basis";
import type { Ranked, Thresholds } from "../ranking";
import type { Change } from "./changes";
import { reorder } from "./reorder.server";
import { thresholdsIn, weightIn } from "./wish";

/** Those that cross the line or move furthest. */
const SHOWN = 50;

export interface Slider {
  key: string;
  axis: Axis;
  name: Told;
  /** As published. */
  weight: number;
  now: number;
}

export interface SlidingModel {
  id: number;
  line: string;
  name: Told;
  number: number;
  /** Null where weights count for nothing: a product. */
  sliders: Slider[] | null;
  changed: boolean;
}

export interface WhatIfPage {
  said: Said;
  models: SlidingModel[];
  thresholds: Thresholds;
  weightless: { line: string; axis: Axis }[];
  changes: Change[];
  counts: { ranked: number; moved: number; crossing: number; quadrants: number; hidden: number };
  map: MapView;
  names: Names;
  departments: { id: number; name: Told }[];
  line: LineView;
  /** The case whose place the address asks about. */
  why: Why | null;
  mayDraft: boolean;
}

export interface Why {
  useCaseId: number;
  rank: number;
  basis: RankBasis;
  /** Null where it had no place. */
  today: { rank: number; value: number | null; complexity: number | null } | null;
}

function whyOf(id: number | null, today: readonly Ranked<FieldCase>[], anew: readonly Ranked<FieldCase>[]): Why | null {
  const find = (ranked: readonly Ranked<FieldCase>[]) => ranked.find((row) => row.case.useCaseId === id);
  const [was, is] = [find(today), find(anew)];
  if (!is) return null;
  const { value, complexity } = was?.case ?? {};
  return {
    ...{ useCaseId: is.case.useCaseId, rank: is.rank, basis: { ...is.case, ...is } },
    today: was ? { rank: was.rank, value: value ?? null, complexity: complexity ?? null } : null,
  };
}

/** What the ranking would be with other weights and thresholds, and whose place it would change. */
export async function whatIfPage(db: Reader, actor: Actor, search: URLSearchParams, unit: number): Promise<WhatIfPage> {
  const { scenario, ...limits } = await limitsOf(db, search, unit);
  const thresholds = thresholdsIn(search);
  const asked = weightIn(search);
  const { models, weights, weightless, today, anew, after, changes } = await reorder(db, hiddenFromAll(actor), {
    ...{ weight: asked, thresholds, limits },
  });
  const chosen = chosenBy(choiceFrom(search));
  const list = await readDepartments(db);
  const map = mapOf(
    anew.ranked.filter(chosen),
    mapSettingsFrom(search),
    list.map(({ id }) => id),
    thresholds,
  );
  const shown = changes.slice(0, SHOWN);
  const why = whyOf(pageNumber(search.get("why")), today.ranked, anew.ranked);
  const named = [...shown, ...(why ? [why] : [])].map(({ useCaseId }) => useCaseId);
  const names = await namesOf(db, [...namedOn(map), ...named]);
  return {
    ...{ said: saidIn(search), thresholds, weightless, map, names: Object.fromEntries(names), departments: list },
    changes: shown,
    why,
    line: { ...after.line, scenario },
    models: models.map(({ id, line, name, number, scheme, criteria }) => ({
      ...{ id, line, name, number, changed: weights.has(line) },
      sliders: isWeighed({ scheme })
        ? criteria.map(({ key, axis, name: called, weight }) => ({
            ...{ key, axis, name: called, weight, now: asked(line, key) ?? weight },
          }))
        : null,
    })),
    counts: {
      ranked: anew.ranked.length,
      moved: changes.filter(({ up }) => up !== 0).length,
      crossing: changes.filter(({ crosses }) => crosses).length,
      quadrants: changes.filter(({ movesQuadrant }) => movesQuadrant).length,
      hidden: anew.unplaced.filter(({ case: { scoresHidden } }) => scoresHidden).length,
    },
    mayDraft: permits(actor, "scoring-model.edit"),
  };
}
