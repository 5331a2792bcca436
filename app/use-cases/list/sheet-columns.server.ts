import { currencyDigits, type Minor } from "#app/kernel/money";
import type { SheetCell } from "#app/kernel/sheet";
import type { Speech } from "#app/locales/speech";
import { AI_TYPES, isOffered, SOURCES } from "../content";
import type { CaseRow } from "./list.server";
import type { ListQuery } from "./query";
import { type ColumnName, USUAL_COLUMNS } from "./shown";

export interface SheetColumn {
  header: string;
  cell(row: CaseRow): SheetCell;
}

const text = (said: string | null | undefined): SheetCell => (said ? { text: said } : null);
const number = (value: number | null, digits = 2): SheetCell => (value === null ? null : { number: value, digits });

/** The columns that a view shows, as those of a file: what a cell of the page says in two lines stands in two columns. */
export function sheetColumns(query: ListQuery, speech: Speech): SheetColumn[] {
  const { t, tell, currency } = speech;
  const shown = query.columns ?? USUAL_COLUMNS;
  const unit = currencyDigits(currency);
  const money = (amount: Minor | null): SheetCell => number(amount === null ? null : amount / 10 ** unit, unit);
  const inCurrency = (header: string) => `${header} (${currency})`;
  const of = (name: ColumnName, cell: SheetColumn["cell"], header = t(`list.column.${name}`)) => ({
    name,
    header,
    cell,
  });
  const columns: Record<ColumnName, ReturnType<typeof of>> = {
    reference: of("reference", (row) => text(row.reference)),
    stage: of("stage", ({ stage }) => text(t(stage === null ? "use-cases.stage.unknown" : `use-cases.stage.${stage}`))),
    since: of("since", (row) => (row.stageSince === null ? null : { day: row.stageSince })),
    department: of("department", (row) => text(tell(row.department))),
    owner: of("owner", (row) => text(row.owner)),
    aiType: of("aiType", ({ aiType }) =>
      text(aiType !== null && isOffered(AI_TYPES, aiType) ? t(`use-cases.ai-type.${aiType}`) : aiType),
    ),
    source: of("source", ({ source }) =>
      text(source !== null && isOffered(SOURCES, source) ? t(`use-cases.source.${source}`) : source),
    ),
    campaign: of("campaign", (row) => text(tell(row.campaign))),
    tags: of("tags", (row) => text(row.tags.join(", "))),
    value: of("value", (row) => number(row.value)),
    complexity: of("complexity", (row) => number(row.complexity)),
    npv: of("npv", (row) => money(row.npvMinor), inCurrency(t("list.column.npv"))),
    realised: of("realised", (row) => money(row.realisedMinor), inCurrency(t("list.column.realised"))),
    proven: of("proven", (row) => (row.provenShare === null ? null : { share: row.provenShare })),
    updated: of("updated", (row) => ({ day: new Date(row.updatedAt).toISOString().slice(0, 10) })),
  };
  const title = { header: t("use-cases.field.title"), cell: (row: CaseRow) => text(tell(row.title)) };
  const beside: Partial<Record<ColumnName, ColumnName>> = { department: "owner", realised: "proven" };
  const names = shown.flatMap((name) => {
    const second = beside[name];
    return second && !shown.includes(second) ? [name, second] : [name];
  });
  const inGroups = query.group ? [query.group, ...names.filter((name) => name !== query.group)] : names;
  const reference = shown.includes("reference") ? [] : [columns.reference];
  const [first, ...rest] = inGroups.map((name) => columns[name]);
  const all = [...reference, title, ...rest];
  return first && query.group ? [first, ...all] : [...reference, title, ...(first ? [first] : []), ...rest];
}
