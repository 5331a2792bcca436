import { useForm } from "#app/answer";
import { ConflictPanel } from "#app/conflict";
import { countryName } from "#app/kernel/country";
import { typedNumber } from "#app/kernel/input";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { RadioGroup, Select } from "#app/ui/choice";
import { NumberField, TextArea, TextField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, Fieldset, FormActions, Hidden } from "#app/ui/form";
import { Disclosure, Notice } from "#app/ui/page";
import type { GovernancePage } from "./governance-page.server";
import { CARD_TEXTS, REVIEW_MOMENTS, RHYTHMS, type TrustCard } from "./trust-card";

const WORDS = ["transferCountry", "humanReviewer", "monitoringBy"] as const;
const YES_NO = ["personalData", "transfer"] as const;

const spoken = (answer: boolean | null) => (answer === null ? "unknown" : answer ? "yes" : "no");

function Conflict({ card, typed }: { card: TrustCard; typed: Record<string, string> }) {
  const { t, tell, percent } = useSpeech();
  const said = (value: string | undefined) =>
    value === "yes" ? t("desk.yes") : value === "no" ? t("desk.no") : t("desk.unknown");
  return (
    <ConflictPanel
      fields={[
        ...CARD_TEXTS.map((name) => ({
          label: t(`trust.field.${name}`),
          yours: typed[name] ?? "",
          theirs: tell(card[name]),
        })),
        ...WORDS.map((name) => ({
          label: t(`trust.field.${name}`),
          yours: typed[name] ?? "",
          theirs: card[name] ?? "",
        })),
        ...YES_NO.map((name) => ({
          label: t(`trust.field.${name}`),
          yours: said(typed[name]),
          theirs: said(spoken(card[name])),
        })),
        {
          label: t("trust.field.reviewShare"),
          yours: typed.reviewShare ? `${typed.reviewShare} %` : "",
          theirs: card.reviewShare === null ? "" : percent(card.reviewShare),
        },
      ]}
    />
  );
}

type Form = ReturnType<typeof useForm>;
interface Part {
  form: Form;
  card: TrustCard;
}

function Answer({ form, card, name }: Part & { name: (typeof YES_NO)[number] }) {
  const { t } = useSpeech();
  return (
    <RadioGroup
      {...form.field(name, spoken(card[name]))}
      label={t(`trust.field.${name}`)}
      layout="inline"
      options={[
        { value: "yes", label: t("desk.yes") },
        { value: "no", label: t("desk.no") },
        { value: "unknown", label: t("desk.unknown") },
      ]}
    />
  );
}

function Text({ form, card, name }: Part & { name: (typeof CARD_TEXTS)[number] }) {
  const { t, tell } = useSpeech();
  return (
    <TextArea
      {...form.field(name, tell(card[name]))}
      label={t(`trust.field.${name}`)}
      hint={t(`trust.hint.${name}`)}
      rows={2}
    />
  );
}

function Filter({ form, card }: Part) {
  const { t, locale } = useSpeech();
  const share = card.reviewShare === null ? "" : typedNumber(card.reviewShare * 100, locale, 2);
  return (
    <Fieldset legend={t("trust.question.human-filter")} hint={t("trust.filter.hint")}>
      <FieldGrid columns={3}>
        <TextField {...form.field("humanReviewer", card.humanReviewer)} label={t("trust.field.humanReviewer")} />
        <Select
          {...form.field("reviewMoment", card.reviewMoment)}
          label={t("trust.field.reviewMoment")}
          empty={t("desk.unknown")}
          options={REVIEW_MOMENTS.map((value) => ({ value, label: t(`trust.moment.${value}`) }))}
        />
        <NumberField {...form.field("reviewShare", share)} label={t("trust.field.reviewShare")} unit="%" />
      </FieldGrid>
    </Fieldset>
  );
}

function Monitoring({ form, card }: Part) {
  const { t } = useSpeech();
  return (
    <Fieldset legend={t("trust.question.monitoring")}>
      <Text form={form} card={card} name="monitoringWhat" />
      <FieldGrid columns={2}>
        <TextField {...form.field("monitoringBy", card.monitoringBy)} label={t("trust.field.monitoringBy")} />
        <Select
          {...form.field("monitoringEvery", card.monitoringEvery)}
          label={t("trust.field.monitoringEvery")}
          empty={t("desk.unknown")}
          options={RHYTHMS.map((value) => ({ value, label: t(`trust.every.${value}`) }))}
        />
      </FieldGrid>
      <Text form={form} card={card} name="monitoringThreshold" />
    </Fieldset>
  );
}

/** What the team answers for: the data and where it goes, who looks, what is explained, what is known to fail, what is watched. */
export function DataForm({ page: { card } }: { page: GovernancePage }) {
  const { t, locale } = useSpeech();
  const form = useForm("trust-card");
  const { errors, refusal, rejection } = form;
  const part = { form, card };
  return (
    <Disclosure summary={t("safeguards.trust-card.edit")} open={rejection !== undefined}>
      {rejection?.stale && <Conflict card={card} typed={rejection.typed} />}
      {refusal && !rejection?.stale && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" className="form">
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "trust-card", version: card.version }} />
        <Fieldset legend={t("trust.question.data")}>
          <Text {...part} name="dataWhere" />
          <Text {...part} name="dataWho" />
          <Text {...part} name="dataUse" />
          <Answer {...part} name="personalData" />
        </Fieldset>
        <Fieldset legend={t("trust.question.transfer")}>
          <Answer {...part} name="transfer" />
          <Text {...part} name="transferTo" />
          <TextField
            {...form.field("transferCountry", countryName(card.transferCountry, locale))}
            label={t("trust.field.transferCountry")}
          />
          <Text {...part} name="transferBasis" />
        </Fieldset>
        <Filter {...part} />
        <Text {...part} name="explainability" />
        <Text {...part} name="knownLimits" />
        <Monitoring {...part} />
        <FormActions>
          <Button>{t("desk.save")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}
