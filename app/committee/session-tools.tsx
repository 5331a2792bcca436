import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { HearsField } from "#app/people/hears-field";
import { Button } from "#app/ui/button";
import { DateField, NumberField, TextArea } from "#app/ui/field";
import { ErrorSummary, FormActions, Hidden } from "#app/ui/form";
import { DescriptionList } from "#app/ui/listing";
import { Disclosure, Notice, Section } from "#app/ui/page";
import type { SessionPage } from "./session-page.server";

const DRAWN = 8;

/** Filling the agenda from the pipeline, and freezing its figures as the shortlist that members read. */
export function ShortlistTools({ page }: { page: SessionPage }) {
  const { t, moment } = useSpeech();
  const draw = useForm("draw");
  const freeze = useForm("freeze");
  const { frozenAt, agenda, candidates, left } = page;
  return (
    <Section title={t("committee.shortlist")} lead={t("committee.shortlist.lead")}>
      {frozenAt !== null && <p>{t("committee.shortlist.frozen", { at: moment(new Date(frozenAt)) })}</p>}
      {candidates.length > 0 && (
        <form method="post" className="form">
          <Hidden values={{ intent: "draw" }} />
          <NumberField
            {...draw.field("count", DRAWN)}
            label={t("committee.draw.count")}
            hint={t("committee.draw.hint")}
            width="short"
            required
          />
          <FormActions>
            <Button variant="quiet">{t("committee.draw")}</Button>
          </FormActions>
        </form>
      )}
      {left.length > 0 && (
        <>
          <p>{t("committee.left")}</p>
          <ul>
            {left.map((one) => (
              <li key={one.session}>
                <a href={`/committee/${one.session}`}>{t("committee.left.to", { ...one })}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {freeze.refusal && <Notice tone="bad">{freeze.refusal}</Notice>}
      {agenda.some(({ decision }) => !decision) && (
        <form method="post">
          <Hidden values={{ intent: "freeze" }} />
          <Button>{t(frozenAt === null ? "committee.freeze" : "committee.freeze.again")}</Button>
        </form>
      )}
    </Section>
  );
}

/** Another day, or another quorum, as long as nothing was decided. */
export function Replan({ page }: { page: SessionPage }) {
  const { t } = useSpeech();
  const form = useForm("replan");
  if (page.agenda.some(({ decision }) => decision)) return null;
  return (
    <Disclosure summary={t("committee.replan")} open={form.rejection !== undefined}>
      {form.refusal && <Notice tone="bad">{form.refusal}</Notice>}
      <form method="post" className="form">
        <ErrorSummary errors={form.errors} />
        <Hidden values={{ intent: "replan", version: page.version }} />
        <DateField {...form.field("heldOn", page.heldOn)} label={t("committee.held-on")} required />
        <NumberField {...form.field("quorum", page.quorum)} label={t("committee.quorum")} required />
        <HearsField form={form} stored={page.hears} />
        <FormActions>
          <Button variant="quiet">{t("desk.save")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}

/** What members who cannot come write instead. */
export function Opinions({ page }: { page: SessionPage }) {
  const { t, tell } = useSpeech();
  const form = useForm("opinion");
  const { opinions, mayWrite, ownOpinion } = page;
  if (opinions.length === 0 && !mayWrite) return null;
  return (
    <Section title={t("committee.opinions")} lead={t("committee.opinions.lead")}>
      {opinions.length > 0 && (
        <DescriptionList items={opinions.map(({ name, opinion }) => ({ term: name, value: tell(opinion) }))} />
      )}
      {mayWrite && (
        <Disclosure
          summary={t(ownOpinion ? "committee.opinion.change" : "committee.opinion.write")}
          open={form.rejection !== undefined}
        >
          {form.refusal && <Notice tone="bad">{form.refusal}</Notice>}
          <form method="post" className="form">
            <Hidden values={{ intent: "opinion" }} />
            <TextArea
              {...form.field("opinion", tell(ownOpinion))}
              label={t("committee.opinion")}
              hint={t("committee.opinion.hint")}
              required
            />
            <FormActions>
              <Button variant="quiet">{t("committee.opinion.submit")}</Button>
            </FormActions>
          </form>
        </Disclosure>
      )}
    </Section>
  );
}
