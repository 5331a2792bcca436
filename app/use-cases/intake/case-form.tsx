import type { ReactNode } from "react";
import { type FormState, Once, useForm } from "#app/answer";
import type { Day } from "#app/kernel/day";
import type { Locale } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";
import { PersonField } from "#app/people/person-field";
import { Select } from "#app/ui/choice";
import { NumberField, RequiredMark, TextArea, TextField } from "#app/ui/field";
import { FieldGrid, Fieldset, Hidden } from "#app/ui/form";
import type { Choices } from "../choices.server";
import { CONTENT_LIMITS, hoursAYear, SOURCES, TIMES_PER } from "../content";
import { SimilarPanel } from "../similar/panel";
import type { Advice } from "./advice.server";
import { ExampleText, ExampleVolumes, ToolNamed } from "./advice-parts";
import { GuideHead } from "./guide";
import type { LiveAnswers } from "./live-entry";
import { LiveFields } from "./live-fields";
import { NoDepartment } from "./no-department";
import { type StoredContent, ToolFirst, Translations, toldField, typedOf, WhatMore } from "./optional-answers";
import { numberOf, type Question } from "./questions";

interface CaseFieldsProps {
  stored: StoredContent;
  choices: Choices;
  advice: Advice;
  /** Fields that its gate asks for are marked and checked by the browser. */
  required: boolean;
  /** Of a case that is not submitted yet: what it says of one that lives already. */
  live?: { answers: LiveAnswers | null; today: Day };
}

/** The nine questions about a use case: the need first, the tool second. */
export function CaseFields({ stored, choices, advice, required, live }: CaseFieldsProps) {
  const { locale } = useSpeech();
  const form = useForm();
  const asked = { form, stored, choices, advice, required, locale };
  return (
    <>
      <Hidden values={{ version: stored.version }} />
      <Once />
      {choices.noDepartment && <NoDepartment {...choices.noDepartment} />}
      {live && <GuideHead />}
      <ToolFirst form={form} stored={stored} />
      <NeedQuestions {...asked} />
      <PeopleQuestions {...asked} />
      <ChangeQuestions {...asked} />
      <OriginQuestions {...asked} />
      {live && <LiveFields stored={live.answers} today={live.today} />}
      <Translations form={form} stored={stored} locale={locale === "fr" ? "en" : "fr"} />
    </>
  );
}

interface QuestionProps {
  form: FormState;
  stored: StoredContent;
  choices: Choices;
  advice: Advice;
  required: boolean;
  locale: Locale;
}

/** One question with its number; the example stands under what is asked. */
function Asked({ question, required, children }: { question: Question; required?: boolean; children: ReactNode }) {
  const { t } = useSpeech();
  const legend = t("intake.numbered", { number: numberOf(question), question: t(`intake.question.${question}`) });
  return (
    <Fieldset
      id={`question-${question}`}
      legend={
        <>
          {legend}
          {required && <RequiredMark />}
        </>
      }
    >
      {children}
    </Fieldset>
  );
}

function NeedQuestions({ form, stored, advice, required, locale }: QuestionProps) {
  const { t } = useSpeech();
  return (
    <>
      <Asked question="need" required={required}>
        <TextArea
          {...toldField(form, "need", stored.need, locale)}
          label={t("intake.question.need")}
          hideLabel
          hint={t("intake.need.hint")}
          rows={4}
          maxLength={CONTENT_LIMITS.text}
          required={required}
        />
        <ExampleText advice={advice} of="need" />
        <ToolNamed advice={advice} />
      </Asked>
      <Asked question="title" required={required}>
        <TextField
          {...toldField(form, "title", stored.title, locale)}
          label={t("intake.question.title")}
          hideLabel
          hint={t("intake.title.hint")}
          maxLength={CONTENT_LIMITS.title}
          required={required}
        />
        <ExampleText advice={advice} of="title" />
        <SimilarPanel locale={locale} except={stored.reference} />
      </Asked>
    </>
  );
}

function PeopleQuestions({ form, stored, choices, advice, required, locale }: QuestionProps) {
  const { t, tell, number } = useSpeech();
  const hours = hoursAYear({
    peopleAffected: stored.peopleAffected ?? null,
    times: stored.times ?? null,
    timesPer: stored.timesPer ?? null,
    minutesPerTime: stored.minutesPerTime ?? null,
  });
  return (
    <>
      <Asked question="who">
        <TextArea
          {...toldField(form, "affected", stored.affected, locale)}
          label={t("intake.affected")}
          hint={t("intake.affected.hint")}
          rows={2}
          maxLength={CONTENT_LIMITS.text}
          required={required}
        />
        <ExampleText advice={advice} of="affected" />
        <FieldGrid>
          <Select
            {...form.field("departmentId", stored.departmentId)}
            label={t("intake.department")}
            empty={t("use-cases.form.choose")}
            options={choices.departments.map(({ id, name }) => ({ value: String(id), label: tell(name) }))}
            required={required}
          />
          <NumberField {...form.field("peopleAffected", stored.peopleAffected)} label={t("intake.people")} />
        </FieldGrid>
      </Asked>
      <Asked question="how-often">
        <FieldGrid>
          <NumberField {...form.field("times", stored.times)} label={t("intake.times")} />
          <Select
            {...form.field("timesPer", stored.timesPer)}
            label={t("intake.times-per")}
            empty={t("use-cases.form.choose")}
            options={TIMES_PER.map((per) => ({ value: per, label: t(`use-cases.times-per.${per}`) }))}
          />
        </FieldGrid>
        <ExampleVolumes advice={advice} />
      </Asked>
      <Asked question="how-long">
        <NumberField
          {...form.field("minutesPerTime", stored.minutesPerTime)}
          label={t("intake.minutes")}
          unit={t("use-cases.form.minutes.unit")}
        />
        <p
          className="hint"
          data-enhance="yearly-hours"
          data-known={t("use-cases.form.hours", { hours: "{hours}" })}
          data-unknown={t("use-cases.form.hours.unknown")}
        >
          {hours === null
            ? t("use-cases.form.hours.unknown")
            : t("use-cases.form.hours", { hours: number(hours, hours < 10 ? 1 : 0) })}
        </p>
      </Asked>
    </>
  );
}

function ChangeQuestions({ form, stored, advice, required, locale }: QuestionProps) {
  const { t } = useSpeech();
  return (
    <>
      <Asked question="change" required={required}>
        <TextArea
          {...toldField(form, "expectedBenefit", stored.expectedBenefit, locale)}
          label={t("intake.question.change")}
          hideLabel
          hint={t("intake.change.hint")}
          rows={3}
          maxLength={CONTENT_LIMITS.text}
          required={required}
        />
        <ExampleText advice={advice} of="expectedBenefit" />
      </Asked>
      <Asked question="data">
        <TextArea
          {...toldField(form, "dataInvolved", stored.dataInvolved, locale)}
          label={t("intake.question.data")}
          hideLabel
          hint={t("intake.data.hint")}
          rows={2}
          maxLength={CONTENT_LIMITS.text}
        />
        <ExampleText advice={advice} of="dataInvolved" />
      </Asked>
    </>
  );
}

function OriginQuestions({ form, stored, choices, required }: QuestionProps) {
  const { t } = useSpeech();
  return (
    <>
      <Asked question="source">
        <Select
          {...form.field("source", stored.source)}
          label={t("intake.question.source")}
          hideLabel
          empty={t("use-cases.form.not-said")}
          options={SOURCES.map((source) => ({ value: source, label: t(`use-cases.source.${source}`) }))}
        />
      </Asked>
      <Asked question="owner">
        <PersonField
          {...form.field("ownerId", typedOf(choices, stored.ownerId))}
          label={t("intake.owner.label")}
          hint={t("intake.owner.hint")}
          required={required}
        />
      </Asked>
      <WhatMore form={form} stored={stored} choices={choices} />
    </>
  );
}
