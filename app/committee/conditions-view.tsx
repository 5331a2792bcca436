import { useForm } from "#app/answer";
import type { Day } from "#app/kernel/day";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { TextArea } from "#app/ui/field";
import { FormActions, Hidden } from "#app/ui/form";
import { Badge } from "#app/ui/mark";
import { Disclosure, Empty, Notice, PageHeader, Panel, Prose, Row, Section } from "#app/ui/page";
import { Unbroken } from "#app/ui/unbroken";
import type { OpenCondition } from "./conditions.server";

function One({ condition, today }: { condition: OpenCondition; today: Day }) {
  const { t, tell, date } = useSpeech();
  const { id, version, reference, session, text, owner, dueOn, mayMeet } = condition;
  const form = useForm(undefined, { id: String(id) });
  const late = dueOn < today;
  return (
    <Panel
      title={
        <a id={`condition-${id}`} href={`/use-cases/${reference}`}>
          <Unbroken>{reference}</Unbroken>
        </a>
      }
    >
      <Prose>{tell(text)}</Prose>
      <Row>
        <Badge tone={late ? "bad" : "neutral"}>
          {t(late ? "committee.asked.was-due" : "committee.asked.is-due", { date: date(dueOn) })}
        </Badge>
        <span>{owner}</span>
        <a href={`/committee/${session}/${reference}`}>{t("committee.session", { number: session })}</a>
      </Row>
      {mayMeet && (
        <Disclosure summary={t("committee.asked.answer", { reference })} open={form.rejection !== undefined}>
          {form.refusal && <Notice tone="bad">{form.refusal}</Notice>}
          <form method="post" className="form">
            <Hidden values={{ id, version }} />
            <TextArea
              {...form.field("answer")}
              id={`answer-${id}`}
              label={t("committee.asked.answer.label")}
              hint={t("committee.asked.answer.hint")}
              required
            />
            <FormActions>
              <Button>{t("committee.asked.answer.submit")}</Button>
            </FormActions>
          </form>
        </Disclosure>
      )}
    </Panel>
  );
}

/** What the committee asked and nobody answered yet: the reader's own first. */
export function ConditionsView({
  mine,
  others,
  today,
}: {
  mine: OpenCondition[];
  others: OpenCondition[];
  today: Day;
}) {
  const { t } = useSpeech();
  return (
    <>
      <PageHeader
        title={t("committee.conditions")}
        lead={t("committee.conditions.lead")}
        crumbs={[{ label: t("committee.title"), href: "/committee" }, { label: t("committee.conditions") }]}
      />
      {mine.length + others.length === 0 && (
        <Empty title={t("committee.conditions.none")}>{t("committee.conditions.none.next")}</Empty>
      )}
      {mine.length > 0 && (
        <Section title={t("committee.conditions.mine")}>
          {mine.map((one) => (
            <One key={one.id} condition={one} today={today} />
          ))}
        </Section>
      )}
      {others.length > 0 && (
        <Section title={t("committee.conditions.others")}>
          {others.map((one) => (
            <One key={one.id} condition={one} today={today} />
          ))}
        </Section>
      )}
    </>
  );
}
