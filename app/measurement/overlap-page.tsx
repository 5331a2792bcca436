import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { RadioGroup, Select } from "#app/ui/choice";
import { NumberField, TextArea, TextField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, FormActions, Hidden } from "#app/ui/form";
import { Notice, PageHeader, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { overlapAddress } from "./overlap-input";
import type { OverlapPage } from "./overlap-page.server";
import { KpiOfCaseCell } from "./overlaps";
import { WHOLE_SHARE } from "./shares";

/** What is said of KPIs that may count one benefit: what each counts, the shares, and whose word it is. */
export function OverlapView(page: OverlapPage) {
  const { t } = useSpeech();
  return (
    <>
      <PageHeader
        crumbs={[{ href: "/kpis/overlaps", label: t("overlaps.title") }]}
        title={t("overlaps.page.title")}
        lead={t("overlaps.page.lead")}
      />
      <Counted {...page} />
      {page.kpis.length > 1 && page.verdicts.length > 0 && <WordForm {...page} />}
      {page.verdicts.length === 0 && <Notice tone="info">{t("overlaps.page.who")}</Notice>}
      <Another {...page} />
      <Said {...page} />
    </>
  );
}

function Counted({ kpis }: OverlapPage) {
  const { t, quarter, money, percent } = useSpeech();
  return (
    <Section title={t("overlaps.counted.title")} lead={t("overlaps.counted.lead")}>
      <DataTable
        caption={t("overlaps.counted.title")}
        hideCaption
        narrow="cards"
        rows={kpis}
        rowKey={({ kpiId }) => kpiId}
        columns={[
          {
            key: "kpi",
            header: t("measurement.kpi"),
            cell: (kpi) => <KpiOfCaseCell kpi={kpi} owner />,
            rowHeader: true,
          },
          {
            key: "report",
            header: t("overlaps.last-report"),
            cell: ({ last }) => last && <a href={`/report/${last.id}`}>{quarter(last.quarter)}</a>,
          },
          { key: "full", header: t("overlaps.full"), cell: ({ last }) => money(last?.full ?? null), numeric: true },
          {
            key: "share",
            header: t("measurement.share"),
            cell: ({ share }) => percent((share ?? WHOLE_SHARE) / WHOLE_SHARE, 2),
            numeric: true,
          },
          {
            key: "counted",
            header: t("overlaps.counts"),
            cell: ({ last }) => money(last?.counted ?? null),
            numeric: true,
          },
        ]}
      />
    </Section>
  );
}

/** Equal shares that add up to 100 %: the first takes what is left over. */
function equalShare(at: number, count: number): number {
  const each = Math.floor(WHOLE_SHARE / count);
  return at === 0 ? WHOLE_SHARE - each * (count - 1) : each;
}

function WordForm({ kpis, quarters, seen, verdicts }: OverlapPage) {
  const { t, tell, quarter } = useSpeech();
  const { field, errors, refusal } = useForm();
  const decides = verdicts.includes("shared");
  const fresh = kpis.some(({ share }) => share === null);
  return (
    <Section
      title={t("overlaps.word.title")}
      lead={decides ? t("overlaps.word.lead") : t("overlaps.word.lead-declare")}
    >
      <form method="post" className="form">
        {refusal && <Notice tone="bad">{refusal}</Notice>}
        <ErrorSummary errors={errors} />
        <Hidden values={{ seen }} />
        <Hidden values={Object.fromEntries(kpis.map(({ kpiId }, at) => [`kpis.${at}.id`, kpiId]))} />
        <RadioGroup
          {...field("verdict", verdicts[0])}
          label={t("overlaps.word.verdict")}
          options={verdicts.map((verdict) => ({
            value: verdict,
            label: t(`overlaps.verdict.${verdict}`),
            hint: t(`overlaps.verdict.${verdict}.hint`),
          }))}
          required
        />
        {decides && (
          <FieldGrid columns={3}>
            {kpis.map((kpi, at) => (
              <NumberField
                key={kpi.kpiId}
                {...field(`kpis.${at}.share`, (fresh ? equalShare(at, kpis.length) : (kpi.share ?? 0)) / 100)}
                label={t("overlaps.word.share", { reference: kpi.reference, kpi: tell(kpi.kpi) })}
                unit="%"
              />
            ))}
            <Select
              {...field("from", quarters.at(-1))}
              label={t("overlaps.word.from")}
              hint={t("overlaps.word.from-hint")}
              options={quarters.map((each) => ({ value: each, label: quarter(each) }))}
            />
          </FieldGrid>
        )}
        <TextArea
          {...field("reason")}
          label={t("measurement.reason")}
          hint={t("overlaps.word.reason-hint")}
          rows={3}
          required
        />
        <FormActions>
          <Button>{t("overlaps.word.submit")}</Button>
        </FormActions>
      </form>
    </Section>
  );
}

/** Sets a KPI of another case beside these: two page loads, and no script. */
function Another({ kpis, others, verdicts }: OverlapPage) {
  const { t, tell } = useSpeech();
  if (verdicts.length === 0) return null;
  const ids = kpis.map(({ kpiId }) => kpiId);
  return (
    <Section id="another" title={t("overlaps.another.title")} lead={t("overlaps.another.lead")}>
      <form method="get" action="#another" className="form">
        {ids.map((id) => (
          <input key={id} type="hidden" name="kpi" value={id} />
        ))}
        <TextField
          name="case"
          label={t("overlaps.another.case")}
          hint={t("overlaps.another.case-hint")}
          value={others?.reference}
          width="short"
          required
        />
        <FormActions>
          <Button variant="quiet">{t("overlaps.another.find")}</Button>
        </FormActions>
      </form>
      {others && others.title === null && (
        <Notice tone="bad">{t("overlaps.another.no-case", { reference: others.reference })}</Notice>
      )}
      {others?.title && others.kpis.length === 0 && <Notice tone="info">{t("overlaps.another.no-kpi")}</Notice>}
      {others && others.kpis.length > 0 && (
        <ul>
          {others.kpis.map(({ id, name }) => (
            <li key={id}>
              <a href={overlapAddress([...ids, id])}>
                {t("overlaps.another.add", { kpi: tell(name), title: tell(others.title) })}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Said({ words }: OverlapPage) {
  const { t, tell, quarter, date } = useSpeech();
  if (words.length === 0) return null;
  return (
    <Section title={t("overlaps.said.title")}>
      <DataTable
        caption={t("overlaps.said.title")}
        hideCaption
        narrow="cards"
        rows={words}
        rowKey={({ id }) => id}
        columns={[
          { key: "on", header: t("overlaps.said.on"), cell: ({ on }) => date(on), rowHeader: true },
          {
            key: "verdict",
            header: t("overlaps.word.verdict"),
            cell: ({ verdict }) => t(`overlaps.verdict.${verdict}`),
          },
          {
            key: "from",
            header: t("overlaps.word.from"),
            cell: ({ fromQuarter }) => (fromQuarter ? quarter(fromQuarter) : "–"),
          },
          { key: "reason", header: t("measurement.reason"), cell: ({ reason }) => tell(reason) },
        ]}
      />
    </Section>
  );
}
