/** Our own file of use cases: what a spreadsheet may change of a case and bring back. */
import type { Day } from "#app/kernel/day";
import type { SheetCell } from "#app/kernel/sheet";
import { fold, LOCALES, type Locale, type Told, tell } from "#app/kernel/told";
import type { Key } from "#app/locales/keys";
import { speechFor } from "#app/locales/speech";
import { AI_TYPES, type CaseContent, isOffered, SOURCES } from "../content";
import type { ToldField } from "../import/fields";
import { parseDay } from "../import/parse-day";
import type { Stage } from "../stages";

/** A case as our file says it. */
export interface OwnCase extends CaseContent {
  id: number;
  reference: string;
  version: number;
  stage: Stage | null;
  stageSince: Day | null;
  externalSource: string | null;
  externalId: string | null;
  authorId: number | null;
}

/** What ids in a case are called. */
export interface OwnNames {
  departments: ReadonlyMap<number, Told>;
  /** Persons' e-mail addresses. */
  people: ReadonlyMap<number, string>;
}

/** How a cell is compared: letter by letter, as a number, as a day, or as a word whose spelling does not matter. */
type Kind = "text" | "number" | "day" | "word";

export const OWN_COLUMNS = {
  reference: { header: "imports.own.reference", kind: "word" },
  version: { header: "imports.own.version", kind: "word" },
  "title.fr": { header: "imports.field.title.fr", kind: "text" },
  "title.en": { header: "imports.field.title.en", kind: "text" },
  "need.fr": { header: "imports.field.need.fr", kind: "text" },
  "need.en": { header: "imports.field.need.en", kind: "text" },
  "expectedBenefit.fr": { header: "imports.field.expectedBenefit.fr", kind: "text" },
  "expectedBenefit.en": { header: "imports.field.expectedBenefit.en", kind: "text" },
  department: { header: "imports.field.department", kind: "word" },
  owner: { header: "imports.own.owner", kind: "word" },
  technicalOwner: { header: "imports.own.technical-owner", kind: "word" },
  coAuthor: { header: "imports.own.co-author", kind: "word" },
  stage: { header: "imports.field.stage", kind: "word" },
  stageSince: { header: "imports.field.stageSince", kind: "day" },
  "affected.fr": { header: "imports.field.affected.fr", kind: "text" },
  "affected.en": { header: "imports.field.affected.en", kind: "text" },
  peopleAffected: { header: "imports.field.peopleAffected", kind: "number" },
  times: { header: "use-cases.field.times", kind: "number" },
  timesPer: { header: "use-cases.field.timesPer", kind: "word" },
  minutesPerTime: { header: "use-cases.field.minutesPerTime", kind: "number" },
  "dataInvolved.fr": { header: "imports.field.dataInvolved.fr", kind: "text" },
  "dataInvolved.en": { header: "imports.field.dataInvolved.en", kind: "text" },
  toolInMind: { header: "use-cases.field.toolInMind", kind: "text" },
  source: { header: "use-cases.field.source", kind: "text" },
  aiType: { header: "imports.field.aiType", kind: "text" },
  country: { header: "imports.field.country", kind: "text" },
} as const satisfies Record<string, { header: Key; kind: Kind }>;

export type OwnColumn = keyof typeof OWN_COLUMNS;
export const OWN_COLUMN_NAMES = Object.keys(OWN_COLUMNS) as OwnColumn[];

const speech = (locale: Locale) => speechFor(locale, "EUR", "UTC");

/** What heads each column. */
export function ownHeader(column: OwnColumn, locale: Locale): string {
  return speech(locale).t(OWN_COLUMNS[column].header);
}

/** The language of a file of ours, by its headers; null where it is none. `whole`: it also says the versions. */
export function ownFile(headers: readonly string[]): { locale: Locale; whole: boolean } | null {
  const said = new Set(headers.map(fold));
  for (const locale of LOCALES) {
    if (!said.has(fold(ownHeader("reference", locale)))) continue;
    return { locale, whole: said.has(fold(ownHeader("version", locale))) };
  }
  return null;
}

/** The text in which a column of texts in two languages says one of them; null for other columns. */
export function toldColumn(column: OwnColumn): { field: ToldField; locale: Locale } | null {
  const [field = "", locale] = column.split(".");
  return locale === "fr" || locale === "en" ? { field: field as ToldField, locale } : null;
}

const text = (said: string | null | undefined): SheetCell => (said ? { text: said } : null);
const count = (value: number | null, digits: number): SheetCell => (value === null ? null : { number: value, digits });

/** A cell of a case, without its version's. */
function cellOfCase(
  useCase: OwnCase,
  column: Exclude<OwnColumn, "version">,
  names: OwnNames,
  locale: Locale,
): SheetCell {
  const { t } = speech(locale);
  const told = toldColumn(column);
  if (told) return text(useCase[told.field]?.[told.locale]);
  const person = (id: number | null) => text(id === null ? null : names.people.get(id));
  switch (column) {
    case "department":
      return text(tell(useCase.departmentId === null ? null : names.departments.get(useCase.departmentId), locale));
    case "owner":
      return person(useCase.ownerId);
    case "technicalOwner":
      return person(useCase.technicalOwnerId);
    case "coAuthor":
      return person(useCase.coAuthorId);
    case "stage":
      return text(useCase.stage && t(`use-cases.stage.${useCase.stage}`));
    case "stageSince":
      return useCase.stageSince === null ? null : { day: useCase.stageSince };
    case "peopleAffected":
      return count(useCase.peopleAffected, 0);
    case "times":
      return count(useCase.times, 10);
    case "minutesPerTime":
      return count(useCase.minutesPerTime, 10);
    case "timesPer":
      return text(useCase.timesPer && t(`use-cases.times-per.${useCase.timesPer}`));
    case "source":
      return text(isOffered(SOURCES, useCase.source) ? t(`use-cases.source.${useCase.source}`) : useCase.source);
    case "aiType":
      return text(isOffered(AI_TYPES, useCase.aiType) ? t(`use-cases.ai-type.${useCase.aiType}`) : useCase.aiType);
    case "reference":
    case "toolInMind":
    case "country":
      return text(useCase[column]);
    default:
      return null;
  }
}

const textOf = (cell: SheetCell): string =>
  cell === null
    ? ""
    : "text" in cell
      ? cell.text
      : "day" in cell
        ? cell.day
        : String("share" in cell ? cell.share : Number(cell.number.toFixed(cell.digits)));

/** The number that a cell says in either language's way; null where it is none. */
export function numberIn(cell: string): number | null {
  const bare = cell.replace(/(?<=\d)[\s\u00A0\u202F'’](?=\d{3}(?!\d))/g, "").replace(",", ".");
  return /^\d{1,15}(\.\d+)?$/.test(bare) ? Number(bare) : null;
}

/** A day as a spreadsheet may have rewritten it: in French the day comes first, in English nobody can tell. */
export const dayIn = (cell: string, locale: Locale): Day | null => parseDay(cell, locale === "fr" ? "dmy" : null);

/** A cell as it is compared: without what files, spreadsheets and programs change by themselves. */
export function compared(column: OwnColumn, cell: string, locale: Locale): string {
  const bare = cell.replaceAll("\0", "").toWellFormed().replace(/\r\n?/g, "\n").trim();
  switch (OWN_COLUMNS[column].kind) {
    case "text":
      return bare;
    case "word":
      return fold(bare);
    case "number":
      return String(numberIn(bare) ?? bare);
    case "day":
      return dayIn(bare, locale) ?? bare;
  }
}

/** What a case's cells say, and what they are compared by. */
export function ownTexts(useCase: OwnCase, names: OwnNames, locale: Locale): Record<OwnColumn, string> {
  const all = OWN_COLUMN_NAMES.map((column) => [
    column,
    column === "version" ? "" : textOf(cellOfCase(useCase, column, names, locale)),
  ]);
  return Object.fromEntries(all);
}

/** FNV-1a over what the cells are compared by, twice from different starts: tells a row that nobody touched, no more. */
function fingerprint(cells: Record<OwnColumn, string>, locale: Locale): string {
  let [one, other] = [0x811c9dc5, 0x9747b28c];
  for (const column of OWN_COLUMN_NAMES) {
    if (column === "version") continue;
    for (const sign of `${compared(column, cells[column], locale)}\u0001`) {
      const code = sign.codePointAt(0) ?? 0;
      one = Math.imul(one ^ code, 0x01000193);
      other = Math.imul(other ^ (code + 0x9e37), 0x01000193);
    }
  }
  return `${(one >>> 0).toString(36)}${(other >>> 0).toString(36)}`;
}

/** The version that a row left with, and by what it is seen whether somebody changed the row since. */
export function versionCell(useCase: OwnCase, names: OwnNames, locale: Locale): string {
  return `v${useCase.version}-${fingerprint(ownTexts(useCase, names, locale), locale)}`;
}

/** What a cell of versions says of its row; null where it is not one of ours. */
export function readVersion(
  cell: string,
  cells: Record<OwnColumn, string>,
  locale: Locale,
): { version: number; untouched: boolean } | null {
  const [, version, print] = /^v(\d{1,12})-([0-9a-z]{2,16})$/.exec(cell.trim()) ?? [];
  return version ? { version: Number(version), untouched: print === fingerprint(cells, locale) } : null;
}

/** A case's row in our file. */
export function ownRow(useCase: OwnCase, names: OwnNames, locale: Locale): SheetCell[] {
  return OWN_COLUMN_NAMES.map((column) =>
    column === "version" ? { text: versionCell(useCase, names, locale) } : cellOfCase(useCase, column, names, locale),
  );
}
