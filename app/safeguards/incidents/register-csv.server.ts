import { writeCsv } from "#app/kernel/csv";
import { currencyDigits } from "#app/kernel/money";
import type { Speech } from "#app/locales/speech";
import { incidentNumber } from "#app/use-cases/incident-number";
import type { LoggedIncident } from "./register.server";

/** The log of incidents as a table for spreadsheets: words in the reader's language, days and figures as they are kept. */
export function incidentCsv(rows: readonly LoggedIncident[], { t, tell, currency }: Speech): string {
  const head = [
    t("incidents.column.number"),
    t("risks.column.case"),
    t("risks.column.case-title"),
    t("risks.column.department"),
    t("incidents.column.incident"),
    t("incidents.field.what"),
    t("incidents.field.severity"),
    t("incidents.field.startedOn"),
    t("incidents.field.startedTime"),
    t("incidents.field.detectedOn"),
    t("incidents.field.detectedTime"),
    t("incidents.field.endedOn"),
    t("incidents.field.endedTime"),
    t("incidents.field.affectedCount"),
    t("incidents.field.personalData"),
    t("incidents.field.seriousness"),
    t("incidents.field.cause"),
    t("incidents.field.correction"),
    t("incidents.field.hoursLost"),
    `${t("incidents.column.cost")} (${currency})`,
    t("incidents.pauses-of"),
    t("incidents.column.state"),
  ];
  const unit = 10 ** currencyDigits(currency);
  const lines = rows.map((row) => [
    incidentNumber(row.id),
    row.reference,
    tell(row.useCaseTitle),
    tell(row.department),
    tell(row.title),
    tell(row.what),
    row.severity,
    row.startedOn,
    row.startedTime,
    row.detectedOn,
    row.detectedTime,
    row.endedOn,
    row.endedTime,
    row.affectedCount,
    row.personalData === null ? null : t(row.personalData ? "desk.yes" : "desk.no"),
    row.seriousness === null ? null : t(`incidents.seriousness.${row.seriousness}`),
    tell(row.cause),
    tell(row.correction),
    row.hoursLost,
    row.costMinor === null ? null : row.costMinor / unit,
    row.pauses,
    t(`incidents.state.${row.state}`),
  ]);
  return writeCsv([head, ...lines]);
}
