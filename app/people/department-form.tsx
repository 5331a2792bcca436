import { useForm } from "#app/answer";
import { ConflictPanel } from "#app/conflict";
import { parseNumber } from "#app/kernel/input";
import { currencyDigits, roundMinor } from "#app/kernel/money";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink } from "#app/ui/button";
import { RadioGroup } from "#app/ui/choice";
import { AmountField, NumberField, TextField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, FormActions, Hidden } from "#app/ui/form";
import { Notice } from "#app/ui/page";
import type { Department } from "./departments.server";

/** A department to create (`stored` null) or to change. */
export function DepartmentForm({ stored }: { stored: Department | null }) {
  const { t, number, money, currency } = useSpeech();
  const { field, errors, refusal, rejection } = useForm();
  const typed = (name: string) => rejection?.typed[name] ?? "";
  // Said as the stored side is said, so that `50` and `50,00` are no conflict.
  const counted = (name: string, say: (value: number) => string) => {
    const value = parseNumber(typed(name));
    return value === null ? typed(name) : say(value);
  };
  const state = (active: boolean) => t(active ? "people.department.active" : "people.department.closed");
  return (
    <form method="post" className="form">
      <Hidden values={{ version: stored?.version }} />
      {rejection?.stale && stored ? (
        <ConflictPanel
          fields={[
            { label: t("people.department.code"), yours: typed("code").toUpperCase(), theirs: stored.code },
            { label: t("people.department.name-fr"), yours: typed("nameFr"), theirs: stored.name.fr ?? "" },
            { label: t("people.department.name-en"), yours: typed("nameEn"), theirs: stored.name.en ?? "" },
            {
              label: t("people.department.headcount"),
              yours: counted("headcount", number),
              theirs: stored.headcount === null ? "" : number(stored.headcount),
            },
            {
              label: t("people.department.hourly-cost"),
              yours: counted("hourlyCost", (value) => money(roundMinor(value * 10 ** currencyDigits(currency)))),
              theirs: stored.hourlyCostMinor === null ? "" : money(stored.hourlyCostMinor),
            },
            {
              label: t("people.department.state"),
              yours: state(typed("active") === "yes"),
              theirs: state(stored.active),
            },
          ]}
        />
      ) : (
        refusal && <Notice tone="bad">{refusal}</Notice>
      )}
      <ErrorSummary errors={errors} />
      <TextField
        {...field("code", stored?.code)}
        label={t("people.department.code")}
        hint={t("people.department.code.hint")}
        width="short"
        maxLength={20}
        required
      />
      <FieldGrid>
        <TextField {...field("nameFr", stored?.name.fr)} label={t("people.department.name-fr")} lang="fr" />
        <TextField {...field("nameEn", stored?.name.en)} label={t("people.department.name-en")} lang="en" />
        <NumberField {...field("headcount", stored?.headcount)} label={t("people.department.headcount")} />
        <AmountField
          name="hourlyCost"
          value={rejection?.typed.hourlyCost}
          amount={stored?.hourlyCostMinor}
          error={errors.hourlyCost}
          label={t("people.department.hourly-cost")}
          hint={t("people.department.hourly-cost.hint")}
        />
      </FieldGrid>
      {stored ? (
        <RadioGroup
          {...field("active", stored.active ? "yes" : "no")}
          label={t("people.department.state")}
          hint={t("people.department.active.hint")}
          layout="inline"
          options={[
            { value: "yes", label: state(true) },
            { value: "no", label: state(false) },
          ]}
        />
      ) : (
        <Hidden values={{ active: "yes" }} />
      )}
      <FormActions>
        <Button>{t("desk.save")}</Button>
        <ButtonLink href="/admin/departments">{t("desk.cancel")}</ButtonLink>
      </FormActions>
    </form>
  );
}
