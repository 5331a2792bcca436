import type { Day } from "#app/kernel/day";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { changeableBy, ownCasesNamed, ownKnown } from "../own-file/cases.server";
import { type OwnPlanned, ownPlanner } from "../own-file/plan";
import { NO_ALIKES } from "./alike";
import { type Identity, identify } from "./identify";
import {
  alikeCases,
  existingCases,
  hasCases,
  loadKnown,
  namesakesOf,
  secondTitles,
  withDepartmentsThatAreHere,
} from "./known.server";
import type { Mapping } from "./mapping";
import { namesakes, rowsByBase, settleNamesakes } from "./namesakes";
import { type ImportCounts, type Planned, type Planner, planner } from "./plan";
import { type ImportedFields, type Known, rowReader } from "./read-row";
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
  actor: Actor,
  table: Table,
  mapping: Mapping,
  today: Day,
  part: (planned: (Planned | OwnPlanned)[]) => void | Promise<void>,
  progress: Progress = () => undefined,
): Promise<void> {
  if (mapping.own) {
    const plan = ownPlanner(table, mapping.own, { ...(await ownKnown(db)), mayChange: changeableBy(actor) });
    return inParts(plan.size, progress, async (start, end) => {
      const cases = await ownCasesNamed(db, actor, plan.referencesOf(start, end));
      await part([...plan.plan(start, end, cases)]);
    });
  }
  // What a register tells of days after its own is a plan.
  const known = await loadKnown(db, mapping.asOf ?? today);
  const settled = withDepartmentsThatAreHere(mapping, known);
  const isKnown = await hasCases(db, settled.source);
  const identities = identify(table, settled);
  const plan = planner(
    table,
    settled,
    known,
    isKnown ? await toldApart(db, table, settled, known, identities) : identities,
  );
  const looksAlike = (settled.alike === "same" && isKnown) || settled.elsewhere !== "new";
  let counted: Map<string, number> | null = null;
  let second: Map<string, number[]> | null = null;
  return inParts(plan.size, progress, async (start, end) => {
    const existing = await existingCases(db, settled.source, plan.idsOf(start, end));
    const titles = looksAlike ? plan.titlesOf(start, end, existing) : [];
    if (titles.length > 0) second ??= await secondTitles(db);
    const { cases, outside } = await alikeCases(db, settled.source, titles, plan.ids, second ?? new Map());
    if (cases.size + outside.size > 0) counted ??= await countLikenesses(plan);
    const known = settled.alike === "same" ? cases : NO_ALIKES.cases;
    const alikes = counted ? { cases: known, outside, rows: counted } : NO_ALIKES;
    await part([...plan.plan(start, end, existing, alikes)]);
  });
}

/** The identities in which rows of one id go by the cases that they mean, whatever the order of the file. */
async function toldApart(
  db: Reader,
  table: Table,
  mapping: Mapping,
  known: Known,
  identities: readonly Identity[],
): Promise<readonly Identity[]> {
  if (mapping.repeatedIds !== "number") return identities;
  const rows = rowsByBase(identities);
  const cases = await namesakesOf(db, mapping.source, rows);
  if (cases.length === 0) return identities;
  const read = rowReader(table, mapping, known);
  const fields = new Map<number, ImportedFields>();
  const fieldsOf = (at: number): ImportedFields => {
    const row = table.rows[at];
    const said = fields.get(at) ?? (row ? read(row).fields : { extra: {} });
    fields.set(at, said);
    return said;
  };
  return settleNamesakes(identities, namesakes(identities, rows, cases, fieldsOf), fieldsOf);
}

async function countLikenesses(plan: Planner): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  await inParts(
    plan.size,
    () => undefined,
    async (start, end) => plan.countLikenesses(start, end, counts),
  );
  return counts;
}

async function inParts(
  size: number,
  progress: Progress,
  work: (start: number, end: number) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < size; start += PART) {
    const end = Math.min(start + PART, size);
    await work(start, end);
    await progress(end, size);
    await new Promise((resume) => setImmediate(resume));
  }
}

/** So many cases that change are named in one sentence. */
const CHANGING_TOLD = 12;

/** Counts what a plan's rows do, and keeps the refused ones. */
export class Tally {
  readonly refused: RefusedRow[] = [];
  readonly #newDepartments = new Set<string>();
  readonly #counts = {
    create: 0,
    change: 0,
    unchanged: 0,
    refuse: 0,
    asked: 0,
    unknownStages: 0,
    unknownDepartments: 0,
    conflicts: 0,
    moved: 0,
    alike: 0,
  };
  /** The external ids that the file names. */
  readonly named = new Set<string>();
  /** The cases that it names by title and department, under ids of its own. */
  readonly alike = new Set<number>();
  /** Rows that may name such a case, whatever the person has said of them. */
  rowsAlike = 0;
  /** The first of the cases that change. */
  readonly changing: string[] = [];

  add({ row, file, newDepartment }: Planned): void {
    const counts = this.#counts;
    counts[row.act]++;
    if (row.externalId) this.named.add(row.externalId);
    if (row.act === "change" && row.useCase && this.changing.length < CHANGING_TOLD) {
      this.changing.push(row.useCase.reference);
    }
    if (row.changes.some(({ field, stage }) => field === "stage" || stage)) counts.moved++;
    if (row.alike) this.rowsAlike++;
    if (row.alike?.asked) counts.asked++;
    if (row.alike?.taken && row.useCase) this.alike.add(row.useCase.id);
    counts.alike = this.alike.size;
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
