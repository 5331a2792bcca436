import { Once, useForm } from "#app/answer";
import type { Day } from "#app/kernel/day";
import { useSpeech } from "#app/locales/use-speech";
import { HearsField } from "#app/people/hears-field";
import type { Hearing } from "#app/people/roles";
import { Button, ButtonLink } from "#app/ui/button";
import { DateField, NumberField } from "#app/ui/field";
import { ErrorSummary, FormActions } from "#app/ui/form";
import { Badge } from "#app/ui/mark";
import { Empty, Notice, PageHeader, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { CompositionSection } from "./composition";
import type { Composition } from "./composition.server";
import type { SessionStatus } from "./sessions";

interface Props {
  sessions: { number: number; heldOn: Day; status: SessionStatus; chair: string | null }[];
  mayPlan: boolean;
  quorum: number;
  hears: Hearing[];
  composition: Composition;
  today: Day;
}

/** The committee's sessions, and the form that plans the next one. */
export function SessionList({ sessions, mayPlan, quorum, hears, composition, today }: Props) {
  const { t, date } = useSpeech();
  const form = useForm();
  const { field, errors, refusal } = form;
  return (
    <>
      <PageHeader
        title={t("committee.title")}
        lead={t("committee.lead")}
        actions={
          <>
            <ButtonLink href="/committee/conditions">{t("committee.conditions")}</ButtonLink>
            <ButtonLink href="/committee/against-rank">{t("committee.against")}</ButtonLink>
          </>
        }
      />
      <Section title={t("committee.sessions")}>
        {sessions.length ? (
          <DataTable
            caption={t("committee.sessions")}
            hideCaption
            rows={sessions}
            rowKey={(session) => session.number}
            rowHref={(session) => `/committee/${session.number}`}
            columns={[
              {
                key: "number",
                header: t("committee.number"),
                cell: (session) => t("committee.session", { number: session.number }),
                rowHeader: true,
              },
              { key: "on", header: t("committee.held-on"), cell: (session) => date(session.heldOn) },
              {
                key: "chair",
                header: t("committee.chair"),
                cell: (session) => session.chair ?? t("desk.nobody"),
                hideNarrow: true,
              },
              {
                key: "status",
                header: t("committee.status"),
                cell: (session) => (
                  <Badge tone={session.status === "planned" ? "accent" : "neutral"}>
                    {t(`committee.status.${session.status}`)}
                  </Badge>
                ),
                width: "fit",
              },
            ]}
          />
        ) : (
          <Empty title={t("committee.none")}>{t("committee.none.next")}</Empty>
        )}
      </Section>
      <CompositionSection composition={composition} />
      {mayPlan && (
        <Section title={t("committee.plan")} lead={t("committee.plan.lead")}>
          {refusal && <Notice tone="bad">{refusal}</Notice>}
          <form method="post" className="form">
            <Once />
            <ErrorSummary errors={errors} />
            <DateField {...field("heldOn", today)} label={t("committee.held-on")} required />
            <NumberField
              {...field("quorum", quorum)}
              label={t("committee.quorum")}
              hint={t("committee.quorum.hint")}
              required
            />
            <HearsField form={form} stored={hears} />
            <FormActions>
              <Button>{t("committee.plan.submit")}</Button>
            </FormActions>
          </form>
        </Section>
      )}
    </>
  );
}
