import { useForm } from "#app/answer";
import type { Day } from "#app/kernel/day";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ConfirmForm } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { DateField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, FormActions, Hidden } from "#app/ui/form";
import { Disclosure, Notice, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { ShownAbsence } from "./delegate.server";
import type { Colleagues } from "./sign-off-reviewers.server";
import { SIGN_OFF_KINDS } from "./sign-offs";

interface Props {
  absences: ShownAbsence[];
  colleagues: Colleagues;
  me: { id: number | null; name: string };
  today: Day;
}

function AbsenceForm({ colleagues, me, today }: Omit<Props, "absences">) {
  const { t } = useSpeech();
  const { field, errors, refusal, rejection } = useForm("absence");
  const mine = SIGN_OFF_KINDS.filter((kind) => colleagues[kind].length > 0);
  if (me.id === null || mine.length === 0) return null;
  return (
    <Disclosure summary={t("delivery.absence.announce")} open={rejection !== undefined}>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" className="form">
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "absence", fromId: me.id }} />
        <FieldGrid>
          <Select
            {...field("kind", mine.length === 1 ? mine[0] : "")}
            label={t("delivery.sign-off.kind")}
            empty={t("delivery.choose")}
            options={mine.map((kind) => ({ value: kind, label: t(`delivery.sign-off.kind.${kind}`) }))}
            required
          />
          <Select
            {...field("toId")}
            label={t("delivery.absence.to")}
            empty={t("delivery.choose")}
            options={mine.map((kind) => ({
              label: t(`delivery.sign-off.kind.${kind}`),
              options: colleagues[kind].map(({ id, name }) => ({ value: String(id), label: name })),
            }))}
            required
          />
          <DateField {...field("startsOn", today)} label={t("delivery.absence.from")} min={today} required />
          <DateField {...field("endsOn")} label={t("delivery.absence.until")} min={today} required />
        </FieldGrid>
        <FormActions>
          <Button variant="quiet">{t("delivery.absence.submit")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}

/** Who is away, who signs meanwhile, and the form by which a reviewer says so. */
export function Absences({ absences, ...form }: Props) {
  const { t, date } = useSpeech();
  const offers = form.me.id !== null && SIGN_OFF_KINDS.some((kind) => form.colleagues[kind].length > 0);
  if (absences.length === 0 && !offers) return null;
  return (
    <Section id="absences" title={t("delivery.absence.title")} lead={t("delivery.absence.lead")}>
      {absences.length > 0 && (
        <DataTable
          caption={t("delivery.absence.title")}
          hideCaption
          rows={absences}
          rowKey={({ id }) => id}
          narrow="cards"
          columns={[
            { key: "who", header: t("delivery.absence.who"), cell: ({ from }) => from, rowHeader: true },
            {
              key: "kind",
              header: t("delivery.sign-off.kind"),
              cell: ({ kind }) => t(`delivery.sign-off.kind.${kind}`),
            },
            { key: "to", header: t("delivery.absence.to"), cell: ({ to }) => to },
            { key: "from", header: t("delivery.absence.from"), cell: ({ startsOn }) => date(startsOn), width: "fit" },
            { key: "until", header: t("delivery.absence.until"), cell: ({ endsOn }) => date(endsOn), width: "fit" },
            {
              key: "withdraw",
              header: t("delivery.absence.withdraw"),
              cell: ({ id, version, mayWithdraw, from }) =>
                mayWithdraw && (
                  <ConfirmForm
                    label={t("delivery.absence.withdraw")}
                    consequence={t("delivery.absence.withdraw.consequence", { name: from })}
                    submit={t("delivery.absence.withdraw")}
                    intent="withdraw-absence"
                    fields={{ absenceId: id, version }}
                  />
                ),
            },
          ]}
        />
      )}
      <AbsenceForm {...form} />
    </Section>
  );
}
