import { useForm } from "#app/answer";
import { ConflictPanel } from "#app/conflict";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { RadioGroup } from "#app/ui/choice";
import { TextArea, TextField } from "#app/ui/field";
import { ErrorSummary, FormActions, Hidden } from "#app/ui/form";
import { Disclosure, Notice } from "#app/ui/page";
import type { GovernancePage } from "./governance-page.server";

const QUESTIONS = ["dataWhere", "dataWho", "dataUse"] as const;

/** The three data questions, personal data, and who reviews what the AI proposes. */
export function DataForm({ page }: { page: GovernancePage }) {
  const { t, tell } = useSpeech();
  const { field, errors, refusal, rejection } = useForm("trust-card");
  const { card } = page;
  const personal = card.personalData === null ? "unknown" : card.personalData ? "yes" : "no";
  const options = [
    { value: "yes", label: t("desk.yes") },
    { value: "no", label: t("desk.no") },
    { value: "unknown", label: t("desk.unknown") },
  ];
  const worded = (value: string | undefined) => options.find((one) => one.value === value)?.label ?? "";
  return (
    <Disclosure summary={t("safeguards.trust-card.edit")} open={rejection !== undefined}>
      {rejection?.stale && (
        <ConflictPanel
          fields={[
            ...QUESTIONS.map((name) => ({
              label: t(`safeguards.field.${name}`),
              yours: rejection.typed[name] ?? "",
              theirs: tell(card[name]),
            })),
            {
              label: t("safeguards.field.personalData"),
              yours: worded(rejection.typed.personalData),
              theirs: worded(personal),
            },
            {
              label: t("safeguards.field.humanReviewer"),
              yours: rejection.typed.humanReviewer ?? "",
              theirs: card.humanReviewer ?? "",
            },
          ]}
        />
      )}
      {refusal && !rejection?.stale && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" className="form">
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "trust-card", version: card.version }} />
        {QUESTIONS.map((name) => (
          <TextArea
            key={name}
            {...field(name, tell(card[name]))}
            label={t(`safeguards.field.${name}`)}
            hint={t(`safeguards.field.${name}.hint`)}
            rows={2}
          />
        ))}
        <RadioGroup
          {...field("personalData", personal)}
          label={t("safeguards.field.personalData")}
          layout="inline"
          options={options}
        />
        <TextField
          {...field("humanReviewer", card.humanReviewer)}
          label={t("safeguards.field.humanReviewer")}
          hint={t("safeguards.field.humanReviewer.hint")}
        />
        <FormActions>
          <Button>{t("desk.save")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}
