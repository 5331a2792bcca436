import { writeCsv } from "#app/kernel/csv";
import type { Speech } from "#app/locales/speech";
import type { RegisteredRisk } from "./register.server";
import { levelOf } from "./risk";

/** The register of risks as a table for spreadsheets: words in the reader's language, days and marks as they are kept. */
export function riskCsv(rows: readonly RegisteredRisk[], { t, tell }: Speech): string {
  const head = [
    t("risks.column.case"),
    t("risks.column.case-title"),
    t("risks.column.department"),
    t("risks.column.risk"),
    t("risks.field.category"),
    t("risks.field.ownerId"),
    t("risks.field.likelihood"),
    t("risks.field.impact"),
    t("risks.field.mitigation"),
    t("risks.field.mitigationDueOn"),
    t("risks.field.mitigationDoneOn"),
    t("risks.field.residualLikelihood"),
    t("risks.field.residualImpact"),
    t("risks.column.score"),
    t("risks.column.level"),
    t("risks.field.reviewOn"),
    t("risks.column.overdue"),
    t("risks.column.state"),
  ];
  const lines = rows.map((row) => [
    row.reference,
    row.reference === null ? t("risks.of-organisation") : tell(row.useCaseTitle),
    tell(row.department),
    tell(row.title),
    t(`risks.category.${row.category}`),
    row.owner,
    row.likelihood,
    row.impact,
    tell(row.mitigation),
    row.mitigationDueOn,
    row.mitigationDoneOn,
    row.residualLikelihood,
    row.residualImpact,
    row.score,
    t(`risks.level.${levelOf(row.score)}`),
    row.reviewOn,
    t(row.overdue ? "desk.yes" : "desk.no"),
    t(`risks.state.${row.state}`),
  ]);
  return writeCsv([head, ...lines]);
}
