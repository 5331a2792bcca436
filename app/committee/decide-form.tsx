import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Checkbox, RadioGroup, Select } from "#app/ui/choice";
import { AmountField, DateField, TextArea, TextField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, Fieldset, FormActions, Hidden } from "#app/ui/form";
import { Disclosure, Notice } from "#app/ui/page";
import type { AgendaCase } from "./agenda.server";
import { Seats } from "./attendance";
import type { SessionPage } from "./session-page.server";

/** As many conditions and questions as a form offers; what was refused shows as many as it held. */
const ROWS = 3;

function AskedFields({ entry, form }: { entry: AgendaCase; form: ReturnType<typeof useForm> }) {
  const { t } = useSpeech();
  const typed = Object.keys(form.rejection?.typed ?? {}).filter((name) => /^asked\.\d+\.text$/.test(name)).length;
  const fieldOf = (name: string) => ({ ...form.field(name), id: `${name}-${entry.reference}` });
  return (
    <Fieldset legend={t("committee.asked")} hint={t("committee.asked.hint")}>
      {Array.from({ length: Math.max(ROWS, typed) }, (_, index) => `asked.${index}`).map((row, index) => (
        <FieldGrid key={row} columns={3}>
          <TextField {...fieldOf(`${row}.text`)} label={t("committee.asked.text", { number: index + 1 })} />
          <Select
            {...fieldOf(`${row}.ownerId`)}
            label={t("committee.asked.owner")}
            empty={t("committee.asked.nobody")}
            options={entry.askable.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
          <DateField {...fieldOf(`${row}.dueOn`)} label={t("committee.asked.due")} />
        </FieldGrid>
      ))}
    </Fieldset>
  );
}

/** What the chair decides on a case, and all that goes with it. */
export function DecideForm({ entry, page }: { entry: AgendaCase; page: SessionPage }) {
  const { t, tell } = useSpeech();
  const form = useForm("decide", { reference: entry.reference });
  const { refusal, rejection } = form;
  const at = (name: string) => `${name}-${entry.reference}`;
  const fieldOf = (name: string, stored?: string) => ({ ...form.field(name, stored), id: at(name) });
  const ticked = (name: string) => rejection?.typed[name] === "yes";
  return (
    <Disclosure summary={t("committee.decide")} open={rejection !== undefined}>
      {refusal && !rejection?.stale && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" action={`#${entry.reference}`} className="form">
        <ErrorSummary
          errors={Object.fromEntries(Object.entries(form.errors).map(([name, text]) => [at(name), text]))}
        />
        <Hidden values={{ intent: "decide", reference: entry.reference }} />
        <RadioGroup
          {...fieldOf("outcome")}
          label={t("committee.outcome")}
          options={entry.outcomes.map((outcome) => ({
            value: outcome,
            label: t(`committee.outcome.${outcome}`),
            hint: t(`committee.outcome.${outcome}.hint`),
          }))}
          required
        />
        <TextArea {...fieldOf("reason")} label={t("committee.reason")} hint={t("committee.reason.hint")} required />
        <FieldGrid>
          <DateField {...fieldOf("relookOn")} label={t("committee.relook-on")} hint={t("committee.relook-on.hint")} />
          <AmountField {...fieldOf("budget")} label={t("committee.budget")} hint={t("committee.budget.hint")} />
        </FieldGrid>
        <AskedFields entry={entry} form={form} />
        {entry.outcomes.some((outcome) => outcome === "stop" || outcome === "retire") && (
          <TextArea
            {...fieldOf("learning", tell(entry.learning))}
            label={t("committee.learning")}
            hint={t("committee.learning.hint")}
          />
        )}
        <Checkbox
          name="againstRank"
          id={at("againstRank")}
          label={t("committee.against-rank.tick")}
          checked={ticked("againstRank")}
        />
        <Checkbox
          name="override"
          id={at("override")}
          label={t("committee.override.tick")}
          hint={t("committee.override.hint")}
          checked={ticked("override")}
        />
        {rejection && page.mayPlan && (
          <>
            <Hidden values={{ attendance: "yes" }} />
            <Seats page={page} form={form} id={at("present")} hint={t("committee.attendance.together")} />
          </>
        )}
        <FormActions>
          <Button>{t("committee.decide.submit")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}
