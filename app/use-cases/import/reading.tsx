import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { NumberField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, FormActions, Hidden } from "#app/ui/form";
import { DescriptionList } from "#app/ui/listing";
import { Disclosure, Notice, Row, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { StepRefusal } from "./frame";
import { ENCODINGS, SEPARATOR_NAMES, type SeparatorName } from "./read-options";
import type { Said } from "./said";

interface Seen {
  format: "csv" | "xlsx" | "json";
  encoding: string | null;
  separator: SeparatorName | null;
  sheet: string | null;
  sheets: string[];
  headerLine: number;
  rows: number;
  columns: string[];
  notices: Said[];
  preview: { line: number; cells: string[] }[];
}

export interface ReadingModel {
  version: number;
  reading: { encoding?: string; separator: SeparatorName | null; sheet?: string; headerLine?: number };
  problem: Said | null;
  table: Seen | null;
}

/** How the file was read, and its first rows. */
export function ReadingView({ model, id }: { model: ReadingModel; id: number }) {
  const { t } = useSpeech();
  const { table, problem } = model;
  return (
    <>
      <StepRefusal />
      {problem && (
        <Notice tone="bad" title={t("imports.reading.failed")}>
          {t(problem.key, problem.values)}
        </Notice>
      )}
      {table && <Facts table={table} />}
      <Corrections model={model} id={id} />
      {table && (
        <>
          <Section title={t("imports.preview")} lead={t("imports.preview.lead")}>
            <DataTable
              caption={t("imports.preview")}
              hideCaption
              wide
              rows={table.preview}
              rowKey={({ line }) => line}
              columns={[
                { key: "line", header: t("imports.line"), cell: ({ line }) => line, numeric: true, rowHeader: true },
                ...table.columns.map((name, at) => ({
                  key: `column-${at}`,
                  header: name,
                  cell: ({ cells }: Seen["preview"][number]) => cells[at] ?? "",
                })),
              ]}
            />
          </Section>
          <Row>
            <ButtonLink variant="primary" href={`/import/${id}/columns`}>
              {t("imports.to-columns")}
            </ButtonLink>
          </Row>
        </>
      )}
    </>
  );
}

function Facts({ table }: { table: Seen }) {
  const { t, number } = useSpeech();
  const items = [
    { term: t("imports.rows"), value: number(table.rows) },
    { term: t("imports.columns"), value: number(table.columns.length) },
    ...(table.format === "json" ? [] : [{ term: t("imports.header-line"), value: number(table.headerLine) }]),
    ...(table.encoding ? [{ term: t("imports.encoding"), value: table.encoding }] : []),
    ...(table.separator ? [{ term: t("imports.separator"), value: t(`imports.separator.${table.separator}`) }] : []),
    ...(table.sheet ? [{ term: t("imports.sheet"), value: table.sheet }] : []),
  ];
  return (
    <Section title={t("imports.reading")}>
      {table.notices.length > 0 && (
        <Notice tone="info" title={t("imports.notices")}>
          <ul>
            {table.notices.map(({ key, values }) => (
              <li key={key}>{t(key, values)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <DescriptionList items={items} columns={3} />
    </Section>
  );
}

function Corrections({ model: { version, reading, table, problem }, id }: { model: ReadingModel; id: number }) {
  const { t } = useSpeech();
  const { field, errors } = useForm();
  const { format = "csv" } = table ?? {};
  return (
    <Disclosure summary={t("imports.reading.correct")} open={problem !== null || Object.keys(errors).length > 0}>
      <form method="post" action={`/import/${id}?index`} className="form">
        <ErrorSummary errors={errors} />
        <Hidden values={{ version, intent: "reading" }} />
        <FieldGrid columns={2}>
          {format !== "json" && (
            <NumberField
              {...field("headerLine", reading.headerLine)}
              label={t("imports.header-line")}
              hint={table ? t("imports.found", { what: table.headerLine }) : undefined}
            />
          )}
          {format !== "xlsx" && (
            <Select
              {...field("encoding", reading.encoding)}
              label={t("imports.encoding")}
              empty={t("imports.find-out")}
              options={ENCODINGS.map((value) => ({ value, label: value }))}
              hint={table?.encoding ? t("imports.found", { what: table.encoding }) : undefined}
            />
          )}
          {format === "csv" && (
            <Select
              {...field("separator", reading.separator)}
              label={t("imports.separator")}
              empty={t("imports.find-out")}
              options={SEPARATOR_NAMES.map((value) => ({ value, label: t(`imports.separator.${value}`) }))}
            />
          )}
          {table && table.sheets.length > 1 && (
            <Select
              {...field("sheet", reading.sheet ?? table.sheet)}
              label={t("imports.sheet")}
              options={table.sheets.map((value) => ({ value, label: value }))}
            />
          )}
        </FieldGrid>
        <FormActions>
          <Button variant="quiet">{t("imports.reading.again")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}
