import { useSpeech } from "#app/locales/use-speech";
import { DescriptionList } from "#app/ui/listing";
import { Badge } from "#app/ui/mark";
import { Disclosure, Empty, Notice, PageHeader, Prose, Section } from "#app/ui/page";
import { DataTable, Pager } from "#app/ui/table";
import { Unbroken } from "#app/ui/unbroken";
import { StageBadge } from "#app/use-cases/stage-badge";
import type { AgainstRank } from "./against-rank.server";
import type { Fared, FaredCases } from "./fared.server";
import { FaredCasesView, FaredTable } from "./fared-view";
import { KEPT_PLACES } from "./passed-over";
import { WhyAgainstRank } from "./why-against-rank";

interface Props {
  rows: AgainstRank[];
  next: number | null;
  fared: Fared[];
  /** The count of it that the address opens. */
  opened: FaredCases | null;
  /** Whether the reader still owes an assessment of some case. */
  owes: boolean;
}

/** What was decided against the rank, why, and what became of it. */
export function AgainstRankView({ rows, next, fared, opened, owes }: Props) {
  const { t } = useSpeech();
  return (
    <>
      <PageHeader
        title={t("committee.against")}
        lead={t("committee.against.lead")}
        crumbs={[{ label: t("committee.title"), href: "/committee" }, { label: t("committee.against") }]}
      />
      {opened ? (
        <FaredCasesView opened={opened} fared={fared} />
      ) : rows.length > 0 ? (
        <>
          <AgainstRule />
          {owes && <Notice tone="info">{t("committee.against.owes")}</Notice>}
          <FaredTable fared={fared} />
          <DecisionsTable rows={rows} />
          <Pager next={next === null ? undefined : `/committee/against-rank?before=${next}`} />
        </>
      ) : (
        <>
          <AgainstRule />
          <Empty title={t("committee.against.none")}>{t("committee.against.none.next")}</Empty>
        </>
      )}
    </>
  );
}

/** What makes a decision one against the rank, in words. */
function AgainstRule() {
  const { t } = useSpeech();
  return (
    <Disclosure summary={t("committee.against.rule")}>
      <Prose>{t("committee.against.rule.expression")}</Prose>
      <DescriptionList
        items={[
          {
            term: t("committee.against.rule.order"),
            value: <a href="/prioritise">{t("committee.against.rule.order.value")}</a>,
          },
          {
            term: t("committee.against.rule.field"),
            value: t("committee.against.rule.field.value", { kept: KEPT_PLACES }),
          },
          { term: t("committee.against.rule.left"), value: t("committee.against.rule.left.value") },
        ]}
      />
    </Disclosure>
  );
}

function DecisionsTable({ rows }: { rows: AgainstRank[] }) {
  const { t, tell, date, wholeMoney } = useSpeech();
  return (
    <Section title={t("committee.decisions")}>
      <DataTable
        caption={t("committee.against")}
        hideCaption
        narrow="cards"
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "case",
            header: t("committee.case"),
            cell: ({ reference, title, session }) => (
              <a href={`/committee/${session}/${reference}`}>
                <Unbroken>
                  {reference} · {tell(title)}
                </Unbroken>
              </a>
            ),
            rowHeader: true,
          },
          {
            key: "outcome",
            header: t("committee.outcome"),
            cell: ({ outcome, on, rank, ranked }) => (
              <>
                <Badge>{t(`committee.outcome-said.${outcome}`)}</Badge>
                <br />
                {date(on)}
                <br />
                {rank === null
                  ? t("committee.unranked")
                  : t("committee.against.rank", { place: t("committee.rank.of", { rank, ranked: ranked ?? 0 }) })}
              </>
            ),
          },
          {
            key: "why",
            header: t("committee.against.why"),
            cell: ({ why, outcome }) => <WhyAgainstRank why={why} outcome={outcome} />,
          },
          { key: "reason", header: t("committee.reason"), cell: ({ reason }) => tell(reason) },
          { key: "stage", header: t("committee.against.now"), cell: ({ stage }) => <StageBadge stage={stage} /> },
          {
            key: "promised",
            header: t("committee.fared.promised"),
            cell: ({ reference, promisedMinor }) =>
              promisedMinor === null ? (
                wholeMoney(null)
              ) : (
                <a href={`/use-cases/${reference}/business-case`}>{wholeMoney(promisedMinor)}</a>
              ),
            numeric: true,
          },
          {
            key: "realised",
            header: t("committee.fared.realised"),
            cell: ({ reference, realisedMinor }) =>
              realisedMinor === null ? (
                wholeMoney(null)
              ) : (
                <a href={`/dashboard/reports?case=${reference}`}>{wholeMoney(realisedMinor)}</a>
              ),
            numeric: true,
          },
        ]}
      />
    </Section>
  );
}
