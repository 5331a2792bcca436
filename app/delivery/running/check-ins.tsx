import { useForm } from "#app/answer";
import { typedNumber } from "#app/kernel/input";
import { currencyDigits } from "#app/kernel/money";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink } from "#app/ui/button";
import { RadioGroup } from "#app/ui/choice";
import { AmountField, DateField, NumberField, TextArea } from "#app/ui/field";
import { ErrorSummary, FieldGrid, FormActions, Hidden } from "#app/ui/form";
import { Badge } from "#app/ui/mark";
import { Disclosure, Notice, Section, Stack } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { PocPage, PocShown } from "../poc-page.server";
import { CONFIDENCES } from "./warning";

const TONES = { "on-track": "good", "at-risk": "warning", off: "bad" } as const;

/** The weeks of a POC, the latest first. */
export function CheckIns({ poc, page }: { poc: PocShown; page: PocPage }) {
  const { t, tell, number, date, money, wholeMoney } = useSpeech();
  if (poc.checkIns.length === 0) return <p>{t("delivery.check-in.none")}</p>;
  const mayCorrect = page.mayWrite && !poc.verdict;
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
          cell: ({ id, on, blockers, next, by, reason, correctedBy, correctedOn }) => (
            <Stack gap="tight">
              {blockers && <p>{t("delivery.check-in.blocked", { what: tell(blockers) })}</p>}
              {next && <p>{t("delivery.check-in.then", { what: tell(next) })}</p>}
              <p className="hint">{by ?? t("desk.unknown")}</p>
              {reason && (
                <p className="hint">
                  {correctedOn
                    ? t("delivery.check-in.corrected-by", {
                        name: correctedBy ?? t("desk.unknown"),
                        date: date(correctedOn),
                        why: tell(reason),
                      })
                    : t("delivery.check-in.explained", { why: tell(reason) })}
                </p>
              )}
              {mayCorrect && (
                <a href={`/use-cases/${page.reference}/poc?check-in=${id}#correct-check-in`}>
                  {t("delivery.check-in.correct")}
                  <span className="visually-hidden">{t("delivery.check-in.correct.title", { date: date(on) })}</span>
                </a>
              )}
            </Stack>
          ),
          prose: true,
          width: "medium",
        },
      ]}
    />
  );
}

/** The weeks that stay without a check-in, each by its days. */
export function Skipped({ poc: { weeksSkipped } }: { poc: PocShown }) {
  const { t, date } = useSpeech();
  if (weeksSkipped.length === 0) return null;
  const weeks = weeksSkipped
    .map(({ from, to }) => t("delivery.check-in.week", { from: date(from), to: date(to) }))
    .join(", ");
  return <Notice tone="warning">{t("delivery.check-in.skipped", { count: weeksSkipped.length, weeks })}</Notice>;
}

type Intent = "check-in" | "correct-check-in";
type Stored = PocShown["checkIns"][number];

function WeekFields({ poc, page, intent, stored }: { poc: PocShown; page: PocPage; intent: Intent; stored?: Stored }) {
  const { t, tell, locale, currency } = useSpeech();
  const { field } = useForm(intent);
  return (
    <>
      <RadioGroup
        {...field("confidence", stored?.confidence)}
        label={t("delivery.check-in.confidence")}
        layout="inline"
        options={CONFIDENCES.map((one) => ({ value: one, label: t(`delivery.check-in.confidence.${one}`) }))}
        required
      />
      <FieldGrid>
        <DateField
          {...field("on", stored?.on ?? page.today)}
          id="check-in-on"
          label={t("delivery.check-in.on")}
          hint={t("delivery.check-in.on.hint")}
          min={poc.startsOn}
          max={page.today}
          required
        />
        <NumberField
          {...field("value", stored?.value)}
          label={t("delivery.check-in.value.field")}
          hint={t("delivery.check-in.value.hint")}
          unit={poc.kpiUnit}
        />
        <AmountField
          {...field(
            "spentMinor",
            stored?.spentMinor == null
              ? undefined
              : typedNumber(stored.spentMinor / 10 ** currencyDigits(currency), locale, 3, 2),
          )}
          label={t("delivery.check-in.spent")}
        />
        <NumberField {...field("personDays", stored?.personDays)} label={t("delivery.check-in.person-days")} />
      </FieldGrid>
      <TextArea
        {...field("blockers", stored && tell(stored.blockers))}
        label={t("delivery.check-in.blockers")}
        rows={2}
      />
      <TextArea {...field("next", stored && tell(stored.next))} label={t("delivery.check-in.next")} rows={2} />
      <TextArea
        {...field("reason")}
        id="check-in-reason"
        label={t("delivery.check-in.reason")}
        hint={t(stored ? "delivery.check-in.reason.correct" : "delivery.check-in.reason.add")}
        rows={2}
        required={stored !== undefined}
      />
    </>
  );
}

export function CheckInForm({ poc, page }: { poc: PocShown; page: PocPage }) {
  const { t } = useSpeech();
  const { errors, refusal, rejection } = useForm("check-in");
  return (
    <Disclosure summary={t("delivery.check-in.add")} open={rejection !== undefined}>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" className="form">
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "check-in", pocId: poc.id }} />
        <WeekFields poc={poc} page={page} intent="check-in" />
        <FormActions>
          <Button variant="quiet">{t("delivery.check-in.submit")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}

/** The check-in that the address names, to be corrected with a reason. */
export function CorrectCheckIn({ poc, page, week }: { poc: PocShown; page: PocPage; week: Stored }) {
  const { t, date } = useSpeech();
  const { errors, refusal } = useForm("correct-check-in");
  return (
    <Section id="correct-check-in" title={t("delivery.check-in.correct.title", { date: date(week.on) })} level={3}>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" className="form">
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "correct-check-in", checkInId: week.id, version: week.version }} />
        <WeekFields poc={poc} page={page} intent="correct-check-in" stored={week} />
        <FormActions>
          <Button>{t("desk.save")}</Button>
          <ButtonLink href={`/use-cases/${page.reference}/poc`} variant="quiet">
            {t("desk.cancel")}
          </ButtonLink>
        </FormActions>
      </form>
    </Section>
  );
}
