import { useSpeech } from "#app/locales/use-speech";
import { DescriptionList, Timeline } from "#app/ui/listing";
import { Badge } from "#app/ui/mark";
import { Notice, Prose, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { Tone } from "#app/ui/tone";
import { cited } from "../ai-act/wording";
import type { DutyState } from "./duty";
import type { IncidentPage } from "./incident-page.server";

/** What happened, to whom, why, and what it led to. */
export function IncidentFacts({ page: { incident, reference } }: { page: IncidentPage }) {
  const { t, tell, date, number } = useSpeech();
  const moment = (on: string | null, time: string | null) => (time === null ? date(on) : `${date(on)}, ${time}`);
  const unknown = t("desk.unknown");
  return (
    <DescriptionList
      columns={2}
      items={[
        { term: t("incidents.field.what"), value: <Prose>{tell(incident.what)}</Prose> },
        {
          term: t("incidents.field.affected"),
          value: tell(incident.affected) || unknown,
          note: incident.affectedCount === null ? undefined : t("incidents.people", { count: incident.affectedCount }),
        },
        { term: t("incidents.field.startedOn"), value: moment(incident.startedOn, incident.startedTime) },
        { term: t("incidents.field.detectedOn"), value: moment(incident.detectedOn, incident.detectedTime) },
        {
          term: t("incidents.field.endedOn"),
          value: incident.endedOn ? moment(incident.endedOn, incident.endedTime) : t("incidents.goes-on"),
        },
        {
          term: t("incidents.field.hoursLost"),
          value: incident.hoursLost === null ? unknown : `${number(incident.hoursLost)} ${t("incidents.hours")}`,
        },
        { term: t("incidents.field.cause"), value: incident.cause ? <Prose>{tell(incident.cause)}</Prose> : unknown },
        {
          term: t("incidents.field.correction"),
          value: incident.correction ? <Prose>{tell(incident.correction)}</Prose> : unknown,
        },
        {
          term: t("incidents.field.riskId"),
          value:
            incident.riskId === null ? (
              t("incidents.no-one")
            ) : (
              <a href={`/use-cases/${reference}/risks/${incident.riskId}`}>{tell(incident.risk)}</a>
            ),
        },
        {
          term: t("incidents.supplier"),
          value: [incident.vendor, incident.model].filter(Boolean).join(" · ") || t("incidents.no-one"),
        },
        {
          term: t("incidents.logged"),
          value: t("measurement.by-on", {
            name: incident.loggedBy ?? t("desk.product"),
            date: date(incident.loggedOn),
          }),
        },
      ]}
    />
  );
}

const STATES: Readonly<Record<DutyState, Tone>> = {
  running: "warning",
  late: "bad",
  met: "good",
  "met-late": "warning",
  excused: "neutral",
  "not-yet-law": "neutral",
};

/** To whom it has to be told and by when. Facts for people who decide: it is said that this is no legal advice. */
export function IncidentDuties({ page: { duties } }: { page: IncidentPage }) {
  const speech = useSpeech();
  const { t, tell, moment, date, number } = speech;
  if (duties.length === 0) return null;
  return (
    <Section id="duties" title={t("incidents.duties")}>
      <Notice tone="info">{t("incidents.not-legal-advice")}</Notice>
      <DataTable
        caption={t("incidents.duties")}
        hideCaption
        narrow="cards"
        rows={duties}
        rowKey={({ provision }) => provision}
        columns={[
          {
            key: "what",
            header: t("incidents.duty.what"),
            rowHeader: true,
            cell: (row) => `${cited(row.article, speech)} · ${tell(row.title)}`,
          },
          { key: "to", header: t("incidents.duty.to"), cell: (row) => t(`incidents.duty.to.${row.to}`) },
          { key: "text", header: t("incidents.duty.text"), cell: (row) => tell(row.text), prose: true },
          { key: "days", header: t("people.field.days"), cell: (row) => number(row.days), numeric: true },
          { key: "due", header: t("incidents.duty.due"), cell: (row) => moment(new Date(row.due)) },
          {
            key: "state",
            header: t("incidents.column.state"),
            cell: (row) => (
              <Badge tone={STATES[row.state]}>
                {t(`incidents.duty.state.${row.state}`, { date: date(row.toldOn) })}
              </Badge>
            ),
          },
        ]}
      />
    </Section>
  );
}

/** When the case stood still because of it. */
export function PauseSpans({ spans }: Pick<IncidentPage, "spans">) {
  const { t, tell, date } = useSpeech();
  if (spans.length === 0) return null;
  const stage = (of: (typeof spans)[number]["from"]) => t(`use-cases.stage.${of ?? "unknown"}`);
  return (
    <Timeline
      label={t("incidents.pauses-of")}
      items={spans.flatMap((span, at) => [
        {
          key: `${at}-on`,
          when: date(span.on),
          title: t("incidents.span.paused", { stage: stage(span.from) }),
          tone: "warning" as const,
          body: <Prose>{tell(span.reason)}</Prose>,
        },
        ...(span.until === null
          ? []
          : [
              {
                key: `${at}-until`,
                when: date(span.until),
                title: t("incidents.span.ended", { stage: stage(span.to) }),
                tone: "good" as const,
                body: <Prose>{tell(span.untilReason)}</Prose>,
              },
            ]),
      ])}
    />
  );
}
