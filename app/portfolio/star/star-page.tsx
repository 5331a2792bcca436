import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink } from "#app/ui/button";
import { Code } from "#app/ui/code";
import { PageHeader, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { STAR_COLUMNS, STAR_FORMATS, STAR_TABLE_NAMES, STAR_TABLES } from "./star";

const EXAMPLE = `select v.quarter,
       sum(v.realised_minor) / 100 as realised,
       sum(v.realised_minor) filter (e.proven) / 100 as proven
from 'fact_value.parquet' v
join 'dim_evidence.parquet' e using (evidence)
group by v.quarter order by v.quarter`;

/** The star's files, and what each of their columns holds. */
export function StarView() {
  const { t } = useSpeech();
  return (
    <>
      <PageHeader
        title={t("star.title")}
        lead={t("star.lead")}
        crumbs={[{ label: t("portfolio.dashboard"), href: "/dashboard" }, { label: t("star.title") }]}
        actions={STAR_FORMATS.map((format) => (
          <ButtonLink key={format} href={`/dashboard/star.zip?format=${format}`}>
            {t(`star.take.${format}`)}
          </ButtonLink>
        ))}
      />
      <p>{t("star.take.lead")}</p>
      <p>{t("star.relations")}</p>
      <p>{t("star.example")}</p>
      <Code label={t("star.example")}>{EXAMPLE}</Code>
      {STAR_TABLE_NAMES.map((table) => (
        <Section key={table} title={table} lead={t(`star.table.${table}`)}>
          <DataTable
            caption={t("star.table.caption", { table })}
            hideCaption
            rows={STAR_TABLES[table].columns}
            rowKey={(column) => column}
            columns={[
              { key: "column", header: t("star.column"), cell: (column) => <code>{column}</code>, rowHeader: true },
              { key: "type", header: t("star.type"), cell: (column) => t(`star.type.${STAR_COLUMNS[column]}`) },
              { key: "meaning", header: t("star.meaning"), cell: (column) => t(`star.column.${column}`) },
            ]}
          />
        </Section>
      ))}
    </>
  );
}
