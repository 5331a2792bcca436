import { Once, useForm } from "#app/answer";
import type { Day } from "#app/kernel/day";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Checkbox, Select } from "#app/ui/choice";
import { DateField, NumberField, TextArea, TextField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, FormActions, Hidden } from "#app/ui/form";
import { Disclosure, Notice, Section, Stack } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { ThingField } from "../registers/thing-field";
import { Components } from "./attempts";
import type { LivePage, SwitchShown } from "./live-page.server";

function SwitchForm({ live, today }: { live: LivePage; today: Day }) {
  const { t } = useSpeech();
  const { field, errors, refusal, rejection } = useForm("switch");
  const models = live.components.filter(({ kind }) => kind === "model");
  const [only] = models;
  const chosenAs = ({ modelId, name }: (typeof models)[number]) =>
    modelId === null ? `name-${name}` : `model-${modelId}`;
  const last = live.switches.at(-1);
  const unit = live.kpiUnit || undefined;
  return (
    <Disclosure summary={t("delivery.live.switch")} open={rejection !== undefined}>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" className="form">
        <Once />
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "switch" }} />
        <FieldGrid>
          {models.length > 0 ? (
            <Select
              {...field("from", only && chosenAs(only))}
              label={t("delivery.live.from")}
              options={models.map((one) => ({ value: chosenAs(one), label: one.name }))}
              required
            />
          ) : (
            <TextField {...field("fromName")} label={t("delivery.live.from.name")} required />
          )}
          <DateField {...field("on", today)} id="switch-on" label={t("delivery.live.on")} max={today} required />
          <ThingField {...field("toModelId")} register="models" label={t("delivery.live.to")} />
          <TextField {...field("toName")} label={t("delivery.live.to.name")} />
        </FieldGrid>
        <TextArea {...field("reason")} id="switch-reason" label={t("delivery.live.reason")} rows={2} required />
        <FieldGrid>
          <NumberField
            {...field("kpiBefore", last ? last.kpiAfter : live.kept?.result)}
            label={`${t("delivery.live.kpi")} · ${t("delivery.live.before")}`}
            unit={unit}
          />
          <NumberField
            {...field("kpiAfter")}
            label={`${t("delivery.live.kpi")} · ${t("delivery.live.after")}`}
            unit={unit}
          />
          <NumberField
            {...field("guardrailBefore", last ? last.guardrailAfter : live.kept?.guardrailValue)}
            label={`${t("delivery.live.guardrail")} · ${t("delivery.live.before")}`}
          />
          <NumberField
            {...field("guardrailAfter")}
            label={`${t("delivery.live.guardrail")} · ${t("delivery.live.after")}`}
          />
          <NumberField {...field("costBefore")} label={`${t("delivery.live.cost")} · ${t("delivery.live.before")}`} />
          <NumberField {...field("costAfter")} label={`${t("delivery.live.cost")} · ${t("delivery.live.after")}`} />
        </FieldGrid>
        <Checkbox {...field("material")} value="yes" label={t("delivery.live.material")} checked />
        <FormActions>
          <Button variant="quiet">{t("delivery.live.switch")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}

function MeasureForm({ change, unit }: { change: SwitchShown; unit: string | undefined }) {
  const { t } = useSpeech();
  const { field, errors, refusal, rejection } = useForm("measure-switch", { switchId: String(change.id) });
  return (
    <Disclosure summary={t("delivery.live.measure.of", { to: change.toName })} open={rejection !== undefined}>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" className="form">
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "measure-switch", switchId: change.id, version: change.version }} />
        <FieldGrid>
          <NumberField
            {...field("kpiAfter", change.kpiAfter)}
            id={`kpi-after-${change.id}`}
            label={t("delivery.live.kpi")}
            unit={unit}
          />
          <NumberField
            {...field("guardrailAfter", change.guardrailAfter)}
            id={`guardrail-after-${change.id}`}
            label={t("delivery.live.guardrail")}
          />
          <NumberField {...field("costAfter")} id={`cost-after-${change.id}`} label={t("delivery.live.cost")} />
        </FieldGrid>
        <FormActions>
          <Button variant="quiet">{t("delivery.live.measure")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}

/** What a live case runs on, each switch of its models with before and after, and the way to switch. */
export function LiveModels({ live, today }: { live: LivePage; today: Day }) {
  const { t, tell, date, number, unitPrice } = useSpeech();
  const both = (before: number | null, after: number | null, say = (value: number | null) => number(value)) =>
    t("delivery.live.change", { from: say(before), to: say(after) });
  const last = live.switches.at(-1);
  const unmeasured = last && (last.kpiAfter === null || last.guardrailAfter === null || last.costAfter === null);
  return (
    <Section title={t("delivery.live.title")} id="models" lead={t("delivery.live.lead")}>
      <Stack>
        {live.components.length > 0 ? <Components components={live.components} /> : <p>{t("delivery.live.none")}</p>}
        {live.switches.length > 0 && (
          <DataTable
            caption={t("delivery.live.switches")}
            rows={[...live.switches].reverse()}
            rowKey={({ id }) => id}
            narrow="cards"
            columns={[
              { key: "on", header: t("delivery.live.on"), cell: ({ on }) => date(on), rowHeader: true, width: "fit" },
              {
                key: "model",
                header: t("delivery.poc.model"),
                cell: ({ fromName, toName }) => t("delivery.live.change", { from: fromName, to: toName }),
              },
              { key: "reason", header: t("delivery.live.reason"), cell: (one) => tell(one.reason), prose: true },
              {
                key: "kpi",
                header: t("delivery.live.kpi"),
                cell: ({ kpiBefore, kpiAfter }) => both(kpiBefore, kpiAfter),
                numeric: true,
              },
              {
                key: "guardrail",
                header: t("delivery.live.guardrail"),
                cell: ({ guardrailBefore, guardrailAfter }) => both(guardrailBefore, guardrailAfter),
                numeric: true,
              },
              {
                key: "cost",
                header: t("delivery.live.cost"),
                cell: ({ costBefore, costAfter }) => both(costBefore, costAfter, unitPrice),
                numeric: true,
              },
              {
                key: "by",
                header: t("delivery.check-in.by"),
                cell: ({ by }) => by ?? t("desk.unknown"),
                hideNarrow: true,
              },
            ]}
          />
        )}
        {live.maySwitch && last && unmeasured && <MeasureForm change={last} unit={live.kpiUnit || undefined} />}
        {live.maySwitch && <SwitchForm live={live} today={today} />}
      </Stack>
    </Section>
  );
}
