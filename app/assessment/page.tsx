import { type Rejection, useForm } from "#app/answer";
import { ConflictPanel } from "#app/conflict";
import type { Key } from "#app/locales/keys";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink } from "#app/ui/button";
import { Checkbox, RadioGroup } from "#app/ui/choice";
import { TextArea } from "#app/ui/field";
import { ErrorSummary, FieldGrid, FormActions, Hidden } from "#app/ui/form";
import { Disclosure, Empty, Notice, Prose, Row, Section, Stack } from "#app/ui/page";
import { OverrideForm } from "./override-form";
import type { AssessmentPage } from "./page.server";
import type { StillOwed } from "./queue.server";
import { EarlierRounds, Reveal } from "./reveal";
import { ConflictForm, RoundForm, WithdrawRound } from "./round-forms";
import { axesIn, type CriterionView } from "./round-view";
import { AXES } from "./score";

type Props = AssessmentPage & {
  /** What the reader owes elsewhere, once theirs is submitted here. */
  owed: StillOwed | null;
};

function CriterionField({ criterion, mine }: { criterion: CriterionView; mine: AssessmentPage["mine"] }) {
  const { t, tell } = useSpeech();
  const { field } = useForm();
  const stored = mine?.scores[criterion.id];
  const comment = field(`comments.${criterion.id}`, tell(stored?.comment ?? mine?.unscored[criterion.key]));
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

const BOTH: Key = "assessment.refusal.abstains-and-scores";

/** The member's own draft, which they changed meanwhile in another window. */
function DraftConflict({ criteria, mine, typed }: Pick<Props, "criteria" | "mine"> & Pick<Rejection, "typed">) {
  const { t, tell } = useSpeech();
  const abstains = (yes: boolean | undefined) => t(yes ? "desk.yes" : "desk.no");
  return (
    <ConflictPanel
      fields={[
        ...criteria.flatMap(({ id, key, name }) => [
          {
            label: tell(name),
            yours: typed[`scores.${id}`] ?? "",
            theirs: String(mine?.scores[id]?.score ?? ""),
          },
          {
            label: t("assessment.comment.criterion", { criterion: tell(name) }),
            yours: typed[`comments.${id}`] ?? "",
            theirs: tell(mine?.scores[id]?.comment ?? mine?.unscored[key]),
          },
        ]),
        { label: t("assessment.comment"), yours: typed.comment ?? "", theirs: tell(mine?.comment) },
        { label: t("assessment.abstain"), yours: abstains(typed.abstain === "yes"), theirs: abstains(mine?.abstained) },
      ]}
    />
  );
}

function AssessForm({ criteria, mine, model }: Props) {
  const { t, tell } = useSpeech();
  const { field, errors, refusal, rejection } = useForm();
  return (
    <Section
      title={t("assessment.form.title")}
      lead={
        <>
          {t("assessment.form.lead")}{" "}
          <a href={`/assess/models/${model.id}`}>
            {t("assessment.model.version", { name: tell(model.name), number: model.number })}
          </a>
        </>
      }
    >
      {rejection?.stale ? (
        <DraftConflict criteria={criteria} mine={mine} typed={rejection.typed} />
      ) : (
        refusal && <Notice tone="bad">{refusal}</Notice>
      )}
      <form method="post" className="form form-wide">
        <ErrorSummary errors={errors} />
        <Hidden values={{ version: mine?.version ?? 0 }} />
        {axesIn({ criteria }, AXES).map((axis) => (
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
          {rejection?.refusal?.key === BOTH && (
            <Button name="intent" value="abstain" variant="quiet">
              {t("assessment.abstain.drop")}
            </Button>
          )}
        </FormActions>
      </form>
    </Section>
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

/** What stands in the way of the scores: a conflict of interest, or what this member still owes. */
function Standing({ mine, opened, round }: Props) {
  const { t, tell, date } = useSpeech();
  return (
    <>
      {opened && (
        <Notice tone="info">
          {t("assessment.round.opened", {
            number: round,
            by: opened.by,
            on: date(opened.on),
            reason: tell(opened.reason),
          })}
        </Notice>
      )}
      {mine?.conflicted && (
        <Notice tone="info" title={t("assessment.conflict.declared")}>
          {tell(mine.comment)}
        </Notice>
      )}
    </>
  );
}

/** The assessment of one case: the member's own form while they owe it, the reveal afterwards. */
export function AssessmentView(props: Props) {
  const { t, number, tell } = useSpeech();
  const { mayAssess, mayOverride, reveal, submitted, needed, conflicts, mine, owed, earlier } = props;
  return (
    <>
      <p>
        {t("assessment.progress", { count: submitted, needed: number(needed) })}
        {conflicts > 0 && ` ${t("assessment.progress.conflicts", { count: conflicts })}`}
      </p>
      <Standing {...props} />
      {owed && <Onward {...owed} />}
      {mayAssess && <AssessForm {...props} />}
      {props.mayDeclare && <ConflictForm declared={mine?.conflicted ?? false} />}
      {reveal ? (
        <Reveal round={reveal} before={earlier} overrides={reveal.overrides} />
      ) : (
        !mayAssess && !mine?.conflicted && <Empty title={t("assessment.none")}>{t("assessment.none.next")}</Empty>
      )}
      <EarlierRounds rounds={earlier} />
      {mine?.submitted && !mine.conflicted && mine.comment && (
        <Section level={3} title={t("assessment.mine.comment")}>
          <Prose>{tell(mine.comment)}</Prose>
        </Section>
      )}
      {props.mayOpenRound && <RoundForm contested={reveal?.computed.contested ?? 0} next={props.round + 1} />}
      {props.mayWithdrawRound && <WithdrawRound round={props.round} />}
      {mayOverride && reveal && <OverrideForm overrides={reveal.overrides} axes={axesIn(reveal, AXES)} />}
    </>
  );
}
