import type { Passed } from "../intake/live-entry";
import { type Change, merge, remember } from "./compare";
import { between } from "./known-days";
import type { Mapping } from "./mapping";
import { type Existing, type PlanKnown, type Planned, planRows } from "./plan";
import type { ImportedFields } from "./read-row";
import type { Table } from "./table";

/** One row to write. A plan is all-or-nothing: these go into one transaction. */
export type Write =
  | { act: "create"; line: number; externalId: string; fields: ImportedFields; imported: ImportedFields }
  | {
      act: "change";
      line: number;
      externalId: string;
      existing: Existing;
      changes: Change[];
      fields: ImportedFields;
      /** The steps between where it stood and where it stands, whose days the file knows. */
      between: Passed[];
      /** What this import says, for the next one to compare with. */
      imported: ImportedFields;
    };

/** What is to be written for a planned row; null where nothing is. */
export function writeOf({ row, changes, untaken, file, existing }: Planned): Write | null {
  const { line, externalId } = row;
  if (row.act === "create") return { act: "create", line, externalId, fields: file, imported: file };
  if (row.act !== "change" || !existing) return null;
  const fields = merge(existing.current, file, changes);
  // The day belongs to the stage: a new stage never keeps the old one's.
  const isMoved = changes.some(({ field }) => field === "stage");
  if (isMoved) fields.stageSince = file.stageSince;
  const { department, ...rest } = file;
  const isMade = !department || "id" in department || changes.some(({ field }) => field === "department");
  const imported = remember(existing.last, isMade ? file : rest, untaken);
  const { stage = null, stageSince = null } = existing.current;
  const steps = isMoved ? between(file.earlier ?? [], stage, stageSince) : [];
  return { act: "change", line, externalId, existing, changes, fields, between: steps, imported };
}

/** All rows to write, computed again rather than held: a plan of 100,000 rows is kept light. */
export function* writesOf(table: Table, mapping: Mapping, known: PlanKnown): Generator<Write> {
  for (const planned of planRows(table, mapping, known)) {
    const write = writeOf(planned);
    if (write) yield write;
  }
}
