import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { RadioGroup } from "#app/ui/choice";
import { AmountField, DateField, NumberField, TextArea } from "#app/ui/field";
import { ErrorSummary, FieldGrid, FormActions, Hidden } from "#app/ui/form";
import { Badge } from "#app/ui/mark";
import { Disclosure, Notice, Stack } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { PocPage, PocShown } from "../poc-page.server";
import { CONFIDENCES } from "./warning";

const TONES = { "on-track": "good", "at-risk": "warning", off: "bad" } as const;

/** The weeks of a POC, the latest first. */
export function CheckIns({ poc }: { poc: PocShown }) {
  const { t, tell, number, date, money, wholeMoney } = useSpeech();
  if (poc.checkIns.length === 0) return <p>{t("delivery.check-in.none")}</p>;
  return (
    <DataTable
      caption={t("delivery.check-in.title")}
      rows={[...poc.checkIns].reverse()}
      rowKey={({ id }) => id}
      narrow="cards"
      columns={[
        { key: "on", header: t("delivery.check-in.on"), cell: (one) => date(one.on), rowHeader: true, width: "fit" },
        {
          key: "confidence",
          header: t("delivery.check-in.confidence"),
          cell: ({ confidence }) => (
            <Badge tone={TONES[confidence]}>{t(`delivery.check-in.confidence.${confidence}`)}</Badge>
          ),
        },
        {
          key: "value",
          header: t("delivery.check-in.value", { unit: poc.kpiUnit }),
          cell: ({ value }) => number(value),
          numeric: true,
        },
        {
          key: "spent",
          header: t("delivery.pace.money"),
          cell: ({ spentMinor }) => <span title={money(spentMinor)}>{wholeMoney(spentMinor)}</span>,
          numeric: true,
        },
        {
          key: "days",
          header: t("delivery.pace.work"),
          cell: ({ personDays }) => number(personDays),
          numeric: true,
        },
        {
          key: "said",
          header: t("delivery.check-in.said"),
          cell: ({ blockers, next, by }) => (
            <Stack gap="tight">
              {blockers && <p>{t("delivery.check-in.blocked", { what: tell(blockers) })}</p>}
              {next && <p>{t("delivery.check-in.then", { what: tell(next) })}</p>}
              <p className="hint">{by ?? t("desk.unknown")}</p>
            </Stack>
          ),
          prose: true,
          width: "medium",
        },
      ]}
    />
  );
}

export function CheckInForm({ poc, page }: { poc: PocShown; page: PocPage }) {
  const { t } = useSpeech();
  const { field, errors, refusal, rejection } = useForm("check-in");
  return (
    <Disclosure summary={t("delivery.check-in.add")} open={rejection !== undefined}>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" className="form">
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "check-in", pocId: poc.id }} />
        <RadioGroup
          {...field("confidence")}
          label={t("delivery.check-in.confidence")}
          layout="inline"
          options={CONFIDENCES.map((one) => ({ value: one, label: t(`delivery.check-in.confidence.${one}`) }))}
          required
        />
        <FieldGrid>
          <DateField
            {...field("on", page.today)}
            id="check-in-on"
            label={t("delivery.check-in.on")}
            hint={t("delivery.check-in.on.hint")}
            min={poc.startsOn}
            max={page.today}
            required
          />
          <NumberField
            {...field("value")}
            label={t("delivery.check-in.value.field")}
            hint={t("delivery.check-in.value.hint")}
            unit={poc.kpiUnit}
          />
          <AmountField {...field("spentMinor")} label={t("delivery.check-in.spent")} />
          <NumberField {...field("personDays")} label={t("delivery.check-in.person-days")} />
        </FieldGrid>
        <TextArea {...field("blockers")} label={t("delivery.check-in.blockers")} rows={2} />
        <TextArea {...field("next")} label={t("delivery.check-in.next")} rows={2} />
        <FormActions>
          <Button variant="quiet">{t("delivery.check-in.submit")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}
