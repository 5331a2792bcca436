import { useForm } from "#app/answer";
import type { Told } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { AmountField, DateField, TextArea, TextField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, FormActions, Hidden } from "#app/ui/form";
import { Badge } from "#app/ui/mark";
import { Disclosure, Empty, Notice, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { RATE_COLUMNS, type RateFault } from "./rate-input";
import { RATE_KINDS, type Rate } from "./rates";
import type { MovedCase } from "./rates.server";
import { useRate } from "./written-rate";

export interface RatesPage {
  rates: Rate[];
  /** The ids of the values that hold today. */
  held: number[];
  departments: { id: number; name: Told }[];
  moved: MovedCase[];
  today: string;
}

function Table({ rates, held, departments, today }: RatesPage) {
  const { t, tell, date } = useSpeech();
  const said = useRate();
  const department = (id: number | null) => departments.find((each) => each.id === id)?.name;
  return (
    <DataTable
      caption={t("business-cases.rates.title")}
      hideCaption
      narrow="cards"
      rows={rates}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          header: t("business-cases.rates.name"),
          rowHeader: true,
          cell: ({ name, departmentId }) =>
            departmentId ? `${tell(name)} · ${tell(department(departmentId))}` : tell(name),
        },
        { key: "code", header: t("business-cases.rates.code"), cell: ({ code }) => code },
        {
          key: "kind",
          header: t("business-cases.rates.kind"),
          cell: ({ kind }) => t(`business-cases.rates.kind.${kind}`),
        },
        { key: "price", header: t("business-cases.rates.price"), numeric: true, cell: (rate) => said(rate) },
        {
          key: "from",
          header: t("business-cases.rates.valid-from"),
          cell: ({ id, validFrom }) => (
            <>
              {id === 0 ? t("business-cases.rates.usual") : date(validFrom)}{" "}
              {held.includes(id) ? (
                <Badge tone="good">{t("business-cases.rates.held")}</Badge>
              ) : (
                validFrom > today && <Badge>{t("business-cases.rates.coming")}</Badge>
              )}
            </>
          ),
        },
        { key: "source", header: t("business-cases.rates.source"), cell: ({ source }) => tell(source) },
      ]}
    />
  );
}

function SetRate({ departments, today }: RatesPage) {
  const { t, tell } = useSpeech();
  const { field, errors, refusal } = useForm("set");
  return (
    <form method="post" className="form">
      <Hidden values={{ intent: "set" }} />
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <ErrorSummary errors={errors} />
      <FieldGrid columns={3}>
        <TextField
          {...field("code", "")}
          label={t("business-cases.rates.code")}
          hint={t("business-cases.rates.code.hint")}
          required
        />
        <Select
          {...field("kind", "hourly-cost")}
          label={t("business-cases.rates.kind")}
          options={RATE_KINDS.map((kind) => ({ value: kind, label: t(`business-cases.rates.kind.${kind}`) }))}
        />
        <Select
          {...field("department", "")}
          label={t("business-cases.rates.department")}
          hint={t("business-cases.rates.department.hint")}
          options={[
            { value: "", label: t("business-cases.rates.department.all") },
            ...departments.map(({ id, name }) => ({ value: String(id), label: tell(name) })),
          ]}
        />
        <TextField {...field("nameFr", "")} label={t("business-cases.rates.name-fr")} />
        <TextField {...field("nameEn", "")} label={t("business-cases.rates.name-en")} />
        <AmountField
          {...field("price", "")}
          label={t("business-cases.rates.price")}
          hint={t("business-cases.rates.price.hint")}
          required
        />
        <TextField
          {...field("unitFr", "")}
          label={t("business-cases.rates.unit-fr")}
          hint={t("business-cases.rates.unit.hint")}
        />
        <TextField {...field("unitEn", "")} label={t("business-cases.rates.unit-en")} />
        <DateField {...field("validFrom", today)} label={t("business-cases.rates.valid-from")} required />
        <TextField
          {...field("sourceFr", "")}
          label={t("business-cases.rates.source-fr")}
          hint={t("business-cases.rates.source.hint")}
        />
        <TextField {...field("sourceEn", "")} label={t("business-cases.rates.source-en")} />
      </FieldGrid>
      <FormActions>
        <Button>{t("business-cases.rates.set")}</Button>
      </FormActions>
    </form>
  );
}

function ImportRates({ faults }: { faults: readonly RateFault[] }) {
  const { t } = useSpeech();
  const { field, errors, refusal } = useForm("import");
  return (
    <form method="post" className="form">
      <Hidden values={{ intent: "import" }} />
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      {faults.length > 0 && (
        <Notice tone="bad">
          <p>{t("business-cases.rates.import.none")}</p>
          <ul>
            {faults.slice(0, 20).map(({ line, key, values }) => (
              <li key={`${line} ${key}`}>
                {t("business-cases.rates.import.line", { line, value: values.value ?? "", sentence: t(key, values) })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <TextArea
        {...field("csv", "")}
        label={t("business-cases.rates.import.csv")}
        hint={t("business-cases.rates.import.hint", { columns: RATE_COLUMNS.join(", ") })}
        rows={8}
        error={errors.csv}
        required
      />
      <FormActions>
        <Button>{t("business-cases.rates.import.do")}</Button>
      </FormActions>
    </form>
  );
}

function MovedCases({ moved }: { moved: readonly MovedCase[] }) {
  const { t, tell, list } = useSpeech();
  const said = useRate();
  return (
    <Section title={t("business-cases.rates.moved")} lead={t("business-cases.rates.moved.lead")}>
      {moved.length === 0 ? (
        <p>{t("business-cases.rates.moved.none")}</p>
      ) : (
        <DataTable
          caption={t("business-cases.rates.moved")}
          hideCaption
          narrow="cards"
          rows={moved}
          rowKey={({ reference }) => reference}
          rowHref={({ reference }) => `/use-cases/${reference}/business-case`}
          columns={[
            {
              key: "case",
              header: t("business-cases.rates.moved.case"),
              rowHeader: true,
              cell: ({ reference, title }) => `${reference} · ${tell(title)}`,
            },
            {
              key: "lines",
              header: t("business-cases.lines.label"),
              cell: (row) =>
                list(
                  row.moved.map(({ line, rate, was }) =>
                    t("business-cases.rates.moved.line", { line: tell(line), was: said(rate, was), now: said(rate) }),
                  ),
                ),
            },
          ]}
        />
      )}
    </Section>
  );
}

/** The central table of reference rates: what holds, what comes, what they would move, and two ways to set them. */
export function RatesView(props: RatesPage & { faults: readonly RateFault[] }) {
  const { t } = useSpeech();
  const { rates, moved, faults } = props;
  return (
    <>
      <Section title={t("business-cases.rates.values")}>
        {rates.length === 0 ? (
          <Empty title={t("business-cases.rates.none")}>{t("business-cases.rates.none.next")}</Empty>
        ) : (
          <Table {...props} />
        )}
      </Section>
      <MovedCases moved={moved} />
      <Section title={t("business-cases.rates.new")} lead={t("business-cases.rates.new.lead")}>
        <SetRate {...props} />
        <Disclosure summary={t("business-cases.rates.import")} open={faults.length > 0}>
          <ImportRates faults={faults} />
        </Disclosure>
      </Section>
    </>
  );
}
