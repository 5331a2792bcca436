import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink } from "#app/ui/button";
import { Badge } from "#app/ui/mark";
import { Empty, PageHeader, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { QueueEntry, QueuePart } from "./queue.server";

const TONES = {
  waiting: "accent",
  draft: "warning",
  submitted: "good",
  conflict: "warning",
  party: "neutral",
} as const;

function Entries({ part, caption }: { part: QueuePart; caption: string }) {
  const { t, tell, date, number } = useSpeech();
  const more = part.count - part.entries.length;
  return (
    <>
      <DataTable<QueueEntry>
        caption={caption}
        hideCaption
        rows={part.entries}
        rowKey={(entry) => entry.reference}
        rowHref={(entry) => `/use-cases/${entry.reference}/assessment`}
        narrow="cards"
        columns={[
          { key: "reference", header: t("assessment.queue.reference"), cell: (entry) => entry.reference, width: "fit" },
          { key: "title", header: t("assessment.queue.case"), cell: (entry) => tell(entry.title), rowHeader: true },
          { key: "department", header: t("assessment.queue.department"), cell: (entry) => tell(entry.department) },
          { key: "since", header: t("assessment.queue.since"), cell: (entry) => date(entry.since), width: "fit" },
          {
            key: "count",
            header: t("assessment.queue.count"),
            cell: ({ assessments: count, needed, round }) =>
              t(round > 1 ? "assessment.queue.of-round" : "assessment.queue.of", {
                count,
                needed: number(needed),
                round,
              }),
            width: "fit",
          },
          {
            key: "mine",
            header: t("assessment.queue.mine"),
            cell: (entry) => <Badge tone={TONES[entry.mine]}>{t(`assessment.queue.mine.${entry.mine}`)}</Badge>,
            width: "fit",
          },
        ]}
      />
      {more > 0 && (
        <p>
          <a href="/use-cases?stage=assessment">{t("assessment.queue.more", { count: more })}</a>
        </p>
      )}
    </>
  );
}

/** What the reader still has to score, then what they already did. */
export function AssessQueue({ owed, others }: { owed: QueuePart; others: QueuePart }) {
  const { t } = useSpeech();
  return (
    <>
      <PageHeader
        title={t("assessment.queue.title")}
        lead={t("assessment.queue.lead")}
        actions={
          <>
            <ButtonLink href="/assess/agreement">{t("assessment.agreement.title")}</ButtonLink>
            <ButtonLink href="/assess/models">{t("assessment.model.title")}</ButtonLink>
            <ButtonLink href="/prioritise">{t("desk.nav.prioritise")}</ButtonLink>
          </>
        }
      />
      <Section title={t("assessment.queue.owed", { count: owed.count })}>
        {owed.count > 0 ? (
          <Entries part={owed} caption={t("assessment.queue.title")} />
        ) : (
          <Empty title={t(others.count > 0 ? "assessment.queue.nothing" : "assessment.queue.none")}>
            {t("assessment.queue.nothing.next")}{" "}
            <a href="/use-cases?stage=submitted">{t("assessment.queue.to-submitted")}</a>
          </Empty>
        )}
      </Section>
      {others.count > 0 && (
        <Section title={t("assessment.queue.others")}>
          <Entries part={others} caption={t("assessment.queue.others")} />
        </Section>
      )}
    </>
  );
}
