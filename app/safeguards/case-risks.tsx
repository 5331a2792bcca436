import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink } from "#app/ui/button";
import { Badge } from "#app/ui/mark";
import { Empty, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { CaseRisks } from "./case-risks.server";
import { SeverityBadge } from "./incidents/marks";
import { LevelBadge } from "./risks/marks";

function Risks({ page: { risks, reference, mayWrite } }: { page: CaseRisks }) {
  const { t, tell, date } = useSpeech();
  const add = mayWrite && <ButtonLink href={`/use-cases/${reference}/risks/new`}>{t("risks.add")}</ButtonLink>;
  return (
    <Section id="risks" title={t("risks.of-case")} lead={t("risks.of-case.lead")} actions={risks.length > 0 && add}>
      {risks.length === 0 ? (
        <Empty title={t("risks.none")} action={add}>
          {t("risks.none.next")}
        </Empty>
      ) : (
        <DataTable
          caption={t("risks.of-case")}
          hideCaption
          rows={risks}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `/use-cases/${reference}/risks/${id}`}
          narrow="cards"
          columns={[
            {
              key: "level",
              header: t("risks.column.level"),
              width: "fit",
              cell: (row) =>
                row.state === "closed" ? <Badge>{t("risks.state.closed")}</Badge> : <LevelBadge score={row.score} />,
            },
            { key: "title", header: t("risks.column.risk"), cell: (row) => tell(row.title), rowHeader: true },
            { key: "category", header: t("risks.field.category"), cell: (row) => t(`risks.category.${row.category}`) },
            { key: "owner", header: t("risks.field.ownerId"), cell: (row) => row.owner },
            {
              key: "mitigation",
              header: t("risks.mitigation"),
              cell: (row) =>
                t(
                  row.mitigationDoneOn
                    ? "risks.mitigation.done"
                    : row.mitigation
                      ? "risks.mitigation.planned"
                      : "risks.mitigation.none",
                ),
            },
            {
              key: "review",
              header: t("risks.field.reviewOn"),
              cell: (row) =>
                row.overdue ? (
                  <Badge tone="bad">{t("risks.overdue", { date: date(row.reviewOn) })}</Badge>
                ) : (
                  date(row.reviewOn)
                ),
            },
          ]}
        />
      )}
    </Section>
  );
}

function Incidents({ page: { incidents, reference, mayLog } }: { page: CaseRisks }) {
  const { t, tell, date, number, money } = useSpeech();
  const log = mayLog && <ButtonLink href={`/use-cases/${reference}/incidents/new`}>{t("incidents.log")}</ButtonLink>;
  return (
    <Section
      id="incidents"
      title={t("incidents.of-case")}
      lead={t("incidents.of-case.lead")}
      actions={incidents.length > 0 && log}
    >
      {incidents.length === 0 ? (
        <Empty title={t("incidents.none")} action={log}>
          {t("incidents.none.next")}
        </Empty>
      ) : (
        <DataTable
          caption={t("incidents.of-case")}
          hideCaption
          rows={incidents}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `/use-cases/${reference}/incidents/${id}`}
          narrow="cards"
          columns={[
            {
              key: "severity",
              header: t("incidents.field.severity"),
              width: "fit",
              cell: (row) => <SeverityBadge severity={row.severity} />,
            },
            { key: "title", header: t("incidents.column.incident"), cell: (row) => tell(row.title), rowHeader: true },
            { key: "started", header: t("incidents.field.startedOn"), cell: (row) => date(row.startedOn) },
            {
              key: "state",
              header: t("incidents.column.state"),
              cell: (row) =>
                row.pauses ? <Badge tone="warning">{t("incidents.pauses")}</Badge> : t(`incidents.state.${row.state}`),
            },
            {
              key: "hours",
              header: t("incidents.field.hoursLost"),
              cell: (row) => number(row.hoursLost),
              numeric: true,
            },
            { key: "cost", header: t("incidents.column.cost"), cell: (row) => money(row.costMinor), numeric: true },
          ]}
        />
      )}
    </Section>
  );
}

/** What may go wrong with a case, and what did. */
export function CaseRisksView({ page }: { page: CaseRisks }) {
  return (
    <>
      <Risks page={page} />
      <Incidents page={page} />
    </>
  );
}
