import type { FormState } from "#app/answer";
import { LOCALES } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";
import { RadioGroup, Select } from "#app/ui/choice";
import { TextField } from "#app/ui/field";
import { FieldGrid } from "#app/ui/form";
import { currencyOptions, monthOptions, timeZoneOptions } from "./choices";
import type { OrganisationInput } from "./set-up";

/** What set-up asks and the settings keep: name, money, calendar, language. */
export function OrganisationFields({ form, stored }: { form: FormState; stored: OrganisationInput }) {
  const { t, locale } = useSpeech();
  const { field } = form;
  return (
    <>
      <TextField {...field("name", stored.name)} label={t("people.organisation.name")} maxLength={120} required />
      <FieldGrid>
        <Select
          {...field("currency", stored.currency)}
          label={t("people.organisation.currency")}
          hint={t("people.organisation.currency.hint")}
          options={currencyOptions(locale)}
          required
        />
        <Select
          {...field("fiscalFirstMonth", stored.fiscalFirstMonth)}
          label={t("people.organisation.first-month")}
          hint={t("people.organisation.first-month.hint")}
          options={monthOptions(locale)}
          required
        />
        <Select
          {...field("timeZone", stored.timeZone)}
          label={t("people.organisation.time-zone")}
          hint={t("people.organisation.time-zone.hint")}
          options={timeZoneOptions(stored.timeZone)}
          required
        />
        <RadioGroup
          {...field("locale", stored.locale)}
          label={t("people.organisation.locale")}
          hint={t("people.organisation.locale.hint")}
          layout="inline"
          options={LOCALES.map((value) => ({ value, label: t(`people.language.${value}`) }))}
          required
        />
      </FieldGrid>
    </>
  );
}
