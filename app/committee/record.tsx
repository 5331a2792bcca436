import { CalibrationAnswers } from "#app/business-cases/calibration-answers";
import { useSpeech } from "#app/locales/use-speech";
import { Checklist, DescriptionList } from "#app/ui/listing";
import { Badge } from "#app/ui/mark";
import { Notice, PageHeader, Prose, Row, Section } from "#app/ui/page";
import { CaseFigures } from "./case-figures";
import { stops } from "./filters";
import type { CaseRecord } from "./record.server";
import { KeptBusinessCaseView, KeptRank, KeptScores } from "./record-inputs";
import { useVoteItem } from "./vote-panel";
import { WhyAgainstRank } from "./why-against-rank";

/** A case and all that the committee knew of it: as it decided, or as its figures were frozen. */
export function RecordView({ record }: { record: CaseRecord }) {
  const { t, tell, date, moment, list } = useSpeech();
  const { reference, title, session, decision, frozenAt, figures, snapshot, scoresHidden, against, owes } = record;
  const voteItem = useVoteItem();
  const { filters, businessCase, present, inWriting, votes } = snapshot;
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
        title={t(decision ? "committee.record" : "committee.record.frozen", { title: tell(snapshot.title ?? title) })}
        lead={
          decision
            ? t("committee.record.lead", { date: date(decision.on) })
            : frozenAt !== null && t("committee.record.frozen.lead", { at: moment(new Date(frozenAt)) })
        }
        crumbs={[
          { label: t("committee.title"), href: "/committee" },
          { label: t("committee.session", { number: session }), href: `/committee/${session}#${reference}` },
          { label: reference },
        ]}
        meta={decision && <Badge tone="accent">{t(`committee.outcome-said.${decision.outcome}`)}</Badge>}
      />
      {decision && (
        <Section title={t("committee.reason")}>
          <Prose>{tell(decision.reason)}</Prose>
          <p>{t("committee.decided-by", { name: decision.by })}</p>
        </Section>
      )}
      {decision && against && (
        <Section id="against" title={t("committee.against-rank")}>
          <WhyAgainstRank why={against} outcome={decision.outcome} />
          {owes && <Notice tone="info">{t("committee.against.owes")}</Notice>}
          <p>
            <a href="/committee/against-rank">{t("committee.against.rule")}</a>
          </p>
        </Section>
      )}
      <Section title={t("committee.record.case")}>
        {figures && (
          <CaseFigures
            reference={reference}
            scoresHidden={scoresHidden}
            kept={`/committee/${session}/${reference}`}
            figures={figures}
          />
        )}
        {texts.length > 0 && <DescriptionList items={texts} />}
      </Section>
      <KeptRank record={record} />
      <KeptScores record={record} />
      <KeptBusinessCaseView record={record} />
      {businessCase && <CalibrationAnswers lines={businessCase.lines} />}
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
          {votes && votes.length > 0 && <DescriptionList items={votes.map(voteItem)} />}
        </Section>
      )}
      {decision && !filters && (
        <Row>
          <Notice tone="info">{t("committee.record.older")}</Notice>
        </Row>
      )}
    </>
  );
}
