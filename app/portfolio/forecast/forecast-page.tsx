import { useForm } from "#app/answer";
import type { Minor } from "#app/kernel/money";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { AmountField } from "#app/ui/field";
import { Figure, FigureGrid, Formula } from "#app/ui/figure";
import { ErrorSummary, FormActions, Hidden } from "#app/ui/form";
import { FilterBar } from "#app/ui/navigation";
import { Disclosure, Notice, PageHeader, Prose, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { drill } from "../filters";
import { forecastAddress } from "./forecast-address";
import { CasesAhead } from "./forecast-cases";
import { Bridge, ByQuarter } from "./forecast-charts";
import type { ForecastAnswer } from "./read-forecast.server";

type Props = ForecastAnswer & { maySet: boolean; mayCalibrate: boolean };

/** What a year has brought, what the rest of it is expected to bring and why, and what its target asks for. */
export function ForecastView(answer: Props) {
  const { t, tell } = useSpeech();
  const { year, departmentId, departments, years, maySet, mayCalibrate } = answer;
  return (
    <>
      <PageHeader
        title={t("forecast.of", { year: String(year) })}
        lead={t("forecast.lead")}
        crumbs={[
          { label: t("portfolio.dashboard"), href: drill("", { departmentId }) },
          { label: t("forecast.title") },
        ]}
        actions={mayCalibrate && <ButtonLink href="/calibration">{t("forecast.calibration")}</ButtonLink>}
      />
      <FilterBar clear={departmentId === null ? null : forecastAddress({ year })}>
        <Select
          name="year"
          label={t("forecast.year")}
          value={String(year)}
          width="short"
          options={years.map((of) => ({ value: String(of), label: String(of) }))}
        />
        <Select
          name="department"
          label={t("measurement.department")}
          empty={t("measurement.all-departments")}
          value={departmentId === null ? "" : String(departmentId)}
          options={departments.map(({ id, name }) => ({ value: String(id), label: tell(name) }))}
        />
      </FilterBar>
      <Whole {...answer} />
      <TargetWords {...answer} />
      {maySet && departmentId !== 0 && <TargetForm key={`${year} ${departmentId}`} {...answer} />}
      <ByQuarter {...answer} />
      <Bridge {...answer} />
      <ByStage {...answer} />
      <CasesAhead {...answer} />
      <How {...answer} />
    </>
  );
}

function Whole({ year, departmentId, realised, rest, whole, quarters, needed, target }: Props) {
  const { t, money, shortMoney, quarter: say } = useSpeech();
  const between = (low: Minor, high: Minor) => t("forecast.between", { low: shortMoney(low), high: shortMoney(high) });
  const cases = `${forecastAddress({ year, departmentId })}#cases`;
  return (
    <FigureGrid label={t("forecast.title")}>
      <Figure
        size="large"
        label={t("forecast.whole")}
        value={shortMoney(whole.expected)}
        title={money(whole.expected)}
        comparison={between(whole.low, whole.high)}
        formula={
          <Formula
            expression={t("forecast.formula.whole")}
            inputs={[
              ...quarters.map((each) => ({
                name: t("forecast.realised-in", { quarter: say(each.quarter) }),
                value: money(each.realised),
                href: drill("reports", { quarter: each.quarter, departmentId }),
              })),
              { name: t("forecast.rest"), value: money(rest.expected), href: cases },
            ]}
          />
        }
      />
      <Figure size="large" label={t("forecast.realised")} value={shortMoney(realised)} title={money(realised)} />
      <Figure
        size="large"
        label={t("forecast.rest")}
        value={shortMoney(rest.expected)}
        title={money(rest.expected)}
        href={cases}
        comparison={between(rest.low, rest.high)}
      />
      <Figure
        size="large"
        label={t("forecast.target")}
        value={shortMoney(target?.amount ?? null)}
        title={money(target?.amount ?? null)}
        comparison={
          needed &&
          t(needed.gap > 0 ? "forecast.short" : "forecast.beyond", {
            amount: shortMoney(Math.abs(needed.gap) as Minor),
          })
        }
      />
    </FigureGrid>
  );
}

/** What the target asks for, in sentences. */
function TargetWords({ needed, year, quarters, current, departmentId, maySet }: Props) {
  const { t, money, percent } = useSpeech();
  if (!needed) return maySet && departmentId !== 0 ? null : <p className="hint">{t("forecast.no-target")}</p>;
  const { target, gap, outlook, share, expectedShare } = needed;
  const open = quarters.filter((each) => !each.closed && each.quarter >= current).length;
  const values = { target: money(target), gap: money(Math.abs(gap) as Minor), year: String(year) };
  return (
    <Notice
      tone={outlook === "likely" ? "good" : outlook === "open" ? "info" : "warning"}
      title={t(`forecast.outlook.${outlook}`, values)}
    >
      {gap > 0 && (
        <p>
          {share === null || expectedShare === null
            ? t("forecast.needs.nothing-ahead", values)
            : t("forecast.needs.share", {
                ...values,
                share: percent(share, 0),
                expected: percent(expectedShare, 0),
              })}{" "}
          {open > 0 && t("forecast.needs.per-quarter", { amount: money(Math.ceil(gap / open) as Minor), count: open })}
        </p>
      )}
    </Notice>
  );
}

function TargetForm({ year, departmentId, target }: Props) {
  const { t } = useSpeech();
  const form = useForm();
  return (
    <Disclosure summary={t("forecast.target.set")} open={form.rejection !== undefined}>
      <form method="post" action={forecastAddress({ year, departmentId })} className="form">
        <p className="hint">{t("forecast.target.hint")}</p>
        <ErrorSummary errors={form.errors} />
        <Hidden values={{ year, departmentId: departmentId ?? "", version: target?.version ?? 0 }} />
        <AmountField
          {...form.field("amount")}
          amount={target?.amount ?? null}
          label={t("forecast.target.of", { year: String(year) })}
        />
        <FormActions>
          <Button>{t("desk.save")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}

function ByStage({ year, departmentId, byStage, bridge }: Props) {
  const { t, number, money, percent } = useSpeech();
  return (
    <Section title={t("forecast.by-stage")} lead={t("forecast.by-stage.lead")}>
      <DataTable
        caption={t("forecast.by-stage")}
        hideCaption
        totals
        rows={byStage}
        rowKey={(row) => row.stage}
        rowHref={(row) => `${forecastAddress({ year, departmentId, stage: row.stage })}#cases`}
        empty={t("forecast.nothing-ahead")}
        columns={[
          {
            key: "stage",
            header: t("portfolio.stage"),
            cell: (row) => t(`use-cases.stage.${row.stage}`),
            rowHeader: true,
          },
          {
            key: "cases",
            header: t("portfolio.count"),
            cell: (row) => number(row.cases),
            numeric: true,
            total: number(byStage.reduce((sum, row) => sum + row.cases, 0)),
          },
          {
            key: "chance",
            header: t("forecast.chance"),
            cell: (row) => percent(row.chance, 0),
            numeric: true,
          },
          {
            key: "promised",
            header: t("forecast.promised"),
            cell: (row) => money(row.promised),
            numeric: true,
            total: money(bridge.promised),
          },
          {
            key: "expected",
            header: t("forecast.expected"),
            cell: (row) => money(row.expected),
            numeric: true,
            total: money(bridge.expected),
          },
        ]}
      />
    </Section>
  );
}

/** The rules behind it, with the numbers of this house. */
function How({ portfolio, k }: Props) {
  const { t, percent, number } = useSpeech();
  return (
    <Section title={t("forecast.how")}>
      <Prose>
        <p>{t("forecast.how.expected")}</p>
        <p>{t("forecast.how.share", { k: number(k, 1) })}</p>
        <p>
          {portfolio
            ? t("forecast.how.portfolio", { count: portfolio.cases, mean: percent(portfolio.mean, 0) })
            : t("forecast.how.no-portfolio")}
        </p>
        <p>{t("forecast.how.range")}</p>
        <p>
          <a href="/prioritise/filters">{t("forecast.how.chances")}</a>
        </p>
      </Prose>
    </Section>
  );
}
