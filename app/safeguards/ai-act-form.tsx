import { useForm } from "#app/answer";
import { ConflictPanel } from "#app/conflict";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { RadioGroup } from "#app/ui/choice";
import { TextArea } from "#app/ui/field";
import { ErrorSummary, FormActions, Hidden } from "#app/ui/form";
import { Disclosure, Notice } from "#app/ui/page";
import type { GovernancePage } from "./governance-page.server";
import { AI_ACT_CLASSES } from "./trust-card";

/** Legal's word: the class under the EU AI Act, and why. */
export function AiActForm({ page }: { page: GovernancePage }) {
  const { t, tell } = useSpeech();
  const { field, errors, refusal, rejection } = useForm("ai-act");
  const { card } = page;
  const worded = (value: string | null | undefined) => {
    const known = AI_ACT_CLASSES.find((one) => one === value);
    return known ? t(`safeguards.ai-act-class.${known}`) : "";
  };
  return (
    <Disclosure
      summary={t(card.aiActConfirmedOn ? "safeguards.ai-act.again" : "safeguards.ai-act.confirm")}
      open={rejection !== undefined}
    >
      {rejection?.stale && (
        <ConflictPanel
          fields={[
            {
              label: t("safeguards.field.aiActClass"),
              yours: worded(rejection.typed.aiActClass),
              theirs: worded(card.aiActClass),
            },
            {
              label: t("safeguards.field.aiActBasis"),
              yours: rejection.typed.aiActBasis ?? "",
              theirs: tell(card.aiActBasis),
            },
          ]}
        />
      )}
      {refusal && !rejection?.stale && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" className="form">
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "ai-act", version: card.version }} />
        <RadioGroup
          {...field("aiActClass", card.aiActClass)}
          label={t("safeguards.field.aiActClass")}
          options={AI_ACT_CLASSES.map((value) => ({
            value,
            label: t(`safeguards.ai-act-class.${value}`),
            hint: t(`safeguards.ai-act-class.${value}.hint`),
          }))}
          required
        />
        <TextArea
          {...field("aiActBasis", tell(card.aiActBasis))}
          label={t("safeguards.field.aiActBasis")}
          hint={t("safeguards.field.aiActBasis.hint")}
          rows={3}
          required
        />
        <FormActions>
          <Button>{t("safeguards.ai-act.submit")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}
