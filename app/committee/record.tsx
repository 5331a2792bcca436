import { CalibrationAnswers } from "#app/business-cases/calibration-answers";
import { ScenariosTable } from "#app/business-cases/scenarios-table";
import { useSpeech } from "#app/locales/use-speech";
import { Checklist, DescriptionList } from "#app/ui/listing";
import { Badge } from "#app/ui/mark";
import { Notice, PageHeader, Prose, Row, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { CaseFigures } from "./case-figures";
import { stops } from "./filters";
import type { DecisionRecord } from "./record.server";
import { WhyAgainstRank } from "./why-against-rank";

/** A decision and all that the committee knew when it took it. */
export function RecordView({ record }: { record: DecisionRecord }) {
  const { t, tell, date, number, percent, quarter, list } = useSpeech();
  const {
    reference,
    title,
    session,
    outcome,
    reason,
    by,
    on,
    rank,
    ranked,
    snapshot,
    scoresHidden,
    against,
    owes,
    scenarios,
  } = record;
  const { standing, filters, criteria, businessCase, present, inWriting, votes } = snapshot;
  const texts = [
    { term: t("use-cases.field.need"), value: tell(snapshot.need) },
    { term: t("use-cases.field.affected"), value: tell(snapshot.affected) },
    { term: t("use-cases.field.expectedBenefit"), value: tell(snapshot.expectedBenefit) },
    { term: t("use-cases.field.dataInvolved"), value: tell(snapshot.dataInvolved) },
  ].filter(({ value }) => value !== "");
  return (
    <>
      <PageHeader
        eyebrow={reference}
        title={t("committee.record", { title: tell(snapshot.title ?? title) })}
        lead={t("committee.record.lead", { date: date(on) })}
        crumbs={[
          { label: t("committee.title"), href: "/committee" },
          { label: t("committee.session", { number: session }), href: `/committee/${session}#${reference}` },
          { label: reference },
        ]}
        meta={<Badge tone="accent">{t(`committee.outcome-said.${outcome}`)}</Badge>}
      />
      <Section title={t("committee.reason")}>
        <Prose>{tell(reason)}</Prose>
        <p>{t("committee.decided-by", { name: by })}</p>
      </Section>
      {against && (
        <Section id="against" title={t("committee.against-rank")}>
          <WhyAgainstRank why={against} outcome={outcome} />
          {owes && <Notice tone="info">{t("committee.against.owes")}</Notice>}
          <p>
            <a href="/committee/against-rank">{t("committee.against.rule")}</a>
          </p>
        </Section>
      )}
      <Section title={t("committee.record.case")}>
        {standing && (
          <CaseFigures
            reference={reference}
            scoresHidden={scoresHidden}
            figures={{ ...standing, rank, ranked: ranked ?? 0, filtersFailed: 0 }}
          />
        )}
        {texts.length > 0 && <DescriptionList items={texts} />}
        {businessCase && (
          <p>
            {t("committee.record.business-case", {
              number: businessCase.number,
              quarter: quarter(businessCase.firstQuarter),
              count: businessCase.horizonQuarters,
              rate: percent(businessCase.discountRate, 1),
            })}
          </p>
        )}
      </Section>
      {scenarios.length > 0 && (
        <Section title={t("business-cases.scenarios")} lead={t("committee.record.scenarios.lead")}>
          <ScenariosTable scenarios={scenarios} />
        </Section>
      )}
      {businessCase && <CalibrationAnswers lines={businessCase.lines} />}
      {criteria && criteria.length > 0 && (
        <Section title={t("committee.record.criteria")} lead={t("committee.record.criteria.lead")}>
          <DataTable
            caption={t("committee.record.criteria")}
            hideCaption
            narrow="cards"
            rows={criteria}
            rowKey={(_, index) => index}
            columns={[
              { key: "name", header: t("committee.record.criterion"), cell: ({ name }) => tell(name), rowHeader: true },
              {
                key: "weight",
                header: t("committee.record.weight"),
                cell: ({ weight }) => number(weight),
                numeric: true,
              },
              { key: "mean", header: t("committee.record.mean"), cell: ({ mean }) => number(mean, 1), numeric: true },
              {
                key: "spread",
                header: t("committee.record.spread"),
                cell: ({ low, high }) => t("committee.record.from-to", { low, high }),
                numeric: true,
              },
              {
                key: "scores",
                header: t("committee.record.scores"),
                cell: ({ scores }) => number(scores),
                numeric: true,
              },
            ]}
          />
        </Section>
      )}
      {filters && filters.length > 0 && (
        <Section title={t("committee.record.filters")}>
          <Checklist
            label={t("committee.record.filters")}
            items={filters.map(({ name, state }) => ({
              label: tell(name),
              met: state === "missing" ? null : !stops(state),
              note: t(`prioritise.state-of.${state}`),
            }))}
          />
        </Section>
      )}
      {present && (
        <Section title={t("committee.attendance")}>
          <p>{present.length > 0 ? list(present) : t("committee.minutes.nobody")}</p>
          {inWriting && inWriting.length > 0 && <p>{t("committee.record.in-writing", { names: list(inWriting) })}</p>}
          {votes && votes.length > 0 && (
            <DescriptionList
              items={votes.map(({ name, vote, why }) => ({
                term: name,
                value: t(`committee.vote.${vote}`),
                note: tell(why) || undefined,
              }))}
            />
          )}
        </Section>
      )}
      {!filters && (
        <Row>
          <Notice tone="info">{t("committee.record.older")}</Notice>
        </Row>
      )}
    </>
  );
}
