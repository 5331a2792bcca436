import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Hidden } from "#app/ui/form";
import { Empty, Notice, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { Unbroken } from "#app/ui/unbroken";
import { MOST_PRESENTED } from "./review";
import type { ReviewProps } from "./review-page";
import { CaseMoney, Lacks } from "./review-presented";

/** The live cases of one department: those that it could present, and what the others still lack. */
export function Candidates({ chosen, departmentId, departments, quarter, review, today, mayChooseFor }: ReviewProps) {
  const { t, tell, quarter: say } = useSpeech();
  const present = useForm("present");
  const off = useForm("take-off");
  const department = departments.find((one) => one.departmentId === departmentId);
  if (!chosen || !department || departmentId === null) return null;
  const presented = department.presented.map(({ reference }) => reference);
  const open = review !== null && today <= review.heldOn && mayChooseFor.includes(departmentId);
  const full = presented.length >= MOST_PRESENTED;
  const button = (reference: string) => {
    const there = presented.includes(reference);
    if (!open || (full && !there)) return there ? t("review.is-presented") : "";
    return (
      <form method="post">
        <Hidden values={{ intent: there ? "take-off" : "present", quarter, reference, department: departmentId }} />
        <Button variant="quiet">
          {t(there ? "review.take-off" : "review.present")} <span className="visually-hidden">{reference}</span>
        </Button>
      </form>
    );
  };
  return (
    <Section
      id="department"
      title={t("review.candidates", { name: tell(department.name) })}
      lead={t("review.candidates.lead", { most: MOST_PRESENTED })}
    >
      {(present.refusal || off.refusal) && <Notice tone="bad">{present.refusal ?? off.refusal}</Notice>}
      {chosen.ready.length === 0 ? (
        <Empty title={t("review.none-ready")}>{t("review.none-ready.next")}</Empty>
      ) : (
        <DataTable
          caption={t("review.candidates.ready")}
          narrow="cards"
          rows={chosen.ready}
          rowKey={({ reference }) => reference}
          columns={[
            {
              key: "case",
              header: t("review.use-case"),
              rowHeader: true,
              cell: ({ reference, title }) => (
                <a href={`/use-cases/${reference}`}>
                  <Unbroken>{t("review.case", { reference, title: tell(title) })}</Unbroken>
                </a>
              ),
            },
            {
              key: "kpis",
              header: t("review.kpis"),
              cell: ({ kpis }) =>
                kpis
                  .filter(({ isGuardrail, actual, target }) => !isGuardrail && actual !== null && target !== null)
                  .map(({ name }) => tell(name))
                  .join(", "),
            },
            { key: "money", header: t("review.euros"), cell: (one) => <CaseMoney one={one} quarter={quarter} /> },
            ...(open || presented.length > 0
              ? [
                  {
                    key: "act",
                    header: t("review.presents"),
                    cell: ({ reference }: { reference: string }) => button(reference),
                  },
                ]
              : []),
          ]}
        />
      )}
      {chosen.lacking.length > 0 && (
        <DataTable
          caption={t("review.candidates.lacking")}
          narrow="cards"
          rows={chosen.lacking}
          rowKey={({ reference }) => reference}
          columns={[
            {
              key: "case",
              header: t("review.use-case"),
              rowHeader: true,
              cell: ({ reference, title }) => (
                <a href={`/use-cases/${reference}`}>
                  <Unbroken>{t("review.case", { reference, title: tell(title) })}</Unbroken>
                </a>
              ),
            },
            {
              key: "lacks",
              header: t("review.lacking"),
              cell: (one) => <Lacks one={one} lacks={one.lacks} quarter={say(quarter)} />,
            },
          ]}
        />
      )}
    </Section>
  );
}
