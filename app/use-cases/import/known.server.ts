import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { agendaItems, assessments, departments, people, useCases } from "#db/schema.server";
import { isStage } from "../stages";
import type { Mapping } from "./mapping";
import type { Existing } from "./plan";
import type { ImportedFields, Known } from "./read-row";

/** Departments and persons, against which the names in a file are matched. */
export async function loadKnown(db: Reader): Promise<Known> {
  const all = await db
    .select({ id: departments.id, code: departments.code, name: departments.name })
    .from(departments)
    .orderBy(departments.id);
  const persons = await db.select({ id: people.id, email: people.email }).from(people).where(eq(people.active, true));
  return { departments: all, peopleByEmail: new Map(persons.map(({ id, email }) => [email.toLowerCase(), id])) };
}

/** The mapping without departments that are not here (any more): a preset or a form may name any number. */
export function withDepartmentsThatAreHere(mapping: Mapping, { departments: known }: Known): Mapping {
  const ids = new Set<number | string>(known.map(({ id }) => id));
  const kept = Object.entries(mapping.departments).filter(([, to]) => typeof to === "string" || ids.has(to));
  return kept.length === Object.keys(mapping.departments).length
    ? mapping
    : { ...mapping, departments: Object.fromEntries(kept) };
}

/** The cases that earlier imports of this source made, by their external id. */
export async function existingCases(
  db: Reader,
  source: string,
  externalIds: readonly string[],
): Promise<Map<string, Existing>> {
  const found = new Map<string, Existing>();
  if (externalIds.length === 0) return found;
  const rows = await db
    .select({
      id: useCases.id,
      reference: useCases.reference,
      externalId: useCases.externalId,
      title: useCases.title,
      need: useCases.need,
      expectedBenefit: useCases.expectedBenefit,
      affected: useCases.affected,
      dataInvolved: useCases.dataInvolved,
      aiType: useCases.aiType,
      country: useCases.country,
      peopleAffected: useCases.peopleAffected,
      departmentId: useCases.departmentId,
      ownerId: useCases.ownerId,
      stage: useCases.stage,
      stageSince: useCases.stageSince,
      extra: useCases.extra,
      imported: useCases.imported,
    })
    .from(useCases)
    .where(and(eq(useCases.externalSource, source), inArray(useCases.externalId, [...externalIds])));
  const judged = await judgedHere(
    db,
    rows.flatMap(({ id, stage }) => (stage === "submitted" || stage === "assessment" ? [id] : [])),
  );
  for (const { id, reference, externalId, imported, ...row } of rows) {
    if (externalId === null) continue;
    const current = currentFields(row, imported);
    found.set(externalId, { id, reference, current, last: imported, judgedHere: judged.has(id) });
  }
  return found;
}

/** Those of these cases that members have assessed, or that came before a session. */
async function judgedHere(db: Reader, ids: number[]): Promise<ReadonlySet<number>> {
  if (ids.length === 0) return new Set();
  const assessed = await db
    .selectDistinct({ id: assessments.useCaseId })
    .from(assessments)
    .where(and(inArray(assessments.useCaseId, ids), isNotNull(assessments.submittedAt)));
  const before = await db
    .selectDistinct({ id: agendaItems.useCaseId })
    .from(agendaItems)
    .where(inArray(agendaItems.useCaseId, ids));
  return new Set([...assessed, ...before].map(({ id }) => id));
}

type Stored = Pick<
  typeof useCases.$inferSelect,
  | "title"
  | "need"
  | "expectedBenefit"
  | "affected"
  | "dataInvolved"
  | "aiType"
  | "country"
  | "peopleAffected"
  | "departmentId"
  | "ownerId"
  | "stage"
  | "stageSince"
  | "extra"
>;

/** A stored case in the shape in which a file says one: what is unknown is absent. */
function currentFields(row: Stored, imported: ImportedFields | null): ImportedFields {
  const { need, expectedBenefit, affected, dataInvolved, aiType, country, peopleAffected } = row;
  const { departmentId, ownerId, stage, stageSince } = row;
  return {
    title: row.title,
    ...(need && { need }),
    ...(expectedBenefit && { expectedBenefit }),
    ...(affected && { affected }),
    ...(dataInvolved && { dataInvolved }),
    ...(aiType && { aiType }),
    ...(country && { country }),
    // Nobody can edit it here: it stands among the kept cells until there is a register of vendors.
    ...(imported?.vendor && { vendor: imported.vendor }),
    ...(peopleAffected !== null && { peopleAffected }),
    ...(departmentId !== null && { department: { id: departmentId } }),
    ...(ownerId !== null && { ownerId }),
    ...(isStage(stage) && { stage }),
    ...(stageSince && { stageSince }),
    extra: row.extra ?? {},
  };
}
