import { useForm } from "#app/answer";
import { ConflictPanel } from "#app/conflict";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ConfirmForm } from "#app/ui/button";
import { DateField, TextArea } from "#app/ui/field";
import { ErrorSummary, FieldGrid, FormActions, Hidden } from "#app/ui/form";
import { DescriptionList, Timeline } from "#app/ui/listing";
import { Badge } from "#app/ui/mark";
import { Disclosure, Notice, Prose, Row, Section } from "#app/ui/page";
import { LevelBadge, MarkField } from "./marks";
import { type Mark, placeOfRisk, placeOfRisks, residualScore } from "./risk";
import { RiskForm } from "./risk-form";
import type { RiskPage } from "./risk-page.server";

function Facts({ risk }: Pick<RiskPage, "risk">) {
  const { t, tell, date, number } = useSpeech();
  const residual = residualScore(risk);
  const unknown = t("desk.unknown");
  const mark = (scale: "likelihood" | "impact", value: Mark | null) =>
    value === null ? unknown : t("risks.mark", { mark: value, words: t(`risks.anchor.${scale}.${value}`) });
  const done = risk.mitigationDoneOn;
  return (
    <DescriptionList
      columns={2}
      items={[
        { term: t("risks.field.category"), value: t(`risks.category.${risk.category}`) },
        { term: t("risks.field.ownerId"), value: risk.owner },
        { term: t("risks.field.likelihood"), value: mark("likelihood", risk.likelihood) },
        { term: t("risks.field.impact"), value: mark("impact", risk.impact) },
        {
          term: t("risks.inherent"),
          value: t("risks.product", {
            likelihood: risk.likelihood,
            impact: risk.impact,
            score: number(risk.likelihood * risk.impact),
          }),
        },
        {
          term: t("risks.residual"),
          value:
            residual === null
              ? t("risks.residual.none")
              : t("risks.product", {
                  likelihood: risk.residualLikelihood ?? 0,
                  impact: risk.residualImpact ?? 0,
                  score: number(residual),
                }),
          note: residual !== null && done === null ? t("risks.residual.promised") : undefined,
        },
        {
          term: t("risks.field.mitigation"),
          value: risk.mitigation ? <Prose>{tell(risk.mitigation)}</Prose> : t("risks.mitigation.none"),
          note: risk.mitigationOwner ?? undefined,
        },
        {
          term: done === null ? t("risks.field.mitigationDueOn") : t("risks.field.mitigationDoneOn"),
          value: date(done ?? risk.mitigationDueOn),
        },
        { term: t("risks.field.reviewOn"), value: date(risk.reviewOn) },
      ]}
    />
  );
}

function Review({ page: { risk, nextReview } }: { page: RiskPage }) {
  const { t, tell } = useSpeech();
  const { field, errors, refusal, rejection } = useForm("review");
  return (
    <Section id="review" title={t("risks.review")} lead={t("risks.review.lead")}>
      <form method="post" className="form">
        {rejection?.stale ? (
          <ConflictPanel
            fields={(["likelihood", "impact", "residualLikelihood", "residualImpact"] as const).map((name) => ({
              label: t(`risks.field.${name}`),
              yours: rejection.typed[name] ?? "",
              theirs: String(risk[name] ?? ""),
            }))}
          />
        ) : (
          refusal && <Notice tone="bad">{refusal}</Notice>
        )}
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "review", version: risk.version }} />
        <TextArea
          {...field("note")}
          id="review-note"
          label={t("risks.review.note")}
          hint={t("risks.review.note.hint")}
          rows={3}
          required
        />
        <FieldGrid columns={2}>
          <MarkField
            {...field("likelihood", risk.likelihood)}
            id="review-likelihood"
            scale="likelihood"
            label={t("risks.field.likelihood")}
            required
          />
          <MarkField
            {...field("impact", risk.impact)}
            id="review-impact"
            scale="impact"
            label={t("risks.field.impact")}
            required
          />
          <MarkField
            {...field("residualLikelihood", risk.residualLikelihood)}
            id="review-residual-likelihood"
            scale="likelihood"
            label={t("risks.field.residualLikelihood")}
            empty={t("risks.not-said")}
          />
          <MarkField
            {...field("residualImpact", risk.residualImpact)}
            id="review-residual-impact"
            scale="impact"
            label={t("risks.field.residualImpact")}
            empty={t("risks.not-said")}
          />
          {tell(risk.mitigation) && (
            <DateField
              {...field("mitigationDoneOn", risk.mitigationDoneOn)}
              id="review-done"
              label={t("risks.field.mitigationDoneOn")}
            />
          )}
          <DateField {...field("reviewOn", nextReview)} id="review-next" label={t("risks.review.next")} required />
        </FieldGrid>
        <FormActions>
          <Button>{t("risks.review.submit")}</Button>
        </FormActions>
      </form>
    </Section>
  );
}

function Reviews({ reviews }: Pick<RiskPage, "reviews">) {
  const { t, tell, date } = useSpeech();
  if (reviews.length === 0) return null;
  return (
    <Section id="reviews" title={t("risks.reviews")}>
      <Timeline
        label={t("risks.reviews")}
        items={reviews.map((review) => ({
          key: review.id,
          when: date(review.on),
          title: t("risks.review.found", { likelihood: review.likelihood, impact: review.impact, score: review.score }),
          who: review.by ?? t("desk.product"),
          body: (
            <>
              <Prose>{tell(review.note)}</Prose>
              <p className="hint">{t("risks.review.next-was", { date: date(review.nextOn) })}</p>
            </>
          ),
        }))}
      />
    </Section>
  );
}

/** A risk: what it is, who answers for it, how it was found at each look, and what can be done with it. */
export function RiskView({ page }: { page: RiskPage }) {
  const { t, tell, date } = useSpeech();
  const { risk, reference } = page;
  const end = useForm("turn");
  const edit = useForm("risk");
  const open = risk.state === "open";
  return (
    <>
      <Section
        title={tell(risk.title)}
        lead={tell(risk.description) || undefined}
        actions={
          <a href={placeOfRisks(reference)}>{t(reference === null ? "risks.back-to-register" : "risks.back")}</a>
        }
      >
        <Row>
          <LevelBadge score={risk.score} />
          {risk.overdue && <Badge tone="bad">{t("risks.overdue", { date: date(risk.reviewOn) })}</Badge>}
          {!open && <Badge>{t("risks.closed-on", { date: date(risk.stateOn) })}</Badge>}
        </Row>
        {!open && risk.stateReason && <Notice tone="info">{tell(risk.stateReason)}</Notice>}
        <Facts risk={risk} />
      </Section>
      {open && page.mayReview && <Review page={page} />}
      <Reviews reviews={page.reviews} />
      {open && page.mayWrite && (
        <Section title={t("desk.edit")}>
          <Disclosure summary={t("risks.edit")} open={edit.rejection !== undefined}>
            <RiskForm stored={page.form} back={placeOfRisk(reference, risk.id)} />
          </Disclosure>
        </Section>
      )}
      {page.mayClose && (
        <Section title={t(open ? "risks.close" : "risks.reopen")}>
          {end.refusal && <Notice tone="bad">{end.refusal}</Notice>}
          <ConfirmForm
            label={t(open ? "risks.close" : "risks.reopen")}
            consequence={t(open ? "risks.close.consequence" : "risks.reopen.consequence")}
            submit={t(open ? "risks.close" : "risks.reopen")}
            variant={open ? "danger" : "primary"}
            fields={{ intent: "turn", to: open ? "closed" : "open", version: risk.version }}
          >
            <TextArea {...end.field("reason")} id="turn-reason" label={t("risks.reason")} rows={2} required />
          </ConfirmForm>
        </Section>
      )}
    </>
  );
}
