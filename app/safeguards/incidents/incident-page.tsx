import type { ReactNode } from "react";
import { useForm } from "#app/answer";
import { addDays } from "#app/kernel/day";
import { useSpeech } from "#app/locales/use-speech";
import { ConfirmForm } from "#app/ui/button";
import { DateField, TextArea } from "#app/ui/field";
import { Badge } from "#app/ui/mark";
import { Disclosure, Notice, Row, Section } from "#app/ui/page";
import { IncidentDuties, IncidentFacts, PauseSpans } from "./incident-facts";
import { IncidentForm } from "./incident-form";
import type { IncidentPage } from "./incident-page.server";
import { SeverityBadge } from "./marks";

/** Days after which a paused case is looked at again where nobody says otherwise. */
const RELOOK_DAYS = 14;

function PauseForm({ page }: { page: IncidentPage }) {
  const { t } = useSpeech();
  const { field, refusal } = useForm("pause");
  return (
    <>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <ConfirmForm
        label={t("incidents.pause")}
        consequence={t("incidents.pause.consequence")}
        submit={t("incidents.pause")}
        fields={{ intent: "pause" }}
      >
        <TextArea {...field("reason")} id="pause-reason" label={t("incidents.pause.reason")} rows={2} required />
        <DateField
          {...field("relookOn", addDays(page.today, RELOOK_DAYS))}
          label={t("incidents.pause.relook")}
          hint={t("incidents.pause.relook.hint")}
          required
        />
      </ConfirmForm>
    </>
  );
}

function EndForm({ page: { incident, missing } }: { page: IncidentPage }) {
  const { t, list } = useSpeech();
  const { field, refusal } = useForm("turn");
  const open = incident.state === "open";
  return (
    <Section id="end" title={t(open ? "incidents.close" : "incidents.reopen")}>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      {open && missing.length > 0 ? (
        <p>{t("incidents.close.missing", { items: list(missing.map((one) => t(`incidents.missing.${one}`))) })}</p>
      ) : (
        <ConfirmForm
          label={t(open ? "incidents.close" : "incidents.reopen")}
          consequence={t(open ? "incidents.close.consequence" : "incidents.reopen.consequence")}
          submit={t(open ? "incidents.close" : "incidents.reopen")}
          variant="primary"
          fields={{ intent: "turn", to: open ? "closed" : "open", version: incident.version }}
        >
          <TextArea
            {...field("reason")}
            id="turn-reason"
            label={t(open ? "incidents.close.reason" : "risks.reason")}
            rows={2}
            required
          />
        </ConfirmForm>
      )}
    </Section>
  );
}

/**
 * An incident: what happened, whom to tell by when, when its case stood still, and what can be done.
 * @param costs what it cost, and @param resume how its pause ends: a later room's
 */
export function IncidentView({ page, costs, resume }: { page: IncidentPage; costs: ReactNode; resume: ReactNode }) {
  const { t, tell, date } = useSpeech();
  const { incident, reference } = page;
  const edit = useForm("incident");
  const { version } = incident;
  return (
    <>
      <Section
        title={`${page.number} · ${tell(incident.title)}`}
        actions={<a href={`/use-cases/${reference}/risks#incidents`}>{t("incidents.back")}</a>}
      >
        <Row>
          <SeverityBadge severity={incident.severity} />
          <Badge tone={incident.state === "open" ? "warning" : "good"}>{t(`incidents.state.${incident.state}`)}</Badge>
          {page.pausedFrom && <Badge tone="warning">{t("incidents.pauses")}</Badge>}
        </Row>
        {incident.state === "closed" && incident.closedReason && (
          <Notice
            tone="info"
            title={t("incidents.closed-by", {
              name: incident.closedBy ?? t("desk.product"),
              date: date(incident.closedOn),
            })}
          >
            {tell(incident.closedReason)}
          </Notice>
        )}
        <IncidentFacts page={page} />
      </Section>
      <IncidentDuties page={page} />
      {(page.spans.length > 0 || page.mayPause) && (
        <Section id="pause" title={t("incidents.pauses-of")} lead={t("incidents.pauses-of.lead")}>
          <PauseSpans spans={page.spans} />
          {page.mayPause && <PauseForm page={page} />}
          {resume}
        </Section>
      )}
      {costs}
      {page.mayWrite && (
        <Section title={t("desk.edit")}>
          <Disclosure summary={t("incidents.edit")} open={edit.rejection !== undefined}>
            <IncidentForm
              stored={{ ...incident, version }}
              choices={page.choices}
              back={`/use-cases/${reference}/incidents/${incident.id}`}
            />
          </Disclosure>
        </Section>
      )}
      {page.mayClose && <EndForm page={page} />}
    </>
  );
}
