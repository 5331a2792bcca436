/** The kinds of things that the audit log speaks of; each has its words in `people.subject.*`. */
export const SUBJECTS = [
  "organisation",
  "department",
  "person",
  "auth-session",
  "password-link",
  "api-token",
  "mail",
  "use-case",
  "comment",
  "note",
  "file",
  "internal-file",
  "co-sponsor",
  "like-pair",
  "vote",
  "follower",
  "tag",
  "link",
  "campaign",
  "view",
  "import",
  "import-preset",
  "success-probabilities",
  "trust-card",
  "classification",
  "obligation",
  "provision",
  "risk",
  "incident",
  "scoring-model",
  "scoring-draft",
  "assessment",
  "assessment-round",
  "score-override",
  "business-case",
  "rate",
  "filter",
  "filter-exception",
  "choice-scenario",
  "session",
  "decision",
  "session-vote",
  "condition",
  "stage-limits",
  "vendor",
  "model",
  "data-set",
  "roll-out-site",
  "roll-out-reading",
  "poc",
  "poc-amendment",
  "poc-check-in",
  "poc-iteration",
  "attempt",
  "model-switch",
  "sign-off",
  "kpi",
  "report",
  "report-file",
  "restatement",
  "cost",
  "quarter",
] as const;
export type Subject = (typeof SUBJECTS)[number];

export function isSubject(text: string): text is Subject {
  return (SUBJECTS as readonly string[]).includes(text);
}

/** What those who judge a case say and keep among themselves: `note.read` decides who sees it. */
export const INTERNAL_SUBJECTS = ["note", "internal-file"] as const satisfies readonly Subject[];

export function isInternal(subject: string): boolean {
  return (INTERNAL_SUBJECTS as readonly string[]).includes(subject);
}
