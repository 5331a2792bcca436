import { and, eq, inArray, isNotNull, isNull, lte } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { addDays, type Day } from "#app/kernel/day";
import { LIVE_STAGES } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import { dataSets, models, useCaseModels, useCases, vendors } from "#db/schema.server";
import { contractEnd, type End, lifeEnd, reviewDue, SHOWN_DAYS } from "./ends";
import type { Register } from "./fields";

export interface EndOf extends End {
  register: Register;
  id: number;
  name: string;
  ownerId: number | null;
  /** Live cases that run on the model; 0 for the others, of which nobody counted it. */
  live: number;
}

/**
 * All that ends or renews within the days that are shown, the earliest first; of one owner alone where one is named.
 * Four queries, each over what ends.
 */
export async function readEnds(db: Reader, today: Day, ownerId: number | null = null): Promise<EndOf[]> {
  const owned = (column: SQLiteColumn) => (ownerId === null ? undefined : eq(column, ownerId));
  const until = addDays(today, SHOWN_DAYS);
  // A notice may fall a thousand days before its renewal: contracts are few, so that all of them are looked at.
  const contracts = await db
    .select()
    .from(vendors)
    .where(and(owned(vendors.ownerId), isNotNull(vendors.renewsOn), isNull(vendors.retiredOn)));
  const ending = await db
    .select()
    .from(models)
    .where(and(owned(models.ownerId), lte(models.endOfLifeOn, until), isNull(models.retiredOn)));
  const reviewed = await db
    .select()
    .from(dataSets)
    .where(and(owned(dataSets.ownerId), lte(dataSets.reviewOn, until), isNull(dataSets.retiredOn)));
  const live = new Map<number, number>();
  for (const { modelId } of await liveOn(
    db,
    ending.map(({ id }) => id),
  )) {
    live.set(modelId, (live.get(modelId) ?? 0) + 1);
  }
  const ends = [
    ...contracts.map((one) => ({ register: "vendors" as const, one, end: contractEnd(one, today), live: 0 })),
    ...ending.map((one) => ({
      ...{ register: "models" as const, one, end: lifeEnd(one.endOfLifeOn, today) },
      live: live.get(one.id) ?? 0,
    })),
    ...reviewed.map((one) => ({ register: "data-sets" as const, one, end: reviewDue(one.reviewOn, today), live: 0 })),
  ];
  return ends
    .flatMap(({ register, one, end, live }) => {
      const name = "release" in one && one.release ? `${one.name} ${one.release}` : one.name;
      // A model past its life on which nothing lives any more asks nothing of anybody.
      if (!end || (end.kind === "past-life" && live === 0)) return [];
      return [{ ...end, register, id: one.id, name, ownerId: one.ownerId, live }];
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id - b.id));
}

/** The live cases on each of these models, with who answers for them technically. */
export async function liveOn(db: Reader, modelIds: readonly number[]) {
  if (modelIds.length === 0) return [];
  return db
    .select({ modelId: useCaseModels.modelId, technicalOwnerId: useCases.technicalOwnerId })
    .from(useCaseModels)
    .innerJoin(useCases, eq(useCases.id, useCaseModels.useCaseId))
    .where(and(inArray(useCaseModels.modelId, [...modelIds]), inArray(useCases.stage, [...LIVE_STAGES])));
}
