import { asc, desc, eq } from "drizzle-orm";
import type { Told } from "#app/kernel/told";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { filterExceptions, filters, people, useCases } from "#db/schema.server";
import { flowOf } from "./filter-preview.server";
import { isField } from "./filters";
import { RANKED_STAGES } from "./ranking";
import { storedProbabilities } from "./ranking.server";

export interface ExceptionView {
  id: number;
  reference: string;
  title: Told;
  filterId: number;
  filter: Told;
  reason: Told;
  by: string;
  on: string;
  until: string | null;
}

/** Every filter, in force or not, the signed exceptions, and the probabilities of success. */
export async function filtersPage(db: Reader, actor: Actor) {
  const rows = await db.select().from(filters).orderBy(asc(filters.position), asc(filters.id));
  const exceptions: ExceptionView[] = await db
    .select({
      id: filterExceptions.id,
      reference: useCases.reference,
      title: useCases.title,
      filterId: filters.id,
      filter: filters.name,
      reason: filterExceptions.reason,
      by: people.name,
      on: filterExceptions.on,
      until: filterExceptions.until,
    })
    .from(filterExceptions)
    .innerJoin(useCases, eq(useCases.id, filterExceptions.useCaseId))
    .innerJoin(filters, eq(filters.id, filterExceptions.filterId))
    .innerJoin(people, eq(people.id, filterExceptions.byId))
    .orderBy(desc(filterExceptions.id))
    .limit(200);
  const { probabilities, version: probabilitiesVersion } = await storedProbabilities(db);
  const known = rows.flatMap(({ field, ...filter }) => (isField(field) ? [{ ...filter, field }] : []));
  return {
    filters: known,
    flow: await flowOf(
      db,
      actor,
      known.filter(({ active }) => active),
    ),
    exceptions,
    probabilities: RANKED_STAGES.map((stage) => ({ stage, probability: probabilities[stage] })),
    probabilitiesVersion,
    mayEdit: permits(actor, "filter.edit"),
    mayExcept: permits(actor, "filter.except"),
  };
}

export type FiltersPage = Awaited<ReturnType<typeof filtersPage>>;
