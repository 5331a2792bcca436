import { useSpeech } from "#app/locales/use-speech";
import { LinkList } from "#app/ui/listing";
import { Section } from "#app/ui/page";
import type { DraftLine } from "./drafts.server";

/** What was begun and not submitted: to go on with, instead of beginning again. */
export function DraftList({ drafts }: { drafts: readonly DraftLine[] }) {
  const { t, tell, moment } = useSpeech();
  if (drafts.length === 0) return null;
  return (
    <Section title={t("intake.drafts")} lead={t("intake.drafts.lead")}>
      <LinkList
        label={t("intake.drafts")}
        items={drafts.map(({ reference, title, updatedAt }) => ({
          key: reference,
          href: `/use-cases/${reference}/edit`,
          label: `${reference} · ${tell(title) || t("use-cases.untitled")}`,
          note: t("intake.drafts.changed", { when: moment(new Date(updatedAt)) }),
        }))}
      />
      <p>
        <a href="/use-cases?stage=draft">{t("intake.drafts.all")}</a>
      </p>
    </Section>
  );
}
