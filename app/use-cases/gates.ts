import type { Told } from "#app/kernel/told";
import type { SignOffKind } from "./signatures/signature";
import { leaptOver, type Stage, stepsBack } from "./stages";

/** A check that the organisation added to a gate, as one case stands to it. */
export interface OwnFact {
  id: number;
  gate: Stage;
  question: Told;
  met: boolean;
}

/** What must be known of a case before it may enter a stage. Null is «not said yet», which is not «no». */
export interface GateFacts {
  need: boolean;
  department: boolean;
  affected: boolean;
  owner: boolean;
  expectedBenefit: boolean;
  similarLookedAt: boolean;
  prohibitedPractice: boolean | null;
  customerFacing: boolean | null;
  humanInTheLoop: boolean | null;
  augmentOrReplace: "augment" | "replace" | null;
  redLineException: boolean;
  assessments: number;
  assessmentsNeeded: number;
  businessCase: boolean;
  filtersFailed: number;
  decidedWithQuorum: boolean;
  poc: boolean;
  pocTeam: boolean;
  pocKpi: boolean;
  /** The bet can change no more without a signature: it was sealed, or has its verdict. */
  pocSealed: boolean;
  dataQuestions: boolean;
  modelOrVendor: boolean;
  businessOwner: boolean;
  technicalOwner: boolean;
  verdict: "scale" | "pivot" | "stop" | null;
  /** No POC was run, so that no verdict is due: a case that was entered live. */
  enteredLive: boolean;
  securitySignOff: boolean;
  legalSignOff: boolean;
  aiActClass: "minimal" | "limited" | "exempt" | "high" | "prohibited" | "out-of-scope" | null;
  humanReviewer: boolean;
  /** A KPI with baseline, target, owner and value formula. */
  kpi: boolean;
  guardrail: boolean;
  reason: boolean;
  learning: boolean;
  /** Conditions of a sign-off that stands, which are past their day and not met. */
  conditionsOverdue: number;
  /** Signatures that stood at a yes and stand no more: the case changed since, or their time ran out. */
  lapsed: readonly SignOffKind[];
  /** What the organisation itself asks of this case, at whichever gate. */
  own: readonly OwnFact[];
  /** Where a case that is out of the way stood last on it: what it comes back over was not passed. */
  stoodAt: Stage | null;
  /** It came as far as its assessment, wherever it stands now: saying no to it is the committee's. */
  judged: boolean;
  /** An incident put it on hold: it goes on by that incident's own act, and by no move. */
  paused: boolean;
}

/** Nothing said yet: what facts are laid over. */
export const NOTHING_KNOWN: GateFacts = {
  need: false,
  department: false,
  affected: false,
  owner: false,
  expectedBenefit: false,
  similarLookedAt: false,
  prohibitedPractice: null,
  customerFacing: null,
  humanInTheLoop: null,
  augmentOrReplace: null,
  redLineException: false,
  assessments: 0,
  assessmentsNeeded: 1,
  businessCase: false,
  filtersFailed: 0,
  decidedWithQuorum: false,
  poc: false,
  pocTeam: false,
  pocKpi: false,
  pocSealed: false,
  dataQuestions: false,
  modelOrVendor: false,
  businessOwner: false,
  technicalOwner: false,
  verdict: null,
  enteredLive: false,
  securitySignOff: false,
  legalSignOff: false,
  aiActClass: null,
  humanReviewer: false,
  kpi: false,
  guardrail: false,
  reason: false,
  learning: false,
  conditionsOverdue: 0,
  lapsed: [],
  own: [],
  stoodAt: null,
  judged: false,
  paused: false,
};

/** The red lines: a case that faces customers without a human in the loop, or that replaces people. */
export function crossesRedLine(
  facts: Pick<GateFacts, "customerFacing" | "humanInTheLoop" | "augmentOrReplace">,
): boolean {
  return (facts.customerFacing === true && facts.humanInTheLoop === false) || facts.augmentOrReplace === "replace";
}

const REQUIREMENTS = {
  need: (f) => f.need,
  department: (f) => f.department,
  affected: (f) => f.affected,
  owner: (f) => f.owner,
  "expected-benefit": (f) => f.expectedBenefit,
  "similar-looked-at": (f) => f.similarLookedAt,
  screened: (f) =>
    f.prohibitedPractice !== null &&
    f.customerFacing !== null &&
    f.humanInTheLoop !== null &&
    f.augmentOrReplace !== null,
  "not-prohibited": (f) => f.prohibitedPractice === false,
  "red-lines": (f) => !crossesRedLine(f) || f.redLineException,
  assessments: (f) => f.assessments >= f.assessmentsNeeded,
  "business-case": (f) => f.businessCase,
  filters: (f) => f.filtersFailed === 0,
  decision: (f) => f.decidedWithQuorum,
  poc: (f) => f.poc,
  "poc-team": (f) => f.pocTeam,
  "poc-kpi": (f) => f.pocKpi,
  "poc-sealed": (f) => f.pocSealed,
  "data-questions": (f) => f.dataQuestions,
  "model-or-vendor": (f) => f.modelOrVendor,
  "business-owner": (f) => f.businessOwner,
  "technical-owner": (f) => f.technicalOwner,
  verdict: (f) => f.verdict === "scale" || f.enteredLive,
  "security-sign-off": (f) => f.securitySignOff,
  "legal-sign-off": (f) => f.legalSignOff,
  "sign-off-conditions": (f) => f.conditionsOverdue === 0,
  "ai-act-class": (f) => f.aiActClass !== null && f.aiActClass !== "prohibited",
  "human-reviewer": (f) => f.humanReviewer,
  kpi: (f) => f.kpi,
  guardrail: (f) => f.guardrail,
  reason: (f) => f.reason,
  learning: (f) => f.learning,
} as const satisfies Record<string, (facts: GateFacts) => boolean>;

export type BuiltIn = keyof typeof REQUIREMENTS;
/** A check of the organisation's own, by its id. */
export type OwnRequirement = `own:${number}`;
export type Requirement = BuiltIn | OwnRequirement;

export function isOwn(requirement: string): requirement is OwnRequirement {
  return requirement.startsWith("own:");
}

export const ownRequirement = (id: number): OwnRequirement => `own:${id}`;

const ROLL_OUT: readonly BuiltIn[] = [
  "verdict",
  "security-sign-off",
  "legal-sign-off",
  "sign-off-conditions",
  "ai-act-class",
  "human-reviewer",
  "kpi",
  "guardrail",
];

/**
 * What must be there before a case enters a stage: the one table of gates (PRODUCT.md, «The life of a use case»). What the
 * organisation adds to it comes with the facts.
 */
export const GATES: Readonly<Partial<Record<Stage, readonly BuiltIn[]>>> = {
  submitted: ["need", "department", "affected", "owner", "expected-benefit", "similar-looked-at"],
  assessment: ["screened", "not-prohibited", "red-lines"],
  approved: ["assessments", "business-case", "filters", "decision"],
  poc: [
    ...(["poc", "poc-team", "poc-kpi", "data-questions", "model-or-vendor", "business-owner"] as const),
    ...(["technical-owner", "poc-sealed"] as const),
  ],
  pilot: ROLL_OUT,
  production: ROLL_OUT,
  retired: ["reason", "learning"],
  stopped: ["reason", "learning"],
  "on-hold": ["reason"],
  rejected: ["reason"],
  withdrawn: ["reason"],
};

export interface GateCheck {
  requirement: Requirement;
  met: boolean;
  /** How the organisation words a check of its own. */
  question?: Told;
}

/** Every requirement of a stage's gate with whether it is met, in the table's order, then the organisation's own. What is not said is not met. */
export function checkGate(to: Stage, known: Partial<GateFacts>): GateCheck[] {
  return checksOf([to], known);
}

/** The gates one after another: what several ask is asked once, the organisation's own come last. */
function checksOf(gates: readonly Stage[], known: Partial<GateFacts>): GateCheck[] {
  const facts = { ...NOTHING_KNOWN, ...known };
  const asked = new Set(gates.flatMap((gate) => GATES[gate] ?? []));
  return [
    ...[...asked].map((requirement) => ({ requirement, met: REQUIREMENTS[requirement](facts) })),
    ...ownAt(gates, facts),
  ];
}

function ownAt(gates: readonly Stage[], { own }: Pick<GateFacts, "own">): GateCheck[] {
  return own
    .filter(({ gate }) => gates.includes(gate))
    .map(({ id, met, question }) => ({ requirement: ownRequirement(id), met, question }));
}

/**
 * The gate between two stages: that of the stage to come behind each one that is leapt over, so that no way round them
 * asks for less than the way through; none on a step back, whose reason is enough.
 */
export function gateBetween(from: Stage | null, to: Stage, known: Partial<GateFacts>): GateCheck[] {
  return stepsBack(from, to) ? [] : checksOf([...leaptOver(from, to, known.stoodAt ?? null), to], known);
}

export function missingAt(to: Stage, facts: Partial<GateFacts>): Requirement[] {
  return unmet(checkGate(to, facts));
}

export function unmet(checks: readonly GateCheck[]): Requirement[] {
  return checks.filter(({ met }) => !met).map(({ requirement }) => requirement);
}

/** What the sentence of a closed gate takes: how many are missing, and the first by a name that a message can select. */
export function lacking(missing: readonly Requirement[]): { missing: number; first: string } {
  const first = missing[0] ?? "";
  return {
    missing: missing.length,
    first: isOwn(first) ? "own" : first.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
  };
}
