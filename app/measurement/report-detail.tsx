import type { Evidence } from "#app/kernel/evidence";
import type { Minor } from "#app/kernel/money";
import { useSpeech } from "#app/locales/use-speech";
import { Figure, FigureGrid } from "#app/ui/figure";
import { DescriptionList, Timeline } from "#app/ui/listing";
import { Badge } from "#app/ui/mark";
import { Notice, PageHeader, Section, Split } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { EvidenceMark, QuarterBadge, ReviewBadge } from "./evidence-mark";
import { overlapAddress } from "./overlap-input";
import { RealisedFormula } from "./realised-formula";
import type { ReportDetail } from "./report-detail.server";
import { CorrectForm, FilesSection, RestateForm, ReviewForm } from "./report-forms";
import { WHOLE_SHARE } from "./shares";

export function ReportDetailView(detail: ReportDetail) {
  const { t, tell, quarter } = useSpeech();
  const { reference, kpi, report, status, may } = detail;
  return (
    <>
      <PageHeader
        eyebrow={quarter(report.quarter)}
        title={tell(kpi.name)}
        crumbs={[
          { label: `${reference} · ${tell(detail.title)}`, href: `/use-cases/${reference}/kpis` },
          { label: quarter(report.quarter) },
        ]}
        meta={
          <>
            <EvidenceMark grade={report.evidence} />
            <ReviewBadge review={report.review} />
            {report.broken && <Badge tone="bad">{t("measurement.guardrail.broken")}</Badge>}
            <a href={`/quarter/${report.quarter}`}>
              <QuarterBadge status={status} />
            </a>
          </>
        }
      />
      {report.review === "sent-back" && (
        <Notice tone="warning" title={t("measurement.sent-back.title")}>
          {tell(report.reviewNote)}
        </Notice>
      )}
      <Split aside={<History detail={detail} />}>
        <Figures detail={detail} />
        <Facts detail={detail} />
        <Restatements detail={detail} />
        <FilesSection detail={detail} />
        {(may.review || may.sendBack) && <ReviewForm detail={detail} />}
        {may.write && <CorrectForm detail={detail} />}
        {may.restate && <RestateForm report={report} unit={kpi.unit} />}
      </Split>
    </>
  );
}

function Figures({ detail: { kpi, report, status, inDoubt } }: { detail: ReportDetail }) {
  const { t, tell, number, money, percent } = useSpeech();
  const { actual, realisedMinor, terms } = report;
  const withUnit = (value: number) => `${number(value)} ${kpi.unit}`;
  return (
    <FigureGrid label={t("measurement.report.figures")}>
      <Figure
        size="large"
        label={t("measurement.actual")}
        value={actual === null ? t("measurement.not-available") : withUnit(actual)}
        comparison={
          actual === null
            ? tell(report.unavailableBecause)
            : t("measurement.from-to", {
                baseline: number(terms.baseline),
                target: kpi.target === null ? number(null) : withUnit(kpi.target),
              })
        }
        note={kpi.limit === null ? undefined : t("measurement.limit-is", { limit: withUnit(kpi.limit) })}
      />
      {terms.valuePerUnitMinor !== null && (
        <Figure
          size="large"
          label={t("measurement.realised")}
          value={money(realisedMinor)}
          note={
            inDoubt ? (
              <a href={overlapAddress([kpi.id])}>{t("overlaps.in-doubt")}</a>
            ) : terms.share === WHOLE_SHARE ? undefined : (
              <a href={overlapAddress([kpi.id])}>
                {t("overlaps.share-of", { share: percent(terms.share / WHOLE_SHARE, 2) })}
              </a>
            )
          }
          formula={
            actual !== null && (
              <RealisedFormula
                actual={actual}
                unit={kpi.unit}
                realisedMinor={realisedMinor}
                terms={terms}
                closed={status === "closed"}
              />
            )
          }
        />
      )}
    </FigureGrid>
  );
}

function Facts({ detail: { report } }: { detail: ReportDetail }) {
  const { t, tell, date } = useSpeech();
  return (
    <DescriptionList
      columns={2}
      items={[
        { term: t("measurement.source"), value: tell(report.source) || t("desk.unknown") },
        {
          term: t("measurement.reported"),
          value: t("measurement.by-on", { name: report.reporter, date: date(report.reportedOn) }),
        },
        ...(report.note ? [{ term: t("measurement.note"), value: tell(report.note) }] : []),
        ...(report.reviewedOn
          ? [{ term: t("measurement.reviewed"), value: date(report.reviewedOn), note: tell(report.reviewNote) }]
          : []),
      ]}
    />
  );
}

function Restatements({ detail: { restatements, kpi } }: { detail: ReportDetail }) {
  const { t, tell, number, money, date } = useSpeech();
  if (restatements.length === 0) return null;
  const withUnit = (value: number | null) => (value === null ? number(null) : `${number(value)} ${kpi.unit}`);
  return (
    <Section title={t("measurement.restatements")}>
      <DataTable
        caption={t("measurement.restatements")}
        hideCaption
        narrow="cards"
        rows={restatements}
        rowKey={(row) => row.id}
        columns={[
          { key: "on", header: t("measurement.on"), cell: (row) => date(row.on), rowHeader: true },
          {
            key: "value",
            header: t("measurement.actual"),
            cell: (row) => `${withUnit(row.oldActual)} → ${withUnit(row.newActual)}`,
          },
          {
            key: "money",
            header: t("measurement.realised"),
            cell: (row) => `${money(row.oldRealisedMinor)} → ${money(row.newRealisedMinor)}`,
            numeric: true,
          },
          {
            key: "evidence",
            header: t("measurement.evidence"),
            cell: (row) => (
              <>
                <EvidenceMark grade={row.oldEvidence} /> → <EvidenceMark grade={row.newEvidence} />
              </>
            ),
          },
          { key: "reason", header: t("measurement.reason"), cell: (row) => tell(row.reason) },
          { key: "by", header: t("measurement.signed"), cell: (row) => row.by },
        ]}
      />
    </Section>
  );
}

function History({ detail: { history, kpi } }: { detail: ReportDetail }) {
  const { t, moment, number, money } = useSpeech();
  const say = (field: string, value: unknown) => {
    if (value === null || value === undefined) return number(null);
    if (field === "actual") return `${number(Number(value), 6)} ${kpi.unit}`;
    if (field === "realisedMinor") return money(Number(value) as Minor);
    if (field === "evidence") return <EvidenceMark grade={Number(value) as Evidence} />;
    if (field === "review") return <ReviewBadge review={value as "waiting"} />;
    return String(value);
  };
  return (
    <Section title={t("measurement.history")}>
      <Timeline
        label={t("measurement.history")}
        items={history.map((event) => ({
          key: event.id,
          when: moment(new Date(event.at)),
          title: t(`measurement.act.${event.act as "report.write"}`),
          who: event.who,
          body: event.changes.map(({ field, before, after }) => (
            <p key={field}>
              {t(`measurement.changed.${field as "actual"}`)} {before !== undefined && <>{say(field, before)} → </>}
              {say(field, after)}
            </p>
          )),
        }))}
      />
    </Section>
  );
}
