import { Once, useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { DateField, TextArea } from "#app/ui/field";
import { ErrorSummary, FormActions, Hidden } from "#app/ui/form";
import { Disclosure, Notice, Section, Stack } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { PocPage, PocShown } from "../poc-page.server";

function OpenForm({ poc, page }: { poc: PocShown; page: PocPage }) {
  const { t } = useSpeech();
  const { field, errors, refusal, rejection } = useForm("iteration");
  return (
    <Disclosure summary={t("delivery.iteration.open")} open={rejection !== undefined}>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" className="form">
        <Once />
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "iteration", pocId: poc.id }} />
        <TextArea
          {...field("question")}
          label={t("delivery.iteration.question")}
          hint={t("delivery.iteration.question.hint")}
          rows={2}
          required
        />
        <DateField
          {...field("startedOn", page.today)}
          label={t("delivery.poc.starts")}
          min={poc.startsOn}
          max={page.today}
          required
        />
        <FormActions>
          <Button variant="quiet">{t("delivery.iteration.open")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}

function EndForm({ iterationId, number, page }: { iterationId: number; number: number; page: PocPage }) {
  const { t } = useSpeech();
  const { field, errors, refusal, rejection } = useForm("iteration-end");
  return (
    <Disclosure summary={t("delivery.iteration.end", { number })} open={rejection !== undefined}>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" className="form">
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "iteration-end", iterationId }} />
        <TextArea {...field("learnt")} label={t("delivery.iteration.learnt")} rows={3} required />
        <DateField
          {...field("endedOn", page.today)}
          id="iteration-ended"
          label={t("delivery.poc.ends")}
          max={page.today}
          required
        />
        <FormActions>
          <Button variant="quiet">{t("delivery.iteration.end", { number })}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}

/** The rounds of a POC: what each asked, and what it taught. */
export function Iterations({ poc, page }: { poc: PocShown; page: PocPage }) {
  const { t, tell, date } = useSpeech();
  const running = poc.sealed !== null && !poc.verdict && page.mayWrite;
  const last = poc.iterations.at(-1);
  const open = last && last.endedOn === null ? last : null;
  if (poc.iterations.length === 0 && !running) return null;
  return (
    <Section title={t("delivery.iteration.title")} level={3}>
      <Stack>
        {poc.iterations.length > 0 && (
          <DataTable
            caption={t("delivery.iteration.title")}
            hideCaption
            rows={poc.iterations}
            rowKey={({ id }) => id}
            narrow="cards"
            columns={[
              {
                key: "number",
                header: t("delivery.iteration.field"),
                cell: (one) => t("delivery.iteration.number", { number: poc.iterations.indexOf(one) + 1 }),
                rowHeader: true,
                width: "fit",
              },
              {
                key: "question",
                header: t("delivery.iteration.question"),
                cell: (one) => tell(one.question),
                prose: true,
              },
              {
                key: "dates",
                header: t("delivery.iteration.dates"),
                cell: ({ startedOn, endedOn }) =>
                  endedOn === null
                    ? t("delivery.iteration.since", { from: date(startedOn) })
                    : t("delivery.poc.dates", { from: date(startedOn), to: date(endedOn) }),
              },
              { key: "learnt", header: t("delivery.iteration.learnt"), cell: (one) => tell(one.learnt), prose: true },
            ]}
          />
        )}
        {running && open && <EndForm iterationId={open.id} number={poc.iterations.length} page={page} />}
        {running && !open && <OpenForm poc={poc} page={page} />}
      </Stack>
    </Section>
  );
}
