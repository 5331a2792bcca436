/** What the activity of a case is looked through by. */
import type { Subject } from "#app/people/audit-subjects";

export const ACTIVITY_KINDS = ["record", "talk", "files", "arbitration", "delivery", "measurement"] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** The things whose changes each kind is made of. */
export const SUBJECTS_OF: Readonly<Record<ActivityKind, readonly Subject[]>> = {
  record: ["use-case", "tag", "link"],
  talk: ["comment", "note", "vote", "follower"],
  files: ["file", "internal-file"],
  arbitration: ["assessment", "score-override", "business-case", "filter-exception", "session", "decision"],
  delivery: [
    ...(["poc", "poc-amendment", "poc-check-in", "poc-iteration", "attempt", "model-switch"] as const),
    ...(["vendor", "model", "sign-off", "trust-card", "classification", "obligation", "risk", "incident"] as const),
  ],
  measurement: ["kpi", "report", "report-file", "restatement", "cost"],
};

export function isActivityKind(text: string | null): text is ActivityKind {
  return (ACTIVITY_KINDS as readonly (string | null)[]).includes(text);
}

/** What the address of the page asks for; what makes no sense is left out. */
export interface ActivityQuery {
  kind: ActivityKind | null;
  /** Who did it. */
  who: number | null;
  /** The event before which the page begins. */
  before: number | null;
}

const idIn = (text: string | null): number | null => {
  const id = Number(text);
  return Number.isSafeInteger(id) && id > 0 ? id : null;
};

export function activityQuery(search: URLSearchParams): ActivityQuery {
  const kind = search.get("kind");
  return { kind: isActivityKind(kind) ? kind : null, who: idIn(search.get("who")), before: idIn(search.get("before")) };
}
