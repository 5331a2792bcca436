import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { RadioGroup, Select } from "#app/ui/choice";
import { DateField, TextArea } from "#app/ui/field";
import { ErrorSummary, FormActions, Hidden } from "#app/ui/form";
import { Badge } from "#app/ui/mark";
import { Disclosure, Empty, Notice, Panel, Row, Section } from "#app/ui/page";
import type { AiActPage } from "./case-page.server";

function One({ one, owners }: { one: AiActPage["obligations"][number]; owners: AiActPage["owners"] }) {
  const { t, tell, date } = useSpeech();
  const { id, version, state, overdue, dueOn, note } = one;
  const form = useForm("obligation", { id: String(id) });
  return (
    <Panel title={<span id={`obligation-${id}`}>{`${one.article} · ${one.name}`}</span>}>
      <p>{one.text}</p>
      <Row>
        <Badge tone={overdue ? "bad" : state === "open" ? "warning" : "good"}>
          {overdue ? t("ai-act.overdue") : t(`ai-act.state.${state}`)}
        </Badge>
        <span>{t(`ai-act.role.${one.role}`)}</span>
        <span>{one.owner ?? t("ai-act.no-owner")}</span>
        <span>{t("ai-act.due", { date: date(dueOn) })}</span>
      </Row>
      {note && <p>{tell(note)}</p>}
      {one.mayChange && (
        <Disclosure
          summary={t("ai-act.obligation.change", { article: one.article })}
          open={form.rejection !== undefined}
        >
          {form.refusal && <Notice tone="bad">{form.refusal}</Notice>}
          <form method="post" className="form">
            <ErrorSummary errors={form.errors} />
            <Hidden values={{ intent: "obligation", id, version }} />
            <RadioGroup
              {...form.field("state", state)}
              id={`state-${id}`}
              label={t("people.field.state")}
              layout="inline"
              options={(["open", "done", "not-applicable"] as const).map((value) => ({
                value,
                label: t(`ai-act.state.${value}`),
              }))}
              required
            />
            <TextArea
              {...form.field("note", tell(note))}
              id={`note-${id}`}
              label={t("ai-act.note")}
              hint={t("ai-act.note.hint")}
              rows={2}
            />
            <Select
              {...form.field("ownerId", one.ownerId)}
              id={`owner-${id}`}
              label={t("ai-act.owner")}
              empty={t("ai-act.no-owner")}
              options={owners.map((person) => ({ value: String(person.id), label: person.name }))}
            />
            <DateField {...form.field("dueOn", dueOn)} id={`due-${id}`} label={t("ai-act.due-on")} required />
            <FormActions>
              <Button>{t("desk.save")}</Button>
            </FormActions>
          </form>
        </Disclosure>
      )}
    </Panel>
  );
}

/** What a confirmed class asks, with who sees to it, by when, and how it ended. */
export function ObligationList({ page }: { page: AiActPage }) {
  const { t } = useSpeech();
  const { obligations, owners } = page;
  return (
    <Section id="obligations" title={t("ai-act.obligations")} lead={t("ai-act.obligations.lead")}>
      {obligations.length === 0 && (
        <Empty title={t("ai-act.obligations.none")}>{t("ai-act.obligations.none.next")}</Empty>
      )}
      {obligations.map((one) => (
        <One key={one.id} one={one} owners={owners} />
      ))}
    </Section>
  );
}
