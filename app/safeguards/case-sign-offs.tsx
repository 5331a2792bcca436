import { Once, useForm } from "#app/answer";
import { SignOffAnswer } from "#app/delivery/sign-off-answer";
import { DueBadge, VerdictBadge } from "#app/delivery/sign-off-queue";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { DateField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, FormActions, Hidden } from "#app/ui/form";
import { Disclosure, Notice, Row, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { GovernancePage } from "./governance-page.server";

function AskForm({ page }: { page: GovernancePage }) {
  const { t } = useSpeech();
  const { field, errors, refusal, rejection } = useForm("request");
  return (
    <Disclosure summary={t("safeguards.sign-offs.ask")} open={rejection !== undefined}>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" className="form">
        <Once />
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "request" }} />
        <FieldGrid>
          <Select
            {...field("kind")}
            label={t("delivery.sign-off.kind")}
            empty={t("delivery.choose")}
            options={page.askable.map((kind) => ({ value: kind, label: t(`delivery.sign-off.kind.${kind}`) }))}
            required
          />
          <DateField {...field("dueOn")} label={t("safeguards.sign-offs.due")} min={page.today} />
        </FieldGrid>
        <FormActions>
          <Button variant="quiet">{t("safeguards.sign-offs.ask.submit")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}

/** The sign-offs of a case: what waits, what was said; the newest of a kind is the one that counts. */
export function CaseSignOffs({ page }: { page: GovernancePage }) {
  const { t, tell, date } = useSpeech();
  const { signOffs, askable, today } = page;
  return (
    <Section id="sign-offs" title={t("delivery.sign-off.title")} lead={t("safeguards.sign-offs.lead")}>
      {signOffs.length === 0 ? (
        <p>{t("safeguards.sign-offs.none")}</p>
      ) : (
        <DataTable
          caption={t("delivery.sign-off.title")}
          hideCaption
          rows={signOffs}
          rowKey={({ id }) => id}
          narrow="cards"
          columns={[
            {
              key: "kind",
              header: t("delivery.sign-off.kind"),
              cell: ({ kind }) => t(`delivery.sign-off.kind.${kind}`),
              rowHeader: true,
            },
            {
              key: "asked",
              header: t("safeguards.sign-offs.asked"),
              cell: (one) =>
                t("delivery.sign-off.asked", { name: one.asker ?? t("desk.product"), date: date(one.requestedOn) }),
            },
            {
              key: "verdict",
              header: t("delivery.sign-off.verdict"),
              cell: (one) => (
                <Row>
                  <VerdictBadge verdict={one.verdict} conditions={one.conditions} />
                  {one.verdict === null && <DueBadge dueOn={one.dueOn} today={today} />}
                </Row>
              ),
            },
            {
              key: "said",
              header: t("delivery.sign-off.note"),
              cell: (one) => [tell(one.note), tell(one.conditions)].filter(Boolean).join(" · "),
            },
            {
              key: "by",
              header: t("delivery.sign-off.by"),
              cell: (one) => (one.on ? `${one.by ?? t("desk.product")} · ${date(one.on)}` : ""),
            },
          ]}
        />
      )}
      {signOffs
        .filter((one) => one.mayAnswer)
        .map((one) => (
          <SignOffAnswer
            key={one.id}
            id={one.id}
            label={t("safeguards.sign-offs.answer", { kind: t(`delivery.sign-off.kind.${one.kind}`) })}
          />
        ))}
      {askable.length > 0 && <AskForm page={page} />}
    </Section>
  );
}
