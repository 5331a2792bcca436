import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Checkbox, RadioGroup, Select } from "#app/ui/choice";
import { NumberField, TextArea } from "#app/ui/field";
import { ErrorSummary, FieldGrid, FormActions, Hidden } from "#app/ui/form";
import { Disclosure, Empty, Notice, Prose, Section, Stack } from "#app/ui/page";
import type { AssessmentPage, CriterionView } from "./page.server";
import { Reveal } from "./reveal";
import { AXES } from "./score";

type Props = AssessmentPage & { needed: number };

function CriterionField({ criterion, mine }: { criterion: CriterionView; mine: AssessmentPage["mine"] }) {
  const { t, tell } = useSpeech();
  const { field } = useForm();
  const stored = mine?.scores[criterion.id];
  const comment = field(`comments.${criterion.id}`, tell(stored?.comment));
  return (
    <Stack gap="tight">
      <RadioGroup
        {...field(`scores.${criterion.id}`, stored?.score)}
        label={tell(criterion.name)}
        hint={tell(criterion.question)}
        layout="stack"
        options={criterion.anchors.map((anchor, index) => ({
          value: String(index + 1),
          label: `${index + 1} · ${tell(anchor)}`,
        }))}
      />
      <Disclosure
        summary={t("assessment.comment.add", { criterion: tell(criterion.name) })}
        open={comment.value !== ""}
      >
        <TextArea
          {...comment}
          label={t("assessment.comment.criterion", { criterion: tell(criterion.name) })}
          hideLabel
          rows={2}
        />
      </Disclosure>
    </Stack>
  );
}

function AssessForm({ criteria, mine }: Props) {
  const { t, tell } = useSpeech();
  const { field, errors, refusal, rejection } = useForm();
  return (
    <Section title={t("assessment.form.title")} lead={t("assessment.form.lead")}>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" className="form form-wide">
        <ErrorSummary errors={errors} />
        {AXES.map((axis) => (
          <Section key={axis} level={3} title={t(`assessment.axis.${axis}`)} lead={t(`assessment.axis.${axis}.hint`)}>
            <FieldGrid>
              {criteria
                .filter((criterion) => criterion.axis === axis)
                .map((criterion) => (
                  <CriterionField key={criterion.id} criterion={criterion} mine={mine} />
                ))}
            </FieldGrid>
          </Section>
        ))}
        <TextArea {...field("comment", tell(mine?.comment))} label={t("assessment.comment")} rows={3} />
        <Checkbox
          name="abstain"
          label={t("assessment.abstain")}
          hint={t("assessment.abstain.hint")}
          checked={rejection ? rejection.typed.abstain === "yes" : (mine?.abstained ?? false)}
        />
        <FormActions sticky>
          <Button name="intent" value="submit">
            {t("assessment.submit")}
          </Button>
          <Button name="intent" value="save" variant="quiet">
            {t("assessment.save")}
          </Button>
        </FormActions>
      </form>
    </Section>
  );
}

function OverrideForm() {
  const { t } = useSpeech();
  const { field, errors, refusal } = useForm("override");
  return (
    <Disclosure summary={t("assessment.override.title")} open={refusal !== null || Object.keys(errors).length > 0}>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" className="form">
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "override" }} />
        <Select
          {...field("axis", "value")}
          label={t("assessment.override.axis")}
          options={AXES.map((axis) => ({ value: axis, label: t(`assessment.axis.${axis}`) }))}
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

/** The assessment of one case: the member's own form while they owe it, the reveal afterwards. */
export function AssessmentView(props: Props) {
  const { t, number, tell } = useSpeech();
  const { mayAssess, mayOverride, reveal, submitted, needed, criteria, mine } = props;
  return (
    <>
      <p>{t("assessment.progress", { count: submitted, needed: number(needed) })}</p>
      {mayAssess && <AssessForm {...props} />}
      {reveal ? (
        <Reveal {...reveal} criteria={criteria} results={reveal.criteria} />
      ) : (
        !mayAssess && <Empty title={t("assessment.none")}>{t("assessment.none.next")}</Empty>
      )}
      {mine?.submitted && mine.comment && (
        <Section level={3} title={t("assessment.mine.comment")}>
          <Prose>{tell(mine.comment)}</Prose>
        </Section>
      )}
      {mayOverride && <OverrideForm />}
    </>
  );
}
