import {
  type DepartmentMatch,
  departmentIndex,
  departmentKey,
  type KnownDepartment,
  matchDepartment,
} from "./map-department";
import { mapStage, type StageWord, stageKey } from "./map-stage";
import { columnFor, type Mapping } from "./mapping";
import { cellOf, type Table } from "./table";

/** One spelling of a stage in the file, for the person to confirm or correct. `key` is how a correction names it. */
export interface StageSpelling {
  key: string;
  text: string;
  count: number;
  meaning: StageWord | null;
}

/** One department of the file. */
export interface DepartmentSpelling {
  key: string;
  name: string;
  code: string;
  count: number;
  match: DepartmentMatch;
}

/** Every spelling of a stage, the most frequent first; blanks apart. */
export function stageSpellings(table: Table, mapping: Mapping): { spellings: StageSpelling[]; blank: number } {
  const column = columnFor(table, mapping.columns.stage);
  const byKey = new Map<string, StageSpelling>();
  let blank = 0;
  for (const row of table.rows) {
    const text = cellOf(row, column).trim();
    if (text === "") {
      blank++;
      continue;
    }
    const key = stageKey(text);
    const before = byKey.get(key);
    if (before) before.count++;
    else byKey.set(key, { key, text, count: 1, meaning: mapStage(text, mapping.stages) });
  }
  return { spellings: [...byKey.values()].sort((a, b) => b.count - a.count), blank };
}

/** Every department that the file names, the most frequent first; rows without one apart. */
export function departmentSpellings(
  table: Table,
  mapping: Mapping,
  departments: readonly KnownDepartment[],
): { spellings: DepartmentSpelling[]; blank: number } {
  const names = columnFor(table, mapping.columns.department);
  const codes = columnFor(table, mapping.columns.departmentCode);
  const index = departmentIndex(departments);
  const byKey = new Map<string, DepartmentSpelling>();
  let blank = 0;
  for (const row of table.rows) {
    const name = cellOf(row, names).trim();
    const code = cellOf(row, codes).trim();
    const key = departmentKey(name, code);
    if (key === "") {
      blank++;
      continue;
    }
    const before = byKey.get(key);
    if (before) before.count++;
    else byKey.set(key, { key, name, code, count: 1, match: matchDepartment(name, code, index, mapping) });
  }
  return { spellings: [...byKey.values()].sort((a, b) => b.count - a.count), blank };
}
