import type { Day } from "#app/kernel/day";
import type { Told } from "#app/kernel/told";
import type { Stage } from "../stages";
import type { ImportedFields } from "./read-row";

/** What an import writes of a case: every field that a file can say, null where nobody has said it. */
export interface ImportedRecord {
  title: Told;
  need: Told | null;
  expectedBenefit: Told | null;
  affected: Told | null;
  dataInvolved: Told | null;
  aiType: string | null;
  country: string | null;
  peopleAffected: number | null;
  departmentId: number | null;
  ownerId: number | null;
  stage: Stage | null;
  stageSince: Day | null;
  extra: Record<string, string>;
}

/** The record of a case whose department is one of ours by now. */
export function recordOf(fields: ImportedFields): ImportedRecord {
  const { department } = fields;
  return {
    title: fields.title ?? {},
    need: fields.need ?? null,
    expectedBenefit: fields.expectedBenefit ?? null,
    affected: fields.affected ?? null,
    dataInvolved: fields.dataInvolved ?? null,
    aiType: fields.aiType ?? null,
    country: fields.country ?? null,
    peopleAffected: fields.peopleAffected ?? null,
    departmentId: department && "id" in department ? department.id : null,
    ownerId: fields.ownerId ?? null,
    stage: fields.stage ?? null,
    stageSince: fields.stageSince ?? null,
    extra: fields.extra,
  };
}

/** The fields on which two records are apart, each side with its own; of the kept cells only those that differ. */
export function apart(before: ImportedRecord, after: ImportedRecord) {
  const sides: { before: Record<string, unknown>; after: Record<string, unknown> } = { before: {}, after: {} };
  const compare = (name: string, was: unknown, is: unknown) => {
    if (JSON.stringify(was) === JSON.stringify(is)) return;
    sides.before[name] = was ?? null;
    sides.after[name] = is ?? null;
  };
  const { extra: keptBefore, ...fieldsBefore } = before;
  const { extra: keptAfter, ...fieldsAfter } = after;
  for (const [name, value] of Object.entries(fieldsAfter))
    compare(name, fieldsBefore[name as keyof typeof fieldsBefore], value);
  for (const [header, value] of Object.entries(keptAfter)) compare(header, keptBefore[header], value);
  return sides;
}
