import { type Told, tell } from "#app/kernel/told";
import type { Key } from "#app/locales/keys";
import { type Change, compare, merge } from "./compare";
import { makeId, numberedId } from "./make-id";
import type { NewDepartment } from "./map-department";
import { columnFor, type Mapping } from "./mapping";
import { type ImportedFields, type Known, rowReader } from "./read-row";
import { type Said, say } from "./said";
import { type Column, cellOf, type Row, type Table } from "./table";

/** A use case that an earlier import of the same source made. */
export interface Existing {
  id: number;
  /** `UC-0042` */
  reference: string;
  current: ImportedFields;
  /** What the last import wrote; null when it is not known. */
  last: ImportedFields | null;
}

export interface PlanKnown extends Known {
  /** Cases of the mapping's source, by their external id. */
  existing: ReadonlyMap<string, Existing>;
}

export type Act = "create" | "change" | "unchanged" | "refuse";

export interface PlannedRow {
  line: number;
  act: Act;
  externalId: string;
  title: string;
  /** The case that it changes or leaves as it is. */
  useCase: { id: number; reference: string } | null;
  changes: Change[];
  /** Changed both here and in the file: told, and taken from the file only if the mapping says so. */
  conflicts: Change[];
  problems: Said[];
  remarks: Said[];
}

export interface ImportPlan {
  rows: PlannedRow[];
  counts: Record<Act, number>;
  /** Cases that come in without a stage: debt, never guessed. */
  unknownStages: number;
  unknownDepartments: number;
  conflicts: number;
  newDepartments: NewDepartment[];
}

/** One row to write. A plan is all-or-nothing: these go into one transaction. */
export type Write =
  | { act: "create"; line: number; externalId: string; fields: ImportedFields; file: ImportedFields }
  | {
      act: "change";
      line: number;
      externalId: string;
      useCaseId: number;
      changes: Change[];
      fields: ImportedFields;
      file: ImportedFields;
    };

interface Planned {
  row: PlannedRow;
  /** The changes before their ids became names. */
  changes: Change[];
  file: ImportedFields;
  existing: Existing | null;
  newDepartment: { key: string; name: Told; code: string | null } | null;
}

/** Each row in the file's order. Lazy, so that a caller can pause between rows and report how far it is. */
export function* planRows(table: Table, mapping: Mapping, known: PlanKnown): Generator<Planned> {
  const read = rowReader(table, mapping, known);
  const identify = identifier(table, mapping);
  const shown = presenter(mapping, known);
  for (const row of table.rows) {
    const { fields, newDepartment, problems, remarks } = read(row);
    const identity = identify(row);
    const refused = identity.problem ? [identity.problem, ...problems] : problems;
    const existing = refused.length > 0 ? null : (known.existing.get(identity.id) ?? null);
    const comparison = existing ? compare(fields, existing.current, existing.last) : null;
    const fromFile = mapping.conflicts === "file" ? (comparison?.conflicts ?? []) : [];
    const changes = [...(comparison?.changes ?? []), ...fromFile];
    const act = refused.length > 0 ? "refuse" : !existing ? "create" : changes.length > 0 ? "change" : "unchanged";
    const planned: PlannedRow = {
      line: row.line,
      act,
      externalId: identity.id,
      title: tell(fields.title, mapping.language),
      useCase: existing && { id: existing.id, reference: existing.reference },
      changes: changes.map(shown),
      conflicts: (comparison?.conflicts ?? []).map(shown),
      problems: refused,
      remarks,
    };
    yield { row: planned, changes, file: fields, existing, newDepartment: act === "refuse" ? null : newDepartment };
  }
}

/** The dry run: what each row would create, change or leave, or why it is refused. Writes nothing. */
export function planImport(table: Table, mapping: Mapping, known: PlanKnown): ImportPlan {
  const collect = planCollector();
  for (const planned of planRows(table, mapping, known)) collect.add(planned);
  return collect.plan;
}

/** Gathers planned rows into a plan, for callers that walk `planRows` themselves. */
export function planCollector(): { plan: ImportPlan; add(planned: Planned): void } {
  const byKey = new Map<string, NewDepartment>();
  const plan: ImportPlan = {
    rows: [],
    counts: { create: 0, change: 0, unchanged: 0, refuse: 0 },
    unknownStages: 0,
    unknownDepartments: 0,
    conflicts: 0,
    newDepartments: [],
  };
  return {
    plan,
    add({ row, file, newDepartment }) {
      plan.rows.push(row);
      plan.counts[row.act]++;
      if (row.conflicts.length > 0) plan.conflicts++;
      if (row.act === "create" && !file.stage) plan.unknownStages++;
      if (row.act === "create" && !file.department) plan.unknownDepartments++;
      if (!newDepartment) return;
      const before = byKey.get(newDepartment.key);
      if (before) before.count++;
      else {
        const created = { ...newDepartment, count: 1 };
        byKey.set(newDepartment.key, created);
        plan.newDepartments.push(created);
      }
    },
  };
}

/** The rows to write, with all their fields: computed again rather than held, for a plan of 100,000 rows is kept light. */
export function* writesOf(table: Table, mapping: Mapping, known: PlanKnown): Generator<Write> {
  for (const { row, changes, file, existing } of planRows(table, mapping, known)) {
    const { line, externalId } = row;
    if (row.act === "create") yield { act: "create", line, externalId, fields: file, file };
    if (row.act === "change" && existing) {
      const fields = merge(existing.current, file, changes);
      yield { act: "change", line, externalId, useCaseId: existing.id, changes, fields, file };
    }
  }
}

/** Departments and owners under their names, as a person reads a change. */
function presenter(mapping: Mapping, known: PlanKnown): (change: Change) => Change {
  const departments = new Map(known.departments.map(({ id, name }) => [`#${id}`, tell(name, mapping.language)]));
  const owners = new Map([...known.peopleByEmail].map(([email, id]) => [String(id), email]));
  return (change) => {
    const names = change.field === "department" ? departments : change.field === "ownerEmail" ? owners : null;
    if (!names) return change;
    const name = (value: string) => names.get(value) ?? value;
    return { ...change, before: change.before === null ? null : name(change.before), after: name(change.after) };
  };
}

/** Gives each row its external id: its own, or one made of the stable columns; a repeated one is numbered or refused. */
function identifier(table: Table, mapping: Mapping): (row: Row) => { id: string; problem: Said | null } {
  const own = columnFor(table, mapping.columns.externalId);
  const from = mapping.idFrom.map((header) => columnFor(table, header)).filter((column) => column !== undefined);
  const lineOf = new Map<string, number>();
  const lastNumber = new Map<string, number>();
  // An id that a later row says itself must not be given away to a numbered one before it.
  const said = new Set<string>();
  if (own) for (const row of table.rows) said.add(cellOf(row, own).trim());
  return (row) => {
    const given = cellOf(row, own).trim();
    const id = given || makeId(from.map((column) => cellOf(row, column)));
    if (id === "") return { id, problem: say("imports.row.no-id", { column: own?.name ?? names(from) }) };
    const before = lineOf.get(id);
    if (before === undefined) {
      lineOf.set(id, row.line);
      return { id, problem: null };
    }
    if (mapping.repeatedIds === "refuse") {
      return { id, problem: say("imports.row.repeated-id", { id, column: own?.name ?? names(from), line: before }) };
    }
    const numbered = numberedId(id, (wanted) => lineOf.has(wanted) || said.has(wanted), lastNumber);
    lineOf.set(numbered, row.line);
    return { id: numbered, problem: null };
  };
}

function names(columns: readonly Column[]): string {
  return columns.map(({ name }) => name).join(" + ") || "–";
}

/** The message that names what happens to a row. */
export function actLabel(act: Act): Key {
  return `imports.act.${act}`;
}
