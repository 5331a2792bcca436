import type { Rejection } from "#app/answer";
import { ConflictPanel, chosen, typedAmount, typedFigure } from "#app/conflict";
import { isDay } from "#app/kernel/day";
import { useSpeech } from "#app/locales/use-speech";
import { SIDES } from "./poc";
import type { PocFormProps } from "./poc-form";
import { modelShown } from "./registers/thing-field";

interface Props extends Pick<PocFormProps, "choices">, Pick<Rejection, "typed"> {
  stored: NonNullable<PocFormProps["stored"]>;
}

/** Every term of a POC on which what was typed and what somebody saved meanwhile are apart. */
export function PocConflict({ stored, choices, typed }: Props) {
  const speech = useSpeech();
  const { t, tell, number, date, money } = speech;
  const named = (list: readonly { id: number; name: string }[], id: string) =>
    list.find((one) => String(one.id) === id)?.name ?? "";
  const side = (name: string | null | undefined) =>
    chosen(SIDES, name ?? undefined, (each) => t(`delivery.poc.side.${each}`));
  const direction = (name: string | undefined) =>
    chosen(["up", "down"], name, (each) => t(`delivery.poc.direction.${each}`));
  const member = (...said: (string | undefined)[]) => said.filter(Boolean).join(", ");
  const typedTeam = Object.keys(typed)
    .flatMap((name) => /^team\.(\d+)\.name$/.exec(name)?.[1] ?? [])
    .map((at) => member(typed[`team.${at}.name`], typed[`team.${at}.role`], side(typed[`team.${at}.side`])));
  const pair = (label: string, yours: string | undefined, theirs: string) => ({ label, yours: yours ?? "", theirs });
  const day = (label: string, yours: string | undefined, theirs: string) =>
    pair(label, isDay(yours ?? "") ? date(yours) : yours, date(theirs));
  const figure = (label: string, name: string, theirs: number) =>
    pair(label, typedFigure(speech, typed[name]), number(theirs, 6));
  return (
    <ConflictPanel
      fields={[
        pair(t("delivery.poc.hypothesis"), typed.hypothesis, tell(stored.hypothesis)),
        pair(t("delivery.poc.kpi"), typed.kpiName, tell(stored.kpiName)),
        pair(t("delivery.poc.unit"), typed.kpiUnit, stored.kpiUnit),
        figure(t("delivery.poc.baseline"), "baseline", stored.baseline),
        figure(t("delivery.poc.threshold"), "threshold", stored.threshold),
        pair(t("delivery.poc.direction"), direction(typed.direction), direction(stored.direction)),
        day(t("delivery.poc.starts"), typed.startsOn, stored.startsOn),
        day(t("delivery.poc.ends"), typed.endsOn, stored.endsOn),
        figure(t("delivery.poc.people-cap"), "peopleCap", stored.peopleCap),
        pair(t("delivery.poc.budget-cap"), typedAmount(speech, typed.budgetCapMinor), money(stored.budgetCapMinor)),
        pair(
          t("delivery.poc.person-days-cap"),
          typed.personDaysCap,
          stored.personDaysCap === null ? "" : number(stored.personDaysCap),
        ),
        pair(t("delivery.poc.guardrail"), typed.guardrailName, tell(stored.guardrailName)),
        pair(
          t("delivery.poc.guardrail-limit"),
          typedFigure(speech, typed.guardrailLimit),
          stored.guardrailLimit === null ? "" : number(stored.guardrailLimit, 6),
        ),
        pair(t("delivery.poc.data-owner"), typed.dataOwner, stored.dataOwner ?? ""),
        pair(t("delivery.poc.one-function-reason"), typed.oneFunctionReason, tell(stored.oneFunctionReason)),
        pair(
          t("delivery.poc.team"),
          typedTeam.filter(Boolean).join(" ; "),
          stored.team.map((one) => member(one.name, tell(one.role), side(one.side))).join(" ; "),
        ),
        pair(
          t("delivery.poc.vendor"),
          named(choices.vendors, typed.vendorId ?? ""),
          named(choices.vendors, String(stored.vendorId ?? "")),
        ),
        pair(t("delivery.poc.model"), modelShown(choices, typed.modelId), modelShown(choices, stored.modelId)),
      ]}
    />
  );
}
