/** What ranking ten thousand cases costs: with today's weights, and with others. */
import { rmSync } from "node:fs";
import BetterSqlite3 from "better-sqlite3";
import type { ModelContent } from "#app/assessment/model";
import { contentOf, criteriaOfActive } from "#app/assessment/model.server";
import { readField } from "#app/committee/field.server";
import { mapOf } from "#app/committee/map/map-view";
import { USUAL_MAP } from "#app/committee/map/settings";
import { previewModel } from "#app/committee/model-preview.server";
import { lineOf } from "#app/committee/prioritise.server";
import { HOUSE_THRESHOLDS, rank } from "#app/committee/ranking";
import { reorder } from "#app/committee/what-if/reorder.server";
import { CASEBOOK } from "#app/people/roles";
import { NOTHING_HIDDEN } from "#app/use-cases/hidden-scores.server";
import type { Database } from "#db/client.server";
import { openDatabase } from "#db/open.server";
import { plantRanked } from "./planted";
import { median } from "./statistics";

const CASES = 10_000;
const ROUNDS = 12;
const LIMITS = { budget: 50_000_000_00, people: 400, assumed: 2 };

export interface RankingFigures {
  cases: number;
  /** Milliseconds of processor time in the middle of the rounds: read, put in order, and the line drawn. */
  today: number;
  /** The same with other weights, for which every score is read. */
  whatIf: number;
  /** Laying them all out on the map. */
  map: number;
  /** Telling whose place another version of the scoring model would change. */
  preview: number;
}

/** Every second criterion counts three times as much. */
function withOtherWeights(content: ModelContent): ModelContent {
  const criteria = content.criteria.map((each, at) => (at % 2 === 0 ? { ...each, weight: each.weight * 3 } : each));
  return { ...content, criteria };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const spent: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    // The first rounds are spent on compiling.
    if (round > 2) spent.push((user + system) / 1000);
  }
  return median(spent);
}

async function ranked(database: Database) {
  const { cases, rules, exceptions } = await readField(database, NOTHING_HIDDEN);
  const { ranked: order } = rank(cases, rules.filters, exceptions, rules.probabilities);
  lineOf(order, LIMITS, null);
  return order;
}

/** @param file a SQLite database with the demonstration or the like; it is copied */
export async function measureRanking(file: string): Promise<RankingFigures> {
  const copy = `${file}.ranking`;
  const whole = new BetterSqlite3(file);
  whole.prepare("vacuum into ?").run(copy);
  whole.close();
  try {
    plantRanked(copy, CASES);
    const database = await openDatabase(`file:${copy}`);
    const order = await ranked(database);
    const weight = (_: string, key: string) => (key === "strategy" ? 9 : null);
    const [model] = await criteriaOfActive(database);
    if (!model) throw new Error("No scoring model in force");
    const next = withOtherWeights(contentOf(model));
    const figures = {
      cases: order.length,
      today: await timed(() => ranked(database)),
      whatIf: await timed(() =>
        reorder(database, NOTHING_HIDDEN, { weight, thresholds: HOUSE_THRESHOLDS, limits: LIMITS }),
      ),
      map: await timed(async () => mapOf(order, USUAL_MAP, [])),
      preview: await timed(() => previewModel(database, CASEBOOK, next)),
    };
    await database.close();
    return figures;
  } finally {
    for (const end of ["", "-wal", "-shm"]) rmSync(`${copy}${end}`, { force: true });
  }
}
