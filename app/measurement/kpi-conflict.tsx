import type { Rejection } from "#app/answer";
import { ConflictPanel, chosen, typedAmount, typedFigure } from "#app/conflict";
import type { Minor } from "#app/kernel/money";
import { isQuarter } from "#app/kernel/quarter";
import { useSpeech } from "#app/locales/use-speech";
import type { KpiFormProps } from "./kpi-form";
import { OVER_TIME } from "./over-time";
import { DIRECTIONS } from "./realised";

interface Props extends Pick<KpiFormProps, "people">, Pick<Rejection, "typed"> {
  kpi: NonNullable<KpiFormProps["kpi"]>;
}

/** Every term of a KPI on which what was typed and what somebody saved meanwhile are apart. */
export function KpiConflict({ kpi, people, typed }: Props) {
  const speech = useSpeech();
  const { t, tell, number, money, quarter } = speech;
  const owner = (id: string) => people.find((person) => String(person.id) === id)?.name ?? "";
  const direction = (name: string | undefined) =>
    chosen(DIRECTIONS, name, (each) => t(`measurement.direction.${each}`));
  const overTime = (name: string | undefined) => chosen(OVER_TIME, name, (each) => t(`measurement.over-time.${each}`));
  const inQuarter = (name: string | null | undefined) => (name && isQuarter(name) ? quarter(name) : "");
  const yes = (said: boolean) => t(said ? "desk.yes" : "desk.no");
  const pair = (label: string, yours: string | undefined, theirs: string | null) => ({
    label,
    yours: yours ?? "",
    theirs: theirs ?? "",
  });
  const figure = (label: string, name: string, stored: number | null) =>
    pair(label, typedFigure(speech, typed[name]), number(stored, 6));
  return (
    <ConflictPanel
      fields={[
        pair(t("measurement.kpi.name"), typed.name, tell(kpi.name)),
        pair(t("measurement.kpi.unit"), typed.unit, kpi.unit),
        pair(t("measurement.direction"), direction(typed.direction), direction(kpi.direction)),
        pair(t("measurement.owner"), owner(typed.ownerId ?? ""), owner(String(kpi.ownerId))),
        figure(t("measurement.baseline"), "baseline", kpi.baseline),
        pair(t("measurement.kpi.baseline-period"), typed.baselinePeriod, kpi.baselinePeriod),
        figure(t("measurement.target"), "target", kpi.target),
        pair(t("measurement.kpi.baseline-method"), typed.baselineMethod, tell(kpi.baselineMethod)),
        pair(t("measurement.kpi.over-time"), overTime(typed.overTime), overTime(kpi.overTime)),
        pair(t("measurement.kpi.first"), inQuarter(typed.firstQuarter), inQuarter(kpi.firstQuarter)),
        pair(t("measurement.kpi.last"), inQuarter(typed.lastQuarter), inQuarter(kpi.lastQuarter)),
        pair(
          t("measurement.value-per-unit"),
          typedAmount(speech, typed.valuePerUnit),
          money(kpi.valuePerUnitMinor as Minor | null),
        ),
        figure(t("measurement.attribution"), "attribution", kpi.attribution * 100),
        pair(t("measurement.kpi.is-guardrail"), yes(typed.isGuardrail !== undefined), yes(kpi.isGuardrail)),
        figure(t("measurement.limit"), "limit", kpi.limit),
      ]}
    />
  );
}
