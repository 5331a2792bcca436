import { Once, useForm } from "#app/answer";
import { NEXT_GATE } from "#app/delivery/pipeline";
import { DestinationFields } from "#app/delivery/roll-out/destinations-view";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Checkbox, Select } from "#app/ui/choice";
import { DateField, TextArea } from "#app/ui/field";
import { ErrorSummary, FormActions, Hidden } from "#app/ui/form";
import { Notice, Section } from "#app/ui/page";
import { GateChecks } from "./gate-list";
import type { GovernancePage } from "./governance-page.server";

/** The move to another stage: through its gate, or past it by a chair who says why. */
export function MoveForm({ page }: { page: GovernancePage }) {
  const { t } = useSpeech();
  const { field, errors, refusal, rejection } = useForm("move");
  const offered = page.gates.filter(({ offered }) => offered);
  const refused = refusal ? page.gates.find(({ to }) => to === rejection?.typed.to) : undefined;
  if (offered.length === 0) return null;
  const usual = page.stage && NEXT_GATE[page.stage];
  return (
    <Section id="move" title={t("safeguards.move")} lead={t("safeguards.move.lead")}>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      {refused && refused.missing > 0 && <GateChecks gate={refused} page={page} />}
      <form method="post" className="form">
        <Once />
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "move", from: page.stage ?? "" }} />
        <Select
          {...field(
            "to",
            offered.some(({ to, missing }) => to === usual && (missing === 0 || page.mayOverride)) ? usual : "",
          )}
          label={t("safeguards.move.to")}
          empty={t("delivery.choose")}
          options={offered.map(({ to, missing }) => ({
            value: to,
            // What is missing is said, and only a chair goes past it.
            disabled: missing > 0 && !page.mayOverride,
            label:
              missing > 0
                ? t("safeguards.move.option-missing", { stage: t(`use-cases.stage.${to}`), count: missing })
                : t(`use-cases.stage.${to}`),
          }))}
          required
        />
        <TextArea
          {...field("reason")}
          id="move-reason"
          label={t("safeguards.move.reason")}
          hint={t("safeguards.move.reason.hint")}
          rows={3}
        />
        <TextArea
          {...field("learning")}
          id="move-learning"
          label={t("safeguards.move.learning")}
          hint={t(page.learned ? "safeguards.move.learned.hint" : "safeguards.move.learning.hint")}
          rows={3}
        />
        <DateField
          {...field("relookOn")}
          label={t("safeguards.move.relook")}
          hint={t("safeguards.move.relook.hint")}
          min={page.today}
        />
        {offered.some(({ to }) => to === "retired") && <DestinationFields />}
        {page.mayOverride && (
          <Checkbox
            name="override"
            label={t("safeguards.move.override")}
            hint={t("safeguards.move.override.hint")}
            checked={rejection?.typed.override === "yes"}
          />
        )}
        <FormActions>
          <Button>{t("safeguards.move.submit")}</Button>
        </FormActions>
      </form>
    </Section>
  );
}
