import type { Rejection } from "#app/answer";
import { ConflictPanel, typedFigure } from "#app/conflict";
import { EVIDENCE_GRADES } from "#app/kernel/evidence";
import type { Told } from "#app/kernel/told";
import type { Speech } from "#app/locales/speech";
import { useSpeech } from "#app/locales/use-speech";
import type { GridKpi } from "./report-grid.server";

function useGrade() {
  const { t } = useSpeech();
  return (sent: string | undefined) => {
    const known = EVIDENCE_GRADES.find(({ grade }) => String(grade) === sent);
    return known ? t(`measurement.evidence.${known.name}`) : "";
  };
}

interface Stored {
  actual: number | null;
  evidence: number;
  unavailableBecause?: Told | null;
  source?: Told | null;
  note?: Told | null;
}

/** What was typed of one report, field by field as its form has them, beside what is stored of it now. */
export function ReportConflict({ stored, typed }: { stored: Stored } & Pick<Rejection, "typed">) {
  const speech = useSpeech();
  const { t, tell, number } = speech;
  const grade = useGrade();
  const texts = [
    { name: "unavailableBecause", label: t("measurement.unavailable-because") },
    { name: "source", label: t("measurement.source") },
    { name: "note", label: t("measurement.note") },
  ] as const;
  return (
    <ConflictPanel
      fields={[
        {
          label: t("measurement.actual"),
          yours: typedFigure(speech, typed.actual),
          theirs: number(stored.actual, 6),
        },
        { label: t("measurement.evidence"), yours: grade(typed.evidence), theirs: grade(String(stored.evidence)) },
        ...texts
          .filter(({ name }) => name in typed)
          .map(({ name, label }) => ({ label, yours: typed[name] ?? "", theirs: tell(stored[name]) })),
      ]}
    />
  );
}

/** The rows of the grid that were changed, where they say something else by now. */
export function GridConflict({
  rows,
  typedIn,
}: {
  rows: GridKpi[];
  typedIn: (kpi: GridKpi) => (name: string) => string;
}) {
  const speech = useSpeech();
  const { t, tell, number } = speech;
  const grade = useGrade();
  return (
    <ConflictPanel
      fields={rows.flatMap((kpi) => {
        const [typed, now] = [typedIn(kpi), shownIn(kpi, tell)];
        const pair = (label: string, yours: string, theirs: string) => ({
          label: `${tell(kpi.name)} · ${label}`,
          yours,
          theirs,
        });
        return [
          pair(t("measurement.actual"), typedFigure(speech, typed("actual")), number(now.actual, 6)),
          pair(t("measurement.evidence"), grade(typed("evidence")), grade(String(now.evidence))),
          pair(t("measurement.source"), typed("source"), now.source),
          pair(t("measurement.report.words"), typed("words"), now.words),
        ];
      })}
    />
  );
}

/** What a row shows before anybody types: what is stored, or how the last one was measured. */
export function shownIn({ report, usual }: GridKpi, tell: Speech["tell"]) {
  return {
    actual: report?.actual ?? null,
    evidence: Math.min(report?.evidence ?? usual?.evidence ?? 0, 2),
    source: tell(report ? report.source : usual?.source),
    words: tell(report?.actual === null ? report.unavailableBecause : report?.note),
  };
}
