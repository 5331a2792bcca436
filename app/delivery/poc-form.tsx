import { useForm } from "#app/answer";
import type { Day } from "#app/kernel/day";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink } from "#app/ui/button";
import { RadioGroup, Select } from "#app/ui/choice";
import { AmountField, DateField, NumberField, TextArea, TextField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, Fieldset, FormActions, Hidden } from "#app/ui/form";
import { Notice, Section } from "#app/ui/page";
import { type PocTerms, SIDES, usualEnd } from "./poc";
import { PocConflict } from "./poc-conflict";
import { modelShown, ThingField } from "./registers/thing-field";
import type { VendorChoices } from "./vendors.server";

export interface PocFormProps {
  reference: string;
  stored: (PocTerms & { id: number; version: number }) | null;
  started: boolean;
  choices: VendorChoices;
  people: { id: number; name: string }[];
  team: { name: string; role: string; side: "business" | "technical" }[];
  today: Day;
}

const SPARE_ROWS = 3;

function Team({ rows, people }: { rows: { name: string; role: string; side: string | null }[]; people: string[] }) {
  const { t } = useSpeech();
  const { field, rejection } = useForm();
  const typed = Object.keys(rejection?.typed ?? {}).filter((name) => /^team\.\d+\.name$/.test(name)).length;
  const count = Math.min(30, Math.max(rows.length + SPARE_ROWS, typed));
  return (
    <Fieldset legend={t("delivery.poc.team")} hint={t("delivery.poc.team.hint")}>
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a form have no key but their place
        <FieldGrid columns={3} key={index}>
          <TextField
            {...field(`team.${index}.name`, rows[index]?.name)}
            label={t("delivery.poc.member", { number: index + 1 })}
            suggestions={people}
          />
          <TextField {...field(`team.${index}.role`, rows[index]?.role)} label={t("delivery.poc.role")} />
          <Select
            {...field(`team.${index}.side`, rows[index]?.side)}
            label={t("delivery.poc.side")}
            empty=""
            options={SIDES.map((side) => ({ value: side, label: t(`delivery.poc.side.${side}`) }))}
          />
        </FieldGrid>
      ))}
    </Fieldset>
  );
}

/** Defines a POC, or changes the one that runs; what is fixed beforehand says so once it has started. */
export function PocForm(props: PocFormProps) {
  const { reference, stored, started, choices, people, team, today } = props;
  const { t, tell } = useSpeech();
  const { field, errors, refusal, rejection } = useForm();
  const rows = stored ? stored.team.map(({ name, role, side }) => ({ name, role: tell(role), side })) : team;
  return (
    <Section title={t(stored ? "delivery.poc.edit" : "delivery.poc.define")} lead={t("delivery.poc.lead")}>
      {rejection?.stale && stored && <PocConflict stored={stored} choices={choices} typed={rejection.typed} />}
      {refusal && !rejection?.stale && <Notice tone="bad">{refusal}</Notice>}
      {started && <Notice tone="info">{t("delivery.poc.fixed")}</Notice>}
      <form method="post" className="form form-wide">
        <ErrorSummary errors={errors} />
        <Hidden values={{ id: stored?.id, version: stored?.version }} />
        <Fieldset legend={t("delivery.poc.bet")}>
          <TextArea
            {...field("hypothesis", tell(stored?.hypothesis))}
            label={t("delivery.poc.hypothesis")}
            hint={t("delivery.poc.hypothesis.hint")}
            readOnly={started}
            required
          />
          <FieldGrid>
            <TextField
              {...field("kpiName", tell(stored?.kpiName))}
              label={t("delivery.poc.kpi")}
              readOnly={started}
              required
            />
            <TextField
              {...field("kpiUnit", stored?.kpiUnit)}
              label={t("delivery.poc.unit")}
              width="short"
              readOnly={started}
              required
            />
            <NumberField
              {...field("baseline", stored?.baseline)}
              label={t("delivery.poc.baseline")}
              readOnly={started}
              required
            />
            <NumberField
              {...field("threshold", stored?.threshold)}
              label={t("delivery.poc.threshold")}
              hint={t("delivery.poc.threshold.hint")}
              readOnly={started}
              required
            />
          </FieldGrid>
          <RadioGroup
            {...field("direction", stored?.direction ?? "down")}
            label={t("delivery.poc.direction")}
            layout="inline"
            options={(["up", "down"] as const).map((one) => ({
              value: one,
              label: t(`delivery.poc.direction.${one}`),
            }))}
            required
          />
          <FieldGrid>
            <TextField
              {...field("guardrailName", tell(stored?.guardrailName))}
              label={t("delivery.poc.guardrail")}
              hint={t("delivery.poc.guardrail.hint")}
              readOnly={started}
            />
            <TextField
              {...field("guardrailUnit", stored?.guardrailUnit)}
              label={t("delivery.poc.guardrail-unit")}
              width="short"
              readOnly={started}
            />
            <NumberField
              {...field("guardrailLimit", stored?.guardrailLimit)}
              label={t("delivery.poc.guardrail-limit")}
              readOnly={started}
            />
          </FieldGrid>
          <RadioGroup
            {...field("guardrailDirection", stored?.guardrailDirection)}
            label={t("delivery.poc.guardrail-direction")}
            layout="inline"
            options={(["up", "down"] as const).map((one) => ({
              value: one,
              label: t(`delivery.poc.guardrail-direction.${one}`),
            }))}
          />
        </Fieldset>
        <Fieldset legend={t("delivery.poc.means")}>
          <FieldGrid>
            <DateField
              {...field("startsOn", stored?.startsOn ?? today)}
              label={t("delivery.poc.starts")}
              readOnly={started}
              required
            />
            <DateField
              {...field("endsOn", stored?.endsOn ?? usualEnd(today))}
              label={t("delivery.poc.ends")}
              hint={t("delivery.poc.ends.hint")}
              readOnly={started}
              required
            />
            <NumberField
              {...field("peopleCap", stored?.peopleCap)}
              label={t("delivery.poc.people-cap")}
              readOnly={started}
              required
            />
            <AmountField
              {...field("budgetCapMinor")}
              value={rejection?.typed.budgetCapMinor}
              amount={stored?.budgetCapMinor}
              label={t("delivery.poc.budget-cap")}
              readOnly={started}
              required
            />
            <NumberField
              {...field("personDaysCap", stored?.personDaysCap)}
              label={t("delivery.poc.person-days-cap")}
              hint={t("delivery.poc.person-days-cap.hint")}
              readOnly={started}
            />
            <Select
              {...field("vendorId", stored?.vendorId)}
              label={t("delivery.poc.vendor")}
              empty={t("desk.unknown")}
              options={choices.vendors.map(({ id, name }) => ({ value: String(id), label: name }))}
            />
            <ThingField
              {...field("modelId", modelShown(choices, stored?.modelId))}
              register="models"
              label={t("delivery.poc.model")}
              hint={t("delivery.poc.model.hint")}
            />
          </FieldGrid>
        </Fieldset>
        <Team rows={rows} people={people.map(({ name }) => name)} />
        <TextField
          {...field("dataOwner", stored?.dataOwner)}
          label={t("delivery.poc.data-owner")}
          suggestions={people.map(({ name }) => name)}
        />
        <TextArea
          {...field("oneFunctionReason", tell(stored?.oneFunctionReason))}
          label={t("delivery.poc.one-function-reason")}
          hint={t("delivery.poc.one-function-reason.hint")}
          rows={2}
        />
        <FormActions sticky>
          <Button>{t(stored ? "desk.save" : "delivery.poc.submit")}</Button>
          <ButtonLink href={`/use-cases/${reference}/poc`}>{t("desk.cancel")}</ButtonLink>
        </FormActions>
      </form>
    </Section>
  );
}
