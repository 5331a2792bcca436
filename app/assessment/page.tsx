import { type Rejection, useForm } from "#app/answer";
import { ConflictPanel, typedFigure } from "#app/conflict";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink } from "#app/ui/button";
import { Checkbox, RadioGroup, Select } from "#app/ui/choice";
import { NumberField, TextArea } from "#app/ui/field";
import { ErrorSummary, FieldGrid, FormActions, Hidden } from "#app/ui/form";
import { Disclosure, Empty, Notice, Prose, Row, Section, Stack } from "#app/ui/page";
import type { AssessmentPage, CriterionView } from "./page.server";
import type { StillOwed } from "./queue.server";
import { Reveal } from "./reveal";
import { AXES } from "./score";

type Props = AssessmentPage & {
  needed: number;
  /** What the reader owes elsewhere, once theirs is submitted here. */
  owed: StillOwed | null;
};

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

/** The member's own draft, which they changed meanwhile in another window. */
function DraftConflict({ criteria, mine, typed }: Pick<Props, "criteria" | "mine"> & Pick<Rejection, "typed">) {
  const { t, tell } = useSpeech();
  const abstains = (yes: boolean | undefined) => t(yes ? "desk.yes" : "desk.no");
  return (
    <ConflictPanel
      fields={[
        ...criteria.flatMap(({ id, name }) => [
          {
            label: tell(name),
            yours: typed[`scores.${id}`] ?? "",
            theirs: String(mine?.scores[id]?.score ?? ""),
          },
          {
            label: t("assessment.comment.criterion", { criterion: tell(name) }),
            yours: typed[`comments.${id}`] ?? "",
            theirs: tell(mine?.scores[id]?.comment),
          },
        ]),
        { label: t("assessment.comment"), yours: typed.comment ?? "", theirs: tell(mine?.comment) },
        { label: t("assessment.abstain"), yours: abstains(typed.abstain === "yes"), theirs: abstains(mine?.abstained) },
      ]}
    />
  );
}

function AssessForm({ criteria, mine }: Props) {
  const { t, tell } = useSpeech();
  const { field, errors, refusal, rejection } = useForm();
  return (
    <Section title={t("assessment.form.title")} lead={t("assessment.form.lead")}>
      {rejection?.stale ? (
        <DraftConflict criteria={criteria} mine={mine} typed={rejection.typed} />
      ) : (
        refusal && <Notice tone="bad">{refusal}</Notice>
      )}
      <form method="post" className="form form-wide">
        <ErrorSummary errors={errors} />
        <Hidden values={{ version: mine?.version ?? 0 }} />
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

type Overrides = NonNullable<AssessmentPage["reveal"]>["overrides"];

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

function OverrideForm({ overrides }: { overrides: Overrides }) {
  const { t } = useSpeech();
  const { field, errors, refusal, rejection } = useForm("override");
  const version = (axis: (typeof AXES)[number]) => overrides.find((each) => each.axis === axis)?.version ?? 0;
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

function Onward({ count, next }: StillOwed) {
  const { t, tell } = useSpeech();
  return (
    <Row>
      {next && (
        <ButtonLink href={`/use-cases/${next.reference}/assessment`} variant="primary">
          {t("assessment.onward.next", { reference: next.reference, title: tell(next.title) })}
        </ButtonLink>
      )}
      <a href="/assess">{t("assessment.onward.queue", { count })}</a>
    </Row>
  );
}

/** The assessment of one case: the member's own form while they owe it, the reveal afterwards. */
export function AssessmentView(props: Props) {
  const { t, number, tell } = useSpeech();
  const { mayAssess, mayOverride, reveal, submitted, needed, criteria, mine, owed } = props;
  return (
    <>
      <p>{t("assessment.progress", { count: submitted, needed: number(needed) })}</p>
      {owed && <Onward {...owed} />}
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
      {mayOverride && <OverrideForm overrides={reveal?.overrides ?? []} />}
    </>
  );
}
