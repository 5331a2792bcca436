/** How well a reported figure is proven: 0 declared, 1 estimated, 2 measured, 3 finance-validated. */
export type Evidence = 0 | 1 | 2 | 3;

export const DECLARED = 0;
export const ESTIMATED = 1;
export const MEASURED = 2;
export const VALIDATED = 3;

/** Weakest first, as they stack on the dashboard. */
export const EVIDENCE_GRADES = [
  { grade: DECLARED, name: "declared" },
  { grade: ESTIMATED, name: "estimated" },
  { grade: MEASURED, name: "measured" },
  { grade: VALIDATED, name: "validated" },
] as const satisfies readonly { grade: Evidence; name: string }[];

export type EvidenceName = (typeof EVIDENCE_GRADES)[number]["name"];

export function evidenceName(grade: Evidence): EvidenceName {
  return EVIDENCE_GRADES[grade].name;
}

/** Proven value counts what was measured or validated by finance. */
export function isProven(grade: Evidence): boolean {
  return grade >= MEASURED;
}
