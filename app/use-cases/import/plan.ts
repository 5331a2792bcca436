import { type Told, tell } from "#app/kernel/told";
import type { Key } from "#app/locales/keys";
import {
  type Alikes,
  likenessesOf,
  meantBy,
  NO_ALIKES,
  NO_MEANING,
  type RowAlike,
  type SaidOfRows,
  type SeveralAlike,
} from "./alike";
import { type Change, compare } from "./compare";
import { type Identity, identify } from "./identify";
import type { NewDepartment } from "./map-department";
import type { Mapping } from "./mapping";
import { type ImportedFields, type Known, likenessReader, rowReader } from "./read-row";
import { type Said, say } from "./said";
import type { Row, Table } from "./table";

/** A use case that an earlier import of the same source made. */
export interface Existing {
  id: number;
  /** `UC-0042` */
  reference: string;
  /** The register that it is of; null for a case that was entered here. */
  source: string | null;
  /** Empty for a case of no register. */
  externalId: string;
  current: ImportedFields;
  /** What the last import wrote; null when it is not known. */
  last: ImportedFields | null;
  /** Its author entered it here: it moves through its gates, and no file says where it stands. */
  enteredHere?: boolean;
  /** The committee here has begun to judge it: no file says where that leads. */
  judgedHere?: boolean;
}

export interface PlanKnown extends Known {
  /** Cases of the mapping's source, by their external id. */
  existing: ReadonlyMap<string, Existing>;
}

export const ACTS = ["create", "change", "unchanged", "refuse"] as const;
export type Act = (typeof ACTS)[number];

export interface PlannedRow {
  line: number;
  act: Act;
  externalId: string;
  title: string;
  /** The case that it changes or leaves as it is. */
  useCase: { id: number; reference: string } | null;
  /** The case under another id, or of no register, that has the row's title and department. */
  alike: RowAlike | null;
  changes: Change[];
  /** Changed both here and in the file: told, and taken from the file only if the mapping says so. */
  conflicts: Change[];
  problems: Said[];
  remarks: Said[];
}

/** What an import did, or would do. */
export interface ImportCounts extends Record<Act, number> {
  unknownStages: number;
  unknownDepartments: number;
  newDepartments: number;
  conflicts: number;
  /** Cases that change their stage, and those of the register that the file no longer names; imports of old do not say. */
  moved?: number;
  gone?: number;
  /** Cases known by their title and department, under another id or entered here. */
  alike?: number;
  /** Of the refused rows, those that wait for a word on whether they are a case that is here already. */
  asked?: number;
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

export interface Planned {
  row: PlannedRow;
  /** The changes before their ids became names. */
  changes: Change[];
  /** Conflicts in which ours stays. */
  untaken: Change[];
  file: ImportedFields;
  existing: Existing | null;
  newDepartment: { key: string; name: Told; code: string | null } | null;
}

/**
 * Plans a table in parts: `idsOf` says which cases to look up for the rows from `start` to `end`, `plan` takes them.
 * So a hundred thousand known cases need never be held at once, and a caller can pause and report between two parts.
 */
export interface Planner {
  size: number;
  /** All external ids of the table. */
  ids: ReadonlySet<string>;
  idsOf(start: number, end: number): string[];
  /** The titles of rows whose ids are not known, with which their cases may be found all the same. */
  titlesOf(start: number, end: number, existing: ReadonlyMap<string, Existing>): Told[];
  /** Adds up how often rows say each likeness. */
  countLikenesses(start: number, end: number, counts: Map<string, number>): void;
  plan(start: number, end: number, existing: ReadonlyMap<string, Existing>, alikes?: Alikes): Generator<Planned>;
}

/** @param identities of the rows, where the register's cases have told those of one id apart */
export function planner(
  table: Table,
  mapping: Mapping,
  known: Known,
  identities: readonly Identity[] = identify(table, mapping),
): Planner {
  const read = rowReader(table, mapping, known);
  const likeness = likenessReader(table, mapping, known);
  const shown = presenter(mapping, known);
  const { elsewhere, others, same } = mapping;
  const said: SaidOfRows = { elsewhere, others: new Set(others), same: new Set(same) };
  function planRow(row: Row, identity: Identity, found: Existing | undefined, alikes: Alikes): Planned {
    const { fields, newDepartment, problems, remarks } = read(row);
    const refused = identity.problem ? [identity.problem, ...problems] : [...problems];
    const meant = found || refused.length > 0 ? NO_MEANING : meantBy(fields, identity.id, alikes, said);
    if (meant.alike?.asked) refused.push(say("imports.row.elsewhere", { reference: meant.alike.reference }));
    if (meant.several) remarks.push(severalAlike(meant.several));
    if (identity.isGuess) remarks.push(say("imports.remark.namesakes"));
    const existing = refused.length > 0 ? null : (found ?? meant.taken);
    if (existing) holdStage(existing, fields, remarks);
    const comparison = existing ? compare(fields, existing.current, existing.last) : null;
    const fromFile = mapping.conflicts === "file" ? (comparison?.conflicts ?? []) : [];
    const renamed = meant.taken ? [identityChange(meant.taken, identity)] : [];
    const changes = [...renamed, ...(comparison?.changes ?? []), ...fromFile];
    const act = refused.length > 0 ? "refuse" : !existing ? "create" : changes.length > 0 ? "change" : "unchanged";
    const planned: PlannedRow = {
      line: row.line,
      act,
      externalId: identity.id,
      title: tell(fields.title, mapping.language),
      useCase: existing && { id: existing.id, reference: existing.reference },
      alike: meant.alike,
      changes: changes.map(shown),
      conflicts: (comparison?.conflicts ?? []).map(shown),
      problems: refused,
      remarks,
    };
    const untaken = mapping.conflicts === "file" ? [] : (comparison?.conflicts ?? []);
    const takesDepartment = act === "create" || changes.some(({ field }) => field === "department");
    const department = takesDepartment ? newDepartment : null;
    return { row: planned, changes, untaken, file: fields, existing, newDepartment: department };
  }
  const readable = (at: number) => !identities[at]?.problem;
  return {
    size: table.rows.length,
    ids: new Set(identities.map(({ id }) => id)),
    titlesOf: (start, end, existing) =>
      table.rows.slice(start, end).flatMap((row, at) => {
        const identity = identities[start + at];
        const title = identity && !identity.problem && !existing.has(identity.id) && likeness(row).title;
        return title ? [title] : [];
      }),
    countLikenesses(start, end, counts) {
      for (const [at, row] of table.rows.slice(start, end).entries()) {
        const keys = readable(start + at) ? likenessesOf(likeness(row)) : [];
        for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    },
    idsOf: (start, end) => identities.slice(start, end).flatMap(({ id, problem }) => (problem ? [] : [id])),
    *plan(start, end, existing, alikes = NO_ALIKES) {
      for (let at = start; at < Math.min(end, table.rows.length); at++) {
        const row = table.rows[at];
        const identity = identities[at];
        if (row && identity) yield planRow(row, identity, existing.get(identity.id), alikes);
      }
    },
  };
}

/** Leaves out of a row where its case stands, when that is not for a file to say. */
function holdStage(
  { current, last, judgedHere, enteredHere }: Existing,
  fields: ImportedFields,
  remarks: Said[],
): void {
  const { stage } = fields;
  const isMerged = current.stage === "merged";
  const isOther = stage !== current.stage;
  if (!isMerged && !enteredHere && !(judgedHere && isOther)) return;
  delete fields.stage;
  delete fields.stageSince;
  delete fields.earlier;
  // It has gone into another case here, which no file knows of: that is final, and nothing to remark on.
  if (isMerged || !stage || !isOther) return;
  if (enteredHere) remarks.push(say("imports.remark.entered-here"));
  else if (stage !== last?.stage) remarks.push(say("imports.remark.judged"));
}

/** The case goes by the id of the newer file from now on. */
const identityChange = ({ externalId }: Existing, { id }: Identity): Change => ({
  ...{ field: "externalId", header: null, before: externalId || null, after: id },
});

const severalAlike = ({ cases, rows }: SeveralAlike): Said =>
  say("imports.remark.several-alike", {
    ...{ rows, count: cases.length },
    references: cases
      .slice(0, 5)
      .map(({ reference }) => reference)
      .join(", "),
  });

/** Each row in the file's order, for callers that hold all known cases. */
export function planRows(table: Table, mapping: Mapping, known: PlanKnown): Generator<Planned> {
  return planner(table, mapping, known).plan(0, table.rows.length, known.existing);
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

/** Departments and owners under their names, as a person reads a change. */
function presenter(mapping: Mapping, known: Known): (change: Change) => Change {
  const departments = new Map(known.departments.map(({ id, name }) => [`#${id}`, tell(name, mapping.language)]));
  const owners = new Map([...known.peopleByEmail].map(([email, id]) => [String(id), email]));
  return (change) => {
    const names = change.field === "department" ? departments : change.field === "ownerEmail" ? owners : null;
    if (!names) return change;
    const name = (value: string) => names.get(value) ?? value;
    return { ...change, before: change.before === null ? null : name(change.before), after: name(change.after) };
  };
}

/** The message that names what happens to a row. */
export function actLabel(act: Act): Key {
  return `imports.act.${act}`;
}
