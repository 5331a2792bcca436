import type { Speech } from "#app/locales/speech";
import { useSpeech } from "#app/locales/use-speech";
import type { Kept } from "#app/people/audit-changes";
import { ChangesList } from "#app/people/audit-changes-list";
import type { Names } from "#app/people/audit-names.server";
import { ButtonLink } from "#app/ui/button";
import { Timeline } from "#app/ui/listing";
import { Disclosure, Empty, Section } from "#app/ui/page";
import type { ActivityEvent, Activity as ActivityModel } from "./activity.server";
import { CONTENT_FIELDS } from "./content";
import { isStage } from "./stages";

/** Acts that this page tells in a sentence of their own. */
const TOLD_ACTS = [
  "use-case.screen",
  "use-case.import",
  "use-case.comment",
  "use-case.edit",
  "assessment.write",
  "score.override",
  "business-case.write",
  "filter.except",
  "session.plan",
  "decision.take",
  "poc.write",
  "vendor.write",
  "sign-off.request",
  "sign-off.security",
  "sign-off.legal",
  "sign-off.finance",
  "trust-card.write",
  "ai-act.confirm",
  "kpi.define",
  "report.write",
  "report.review",
  "report.restate",
  "cost.write",
] as const;

const keptAfter = (event: ActivityEvent, field: string) => event.changes.find((change) => change.field === field);

function stageWords(kept: Kept | undefined, t: Speech["t"]): string {
  return t(typeof kept === "string" && isStage(kept) ? `use-cases.stage.${kept}` : "use-cases.stage.unknown");
}

/** Whether a gate was passed that still missed something: a chair's override. */
function isOverridden(event: ActivityEvent): boolean {
  const kept = keptAfter(event, "overridden")?.after;
  return Array.isArray(kept) && kept.length > 0;
}

function sentenceOf(event: ActivityEvent, t: Speech["t"]): string {
  const { who, act, subject, isNew } = event;
  const stage = keptAfter(event, "stage");
  if (subject === "use-case" && isNew && keptAfter(event, "reference")) {
    return t("use-cases.did.create", { who, stage: stageWords(stage?.after, t) });
  }
  if (subject === "use-case" && stage) {
    return t("use-cases.did.move", { who, from: stageWords(stage.before, t), to: stageWords(stage.after, t) });
  }
  const told = TOLD_ACTS.find((name) => name === act);
  return told ? t(`use-cases.did.${told}`, { who }) : t("use-cases.did.other", { who });
}

/** What happened to a case, newest first, each act in a sentence with its before and after. */
export function Activity({ activity, names }: { activity: ActivityModel; names: Names }) {
  const { t, moment } = useSpeech();
  const { events, older, reference } = activity;
  if (events.length === 0) return <Empty title={t("use-cases.activity.none")} />;
  return (
    <Section title={t("use-cases.activity.title")} lead={t("use-cases.activity.lead")}>
      <Timeline
        label={t("use-cases.activity.title")}
        items={events.map((event) => ({
          key: event.id,
          when: moment(new Date(event.at)),
          title: sentenceOf(event, t),
          tone: isOverridden(event) ? "warning" : "neutral",
          body: <Details event={event} names={names} />,
        }))}
      />
      {older && (
        <ButtonLink href={`/use-cases/${reference}/activity?before=${older}`}>
          {t("use-cases.activity.older")}
        </ButtonLink>
      )}
    </Section>
  );
}

function Details({ event, names }: { event: ActivityEvent; names: Names }) {
  const { t, tell } = useSpeech();
  const overridden = keptAfter(event, "overridden")?.after;
  const reason = keptAfter(event, "reason")?.after;
  const label = (field: string) => {
    const known = CONTENT_FIELDS.find((name) => name === field);
    return known ? t(`use-cases.field.${known}`) : field === "stage" ? t("use-cases.column.stage") : null;
  };
  return (
    <>
      {Array.isArray(overridden) && overridden.length > 0 && (
        <p>{t("use-cases.activity.overridden", { count: overridden.length })}</p>
      )}
      {reason !== null && typeof reason === "object" && !Array.isArray(reason) && (
        <p>{tell(reason as { fr?: string; en?: string })}</p>
      )}
      {event.changes.length > 0 && (
        <Disclosure summary={t("use-cases.activity.changes", { count: event.changes.length })}>
          <ChangesList changes={event.changes} names={names} label={label} />
        </Disclosure>
      )}
    </>
  );
}
