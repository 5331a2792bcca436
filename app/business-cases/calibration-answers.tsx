import { useSpeech } from "#app/locales/use-speech";
import { Badge } from "#app/ui/mark";
import { Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { answersOf, type Calibration, type LineAnswer } from "./calibrated";
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
  const answers = answersOf(lines);
  if (answers.length === 0) return null;
  return (
    <Section title={t("business-cases.calibration")} id="calibration" lead={t("business-cases.calibration.lead")}>
      <DataTable
        caption={t("business-cases.calibration")}
        hideCaption
        narrow="cards"
        rows={answers}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "line",
            header: t("business-cases.lines.label"),
            rowHeader: true,
            cell: ({ line }) => tell(line),
          },
          {
            key: "kind",
            header: t("business-cases.lines.kind"),
            cell: ({ kind }) => t(`business-cases.kind.${kind}`),
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

/** The same for those who sit at the table: what was taken in a word, what was refused with its reason. */
export function CalibrationBrief({ answers }: { answers: readonly LineAnswer[] }) {
  const { t, tell, percent } = useSpeech();
  const taken = answers.filter(({ answer }) => answer === "taken");
  const refused = answers.filter(({ answer }) => answer === "refused");
  return (
    <>
      {taken.length > 0 && (
        <p className="hint">
          {t("business-cases.calibration.brief.taken", {
            count: taken.length,
            lines: taken.map(({ line, factor }) => `${tell(line)} (${percent(factor, 0)})`).join(", "),
          })}
        </p>
      )}
      {refused.map(({ id, line, factor, reason }) => (
        <p key={id}>
          <Badge tone="warning">{t("business-cases.calibration.brief.refused")}</Badge>{" "}
          {t("business-cases.calibration.brief.why", {
            line: tell(line),
            share: percent(factor, 0),
            reason: tell(reason),
          })}
        </p>
      ))}
    </>
  );
}
