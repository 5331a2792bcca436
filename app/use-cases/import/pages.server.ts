import type { Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import type { Locale, Told } from "#app/kernel/told";
import type { Actor } from "#app/people/roles";
import type { Database } from "#db/client.server";
import type { Stage } from "../stages";
import { FIELD_KEYS } from "./fields";
import { goneCases } from "./gone.server";
import type { RowsShown } from "./import-input";
import { refusedRowsOf } from "./imports.server";
import { loadKnown, withDepartmentsThatAreHere } from "./known.server";
import type { DepartmentMatch } from "./map-department";
import { hasTitle, missingColumns } from "./mapping";
import { openImport, readable } from "./open-import.server";
import type { Planned, PlannedRow } from "./plan";
import { separatorName } from "./read-options";
import { progressOf, refusedRowsFile } from "./run.server";
import type { Said } from "./said";
import { knownPresets } from "./saved-presets.server";
import { cellOf, type Table } from "./table";
import { departmentSpellings, stageSpellings } from "./value-counts";
import { Tally, walkPlan } from "./walk.server";
import { withTable } from "./with-table.server";

const PREVIEW_ROWS = 8;
const PREVIEW_LETTERS = 120;
const CELL_LETTERS = 70;
const SPELLINGS = 200;
/** Rows of a dry run on one page. */
const PAGE_ROWS = 50;

const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, most).trimEnd()}…` : text);

/** How the file was read, for the person to correct; where it could not be read, why. */
export async function readingPage(database: Database, actor: Actor, id: number) {
  const found = await openImport(database, actor, id);
  const { version, reading, size } = found;
  const corrected = { ...reading, separator: separatorName(reading.separator ?? null) };
  const same = { version, size, reading: corrected };
  try {
    return await withTable(database, found, async (table) => ({ ...same, problem: null, table: seen(table) }));
  } catch (problem) {
    if (!(problem instanceof Refusal) || problem.key === "imports.refused.no-file") throw problem;
    const said: Said = { key: problem.key, values: problem.values };
    return { ...same, problem: said, table: null };
  }
}

function seen(table: Table) {
  const { format, encoding, separator, sheet, sheets, headerLine, columns, rows, notices } = table;
  return {
    ...{ format, encoding, sheet, sheets, headerLine, notices },
    separator: separatorName(separator),
    rows: rows.length,
    columns: columns.map(({ name }) => cut(name, CELL_LETTERS)),
    preview: rows.slice(0, PREVIEW_ROWS).map((row) => ({
      line: row.line,
      cells: columns.map((column) => cut(cellOf(row, column), CELL_LETTERS)),
    })),
  };
}

/** Which column is which field, for the person to correct. */
export async function columnsPage(database: Database, actor: Actor, id: number) {
  const found = readable(await openImport(database, actor, id));
  const presets = await knownPresets(database);
  const { version, mapping, presetName } = found;
  const preset = presets.find(({ name }) => name === presetName);
  return withTable(database, found, async (table) => {
    const places = new Map(table.columns.map(({ name, index }) => [name, String(index)]));
    const mapped = new Set([...Object.values(mapping.columns), ...mapping.idFrom]);
    const { source, language, idFrom, repeatedIds, dayOrder, departmentNames } = mapping;
    return {
      ...{ version, presetName, source, language, repeatedIds, dayOrder, departmentNames },
      presets: presets.map(({ name, from, signature }) => {
        const met = signature.filter((header) => places.has(header)).length;
        return { name, from, fits: met > 0 };
      }),
      missing: preset ? missingColumns(table, preset.mapping).map((name) => cut(name, PREVIEW_LETTERS)) : [],
      columns: table.columns.map((column) => ({
        place: String(column.index),
        name: cut(column.name, PREVIEW_LETTERS),
        sample: sampleOf(table, column),
      })),
      chosen: Object.fromEntries(FIELD_KEYS.map((key) => [key, places.get(mapping.columns[key] ?? "") ?? ""])),
      idFrom: idFrom.map((header) => places.get(header) ?? ""),
      kept: table.columns.filter(({ name }) => !mapped.has(name)).map(({ name }) => cut(name, PREVIEW_LETTERS)),
    };
  });
}

function sampleOf(table: Table, column: Table["columns"][number]): string {
  for (const row of table.rows) {
    const text = cellOf(row, column).trim();
    if (text) return cut(text.replace(/\s+/g, " "), 60);
  }
  return "";
}

/** Which of our words the file's stages and departments mean, for the person to confirm. */
export async function valuesPage(database: Database, actor: Actor, id: number, today: Day) {
  const found = readable(await openImport(database, actor, id));
  const known = await loadKnown(database, today);
  const mapping = withDepartmentsThatAreHere(found.mapping, known);
  const names = new Map(known.departments.map(({ id, name }) => [id, name]));
  return withTable(database, found, async (table) => {
    const stages = stageSpellings(table, mapping);
    const departments = departmentSpellings(table, mapping, known.departments);
    return {
      version: found.version,
      conflicts: mapping.conflicts,
      alike: mapping.alike,
      elsewhere: mapping.elsewhere,
      newDepartments: mapping.newDepartments,
      hasStage: mapping.columns.stage !== undefined,
      hasDepartment: mapping.columns.department !== undefined || mapping.columns.departmentCode !== undefined,
      stages: stages.spellings.slice(0, SPELLINGS).map(({ key, text, count, meaning }) => ({
        ...{ key, count, text: cut(text, PREVIEW_LETTERS) },
        stage: meaning?.stage ?? null,
        certainty: Object.hasOwn(mapping.stages, key) ? ("said" as const) : (meaning?.certainty ?? ("none" as const)),
        said: (Object.hasOwn(mapping.stages, key) && mapping.stages[key]) || null,
      })),
      moreStages: Math.max(0, stages.spellings.length - SPELLINGS),
      noStage: stages.blank,
      departments: departments.spellings.slice(0, SPELLINGS).map(({ key, name, code, count, match }) => ({
        ...{ key, count, name: cut(name || code, PREVIEW_LETTERS), code: cut(code, 40) },
        match: fateOf(match, names),
        said: (Object.hasOwn(mapping.departments, key) && String(mapping.departments[key])) || null,
      })),
      moreDepartments: Math.max(0, departments.spellings.length - SPELLINGS),
      noDepartment: departments.blank,
      ours: known.departments.map(({ id, code, name }) => ({ id, code, name })),
    };
  });
}

function fateOf(
  match: DepartmentMatch,
  names: ReadonlyMap<number, Told>,
): { is: DepartmentMatch["is"]; name: Told | null } {
  if (match.is === "known") return { is: match.is, name: names.get(match.id) ?? null };
  return { is: match.is, name: match.is === "new" ? match.name : null };
}

/** The dry run: what each row would do, one page of them. Writes nothing. */
export async function checkPage(
  database: Database,
  actor: Actor,
  id: number,
  shown: { act: RowsShown | null; page: number },
  today: Day,
) {
  const found = readable(await openImport(database, actor, id));
  const { version, source, mapping, leaveOut, problem } = found;
  const from = (shown.page - 1) * PAGE_ROWS;
  const { departments } = await loadKnown(database, today);
  const names = new Map(departments.map(({ id, name }) => [id, name]));
  return withTable(database, found, async (table) => {
    const tally = new Tally();
    const rows: ShownRow[] = [];
    let at = 0;
    await walkPlan(database, actor, table, mapping, today, (planned) => {
      for (const one of planned) {
        tally.add(one);
        if (!isShown(one.row, shown.act)) continue;
        if (at >= from && rows.length < PAGE_ROWS) rows.push(short(one, names));
        at++;
      }
    });
    const gone = mapping.own ? { count: 0, shown: [] } : await goneCases(database, source, tally);
    return {
      ...{ version, source, leaveOut, asOf: mapping.asOf, problem, rows, gone, act: shown.act, page: shown.page },
      own: mapping.own !== undefined,
      changing: tally.changing,
      alike: tally.rowsAlike,
      counts: tally.counts,
      total: table.rows.length,
      pages: Math.max(1, Math.ceil(at / PAGE_ROWS)),
      titled: hasTitle(mapping),
    };
  });
}

function isShown(row: PlannedRow, wanted: RowsShown | null): boolean {
  if (wanted === "conflict") return row.conflicts.length > 0;
  if (wanted === "alike") return row.alike !== null;
  return wanted === null || row.act === wanted;
}

/** A planned row as the dry run shows it, with the place that a new case would have. */
interface ShownRow extends PlannedRow {
  stage: Stage | null;
  department: Told | null;
}

function short({ row, file, newDepartment }: Planned, names: ReadonlyMap<number, Told>): ShownRow {
  const { department } = file;
  const cutChange = (change: PlannedRow["changes"][number]) => ({
    ...change,
    before: change.before === null ? null : cut(change.before, PREVIEW_LETTERS),
    after: cut(change.after, PREVIEW_LETTERS),
  });
  return {
    ...row,
    stage: file.stage ?? null,
    department: newDepartment?.name ?? (department && "id" in department ? (names.get(department.id) ?? null) : null),
    title: cut(row.title, PREVIEW_LETTERS),
    changes: row.changes.map(cutChange),
    conflicts: row.conflicts.map(cutChange),
  };
}

/** The refused rows as a file: those that were left out, or those of the dry run as it is now. */
export async function refusedRows(
  database: Database,
  actor: Actor,
  id: number,
  reader: Locale,
  today: Day,
): Promise<Uint8Array> {
  const found = await openImport(database, actor, id);
  if (found.status === "done") return refusedRowsOf(database, id);
  const { mapping } = readable(found);
  return withTable(database, found, async (table) => {
    const tally = new Tally();
    await walkPlan(database, actor, table, mapping, today, (planned) => {
      for (const one of planned) tally.add(one);
    });
    return refusedRowsFile(table, tally, reader);
  });
}

/** An import that runs, has run, or has failed. `silent`: no process says that it carries it out. */
export async function runPage(database: Database, actor: Actor, id: number) {
  const found = await openImport(database, actor, id);
  const { status, counts, problem, source, leaveOut, startedAt, finishedAt, fileName } = found;
  const { percent, here } = progressOf(database, found);
  return {
    ...{ status, counts, problem, source, leaveOut, fileName, percent },
    silent: status === "running" && !here,
    startedAt: startedAt?.getTime() ?? null,
    finishedAt: finishedAt?.getTime() ?? null,
  };
}
