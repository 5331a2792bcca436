import { countryName } from "#app/kernel/country";
import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { Badge } from "#app/ui/mark";
import { FilterBar, SearchField } from "#app/ui/navigation";
import { Empty, PageHeader, Row, Section } from "#app/ui/page";
import { type Column, DataTable, Pager } from "#app/ui/table";
import { isHosting } from "../vendors";
import type { Register } from "./fields";
import type { EntryLine } from "./list.server";
import { KIND_OF, kindsOf, queryText, type RegisterQuery, SHOWN, type Sort } from "./query";
import { optionLabel } from "./words";

export interface RegisterList {
  register: Register;
  query: Omit<RegisterQuery, "after">;
  rows: EntryLine[];
  next: string | null;
  /** The vendor whose models alone are shown. */
  vendor: string | null;
  mayWrite: boolean;
}

/** What the column of days is about. */
const DUE = { vendors: "renewsOn", models: "endOfLifeOn", "data-sets": "reviewOn" } as const;

function columnsOf({ register, query }: RegisterList, speech: ReturnType<typeof useSpeech>): Column<EntryLine>[] {
  const { t, tell, date, number, locale } = speech;
  const sort = (by: Sort): Column<EntryLine>["sort"] => ({
    href: `/registers/${register}${queryText({ ...query, sort: by })}`,
    direction: query.sort === by ? (by === "cases" ? "descending" : "ascending") : null,
  });
  const isModel = register === "models";
  const where = (row: EntryLine) =>
    register === "vendors"
      ? (countryName(row.country, locale) ?? "")
      : [isModel ? null : row.beside, isHosting(row.hosting) ? t(`delivery.hosting.${row.hosting}`) : null]
          .filter(Boolean)
          .join(" · ");
  return [
    {
      key: "name",
      header: t("registers.field.name"),
      cell: (row) => (
        <>
          {row.name} {row.retiredOn && <Badge>{t("registers.retired")}</Badge>}
        </>
      ),
      rowHeader: true,
      sort: sort("name"),
    },
    ...(isModel
      ? [{ key: "vendor", header: t("registers.field.vendorId"), cell: (row: EntryLine) => row.beside ?? "" }]
      : []),
    {
      key: "kind",
      header: t(`registers.field.${KIND_OF[register]}`),
      cell: (row) => (row.kind ? optionLabel(KIND_OF[register], row.kind, speech) : t("desk.unknown")),
    },
    {
      key: "where",
      header: t(register === "vendors" ? "registers.field.country" : "registers.where"),
      cell: (row) => where(row) || t("desk.unknown"),
      hideNarrow: true,
    },
    ...(register === "data-sets"
      ? [
          {
            key: "department",
            header: t("registers.field.departmentId"),
            cell: (row: EntryLine) => tell(row.department) || t("desk.unknown"),
            hideNarrow: true,
          },
        ]
      : []),
    {
      key: "owner",
      header: t("registers.field.ownerId"),
      cell: (row) => row.owner ?? t("registers.nobody"),
      hideNarrow: true,
    },
    { key: "due", header: t(`registers.field.${DUE[register]}`), cell: (row) => date(row.dueOn), sort: sort("due") },
    {
      key: "cases",
      header: t("registers.cases"),
      cell: (row) => number(row.useCases),
      numeric: true,
      sort: sort("cases"),
    },
  ];
}

/** One register: searched, filtered, sorted, a page at a time. */
export function RegisterListView(list: RegisterList) {
  const speech = useSpeech();
  const { t } = speech;
  const { register, query, rows, next, vendor, mayWrite } = list;
  const base = `/registers/${register}`;
  const filtered = query.q !== "" || query.kind !== "" || query.show !== "used" || query.vendor !== null;
  const add = mayWrite && <ButtonLink href={`${base}/new`}>{t(`registers.add.${register}`)}</ButtonLink>;
  return (
    <>
      <PageHeader
        title={t(`registers.of.${register}`)}
        lead={t(`registers.lead.${register}`)}
        crumbs={[{ label: t("registers.title"), href: "/registers" }, { label: t(`registers.of.${register}`) }]}
        actions={
          <Row>
            {rows.length > 0 && add}
            {mayWrite && <ButtonLink href={`${base}/import`}>{t("registers.import")}</ButtonLink>}
            <ButtonLink href={`/registers/${register}.csv`}>{t("registers.export")}</ButtonLink>
          </Row>
        }
      />
      <FilterBar clear={filtered ? base : undefined}>
        <SearchField label={t("registers.search")} value={query.q} />
        <Select
          name="kind"
          label={t(`registers.field.${KIND_OF[register]}`)}
          empty={t("registers.any")}
          value={query.kind}
          options={kindsOf(register).map((kind) => ({
            value: kind,
            label: optionLabel(KIND_OF[register], kind, speech),
          }))}
        />
        <Select
          name="show"
          label={t("registers.show")}
          value={query.show}
          options={SHOWN.map((show) => ({ value: show, label: t(`registers.show.${show}`) }))}
        />
        {query.sort !== "name" && <input type="hidden" name="sort" value={query.sort} />}
        {query.vendor !== null && <input type="hidden" name="vendor" value={query.vendor} />}
      </FilterBar>
      {vendor && <p>{t("registers.models.of", { vendor })}</p>}
      <Section id="entries" keepPlace>
        {rows.length === 0 ? (
          <Empty title={t(filtered ? "registers.none-found" : `registers.empty.${register}`)} action={!filtered && add}>
            {t(
              filtered
                ? "registers.none-found.next"
                : mayWrite
                  ? `registers.begin.${register}`
                  : "registers.none.others",
            )}
          </Empty>
        ) : (
          <DataTable
            caption={t(`registers.of.${register}`)}
            hideCaption
            narrow="cards"
            rows={rows}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `${base}/${id}`}
            columns={columnsOf(list, speech)}
          />
        )}
        <Pager next={next === null ? undefined : `${base}${queryText({ ...query, after: next })}`} />
      </Section>
    </>
  );
}
