import { useForm } from "#app/answer";
import { ConflictPanel } from "#app/conflict";
import { parseNumber } from "#app/kernel/input";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { NumberField, TextArea, TextField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, Fieldset, FormActions, Hidden } from "#app/ui/form";
import { Notice } from "#app/ui/page";
import { monthOptions } from "./choices";
import { HearsField } from "./hears-field";
import type { Organisation } from "./organisation.server";
import { OrganisationFields } from "./organisation-fields";
import { HEARINGS } from "./roles";

export function OrganisationForm({ stored }: { stored: Organisation }) {
  const { t, number, list, locale } = useSpeech();
  const form = useForm();
  const { field, errors, refusal, rejection } = form;
  const typed = (name: string) => rejection?.typed[name] ?? "";
  const counted = (name: string) => {
    const value = parseNumber(typed(name));
    return value === null ? typed(name) : number(value, 4);
  };
  const month = (value: string) => monthOptions(locale).find((option) => option.value === value)?.label ?? value;
  const language = (value: string) => (value === "fr" || value === "en" ? t(`people.language.${value}`) : value);
  const heard = (roles: readonly string[]) =>
    list(HEARINGS.filter((role) => roles.includes(role)).map((role) => t(`people.role.${role}`)));
  const rate = number(stored.discountRate * 100, 4);
  const counts = [
    ["horizonQuarters", t("people.organisation.horizon")],
    ["assessmentsNeeded", t("people.organisation.assessments")],
    ["quorum", t("people.organisation.quorum")],
    ["screeningDays", t("people.organisation.screening-days")],
  ] as const;
  return (
    <form method="post" className="form form-wide">
      <Hidden values={{ version: stored.version }} />
      {rejection?.stale ? (
        <ConflictPanel
          fields={[
            { label: t("people.organisation.name"), yours: typed("name"), theirs: stored.name },
            { label: t("people.organisation.currency"), yours: typed("currency"), theirs: stored.currency },
            {
              label: t("people.organisation.first-month"),
              yours: month(typed("fiscalFirstMonth")),
              theirs: month(String(stored.fiscalFirstMonth)),
            },
            { label: t("people.organisation.time-zone"), yours: typed("timeZone"), theirs: stored.timeZone },
            {
              label: t("people.organisation.locale"),
              yours: language(typed("locale")),
              theirs: language(stored.locale),
            },
            { label: t("people.organisation.discount-rate"), yours: counted("discountRate"), theirs: rate },
            {
              label: t("people.organisation.holidays"),
              yours: typed("holidays"),
              theirs: stored.holidays.join(" "),
            },
            { label: t("people.organisation.colour"), yours: typed("colour"), theirs: stored.colour ?? "" },
            {
              label: t("people.organisation.hears"),
              yours: heard(rejection.chosen["hears[]"] ?? []),
              theirs: heard(stored.hears),
            },
            ...counts.map(([name, label]) => ({ label, yours: counted(name), theirs: number(stored[name]) })),
          ]}
        />
      ) : (
        refusal && <Notice tone="bad">{refusal}</Notice>
      )}
      <ErrorSummary errors={errors} />
      <Fieldset legend={t("people.set-up.organisation")}>
        <OrganisationFields form={form} stored={stored} />
      </Fieldset>
      <Fieldset legend={t("people.organisation.rules")}>
        <FieldGrid>
          <NumberField
            {...field("discountRate", rate)}
            label={t("people.organisation.discount-rate")}
            unit="%"
            required
          />
          <NumberField
            {...field("horizonQuarters", stored.horizonQuarters)}
            label={t("people.organisation.horizon")}
            unit={t("people.organisation.horizon.unit")}
            required
          />
          <NumberField
            {...field("assessmentsNeeded", stored.assessmentsNeeded)}
            label={t("people.organisation.assessments")}
            hint={t("people.organisation.assessments.hint")}
            required
          />
          <NumberField
            {...field("quorum", stored.quorum)}
            label={t("people.organisation.quorum")}
            hint={t("people.organisation.quorum.hint")}
            required
          />
        </FieldGrid>
        <HearsField form={form} stored={stored.hears} />
      </Fieldset>
      <Fieldset legend={t("people.organisation.answers")}>
        <NumberField
          {...field("screeningDays", stored.screeningDays)}
          label={t("people.organisation.screening-days")}
          hint={t("people.organisation.screening-days.hint")}
          unit={t("people.organisation.screening-days.unit")}
          required
        />
        <TextArea
          {...field("holidays", stored.holidays.join("\n"))}
          label={t("people.organisation.holidays")}
          hint={t("people.organisation.holidays.hint")}
          rows={5}
        />
      </Fieldset>
      <Fieldset legend={t("people.organisation.shown")}>
        <TextField
          {...field("colour", stored.colour)}
          label={t("people.organisation.colour")}
          hint={t("people.organisation.colour.hint")}
          maxLength={7}
          width="short"
        />
      </Fieldset>
      <FormActions>
        <Button>{t("desk.save")}</Button>
      </FormActions>
    </form>
  );
}
