import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink } from "#app/ui/button";
import { Figure, FigureGrid } from "#app/ui/figure";
import { DescriptionList } from "#app/ui/listing";
import { Badge, Meter, Sparkline } from "#app/ui/mark";
import { Disclosure, Panel, Row } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { KpiView } from "./case-kpis.server";
import { EvidenceMark, ReviewBadge } from "./evidence-mark";
import { overlapAddress } from "./overlap-input";
import { RealisedFormula } from "./realised-formula";
import { WHOLE_SHARE } from "./shares";

export interface KpiPanelProps {
  kpi: KpiView;
  editHref: string | null;
  /** Quarters whose figures are frozen. */
  closed: readonly string[];
}

/** One KPI of a case: where it stands against its target, what it brought, and every value behind that. */
export function KpiPanel({ kpi, editHref, closed }: KpiPanelProps) {
  const { t, tell, number, shortMoney, money, quarter, percent } = useSpeech();
  const { latest, unit } = kpi;
  const withUnit = (value: number | null) => (value === null ? number(null) : `${number(value)} ${unit}`);
  return (
    <Panel
      title={tell(kpi.name)}
      actions={editHref && <ButtonLink href={editHref}>{t("desk.edit")}</ButtonLink>}
      tone={latest?.broken ? "bad" : "neutral"}
    >
      <Row>
        {kpi.isGuardrail && (
          <Badge tone={latest?.broken ? "bad" : "accent"}>
            {t(latest?.broken ? "measurement.guardrail.broken" : "measurement.guardrail")}
          </Badge>
        )}
        {kpi.valuePerUnitMinor === null && <Badge>{t("measurement.not-money")}</Badge>}
        <span>{t("measurement.owner-is", { name: kpi.owner })}</span>
        {kpi.valuePerUnitMinor !== null && (
          <a href={overlapAddress([kpi.id])}>{t("overlaps.of-kpi", { share: percent(kpi.share / WHOLE_SHARE, 2) })}</a>
        )}
        {kpi.toReport && (
          <a href={`/report?quarter=${kpi.toReport}`}>
            {t("measurement.still-due", { quarter: quarter(kpi.toReport) })}
          </a>
        )}
      </Row>
      <FigureGrid label={tell(kpi.name)}>
        <Figure
          label={latest ? t("measurement.value-in", { quarter: quarter(latest.quarter) }) : t("measurement.actual")}
          value={withUnit(latest?.actual ?? null)}
          mark={latest && <EvidenceMark grade={latest.evidence} />}
          href={latest ? `/report/${latest.id}` : undefined}
          comparison={t("measurement.from-to", { baseline: number(kpi.baseline), target: withUnit(kpi.target) })}
          note={kpi.limit === null ? undefined : t("measurement.limit-is", { limit: withUnit(kpi.limit) })}
        />
        <Figure
          label={t(`measurement.over-time.${kpi.overTime}.label`)}
          value={withUnit(kpi.sinceStart)}
          note={
            <Sparkline
              values={kpi.reports.map(({ actual }) => actual)}
              target={kpi.target}
              label={t("measurement.sparkline", {
                first: number(kpi.reports[0]?.actual),
                last: number(latest?.actual),
                count: kpi.reports.length,
              })}
            />
          }
        />
        {kpi.valuePerUnitMinor !== null && (
          <Figure
            label={t("measurement.realised-since")}
            value={shortMoney(kpi.realisedMinor)}
            title={money(kpi.realisedMinor)}
            comparison={t("measurement.proven-of-it", { amount: shortMoney(kpi.provenMinor) })}
            formula={
              latest &&
              latest.actual !== null && (
                <RealisedFormula
                  actual={latest.actual}
                  unit={unit}
                  realisedMinor={latest.realisedMinor}
                  terms={latest.terms}
                  closed={closed.includes(latest.quarter)}
                />
              )
            }
          />
        )}
      </FigureGrid>
      {kpi.target !== null && (
        <Meter
          label={t("measurement.progress")}
          value={kpi.progress}
          text={percent(kpi.progress, 0)}
          tone={latest?.broken ? "bad" : "accent"}
        />
      )}
      <Disclosure summary={t("measurement.all-reports", { count: kpi.reports.length })}>
        <Terms kpi={kpi} />
        <DataTable
          caption={t("measurement.reports-of", { name: tell(kpi.name) })}
          hideCaption
          rows={kpi.reports}
          rowKey={(report) => report.id}
          rowHref={(report) => `/report/${report.id}`}
          empty={t("measurement.no-reports")}
          columns={[
            { key: "quarter", header: t("measurement.quarter"), cell: (r) => quarter(r.quarter), rowHeader: true },
            {
              key: "actual",
              header: t("measurement.actual"),
              cell: (r) => (r.actual === null ? t("measurement.not-available") : withUnit(r.actual)),
              numeric: true,
            },
            {
              key: "evidence",
              header: t("measurement.evidence"),
              cell: (r) => <EvidenceMark grade={r.evidence} />,
            },
            { key: "review", header: t("measurement.review"), cell: (r) => <ReviewBadge review={r.review} /> },
            {
              key: "share",
              header: t("measurement.share"),
              cell: (r) => (r.realisedMinor === null ? "–" : percent(r.share / WHOLE_SHARE, 2)),
              numeric: true,
            },
            {
              key: "realised",
              header: t("measurement.realised"),
              cell: (r) => money(r.realisedMinor),
              numeric: true,
              total: money(kpi.realisedMinor),
            },
          ]}
          totals={kpi.valuePerUnitMinor !== null}
        />
      </Disclosure>
    </Panel>
  );
}

function Terms({ kpi }: { kpi: KpiView }) {
  const { t, tell, number, money, percent, quarter } = useSpeech();
  const { unit, limit, valuePerUnitMinor: worth } = kpi;
  return (
    <DescriptionList
      columns={3}
      items={[
        { term: t("measurement.direction"), value: t(`measurement.direction.${kpi.direction}`) },
        {
          term: t("measurement.baseline"),
          value: `${number(kpi.baseline, 6)} ${unit}`,
          note: [kpi.baselinePeriod, tell(kpi.baselineMethod)].filter(Boolean).join(" · "),
        },
        { term: t("measurement.target"), value: kpi.target === null ? number(null) : `${number(kpi.target)} ${unit}` },
        ...(kpi.isGuardrail
          ? [{ term: t("measurement.limit"), value: limit === null ? number(null) : `${number(limit)} ${unit}` }]
          : []),
        {
          term: t("measurement.value-per-unit"),
          value: worth === null ? t("measurement.not-money") : money(worth as Parameters<typeof money>[0]),
        },
        { term: t("measurement.attribution"), value: percent(kpi.attribution) },
        {
          term: t("measurement.reported-from"),
          value: kpi.lastQuarter
            ? t("measurement.from-until", { first: quarter(kpi.firstQuarter), last: quarter(kpi.lastQuarter) })
            : quarter(kpi.firstQuarter),
        },
      ]}
    />
  );
}
