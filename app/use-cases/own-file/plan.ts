import type { Day } from "#app/kernel/day";
import type { Locale } from "#app/kernel/told";
import { fold, LOCALES } from "#app/kernel/told";
import type { Key } from "#app/locales/keys";
import { speechFor } from "#app/locales/speech";
import { AI_TYPES, type CaseContent, CONTENT_LIMITS, contentOf, SOURCES, submissionFacts, TIMES_PER } from "../content";
import { missingAt } from "../gates";
import type { Change } from "../import/compare";
import { departmentIndex, type KnownDepartment } from "../import/map-department";
import { FILE_STAGES, mapStage } from "../import/map-stage";
import type { Planned } from "../import/plan";
import { type Said, say } from "../import/said";
import { type Column, cellOf, type Row, type Table } from "../import/table";
import type { Stage } from "../stages";
import {
  compared,
  dayIn,
  numberIn,
  OWN_COLUMN_NAMES,
  type OwnCase,
  type OwnColumn,
  type OwnNames,
  ownHeader,
  ownTexts,
  readVersion,
  toldColumn,
} from "./columns";

/** What a row of our own file changes in its case. */
export interface OwnChange {
  before: OwnCase;
  content: CaseContent;
  stage: Stage | null;
  stageSince: Day | null;
}

export interface OwnPlanned extends Planned {
  own: OwnChange | null;
}

/** What rows are read against. */
export interface OwnKnown {
  departments: readonly KnownDepartment[];
  /** Persons by e-mail, in lower case. */
  peopleByEmail: ReadonlyMap<string, number>;
  names: OwnNames;
  /** Whether whoever brings the file may change this case: what no register holds is edited as on its page. */
  mayChange(useCase: OwnCase): boolean;
}

export interface OwnPlanner {
  size: number;
  referencesOf(start: number, end: number): string[];
  plan(start: number, end: number, cases: ReadonlyMap<string, OwnCase>): Generator<OwnPlanned>;
}

/** Plans a file of ours: each row is compared with the case that it left as, and only what was changed in it is taken. */
export function ownPlanner(table: Table, locale: Locale, known: OwnKnown): OwnPlanner {
  const columns = new Map<OwnColumn, Column>();
  for (const name of OWN_COLUMN_NAMES) {
    const header = fold(ownHeader(name, locale));
    const column = table.columns.find((one) => fold(one.name) === header);
    if (column) columns.set(name, column);
  }
  const departments = departmentIndex(known.departments);
  const lineOf = new Map<string, number>();
  const cell = (row: Row, name: OwnColumn) => cellOf(row, columns.get(name));
  const referenceOf = (row: Row) => cell(row, "reference").trim().toUpperCase();
  for (const row of table.rows) if (!lineOf.has(referenceOf(row))) lineOf.set(referenceOf(row), row.line);

  function planRow(row: Row, cases: ReadonlyMap<string, OwnCase>): OwnPlanned {
    const reference = referenceOf(row);
    const problems: Said[] = [];
    const useCase = cases.get(reference);
    const cells = Object.fromEntries(OWN_COLUMN_NAMES.map((name) => [name, cell(row, name)])) as Record<
      OwnColumn,
      string
    >;
    const started = readVersion(cells.version, cells, locale);
    const first = lineOf.get(reference);
    if (reference === "") problems.push(say("imports.own.no-reference"));
    else if (!useCase) problems.push(say("imports.own.unknown", { reference }));
    else if (first !== undefined && first !== row.line) {
      problems.push(say("imports.own.twice", { reference, line: first }));
    } else if (started === null) problems.push(say("imports.own.no-version", { reference }));
    if (!useCase || !started || problems.length > 0) return planned(row, reference, useCase, { problems });
    const now = ownTexts(useCase, known.names, locale);
    const changed = [...columns.keys()].filter(
      (name) =>
        name !== "version" &&
        name !== "reference" &&
        compared(name, cells[name], locale) !== compared(name, now[name], locale),
    );
    const changes = changed.map((name) => changeOf(name, now[name], cells[name]));
    if (changed.length === 0) return planned(row, reference, useCase, {});
    if (started.version !== useCase.version) {
      // Untouched in the file, it only stayed behind what was changed here.
      return planned(row, reference, useCase, started.untouched ? {} : { conflicts: changes });
    }
    if (!known.mayChange(useCase)) problems.push(say("imports.own.not-yours", { reference }));
    const own = takeOver(useCase, changed, cells, problems);
    return planned(row, reference, useCase, problems.length > 0 ? { problems } : { changes, own });
  }

  function changeOf(name: OwnColumn, before: string, after: string): Change {
    return {
      field: "extra",
      header: ownHeader(name, locale),
      before: before || null,
      after: after.trim(),
      stage: name === "stage",
    };
  }

  function takeOver(
    useCase: OwnCase,
    changed: readonly OwnColumn[],
    cells: Record<OwnColumn, string>,
    problems: Said[],
  ): OwnChange {
    const content: CaseContent = structuredClone(contentOf(useCase));
    const taken: OwnChange = { before: useCase, content, stage: useCase.stage, stageSince: useCase.stageSince };
    if (useCase.stage === "merged") problems.push(say("imports.own.merged", { reference: useCase.reference }));
    for (const name of changed) {
      const said = cells[name].replace(/\r\n?/g, "\n").trim();
      const not = (key: Key) => problems.push(say(key, { column: ownHeader(name, locale), text: said.slice(0, 80) }));
      const told = toldColumn(name);
      if (told) {
        const most = told.field === "title" ? CONTENT_LIMITS.title : CONTENT_LIMITS.text;
        if (said.length > most)
          problems.push(say("imports.row.text-too-long", { column: ownHeader(name, locale), most }));
        const next = { ...content[told.field] };
        if (said === "") delete next[told.locale];
        else next[told.locale] = told.field === "title" ? said.replace(/\s+/g, " ") : said;
        const nothing = !next.fr && !next.en;
        if (told.field === "title") content.title = next;
        else content[told.field] = nothing ? null : next;
      } else takeCell(name, said, taken, not);
    }
    if (!content.title.fr && !content.title.en) problems.push(say("imports.own.no-title"));
    const lacked = missingAt("submitted", submissionFacts(useCase, true));
    const lacks = missingAt("submitted", submissionFacts(content, true)).filter((one) => !lacked.includes(one));
    // What could not be read was not emptied: that it could not is said already.
    if (useCase.stage !== "draft" && lacks.length > 0 && problems.length === 0) {
      problems.push(say("use-cases.refusal.hollow", { missing: lacks.length }));
    }
    return taken;
  }

  function takeCell(name: OwnColumn, said: string, taken: OwnChange, not: (key: Key) => void): void {
    const { content, before } = taken;
    const number = (most: number): number | null => {
      if (said === "") return null;
      const read = numberIn(said);
      if (read === null || read > most) not("imports.own.no-number");
      return read;
    };
    const person = (): number | null => {
      if (said === "") return null;
      const id = known.peopleByEmail.get(said.toLowerCase());
      if (id === undefined) not("imports.own.no-person");
      return id ?? null;
    };
    const word = (most: number): string | null => {
      if (said.length > most) not("imports.own.long-word");
      return said || null;
    };
    if (name === "department") {
      const id = departments.get(fold(said));
      if (said && id === undefined) not("imports.own.no-department");
      content.departmentId = id ?? null;
    } else if (name === "owner") content.ownerId = person();
    else if (name === "technicalOwner") content.technicalOwnerId = person();
    else if (name === "coAuthor") content.coAuthorId = person();
    else if (name === "peopleAffected") {
      content.peopleAffected = number(CONTENT_LIMITS.people);
      if (!Number.isInteger(content.peopleAffected ?? 0)) not("imports.own.no-number");
    } else if (name === "times") content.times = number(100_000);
    else if (name === "minutesPerTime") content.minutesPerTime = number(100_000);
    else if (name === "timesPer") {
      content.timesPer = offered(TIMES_PER, said, (one, t) => t(`use-cases.times-per.${one}`));
      if (said && content.timesPer === null) not("imports.own.no-choice");
    } else if (name === "source") {
      content.source = offered(SOURCES, said, (one, t) => t(`use-cases.source.${one}`));
      if (said && content.source === null) not("imports.own.no-choice");
    } else if (name === "aiType") {
      content.aiType = offered(AI_TYPES, said, (one, t) => t(`use-cases.ai-type.${one}`)) ?? word(CONTENT_LIMITS.word);
    } else if (name === "country") content.country = word(CONTENT_LIMITS.word);
    else if (name === "toolInMind") content.toolInMind = word(CONTENT_LIMITS.tool);
    // Its own register could say so, too; every other case moves through its gates.
    else if (before.externalSource === null) not("imports.own.stage");
    else if (name === "stage") {
      taken.stage = mapStage(said, {})?.stage ?? null;
      if (taken.stage === null || !FILE_STAGES.some((stage) => stage === taken.stage)) not("imports.own.no-stage");
    } else if (name === "stageSince") {
      taken.stageSince = said === "" ? null : dayIn(said, locale);
      if (said && taken.stageSince === null) not("imports.own.no-day");
    }
  }

  return {
    size: table.rows.length,
    referencesOf: (start, end) => table.rows.slice(start, end).map(referenceOf).filter(Boolean),
    *plan(start, end, cases) {
      for (const row of table.rows.slice(start, end)) yield planRow(row, cases);
    },
  };
}

type Translate = ReturnType<typeof speechFor>["t"];

/** The value that a word means, in either language or as the API says it. */
function offered<const Value extends string>(
  values: readonly Value[],
  said: string,
  name: (value: Value, t: Translate) => string,
): Value | null {
  const word = fold(said);
  const spellings = LOCALES.map((locale) => speechFor(locale, "EUR", "UTC").t);
  return values.find((one) => fold(one) === word || spellings.some((t) => fold(name(one, t)) === word)) ?? null;
}

interface Outcome {
  problems?: Said[];
  changes?: Change[];
  conflicts?: Change[];
  own?: OwnChange;
}

function planned(row: Row, reference: string, useCase: OwnCase | undefined, outcome: Outcome): OwnPlanned {
  const { problems = [], changes = [], conflicts = [], own = null } = outcome;
  const title = useCase?.title.fr ?? useCase?.title.en ?? "";
  const stale: Said[] = conflicts.length > 0 ? [say("imports.own.stale", { reference })] : [];
  return {
    row: {
      line: row.line,
      act: problems.length > 0 ? "refuse" : changes.length > 0 ? "change" : "unchanged",
      externalId: useCase?.externalId ?? "",
      title,
      useCase: useCase ? { id: useCase.id, reference: useCase.reference } : null,
      alike: null,
      changes,
      conflicts,
      problems,
      remarks: stale,
    },
    changes,
    untaken: conflicts,
    file: { extra: {} },
    existing: null,
    newDepartment: null,
    own,
  };
}
