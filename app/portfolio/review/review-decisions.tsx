import { Once, useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { PersonField } from "#app/people/person-field";
import { Button, ConfirmForm } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { DateField, TextArea } from "#app/ui/field";
import { ErrorSummary, FieldGrid, FormActions, Hidden } from "#app/ui/form";
import { Disclosure, Notice, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { Unbroken } from "#app/ui/unbroken";
import { REVIEW_LIMITS } from "./review-input";
import type { ReviewProps } from "./review-page";

/** What was decided at the review, by whom it is done until when, and the form that writes it down. */
export function Decisions({ decisions, mayDecide, review, today, quarter, departments }: ReviewProps) {
  const { t, tell, date } = useSpeech();
  const form = useForm("decide");
  const withdraw = useForm("withdraw");
  const open = mayDecide && review !== null && today >= review.heldOn;
  const cases = departments.flatMap(({ presented }) => presented);
  return (
    <Section id="decisions" title={t("review.decisions")} lead={t("review.decisions.lead")}>
      {withdraw.refusal && <Notice tone="bad">{withdraw.refusal}</Notice>}
      <DataTable
        caption={t("review.decisions")}
        hideCaption
        narrow="cards"
        rows={decisions}
        rowKey={({ id }) => id}
        empty={t(open ? "review.decisions.none" : "review.decisions.later")}
        columns={[
          {
            key: "decision",
            header: t("review.decision"),
            cell: ({ decision }) => tell(decision),
            rowHeader: true,
            prose: true,
          },
          {
            key: "case",
            header: t("review.use-case"),
            cell: ({ reference, title }) =>
              reference === null ? (
                t("review.decision.whole")
              ) : (
                <a href={`/use-cases/${reference}`}>
                  <Unbroken>{t("review.case", { reference, title: tell(title) })}</Unbroken>
                </a>
              ),
          },
          { key: "owner", header: t("review.decision.owner"), cell: ({ owner }) => owner ?? "–" },
          { key: "due", header: t("review.decision.due"), cell: ({ dueOn }) => (dueOn ? date(dueOn) : "–") },
          ...(mayDecide
            ? [
                {
                  key: "act",
                  header: t("review.withdraw"),
                  cell: ({ id }: { id: number }) => (
                    <ConfirmForm
                      label={t("review.withdraw")}
                      consequence={t("review.withdraw.consequence")}
                      submit={t("review.withdraw")}
                      intent="withdraw"
                      fields={{ quarter, id }}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
      {open && (
        <Disclosure summary={t("review.decide")} open={form.rejection !== undefined}>
          <form method="post" className="form">
            {form.refusal && <Notice tone="bad">{form.refusal}</Notice>}
            <Once />
            <ErrorSummary errors={form.errors} />
            <Hidden values={{ intent: "decide", quarter }} />
            <TextArea
              {...form.field("decision")}
              label={t("review.decision")}
              maxLength={REVIEW_LIMITS.decision}
              rows={3}
              required
            />
            <FieldGrid columns={3}>
              <Select
                {...form.field("reference")}
                label={t("review.use-case")}
                empty={t("review.decision.whole")}
                options={cases.map(({ reference, title }) => ({
                  value: reference,
                  label: t("review.case", { reference, title: tell(title) }),
                }))}
              />
              <PersonField {...form.field("ownerId")} label={t("review.decision.owner")} />
              <DateField {...form.field("dueOn")} label={t("review.decision.due")} />
            </FieldGrid>
            <FormActions>
              <Button>{t("review.decide")}</Button>
            </FormActions>
          </form>
        </Disclosure>
      )}
    </Section>
  );
}
