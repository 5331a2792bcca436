import { asc, eq, inArray } from "drizzle-orm";
import { isStage } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import {
  departments,
  models,
  pocs,
  stageChanges,
  trustCards,
  useCases,
  useCaseVendors,
  vendors,
} from "#db/schema.server";
import type { CaseFacts } from "./shape";

/** What is known of these cases, in the order of the ids. Five queries, whatever their number. */
export async function factsOf(db: Reader, ids: readonly number[]): Promise<CaseFacts[]> {
  if (ids.length === 0) return [];
  const these = [...ids];
  const rows = await db
    .select({
      id: useCases.id,
      reference: useCases.reference,
      title: useCases.title,
      need: useCases.need,
      expectedBenefit: useCases.expectedBenefit,
      affected: useCases.affected,
      dataInvolved: useCases.dataInvolved,
      peopleAffected: useCases.peopleAffected,
      times: useCases.times,
      timesPer: useCases.timesPer,
      minutesPerTime: useCases.minutesPerTime,
      stage: useCases.stage,
      departmentId: useCases.departmentId,
      department: departments.name,
      departmentCode: departments.code,
      externalSource: useCases.externalSource,
      externalId: useCases.externalId,
      extra: useCases.extra,
      imported: useCases.imported,
      personalData: trustCards.personalData,
      humanInTheLoop: trustCards.humanInTheLoop,
      humanReviewer: trustCards.humanReviewer,
      dataWhere: trustCards.dataWhere,
      dataWho: trustCards.dataWho,
    })
    .from(useCases)
    .leftJoin(departments, eq(departments.id, useCases.departmentId))
    .leftJoin(trustCards, eq(trustCards.useCaseId, useCases.id))
    .where(inArray(useCases.id, these));
  const moves = await db
    .select({ id: stageChanges.useCaseId, from: stageChanges.from, to: stageChanges.to, on: stageChanges.on })
    .from(stageChanges)
    .where(inArray(stageChanges.useCaseId, these))
    .orderBy(asc(stageChanges.id));
  const supplied = await db
    .select({ id: useCaseVendors.useCaseId, name: vendors.name, type: vendors.type })
    .from(useCaseVendors)
    .innerJoin(vendors, eq(vendors.id, useCaseVendors.vendorId))
    .where(inArray(useCaseVendors.useCaseId, these))
    .orderBy(asc(vendors.name));
  const tried = await db
    .selectDistinct({ id: pocs.useCaseId, name: models.name })
    .from(pocs)
    .innerJoin(models, eq(models.id, pocs.modelId))
    .where(inArray(pocs.useCaseId, these))
    .orderBy(asc(models.name));
  const byId = new Map<number, CaseFacts>(
    rows.map(({ id, stage, extra, ...row }) => [
      id,
      { ...row, stage: isStage(stage) ? stage : null, extra: extra ?? {}, reached: {}, vendors: [], models: [] },
    ]),
  );
  for (const { id, from, to, on } of moves) {
    const facts = byId.get(id);
    // The stage with which a register's case came in is dated by the import where the register did not say.
    if (!facts || !isStage(to) || (from === null && facts.externalSource !== null)) continue;
    facts.reached[to] ??= on;
  }
  for (const { id, name, type } of supplied) byId.get(id)?.vendors.push({ name, internal: type === "internal" });
  for (const { id, name } of tried) byId.get(id)?.models.push(name);
  return ids.flatMap((id) => byId.get(id) ?? []);
}
