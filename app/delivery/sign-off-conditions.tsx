import { useForm } from "#app/answer";
import type { Day } from "#app/kernel/day";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { TextArea } from "#app/ui/field";
import { FormActions, Hidden } from "#app/ui/form";
import { Checklist } from "#app/ui/listing";
import { Disclosure, Notice } from "#app/ui/page";
import { unbroken } from "#app/ui/unbroken";
import type { SignOffCondition } from "./sign-off-conditions.server";

/** What a yes asks of people: met, still open, or past its day. */
export function SignOffConditions({
  conditions,
  label,
  today,
  withCase,
}: {
  conditions: readonly SignOffCondition[];
  label: string;
  today: Day;
  /** Where they are of several cases. */
  withCase?: boolean;
}) {
  const { t, tell, date } = useSpeech();
  if (conditions.length === 0) return null;
  return (
    <Checklist
      label={label}
      items={conditions.map(({ text, owner, dueOn, metOn, answer, reference, kind }) => ({
        label: withCase
          ? unbroken(
              t("delivery.sign-off.condition.of", {
                reference,
                kind: t(`delivery.sign-off.kind.${kind}`),
                text: tell(text),
              }),
            )
          : tell(text),
        met: metOn !== null,
        note: metOn
          ? t("committee.asked.met", { name: owner, date: date(metOn), answer: tell(answer) })
          : t(dueOn < today ? "committee.asked.late" : "committee.asked.open", { name: owner, date: date(dueOn) }),
        href: withCase ? `/use-cases/${reference}/governance#sign-offs` : undefined,
      }))}
    />
  );
}

/** How a condition was met, said by who was to meet it, the team or a reviewer. */
export function MeetCondition({ condition }: { condition: SignOffCondition }) {
  const { t, tell } = useSpeech();
  const { id, version, text } = condition;
  const form = useForm("meet", { conditionId: String(id) });
  return (
    <Disclosure
      summary={t("delivery.sign-off.condition.meet", { text: tell(text) })}
      open={form.rejection !== undefined}
    >
      {form.refusal && <Notice tone="bad">{form.refusal}</Notice>}
      <form method="post" className="form">
        <Hidden values={{ intent: "meet", conditionId: id, version }} />
        <TextArea
          {...form.field("answer")}
          id={`met-${id}`}
          label={t("committee.asked.answer.label")}
          hint={t("committee.asked.answer.hint")}
          rows={2}
          required
        />
        <FormActions>
          <Button variant="quiet">{t("committee.asked.answer.submit")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}
