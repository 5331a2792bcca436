import type { Day } from "#app/kernel/day";
import { useSpeech } from "#app/locales/use-speech";
import { Checklist } from "#app/ui/listing";
import { Section } from "#app/ui/page";
import type { Condition } from "./conditions.server";

/** What a decision asks for: of whom, until when, and how it was met. */
export function AskedList({ label, asked, today }: { label: string; asked: readonly Condition[]; today?: Day }) {
  const { t, tell, date } = useSpeech();
  if (asked.length === 0) return null;
  return (
    <Checklist
      label={label}
      items={asked.map(({ id, text, owner, dueOn, metOn, answer }) => ({
        label: tell(text),
        // What is asked for in time is neither met nor missing yet.
        met: metOn ? true : today && dueOn < today ? false : null,
        note: metOn
          ? t("committee.asked.met", { name: owner, date: date(metOn), answer: tell(answer) })
          : t(today && dueOn < today ? "committee.asked.late" : "committee.asked.open", {
              name: owner,
              date: date(dueOn),
            }),
        href: metOn ? undefined : `/committee/conditions#condition-${id}`,
      }))}
    />
  );
}

/** On a case's own page. */
export function CaseConditions({ asked, today }: { asked: readonly Condition[]; today: Day }) {
  const { t } = useSpeech();
  if (asked.length === 0) return null;
  return (
    <Section title={t("committee.conditions.of-case")}>
      <AskedList label={t("committee.conditions.of-case")} asked={asked} today={today} />
    </Section>
  );
}
