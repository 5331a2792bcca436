import type { FormState } from "#app/answer";
import type { Locale, Told } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";
import { PersonField } from "#app/people/person-field";
import { personTyped } from "#app/people/typed-person";
import { Select } from "#app/ui/choice";
import { TextArea, TextField } from "#app/ui/field";
import { FieldGrid } from "#app/ui/form";
import { Disclosure } from "#app/ui/page";
import type { Choices } from "../choices.server";
import { AI_TYPES, type CaseContent, CONTENT_LIMITS, isOffered } from "../content";

const TOLD_FIELDS = ["title", "need", "expectedBenefit", "affected", "dataInvolved"] as const;

export type StoredContent = Partial<CaseContent> & { version?: number; reference?: string };

interface OptionalProps {
  form: FormState;
  stored: StoredContent;
}

/** A person of the case as the field shows them. */
export function typedOf({ people }: Choices, id: number | null | undefined): string {
  const person = people.find((one) => one.id === id);
  return person ? personTyped(person) : "";
}

export const toldField = (form: FormState, name: string, stored: Told | null | undefined, locale: Locale) =>
  form.field(`${name}.${locale}`, stored?.[locale]);

/** For those who come with a tool: it is noted, and three questions lead from it to the need. */
export function ToolFirst({ form, stored }: OptionalProps) {
  const { t } = useSpeech();
  const tool = form.field("toolInMind", stored.toolInMind);
  return (
    <Disclosure summary={t("intake.tool")} open={Boolean(tool.value)}>
      <p>{t("intake.tool.lead")}</p>
      <TextField {...tool} label={t("intake.tool.label")} maxLength={CONTENT_LIMITS.tool} width="medium" />
      <ol>
        <li>{t("intake.tool.ask.first")}</li>
        <li>{t("intake.tool.ask.today")}</li>
        <li>{t("intake.tool.ask.seen")}</li>
      </ol>
      <p>{t("intake.tool.answers")}</p>
    </Disclosure>
  );
}

/** What nobody has to know yet. */
export function WhatMore(props: OptionalProps & { choices: Choices }) {
  const { form, stored, choices } = props;
  const { t } = useSpeech();
  const offered = form.field("aiType", stored.aiType);
  const [technical, coAuthor] = [
    form.field("technicalOwnerId", typedOf(choices, stored.technicalOwnerId)),
    form.field("coAuthorId", typedOf(choices, stored.coAuthorId)),
  ];
  const types = AI_TYPES.map((type) => ({ value: type as string, label: t(`use-cases.ai-type.${type}`) }));
  // A case that came from a file keeps the words of its file.
  const kept =
    offered.value && !isOffered(AI_TYPES, offered.value) ? [{ value: offered.value, label: offered.value }] : [];
  const said = [offered, technical, coAuthor].some(({ value, error }) => value || error);
  return (
    <Disclosure summary={t("intake.more")} open={said || Boolean(stored.country)}>
      <FieldGrid>
        <Select
          {...offered}
          label={t("use-cases.form.ai-type")}
          hint={t("intake.ai-type.hint")}
          empty={t("use-cases.form.not-said")}
          options={[...types, ...kept]}
        />
        <PersonField
          {...technical}
          label={t("use-cases.form.technical-owner")}
          hint={t("use-cases.form.technical-owner.hint")}
        />
        <PersonField {...coAuthor} label={t("use-cases.field.coAuthorId")} hint={t("intake.co-author.hint")} />
        {stored.country && (
          <TextField
            {...form.field("country", stored.country)}
            label={t("use-cases.field.country")}
            maxLength={CONTENT_LIMITS.word}
            width="medium"
          />
        )}
      </FieldGrid>
    </Disclosure>
  );
}

/** The same texts in the other language. */
export function Translations({ form, stored, locale }: OptionalProps & { locale: Locale }) {
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
