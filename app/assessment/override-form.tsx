import { type Rejection, useForm } from "#app/answer";
import { ConflictPanel, typedFigure } from "#app/conflict";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { NumberField, TextArea } from "#app/ui/field";
import { ErrorSummary, FormActions, Hidden } from "#app/ui/form";
import { Disclosure, Notice } from "#app/ui/page";
import type { OverrideView } from "./round-view";
import { AXES, type Axis } from "./score";

type Overrides = readonly OverrideView[];

/** What this person put beside the computed score, and what another one put there meanwhile. */
function OverrideConflict({ overrides, typed }: { overrides: Overrides } & Pick<Rejection, "typed">) {
  const speech = useSpeech();
  const { t, tell, number } = speech;
  const stored = overrides.find(({ axis }) => axis === typed.axis);
  const axis = AXES.find((each) => each === typed.axis);
  return (
    <ConflictPanel
      fields={[
        {
          label: axis ? t("assessment.override.of", { axis: t(`assessment.axis.${axis}`) }) : "",
          yours: typedFigure(speech, typed.score),
          theirs: number(stored?.score ?? null),
        },
        { label: t("assessment.override.reason"), yours: typed.reason ?? "", theirs: tell(stored?.reason) },
        { label: t("assessment.override.by"), yours: t("assessment.override.you"), theirs: stored?.by ?? "" },
      ]}
    />
  );
}

/** A person's score beside the computed one, with its reason. */
export function OverrideForm({ overrides, axes }: { overrides: Overrides; axes: readonly Axis[] }) {
  const { t } = useSpeech();
  const { field, errors, refusal, rejection } = useForm("override");
  const version = (axis: Axis) => overrides.find((each) => each.axis === axis)?.version ?? 0;
  return (
    <Disclosure summary={t("assessment.override.title")} open={rejection !== undefined}>
      {rejection?.stale ? (
        <OverrideConflict overrides={overrides} typed={rejection.typed} />
      ) : (
        refusal && <Notice tone="bad">{refusal}</Notice>
      )}
      <form method="post" className="form">
        <ErrorSummary errors={errors} />
        <Hidden
          values={{
            intent: "override",
            ...Object.fromEntries(AXES.map((axis) => [`version.${axis}`, version(axis)])),
          }}
        />
        <Select
          {...field("axis", "value")}
          label={t("assessment.override.axis")}
          options={axes.map((axis) => ({ value: axis, label: t(`assessment.axis.${axis}`) }))}
        />
        <NumberField
          {...field("score")}
          label={t("assessment.override.score")}
          hint={t("assessment.override.hint")}
          required
        />
        <TextArea {...field("reason")} label={t("assessment.override.reason")} required />
        <FormActions>
          <Button>{t("assessment.override.submit")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}
