import { Once, useForm } from "#app/answer";
import { ConflictPanel } from "#app/conflict";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { RadioGroup } from "#app/ui/choice";
import { TextArea } from "#app/ui/field";
import { ErrorSummary, FormActions, Hidden } from "#app/ui/form";
import { Disclosure, Notice } from "#app/ui/page";
import type { GovernancePage } from "./governance-page.server";

const QUESTIONS = ["prohibitedPractice", "customerFacing", "humanInTheLoop"] as const;
const choiceOf = (answer: boolean | null) => (answer === null ? "" : answer ? "yes" : "no");

/** The committee's look at the door; it may let the case in with the same signature. */
export function ScreeningForm({ page }: { page: GovernancePage }) {
  const { t, tell } = useSpeech();
  const { field, errors, refusal, rejection } = useForm("screen");
  const { card } = page;
  const yesOrNo = [
    { value: "yes", label: t("desk.yes") },
    { value: "no", label: t("desk.no") },
  ];
  const worded = (value: string | undefined) => yesOrNo.find((one) => one.value === value)?.label ?? "";
  const augment = (value: string | null | undefined) =>
    value === "augment" || value === "replace" ? t(`safeguards.augment.${value}`) : "";
  return (
    <Disclosure
      summary={t(card.screenedOn ? "safeguards.screen.again" : "safeguards.screen")}
      open={rejection !== undefined || (page.stage === "submitted" && !card.screenedOn)}
    >
      {rejection?.stale && (
        <ConflictPanel
          fields={[
            ...QUESTIONS.map((name) => ({
              label: t(`safeguards.field.${name}`),
              yours: worded(rejection.typed[name]),
              theirs: worded(choiceOf(card[name])),
            })),
            {
              label: t("safeguards.field.augmentOrReplace"),
              yours: augment(rejection.typed.augmentOrReplace),
              theirs: augment(card.augmentOrReplace),
            },
            {
              label: t("safeguards.field.redLineException"),
              yours: rejection.typed.redLineException ?? "",
              theirs: tell(card.redLineException),
            },
          ]}
        />
      )}
      {refusal && !rejection?.stale && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" className="form">
        <Once />
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "screen", version: card.version }} />
        {QUESTIONS.map((name) => (
          <RadioGroup
            key={name}
            {...field(name, choiceOf(card[name]))}
            label={t(`safeguards.field.${name}`)}
            hint={t(`safeguards.field.${name}.hint`)}
            layout="inline"
            options={yesOrNo}
            required
          />
        ))}
        <RadioGroup
          {...field("augmentOrReplace", card.augmentOrReplace)}
          label={t("safeguards.field.augmentOrReplace")}
          layout="inline"
          options={(["augment", "replace"] as const).map((value) => ({
            value,
            label: t(`safeguards.augment.${value}`),
          }))}
          required
        />
        <TextArea
          {...field("redLineException", tell(card.redLineException))}
          label={t("safeguards.field.redLineException")}
          hint={t("safeguards.field.redLineException.hint")}
          rows={3}
        />
        <FormActions>
          {page.stage === "submitted" && (
            <Button name="letIn" value="yes">
              {t("safeguards.screen.let-in")}
            </Button>
          )}
          <Button variant={page.stage === "submitted" ? "quiet" : "primary"}>{t("safeguards.screen.submit")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}
