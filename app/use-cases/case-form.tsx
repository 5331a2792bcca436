import { type FormState, useForm } from "#app/answer";
import type { Locale, Told } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";
import { Select } from "#app/ui/choice";
import { NumberField, TextArea, TextField } from "#app/ui/field";
import { FieldGrid, Fieldset, Hidden } from "#app/ui/form";
import { Disclosure, Notice } from "#app/ui/page";
import type { Choices } from "./choices.server";
import { AI_TYPES, type CaseContent, CONTENT_LIMITS, hoursAYear, isOffered, SOURCES, TIMES_PER } from "./content";
import { SimilarPanel } from "./similar/panel";

const TOLD_FIELDS = ["title", "need", "expectedBenefit", "affected", "dataInvolved"] as const;

export type StoredContent = Partial<CaseContent> & { version?: number; reference?: string };

interface CaseFieldsProps {
  stored: StoredContent;
  choices: Choices;
  /** Fields that its gate asks for are marked and checked by the browser. */
  required: boolean;
}

/** The questions about a use case: the need first, the tool second. */
export function CaseFields({ stored, choices, required }: CaseFieldsProps) {
  const { locale } = useSpeech();
  const form = useForm();
  return (
    <>
      <Hidden values={{ version: stored.version }} />
      {choices.noDepartment && <NoDepartment {...choices.noDepartment} />}
      <NeedQuestions form={form} stored={stored} choices={choices} required={required} locale={locale} />
      <PeopleQuestions form={form} stored={stored} required={required} locale={locale} />
      <ChangeQuestions form={form} stored={stored} required={required} locale={locale} />
      <OwnerQuestions form={form} stored={stored} choices={choices} required={required} />
      <Translations form={form} stored={stored} locale={locale === "fr" ? "en" : "fr"} />
    </>
  );
}

/** Why the form cannot be submitted yet, and where a department is made or who makes one. */
function NoDepartment({ mayMake, makers }: NonNullable<Choices["noDepartment"]>) {
  const { t, list } = useSpeech();
  return (
    <Notice tone="warning" title={t("use-cases.form.no-department")}>
      <p>{t("use-cases.form.no-department.next")}</p>
      <p>
        {mayMake ? (
          <a href="/admin/departments/new">{t("use-cases.form.no-department.make")}</a>
        ) : (
          t("use-cases.form.no-department.ask", { names: list(makers) })
        )}
      </p>
    </Notice>
  );
}

interface QuestionProps {
  form: FormState;
  stored: StoredContent;
  required: boolean;
  locale: Locale;
}

const toldField = (form: FormState, name: string, stored: Told | null | undefined, locale: Locale) =>
  form.field(`${name}.${locale}`, stored?.[locale]);

function NeedQuestions({ form, stored, choices, required, locale }: QuestionProps & { choices: Choices }) {
  const { t, tell } = useSpeech();
  return (
    <Fieldset legend={t("use-cases.form.need.legend")}>
      <TextArea
        {...toldField(form, "need", stored.need, locale)}
        label={t("use-cases.form.need")}
        hint={t("use-cases.form.need.hint")}
        rows={4}
        maxLength={CONTENT_LIMITS.text}
        required={required}
      />
      <TextField
        {...toldField(form, "title", stored.title, locale)}
        label={t("use-cases.form.title")}
        hint={t("use-cases.form.title.hint")}
        maxLength={CONTENT_LIMITS.title}
        required={required}
      />
      <SimilarPanel locale={locale} except={stored.reference} />
      <Select
        {...form.field("departmentId", stored.departmentId)}
        label={t("use-cases.form.department")}
        empty={t("use-cases.form.choose")}
        options={choices.departments.map(({ id, name }) => ({ value: String(id), label: tell(name) }))}
        required={required}
      />
    </Fieldset>
  );
}

function PeopleQuestions({ form, stored, required, locale }: QuestionProps) {
  const { t, number } = useSpeech();
  const hours = hoursAYear({
    peopleAffected: stored.peopleAffected ?? null,
    times: stored.times ?? null,
    timesPer: stored.timesPer ?? null,
    minutesPerTime: stored.minutesPerTime ?? null,
  });
  return (
    <Fieldset legend={t("use-cases.form.people.legend")}>
      <TextArea
        {...toldField(form, "affected", stored.affected, locale)}
        label={t("use-cases.form.affected")}
        hint={t("use-cases.form.affected.hint")}
        rows={2}
        maxLength={CONTENT_LIMITS.text}
        required={required}
      />
      <FieldGrid columns={4}>
        <NumberField
          {...form.field("peopleAffected", stored.peopleAffected)}
          label={t("use-cases.form.people-affected")}
        />
        <NumberField {...form.field("times", stored.times)} label={t("use-cases.form.times")} />
        <Select
          {...form.field("timesPer", stored.timesPer)}
          label={t("use-cases.form.times-per")}
          empty={t("use-cases.form.choose")}
          options={TIMES_PER.map((per) => ({ value: per, label: t(`use-cases.times-per.${per}`) }))}
        />
        <NumberField
          {...form.field("minutesPerTime", stored.minutesPerTime)}
          label={t("use-cases.form.minutes")}
          unit={t("use-cases.form.minutes.unit")}
        />
      </FieldGrid>
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
    </Fieldset>
  );
}

function ChangeQuestions({ form, stored, required, locale }: QuestionProps) {
  const { t } = useSpeech();
  const offered = form.field("aiType", stored.aiType);
  const types = AI_TYPES.map((type) => ({ value: type as string, label: t(`use-cases.ai-type.${type}`) }));
  // A case that came from a file keeps the words of its file.
  const kept =
    offered.value && !isOffered(AI_TYPES, offered.value) ? [{ value: offered.value, label: offered.value }] : [];
  return (
    <Fieldset legend={t("use-cases.form.change.legend")}>
      <TextArea
        {...toldField(form, "expectedBenefit", stored.expectedBenefit, locale)}
        label={t("use-cases.form.benefit")}
        hint={t("use-cases.form.benefit.hint")}
        rows={3}
        maxLength={CONTENT_LIMITS.text}
        required={required}
      />
      <TextArea
        {...toldField(form, "dataInvolved", stored.dataInvolved, locale)}
        label={t("use-cases.form.data")}
        hint={t("use-cases.form.data.hint")}
        rows={2}
        maxLength={CONTENT_LIMITS.text}
      />
      <FieldGrid>
        <Select
          {...form.field("source", stored.source)}
          label={t("use-cases.form.source")}
          empty={t("use-cases.form.not-said")}
          options={SOURCES.map((source) => ({ value: source, label: t(`use-cases.source.${source}`) }))}
        />
        <Select
          {...offered}
          label={t("use-cases.form.ai-type")}
          hint={t("use-cases.form.ai-type.hint")}
          empty={t("use-cases.form.not-said")}
          options={[...types, ...kept]}
        />
        {stored.country && (
          <TextField
            {...form.field("country", stored.country)}
            label={t("use-cases.field.country")}
            maxLength={CONTENT_LIMITS.word}
            width="medium"
          />
        )}
      </FieldGrid>
    </Fieldset>
  );
}

function OwnerQuestions({ form, stored, choices, required }: Omit<QuestionProps, "locale"> & { choices: Choices }) {
  const { t } = useSpeech();
  const people = choices.people.map(({ id, name }) => ({ value: String(id), label: name }));
  return (
    <Fieldset legend={t("use-cases.form.owners.legend")}>
      <FieldGrid>
        <Select
          {...form.field("ownerId", stored.ownerId)}
          label={t("use-cases.form.owner")}
          hint={t("use-cases.form.owner.hint")}
          empty={t("use-cases.form.choose")}
          options={people}
          required={required}
        />
        <Select
          {...form.field("technicalOwnerId", stored.technicalOwnerId)}
          label={t("use-cases.form.technical-owner")}
          hint={t("use-cases.form.technical-owner.hint")}
          empty={t("use-cases.form.not-said")}
          options={people}
        />
      </FieldGrid>
    </Fieldset>
  );
}

function Translations({ form, stored, locale }: Pick<QuestionProps, "form" | "stored" | "locale">) {
  const { t } = useSpeech();
  const told = TOLD_FIELDS.some((name) => stored[name]?.[locale] || form.errors[`${name}.${locale}`]);
  return (
    <Disclosure summary={t(`use-cases.form.translations.${locale}`)} open={told}>
      <p className="hint">{t("use-cases.form.translations.hint")}</p>
      {TOLD_FIELDS.map((name) =>
        name === "title" ? (
          <TextField
            key={name}
            {...toldField(form, name, stored[name], locale)}
            label={t(`use-cases.field.${name}`)}
            lang={locale}
            maxLength={CONTENT_LIMITS.title}
          />
        ) : (
          <TextArea
            key={name}
            {...toldField(form, name, stored[name], locale)}
            label={t(`use-cases.field.${name}`)}
            lang={locale}
            rows={3}
            maxLength={CONTENT_LIMITS.text}
          />
        ),
      )}
    </Disclosure>
  );
}
