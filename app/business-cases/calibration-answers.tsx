import { useSpeech } from "#app/locales/use-speech";
import { Badge } from "#app/ui/mark";
import { Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { type Calibration, calibrationOf } from "./calibrated";
import type { Line } from "./lines";

/** Under a line: the haircut that its author took, or refused. */
export function CalibrationNote({ calibration }: { calibration: Calibration | null }) {
  const { t, tell, percent } = useSpeech();
  if (!calibration) return null;
  const share = percent(calibration.factor, 0);
  return (
    <span className="hint">
      {" "}
      {calibration.answer === "taken"
        ? t("business-cases.calibration.taken", { share, count: calibration.cases })
        : t("business-cases.calibration.refused", { share, reason: tell(calibration.reason) })}
    </span>
  );
}

/** What the author answered to calibration, line by line, for those who judge the case; nothing where nothing was asked. */
export function CalibrationAnswers({ lines }: { lines: readonly Line[] }) {
  const { t, tell, date, percent } = useSpeech();
  const answers = lines.flatMap((line) => {
    const calibration = calibrationOf(line);
    return calibration ? [{ line, ...calibration }] : [];
  });
  if (answers.length === 0) return null;
  return (
    <Section title={t("business-cases.calibration")} id="calibration" lead={t("business-cases.calibration.lead")}>
      <DataTable
        caption={t("business-cases.calibration")}
        hideCaption
        narrow="cards"
        rows={answers}
        rowKey={({ line }) => line.id}
        columns={[
          {
            key: "line",
            header: t("business-cases.lines.label"),
            rowHeader: true,
            cell: ({ line }) => tell(line.label),
          },
          {
            key: "kind",
            header: t("business-cases.lines.kind"),
            cell: ({ line }) => t(`business-cases.kind.${line.kind}`),
          },
          {
            key: "factor",
            header: t("business-cases.calibration.share"),
            numeric: true,
            cell: ({ factor }) => percent(factor, 0),
          },
          {
            key: "cases",
            header: t("business-cases.calibration.behind"),
            numeric: true,
            cell: ({ cases }) => t("business-cases.calibration.cases", { count: cases }),
          },
          {
            key: "answer",
            header: t("business-cases.calibration.answer"),
            prose: true,
            cell: ({ answer, on, reason }) => (
              <>
                <Badge tone={answer === "taken" ? "good" : "warning"}>
                  {t(`business-cases.calibration.said.${answer}`)}
                </Badge>{" "}
                {t(`business-cases.calibration.answered.${answer}`, { on: date(on), reason: tell(reason) })}
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}
