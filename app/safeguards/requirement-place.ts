import { type BuiltIn, isOwn, type Requirement } from "#app/use-cases/gates";

const PLACES: Readonly<Record<BuiltIn, string>> = {
  need: "/edit",
  department: "/edit",
  affected: "/edit",
  owner: "/edit",
  "expected-benefit": "/edit",
  "similar-looked-at": "",
  screened: "/governance#screening",
  "not-prohibited": "/governance#screening",
  "red-lines": "/governance#screening",
  assessments: "/assessment",
  "business-case": "/business-case",
  filters: "/business-case",
  decision: "/committee",
  poc: "/poc",
  "poc-team": "/poc",
  "poc-kpi": "/poc",
  "poc-sealed": "/poc",
  "data-questions": "/governance#trust-card",
  "model-or-vendor": "/poc",
  "business-owner": "/edit",
  "technical-owner": "/edit",
  verdict: "/poc",
  "security-sign-off": "/governance#sign-offs",
  "legal-sign-off": "/governance#sign-offs",
  "sign-off-conditions": "/governance#sign-offs",
  "ai-act-class": "/ai-act",
  "human-reviewer": "/governance#trust-card",
  kpi: "/kpis",
  guardrail: "/kpis",
  reason: "/governance#move",
  learning: "/governance#move",
};

/** The page of a case on which what a gate asks for is filled in. */
export function placeOf(requirement: Requirement, reference: string): string {
  if (isOwn(requirement)) return `/use-cases/${reference}/governance#check-${requirement.slice("own:".length)}`;
  // The committee decides in its sessions, not on the case's own pages.
  return requirement === "decision" ? PLACES.decision : `/use-cases/${reference}${PLACES[requirement]}`;
}
