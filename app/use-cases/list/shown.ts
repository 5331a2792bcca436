/** The columns that people choose from; the title always stands first. */
export const COLUMNS = [
  "reference",
  "stage",
  "since",
  "department",
  "owner",
  "aiType",
  "source",
  "campaign",
  "tags",
  "value",
  "complexity",
  "npv",
  "realised",
  "proven",
  "updated",
] as const;

export type ColumnName = (typeof COLUMNS)[number];

/** What the list shows to those who chose nothing. */
export const USUAL_COLUMNS: readonly ColumnName[] = ["stage", "department", "value", "complexity", "npv", "realised"];
