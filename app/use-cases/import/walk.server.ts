import type { Reader } from "#db/client.server";
import { existingCases, loadKnown, withDepartmentsThatAreHere } from "./known.server";
import type { Mapping } from "./mapping";
import { type ImportCounts, type Planned, planner } from "./plan";
import type { Said } from "./said";
import type { Table } from "./table";

/** Rows planned together: their cases are looked up in one query. */
const PART = 1_000;

/** A row that may not come in, and why. */
export interface RefusedRow {
  line: number;
  problems: Said[];
}

export type Progress = (done: number, total: number) => void | Promise<void>;

/**
 * Plans a table against what is in the database now, part by part, giving way to other people's requests in between.
 * Each part is handed over and forgotten: a hundred thousand rows are never held as a plan.
 */
export async function walkPlan(
  db: Reader,
  table: Table,
  mapping: Mapping,
  part: (planned: Planned[]) => void | Promise<void>,
  progress: Progress = () => undefined,
): Promise<void> {
  const known = await loadKnown(db);
  const settled = withDepartmentsThatAreHere(mapping, known);
  const plan = planner(table, settled, known);
  for (let start = 0; start < plan.size; start += PART) {
    const end = Math.min(start + PART, plan.size);
    const existing = await existingCases(db, settled.source, plan.idsOf(start, end));
    await part([...plan.plan(start, end, existing)]);
    await progress(end, plan.size);
    await new Promise((resume) => setImmediate(resume));
  }
}

/** Counts what a plan's rows do, and keeps the refused ones. */
export class Tally {
  readonly refused: RefusedRow[] = [];
  readonly #newDepartments = new Set<string>();
  readonly #counts = {
    create: 0,
    change: 0,
    unchanged: 0,
    refuse: 0,
    unknownStages: 0,
    unknownDepartments: 0,
    conflicts: 0,
  };

  add({ row, file, newDepartment }: Planned): void {
    const counts = this.#counts;
    counts[row.act]++;
    if (row.conflicts.length > 0) counts.conflicts++;
    if (row.act === "create" && !file.stage) counts.unknownStages++;
    if (row.act === "create" && !file.department) counts.unknownDepartments++;
    if (newDepartment) this.#newDepartments.add(newDepartment.key);
    if (row.act === "refuse") this.refused.push({ line: row.line, problems: row.problems });
  }

  get counts(): ImportCounts {
    return { ...this.#counts, newDepartments: this.#newDepartments.size };
  }
}
