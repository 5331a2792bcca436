import type { Speech } from "#app/locales/speech";
import { useSpeech } from "#app/locales/use-speech";
import type { Kept } from "#app/people/audit-changes";
import { ChangesList } from "#app/people/audit-changes-list";
import type { Names } from "#app/people/audit-names.server";
import { ButtonLink } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { Timeline } from "#app/ui/listing";
import { FilterBar } from "#app/ui/navigation";
import { Disclosure, Empty, Section } from "#app/ui/page";
import { CONTENT_FIELDS } from "../content";
import { isStage } from "../stages";
import type { ActivityEvent, Activity as ActivityModel } from "./activity.server";
import { ACTIVITY_KINDS } from "./activity-kinds";

/** Acts that this page tells in a sentence of their own. */
const TOLD_ACTS = [
  "use-case.screen",
  "use-case.import",
  "use-case.comment",
  "comment.edit",
  "comment.withdraw",
  "note.write",
  "use-case.tag",
  "use-case.link",
  "file.add",
  "file.remove",
  "use-case.edit",
  "assessment.write",
  "score.override",
  "business-case.write",
  "filter.except",
  "session.plan",
  "decision.take",
  "poc.write",
  "poc.edit-attempt",
  "poc.correct-check-in",
  "poc.start",
  "poc.sign-amendment",
  "model.switch",
  "vendor.write",
  "roll-out.write",
  "sign-off.request",
  "sign-off.security",
  "sign-off.legal",
  "sign-off.finance",
  "trust-card.write",
  "ai-act.confirm",
  "obligation.handle",
  "calibration.answer",
  "kpi.define",
  "overlap.declare",
  "overlap.resolve",
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
  const joined = keptAfter(event, "joinedBy");
  if (act === "use-case.merge" && joined) {
    const reference = String(joined.after ?? joined.before);
    return t(joined.after ? "similar.did.merged" : "similar.did.unmerged", { who, reference });
  }
  if (subject === "vote")
    return t("case.did.vote", { who, voted: keptAfter(event, "voted")?.after === false ? "no" : "yes" });
  if (subject === "follower") {
    return t("case.did.follow", { who, follows: keptAfter(event, "follows")?.after === false ? "no" : "yes" });
  }
  const told = TOLD_ACTS.find((name) => name === act);
  return told ? t(`use-cases.did.${told}`, { who }) : t("use-cases.did.other", { who });
}

/** What happened to a case, newest first, each act in a sentence with its before and after. */
export function Activity({ activity, names }: { activity: ActivityModel; names: Names }) {
  const { t, moment } = useSpeech();
  const { events, older, reference, query } = activity;
  const base = `/use-cases/${reference}/activity`;
  const rest = new URLSearchParams({
    ...(query.kind && { kind: query.kind }),
    ...(query.who && { who: String(query.who) }),
    before: String(older ?? ""),
  });
  return (
    <Section title={t("use-cases.activity.title")} lead={t("use-cases.activity.lead")}>
      <ActivityFilters activity={activity} />
      {events.length === 0 && <Empty title={t("use-cases.activity.none")} />}
      <Timeline
        label={t("use-cases.activity.title")}
        items={events.map((event) => ({
          key: event.id,
          when: moment(new Date(event.at)),
          title: sentenceOf(event, t),
          tone: isOverridden(event) ? "warning" : "neutral",
          body: <Details event={event} names={names} reference={reference} />,
        }))}
      />
      {older && <ButtonLink href={`${base}?${rest}`}>{t("use-cases.activity.older")}</ButtonLink>}
    </Section>
  );
}

function ActivityFilters({ activity }: { activity: ActivityModel }) {
  const { t } = useSpeech();
  const { query, people, reference } = activity;
  const filtered = query.kind !== null || query.who !== null;
  return (
    <FilterBar clear={filtered ? `/use-cases/${reference}/activity` : null}>
      <Select
        name="kind"
        label={t("case.activity.kind")}
        empty={t("case.activity.all-kinds")}
        value={query.kind}
        options={ACTIVITY_KINDS.map((kind) => ({ value: kind, label: t(`case.activity.kind.${kind}`) }))}
      />
      <Select
        name="who"
        label={t("case.activity.who")}
        empty={t("case.activity.everybody")}
        value={query.who === null ? null : String(query.who)}
        options={people.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
    </FilterBar>
  );
}

function Details({ event, names, reference }: { event: ActivityEvent; names: Names; reference: string }) {
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
      {event.versioned && (
        <p>
          <a href={`/use-cases/${reference}/history/e${event.id}`}>{t("case.activity.version")}</a>
        </p>
      )}
    </>
  );
}
