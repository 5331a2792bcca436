import { Once, useForm } from "#app/answer";
import { typedNumber } from "#app/kernel/input";
import { currencyDigits } from "#app/kernel/money";
import type { Told } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { AmountField, NumberField, TextArea, TextField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, Fieldset, FormActions, Hidden } from "#app/ui/form";
import { Disclosure, Notice } from "#app/ui/page";
import { RISK_CLASSES, type ScenarioInputs } from "./scenario";

interface Props {
  departments: { id: number; name: Told }[];
  /** What the form starts from. */
  from: { name: string; inputs: Pick<ScenarioInputs, "constraints" | "assumedPeople" | "written"> } | null;
}

/** The constraints of a scenario, as amounts and numbers; an empty field constrains nothing. */
export function ScenarioForm({ departments, from }: Props) {
  const { t, tell, locale, currency } = useSpeech();
  const { field, errors, refusal } = useForm("work-out");
  const { constraints, assumedPeople, written } = from?.inputs ?? {
    constraints: null,
    assumedPeople: null,
    written: null,
  };
  const money = (name: string, amount: number | null | undefined) =>
    field(
      name,
      amount === null || amount === undefined ? "" : typedNumber(amount / 10 ** currencyDigits(currency), locale, 2),
    );
  const departmentOf = (id: number) => constraints?.departments.find(({ department }) => department === String(id));
  const classOf = (name: string) => constraints?.riskClasses.find(({ riskClass }) => riskClass === name);
  const shareOf = (name: string) => {
    const share = classOf(name)?.share ?? null;
    return share === null ? null : Math.round(share * 1e6) / 1e4;
  };
  // A fault is never hidden in what is folded up.
  const faulty = (...names: string[]) =>
    Object.keys(errors).some((at) => names.some((name) => at === name || at.startsWith(`${name}.`)));
  return (
    <form method="post" className="form form-wide" id="work-out">
      <Once />
      <Hidden values={{ intent: "work-out" }} />
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <ErrorSummary errors={errors} />
      <TextField {...field("name", from?.name)} label={t("choice.name")} hint={t("choice.name.hint")} required />
      <FieldGrid columns={3}>
        <AmountField
          {...money("budget", constraints?.budget)}
          label={t("choice.budget")}
          hint={t("choice.budget.hint")}
        />
        <NumberField
          {...field("people", constraints?.people)}
          label={t("choice.people.capacity")}
          hint={t("choice.people.hint")}
          unit={t("choice.fte")}
        />
        <NumberField
          {...field("assumedPeople", assumedPeople)}
          label={t("choice.people.assumed")}
          hint={t("choice.people.assumed.hint")}
          unit={t("choice.fte")}
        />
      </FieldGrid>
      <Disclosure
        summary={t("choice.departments")}
        open={(constraints?.departments.length ?? 0) > 0 || faulty("department") || undefined}
      >
        <p>{t("choice.departments.hint")}</p>
        {departments.map(({ id, name }) => (
          <Fieldset key={id} legend={tell(name)}>
            <FieldGrid columns={3}>
              <NumberField
                {...field(`department.${id}.count`, departmentOf(id)?.count)}
                label={t("choice.least.count")}
              />
              <AmountField {...money(`department.${id}.cost`, departmentOf(id)?.cost)} label={t("choice.least.cost")} />
            </FieldGrid>
          </Fieldset>
        ))}
      </Disclosure>
      <Disclosure
        summary={t("choice.classes")}
        open={(constraints?.riskClasses.length ?? 0) > 0 || faulty("class") || undefined}
      >
        <p>{t("choice.classes.hint")}</p>
        {RISK_CLASSES.map((name) => (
          <Fieldset key={name} legend={t(`choice.class.${name}`)}>
            <FieldGrid columns={3}>
              <NumberField {...field(`class.${name}.count`, classOf(name)?.count)} label={t("choice.most.count")} />
              <AmountField {...money(`class.${name}.cost`, classOf(name)?.cost)} label={t("choice.most.cost")} />
              <NumberField {...field(`class.${name}.share`, shareOf(name))} label={t("choice.most.share")} unit="%" />
            </FieldGrid>
          </Fieldset>
        ))}
      </Disclosure>
      <Disclosure
        summary={t("choice.named")}
        open={
          Boolean(written?.include || written?.exclude || written?.exclusive) ||
          faulty("include", "exclude", "exclusive") ||
          undefined
        }
      >
        <FieldGrid columns={3}>
          <TextArea
            {...field("include", written?.include)}
            label={t("choice.include")}
            hint={t("choice.include.hint")}
            rows={3}
          />
          <TextArea
            {...field("exclude", written?.exclude)}
            label={t("choice.exclude")}
            hint={t("choice.exclude.hint")}
            rows={3}
          />
          <TextArea
            {...field("exclusive", written?.exclusive)}
            label={t("choice.exclusive")}
            hint={t("choice.exclusive.hint")}
            rows={3}
          />
        </FieldGrid>
      </Disclosure>
      <FormActions>
        <Button>{t("choice.work-out")}</Button>
      </FormActions>
    </form>
  );
}
