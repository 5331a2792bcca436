import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { ConfirmForm } from "#app/ui/button";
import { Checkbox } from "#app/ui/choice";
import { Checklist, DescriptionList } from "#app/ui/listing";
import { Notice, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { Unbroken } from "#app/ui/unbroken";
import type { Readiness } from "./closing.server";
import type { QuarterHead, readMissing, readRestatements } from "./collection.server";

export interface CloseProps {
  head: QuarterHead;
  readiness: Readiness;
  missing: Awaited<ReturnType<typeof readMissing>>;
  restatements: Awaited<ReturnType<typeof readRestatements>>;
  /** Whether the hash of the close still fits the figures; null before the close. */
  intact: boolean | null;
  /** Whether the quarter's last day has passed. */
  over: boolean;
  may: { close: boolean; restate: boolean };
}

export function CloseView(props: CloseProps) {
  const { t } = useSpeech();
  const { head, readiness, over, may, intact } = props;
  const { refusal } = useForm();
  const open = readiness.missing + readiness.waiting + readiness.sentBack + readiness.overlaps;
  return (
    <>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      {head.status === "closed" ? (
        <Frozen head={head} intact={intact} />
      ) : (
        <Section title={t("measurement.close.checklist")} lead={t("measurement.close.lead")}>
          <Ready {...props} />
          {may.close && head.status === "in-review" && over && !readiness.earlierOpen && (
            <ConfirmForm
              label={t("measurement.close.close")}
              consequence={t("measurement.close.consequence")}
              submit={t("measurement.close.close-for-good")}
              intent="close"
              fields={{ version: head.version }}
            >
              {open > 0 && <Checkbox name="despite" label={t("measurement.close.despite", { count: open })} required />}
            </ConfirmForm>
          )}
        </Section>
      )}
      <Missing {...props} />
      <Restated rows={props.restatements} />
    </>
  );
}

function Ready({ head, readiness, over }: CloseProps) {
  const { t, quarter } = useSpeech();
  const { missing, waiting, sentBack, overlaps, earlierOpen } = readiness;
  const review = `/quarter/${head.quarter}/review`;
  return (
    <Checklist
      label={t("measurement.close.checklist")}
      items={[
        { label: t("measurement.close.over"), met: over },
        { label: t("measurement.close.in-review"), met: head.status === "in-review" },
        {
          label: t("measurement.close.earlier"),
          met: earlierOpen === null,
          note: earlierOpen && quarter(earlierOpen),
          href: earlierOpen ? `/quarter/${earlierOpen}/close` : undefined,
        },
        {
          label: t("measurement.close.none-missing"),
          met: missing === 0,
          note: missing > 0 && t("measurement.quarter.missing-count", { count: missing }),
          href: missing > 0 ? "#missing" : undefined,
        },
        {
          label: t("measurement.close.none-waiting"),
          met: waiting === 0,
          note: waiting > 0 && t("measurement.close.waiting", { count: waiting }),
          href: waiting > 0 ? review : undefined,
        },
        {
          label: t("measurement.close.none-sent-back"),
          met: sentBack === 0,
          note: sentBack > 0 && t("measurement.close.sent-back", { count: sentBack }),
        },
        {
          label: t("overlaps.close.none"),
          met: overlaps === 0,
          note: overlaps > 0 && t("overlaps.close.count", { count: overlaps }),
          href: overlaps > 0 ? "/kpis/overlaps" : undefined,
        },
      ]}
    />
  );
}

function Frozen({ head: { hash, closer, closedAt }, intact }: { head: QuarterHead; intact: boolean | null }) {
  const { t, moment } = useSpeech();
  return (
    <Section title={t("measurement.close.frozen")} lead={t("measurement.close.frozen-lead")}>
      {intact === false && <Notice tone="bad">{t("measurement.close.tampered")}</Notice>}
      <DescriptionList
        items={[
          {
            term: t("measurement.signed"),
            value: closer ?? t("desk.product"),
            note: closedAt !== null && moment(new Date(closedAt)),
          },
          { term: "SHA-256", value: <code>{hash}</code>, note: intact && t("measurement.close.intact") },
        ]}
      />
    </Section>
  );
}

function Missing({ head, missing, may }: CloseProps) {
  const { t, tell } = useSpeech();
  if (missing.length === 0) return null;
  const restate = head.status === "closed" && may.restate;
  return (
    <Section id="missing" title={t("measurement.close.missing")} lead={t("measurement.close.missing-lead")}>
      <DataTable
        caption={t("measurement.close.missing")}
        hideCaption
        narrow="cards"
        rows={missing}
        rowKey={(row) => row.kpiId}
        columns={[
          { key: "kpi", header: t("measurement.kpi"), cell: (row) => tell(row.name), rowHeader: true },
          {
            key: "case",
            header: t("measurement.use-case"),
            cell: (row) => (
              <a href={`/use-cases/${row.reference}/kpis`}>
                <Unbroken>
                  {row.reference} · {tell(row.title)}
                </Unbroken>
              </a>
            ),
          },
          { key: "owner", header: t("measurement.owner"), cell: (row) => row.owner },
          {
            key: "department",
            header: t("measurement.department"),
            cell: (row) => tell(row.department) || t("measurement.no-department"),
          },
          ...(restate
            ? [
                {
                  key: "restate",
                  header: t("measurement.restate"),
                  cell: (row: CloseProps["missing"][number]) => (
                    <a href={`/report/missing?kpi=${row.kpiId}&quarter=${head.quarter}`}>{t("measurement.restate")}</a>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

function Restated({ rows }: { rows: CloseProps["restatements"] }) {
  const { t, tell, number, money, date } = useSpeech();
  if (rows.length === 0) return null;
  return (
    <Section title={t("measurement.restatements")} id="restatements">
      <DataTable
        caption={t("measurement.restatements")}
        hideCaption
        narrow="cards"
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/report/${row.reportId}`}
        columns={[
          {
            key: "kpi",
            header: t("measurement.kpi"),
            cell: (row) => `${row.reference} · ${tell(row.kpi)}`,
            rowHeader: true,
          },
          {
            key: "value",
            header: t("measurement.actual"),
            cell: (row) => `${number(row.oldActual)} → ${number(row.newActual)} ${row.unit}`,
          },
          {
            key: "money",
            header: t("measurement.realised"),
            cell: (row) => `${money(row.oldRealisedMinor)} → ${money(row.newRealisedMinor)}`,
            numeric: true,
          },
          { key: "reason", header: t("measurement.reason"), cell: (row) => tell(row.reason) },
          {
            key: "by",
            header: t("measurement.signed"),
            cell: (row) => t("measurement.by-on", { name: row.by, date: date(row.on) }),
          },
        ]}
      />
    </Section>
  );
}
