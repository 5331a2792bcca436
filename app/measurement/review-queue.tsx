import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink } from "#app/ui/button";
import { Hidden } from "#app/ui/form";
import { Badge } from "#app/ui/mark";
import { Empty, Notice, Row, Section, Stack } from "#app/ui/page";
import { DataTable, Pager } from "#app/ui/table";
import { Unbroken } from "#app/ui/unbroken";
import { EvidenceMark } from "./evidence-mark";
import type { ReviewQueue } from "./review-queue.server";
import { SharedAmount } from "./shared-amount";

/** What waits for finance: accepted or validated here, sent back from the report's own page. */
export function ReviewQueueView({ queue, closed }: { queue: ReviewQueue; closed: boolean }) {
  const { t, tell, number } = useSpeech();
  const { refusal } = useForm();
  const { rows, next } = queue;
  if (rows.length === 0) {
    return <Empty title={t("measurement.queue.none")}>{t("measurement.queue.none-next")}</Empty>;
  }
  return (
    <Section
      title={t("measurement.queue.title")}
      lead={t("measurement.queue.lead")}
      actions={<ButtonLink href="/kpis/overlaps">{t("overlaps.title")}</ButtonLink>}
    >
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <DataTable
        caption={t("measurement.queue.title")}
        hideCaption
        narrow="cards"
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "kpi",
            header: t("measurement.kpi"),
            rowHeader: true,
            width: "medium",
            cell: (row) => (
              <Stack gap="tight">
                <a href={`/report/${row.id}`}>{tell(row.kpi)}</a>
                <span className="hint">
                  <Unbroken>
                    {row.reference} · {tell(row.title)}
                  </Unbroken>
                </span>
                {row.actual === null && <span>{tell(row.unavailableBecause)}</span>}
                {row.inDoubt && <a href="/kpis/overlaps">{t("overlaps.in-doubt")}</a>}
                {row.broken && <Badge tone="bad">{t("measurement.guardrail.broken")}</Badge>}
              </Stack>
            ),
          },
          {
            key: "value",
            header: t("measurement.actual"),
            numeric: true,
            cell: (row) => (row.actual === null ? t("measurement.not-available") : `${number(row.actual)} ${row.unit}`),
          },
          {
            key: "realised",
            header: t("measurement.realised"),
            numeric: true,
            cell: (row) => <SharedAmount amount={row.realisedMinor} share={row.share} />,
          },
          {
            key: "evidence",
            header: t("measurement.evidence"),
            width: "medium",
            cell: (row) => (
              <Stack gap="tight">
                <EvidenceMark grade={row.evidence} />
                <span className="hint">{tell(row.source)}</span>
              </Stack>
            ),
          },
          { key: "reporter", header: t("measurement.reporter"), cell: (row) => row.reporter },
          {
            key: "act",
            header: t("measurement.review.title"),
            width: "wide",
            cell: (row) =>
              closed || !row.mayReview ? (
                <span className="hint">{t("measurement.queue.not-yours")}</span>
              ) : (
                <form method="post">
                  <Hidden values={{ reportId: row.id, version: row.version }} />
                  <Row>
                    {row.evidence >= 2 && (
                      <Button name="verdict" value="validate">
                        {t("measurement.review.validate")}
                      </Button>
                    )}
                    <Button name="verdict" value="accept" variant="quiet">
                      {t("measurement.review.accept")}
                    </Button>
                    <a href={`/report/${row.id}`}>{t("measurement.review.send-back")}</a>
                  </Row>
                </form>
              ),
          },
        ]}
      />
      <Pager next={next ? `?after=${next}` : null} summary={t("measurement.report.shown", { count: rows.length })} />
    </Section>
  );
}
