import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { ErrorSummary, FormActions, Hidden } from "#app/ui/form";
import { Notice, PageHeader, Section } from "#app/ui/page";
import { RHYTHMS, type Rhythm } from "./mail-rhythm";

/** How often somebody is mailed what they have not read. */
export function RhythmForm({ rhythm, choices = RHYTHMS }: { rhythm: Rhythm; choices?: readonly Rhythm[] }) {
  const { t } = useSpeech();
  const { field, errors } = useForm("rhythm");
  return (
    <form method="post" className="form">
      <Hidden values={{ intent: "rhythm" }} />
      <ErrorSummary errors={errors} />
      <Select
        {...field("rhythm", rhythm)}
        label={t("people.mail.rhythm.choose")}
        options={choices.map((value) => ({ value, label: t(`people.mail.rhythm.${value}`) }))}
      />
      <FormActions>
        <Button>{t("desk.save")}</Button>
      </FormActions>
    </form>
  );
}

/** The part of the account that is about mail. */
export function MailSection({ rhythm, mailed }: { rhythm: Rhythm; mailed: boolean }) {
  const { t } = useSpeech();
  return (
    <Section title={t("people.mail.rhythm")} id="mail" lead={t("people.mail.rhythm.lead")}>
      {!mailed && <Notice tone="info">{t("people.mail.rhythm.off")}</Notice>}
      <RhythmForm rhythm={rhythm} />
    </Section>
  );
}

/** What the link in a mail opens, signed in or not: one click stops them, another brings them back. */
export function MailLinkPage({ name, rhythm }: { name: string; rhythm: Rhythm }) {
  const { t } = useSpeech();
  return (
    <>
      <PageHeader
        title={t("people.mail.link.title")}
        lead={t("people.mail.link.lead", { name, rhythm: t(`people.mail.rhythm.${rhythm}`) })}
      />
      {rhythm === "never" ? (
        <Notice tone="good" title={t("people.mail.link.stopped")}>
          {t("people.mail.link.stopped.next")}
        </Notice>
      ) : (
        <form method="post">
          <Hidden values={{ intent: "rhythm", rhythm: "never" }} />
          <Button>{t("people.mail.link.stop")}</Button>
        </form>
      )}
      <Section title={t("people.mail.link.other")}>
        <RhythmForm rhythm={rhythm === "never" ? "daily" : rhythm} choices={RHYTHMS.filter((one) => one !== "never")} />
      </Section>
    </>
  );
}
