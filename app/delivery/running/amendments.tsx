import { Once, useForm } from "#app/answer";
import type { Key } from "#app/locales/keys";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { RadioGroup } from "#app/ui/choice";
import { AmountField, DateField, NumberField, TextArea, TextField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, FormActions, Hidden } from "#app/ui/form";
import { Badge } from "#app/ui/mark";
import { Disclosure, Notice, Section, Stack } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { AmendmentShown, PocPage, PocShown } from "../poc-page.server";
import { AMENDABLE, type Amendable, type AmendedTerms } from "./amendment";

export const TERM_WORDS: Record<Amendable, Key> = {
  hypothesis: "delivery.poc.hypothesis",
  kpiName: "delivery.poc.kpi",
  kpiUnit: "delivery.poc.unit",
  threshold: "delivery.poc.threshold",
  endsOn: "delivery.poc.ends",
  peopleCap: "delivery.poc.people-cap",
  budgetCapMinor: "delivery.poc.budget-cap",
  personDaysCap: "delivery.poc.person-days-cap",
};

const STATES = { yes: "good", no: "neutral", waits: "warning" } as const;

/** What an amendment changes, a line a term. */
function Changes({ before, after }: Pick<AmendmentShown, "before" | "after">) {
  const { t, tell, number, date, wholeMoney } = useSpeech();
  const said = (term: Amendable, terms: AmendedTerms): string => {
    if (term === "hypothesis" || term === "kpiName") return tell(terms[term]);
    if (term === "endsOn") return date(terms.endsOn);
    if (term === "budgetCapMinor") return wholeMoney(terms.budgetCapMinor);
    if (term === "kpiUnit") return terms.kpiUnit ?? "";
    if (term === "personDaysCap" && terms.personDaysCap === null) return t("delivery.amendment.no-cap");
    return number(terms[term], 6);
  };
  return (
    <ul>
      {AMENDABLE.filter((term) => term in after).map((term) => (
        <li key={term}>
          {t("delivery.amendment.was", {
            term: t(TERM_WORDS[term]),
            before: said(term, before),
            after: said(term, after),
          })}
        </li>
      ))}
    </ul>
  );
}

function SignForm({ amendment }: { amendment: AmendmentShown }) {
  const { t } = useSpeech();
  const { field, errors, refusal } = useForm("sign-amendment", { amendmentId: String(amendment.id) });
  return (
    <form method="post" className="form">
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <ErrorSummary errors={errors} />
      <Hidden values={{ intent: "sign-amendment", amendmentId: amendment.id }} />
      <RadioGroup
        {...field("verdict")}
        id={`amendment-${amendment.id}`}
        label={t("delivery.amendment.answer")}
        layout="inline"
        options={(["yes", "no"] as const).map((one) => ({ value: one, label: t(`delivery.amendment.answer.${one}`) }))}
        required
      />
      <TextArea
        {...field("note")}
        id={`amendment-note-${amendment.id}`}
        label={t("delivery.sign-off.note")}
        hint={t("delivery.sign-off.note.hint")}
        rows={2}
      />
      <FormActions>
        <Button>{t("delivery.sign-off.sign")}</Button>
      </FormActions>
    </form>
  );
}

function AskForm({ poc }: { poc: PocShown }) {
  const { t, tell } = useSpeech();
  const { field, errors, refusal, rejection } = useForm("amend");
  return (
    <Disclosure summary={t("delivery.amendment.ask")} open={rejection !== undefined}>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" className="form">
        <Once />
        <p>{t("delivery.amendment.lead")}</p>
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "amend", pocId: poc.id, version: poc.version }} />
        <TextArea {...field("reason")} id="amend-reason" label={t("delivery.amendment.reason")} rows={2} required />
        <FieldGrid>
          <NumberField {...field("threshold", poc.threshold)} label={t("delivery.poc.threshold")} required />
          <DateField {...field("endsOn", poc.endsOn)} label={t("delivery.poc.ends")} min={poc.startsOn} required />
          <AmountField
            {...field("budgetCapMinor")}
            value={rejection?.typed.budgetCapMinor}
            amount={poc.budgetCapMinor}
            label={t("delivery.poc.budget-cap")}
            required
          />
          <NumberField {...field("peopleCap", poc.peopleCap)} label={t("delivery.poc.people-cap")} required />
          <NumberField {...field("personDaysCap", poc.personDaysCap)} label={t("delivery.poc.person-days-cap")} />
          <TextField {...field("kpiUnit", poc.kpiUnit)} label={t("delivery.poc.unit")} width="short" required />
        </FieldGrid>
        <TextField {...field("kpiName", tell(poc.kpiName))} label={t("delivery.poc.kpi")} required />
        <TextArea {...field("hypothesis", tell(poc.hypothesis))} label={t("delivery.poc.hypothesis")} required />
        <FormActions>
          <Button variant="quiet">{t("delivery.amendment.submit")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}

/** Every change of the sealed bet with who asked, who signed and why; and the way to ask for one. */
export function Amendments({ poc, page }: { poc: PocShown; page: PocPage }) {
  const { t, tell, date } = useSpeech();
  const waiting = poc.amendments.find(({ verdict }) => verdict === null);
  const mayAsk = page.mayWrite && poc.sealed !== null && !poc.verdict && !waiting;
  if (poc.amendments.length === 0 && !mayAsk) return null;
  const somebody = (name: string | null) => name ?? t("desk.product");
  return (
    <Section title={t("delivery.amendment.title")} id={poc.verdict ? undefined : "amendments"} level={3}>
      <Stack>
        {poc.amendments.length > 0 && (
          <DataTable
            caption={t("delivery.amendment.title")}
            hideCaption
            rows={poc.amendments}
            rowKey={({ id }) => id}
            narrow="cards"
            columns={[
              {
                key: "change",
                header: t("delivery.amendment.change"),
                cell: (one) => <Changes {...one} />,
                prose: true,
              },
              {
                key: "reason",
                header: t("delivery.amendment.reason"),
                cell: (one) => (
                  <>
                    {tell(one.reason)}
                    <p className="hint">
                      {t("delivery.amendment.asked-by", { name: somebody(one.askedBy), date: date(one.askedOn) })}
                    </p>
                  </>
                ),
                prose: true,
              },
              {
                key: "state",
                header: t("delivery.amendment.state"),
                cell: (one) => (
                  <>
                    <Badge tone={STATES[one.verdict ?? "waits"]}>
                      {t(`delivery.amendment.${one.verdict ?? "waits"}`)}
                    </Badge>
                    {one.signedOn && (
                      <p className="hint">
                        {t("delivery.amendment.signed-by", { name: somebody(one.signedBy), date: date(one.signedOn) })}
                      </p>
                    )}
                    {one.note && <p>{tell(one.note)}</p>}
                  </>
                ),
              },
            ]}
          />
        )}
        {waiting?.maySign && <SignForm amendment={waiting} />}
        {mayAsk && <AskForm poc={poc} />}
      </Stack>
    </Section>
  );
}
