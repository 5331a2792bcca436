import { useSpeech } from "#app/locales/use-speech";
import { Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { conflictOf } from "./conflict-fields";
import { typedOf } from "./form-values";
import type { BusinessCasePage, ShownBusinessCase } from "./page.server";
import { writtenIrr, writtenPayback } from "./written";

interface Props {
  shown: ShownBusinessCase;
  against: NonNullable<BusinessCasePage["against"]>;
}

/** Two numbers of a business case: what was changed, and what became of its figures. */
export function VersionDiff({ shown, against }: Props) {
  const speech = useSpeech();
  const { t, locale, currency, wholeMoney, percent } = speech;
  const typist = { locale, currency };
  const [now, was] = [shown.evaluation.outputs, against.outputs];
  const changes = conflictOf(
    speech,
    typedOf(shown.draft, shown.note, typist),
    typedOf(against.draft, against.note, typist),
  ).filter(({ yours, theirs }) => yours !== theirs);
  const figures = [
    { label: t("business-cases.output.npv"), was: wholeMoney(was.npv), now: wholeMoney(now.npv) },
    { label: t("business-cases.output.roi"), was: percent(was.roi, 0), now: percent(now.roi, 0) },
    {
      label: t("business-cases.output.payback"),
      was: writtenPayback(speech, was.payback),
      now: writtenPayback(speech, now.payback),
    },
    { label: t("business-cases.output.irr"), was: writtenIrr(speech, was.irr), now: writtenIrr(speech, now.irr) },
    {
      label: t("business-cases.output.totalBenefit"),
      was: wholeMoney(was.totalBenefit),
      now: wholeMoney(now.totalBenefit),
    },
    { label: t("business-cases.output.totalCost"), was: wholeMoney(was.totalCost), now: wholeMoney(now.totalCost) },
    {
      label: t("business-cases.output.peakFunding"),
      was: wholeMoney(was.peakFunding),
      now: wholeMoney(now.peakFunding),
    },
  ];
  const title = t("business-cases.against.title", { shown: shown.number, number: against.number });
  const numbered = (number: number) => t("business-cases.against.was", { number });
  return (
    <Section id="against" title={title} lead={t("business-cases.against.lead")}>
      <DataTable
        caption={t("business-cases.outputs")}
        narrow="cards"
        rows={figures}
        rowKey={({ label }) => label}
        columns={[
          { key: "label", header: t("business-cases.against.figure"), rowHeader: true, cell: ({ label }) => label },
          { key: "was", header: numbered(against.number), numeric: true, cell: (row) => row.was },
          { key: "now", header: numbered(shown.number), numeric: true, cell: (row) => row.now },
        ]}
      />
      {changes.length === 0 ? (
        <p>{t("business-cases.against.none")}</p>
      ) : (
        <DataTable
          caption={title}
          narrow="cards"
          rows={changes}
          rowKey={({ label }) => label}
          columns={[
            { key: "label", header: t("business-cases.against.input"), rowHeader: true, cell: ({ label }) => label },
            { key: "was", header: numbered(against.number), cell: ({ theirs }) => theirs },
            { key: "now", header: numbered(shown.number), cell: ({ yours }) => yours },
          ]}
        />
      )}
    </Section>
  );
}
