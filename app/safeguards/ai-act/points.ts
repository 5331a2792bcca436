/** The points of law that a list asks about, each with the conditions that make it hold and what takes it out. */
import { type Answers, chosen, follows, has } from "./answers";
import type { ProvisionKey } from "./law/shipped";
import { type QuestionKey, questionOf } from "./questions";

interface Condition {
  of: QuestionKey;
  /** The point goes on holding with one of these; any other answer takes it out. */
  holds: readonly string[];
  /** With one of these it holds whatever the conditions that follow. */
  atOnce?: readonly string[];
  /** The provision that takes it out, where it is another than the point's own. */
  out?: ProvisionKey;
}

export interface Point {
  of: QuestionKey;
  option: string;
  provision: ProvisionKey;
  conditions?: readonly Condition[];
}

/** Holds, is taken out by a provision, or hangs on answers that are not there; null where it was not chosen. */
export type Held =
  | { point: Point; held: true; by: QuestionKey }
  | { point: Point; held: false; by: QuestionKey; out: ProvisionKey }
  | { point: Point; held: "open" };

function lookAt(point: Point, answers: Answers): Held | null {
  if (!has(answers, point.of, point.option) || !follows(questionOf(point.of), answers)) return null;
  let by = point.of;
  for (const { of, holds, atOnce, out } of point.conditions ?? []) {
    const said = chosen(answers, of);
    if (said === null) return { point, held: "open" };
    by = of;
    if (said.some((value) => atOnce?.includes(value))) break;
    if (!said.some((value) => holds.includes(value))) {
      return { point, held: false, by: of, out: out ?? point.provision };
    }
  }
  return { point, held: true, by };
}

export const lookAtAll = (points: readonly Point[], answers: Answers): Held[] =>
  points.map((point) => lookAt(point, answers)).filter((held) => held !== null);

const REACH = ["intended-purpose", "foreseeable-without-safeguards", "used-for-it"];
const practice = (option: string, provision: ProvisionKey, ...conditions: Condition[]): Point => ({
  of: "prohibitedPractices",
  option,
  provision,
  conditions,
});

export const PRACTICES: readonly Point[] = [
  practice("manipulation", "art-5-1-a", { of: "manipulationHarm", holds: ["yes"] }),
  practice("exploiting-vulnerability", "art-5-1-b", { of: "vulnerabilityHarm", holds: ["yes"] }),
  practice("social-scoring", "art-5-1-c", {
    of: "socialScoringEffect",
    holds: ["unrelated-context", "disproportionate"],
  }),
  practice("crime-prediction", "art-5-1-d", { of: "crimePredictionBasis", holds: ["solely-profiling"] }),
  practice("face-scraping", "art-5-1-e", { of: "faceScrapingTarget", holds: ["untargeted"] }),
  practice("emotion-at-work-or-school", "art-5-1-f", { of: "emotionPurpose", holds: ["other"] }),
  practice("sensitive-biometric-categorisation", "art-5-1-g", {
    of: "biometricCategorisationUse",
    holds: ["infers-about-persons"],
  }),
  practice(
    "realtime-remote-identification",
    "art-5-1-h",
    {
      of: "remoteIdentificationObjective",
      holds: ["victim-search", "threat-prevention", "suspect-localisation"],
      atOnce: ["other"],
    },
    { of: "remoteIdentificationSafeguards", holds: ["no"], out: "art-5-2" },
  ),
  practice(
    "intimate-imagery",
    "art-5-1-ba",
    { of: "intimateConsent", holds: ["no"] },
    { of: "intimateUnchanged", holds: ["no"], out: "art-5-1b" },
    { of: "intimateReach", holds: REACH, out: "art-5-1a" },
  ),
  practice(
    "child-abuse-material",
    "art-5-1-bb",
    { of: "abuseMaterialDefence", holds: ["no"] },
    { of: "abuseMaterialReach", holds: REACH, out: "art-5-1a" },
  ),
];

const point = (of: QuestionKey, option: string, provision: ProvisionKey, ...conditions: Condition[]): Point => ({
  of,
  option,
  provision,
  conditions,
});
const police: Condition = { of: "lawEnforcementUser", holds: ["yes"] };
const borders: Condition = { of: "migrationUser", holds: ["yes"] };
const component: Condition = { of: "infrastructureComponent", holds: ["safety-component"] };

export const ANNEX_III_POINTS: readonly Point[] = [
  point("biometrics", "remote-identification", "annex-iii-1-a", { of: "biometricVerification", holds: ["no"] }),
  // Where Article 5 lets these two through by an exception, they are in Annex III by what they are.
  point("prohibitedPractices", "realtime-remote-identification", "annex-iii-1-a"),
  point("emotionPurpose", "medical-or-safety", "annex-iii-1-c"),
  point("biometrics", "sensitive-categorisation", "annex-iii-1-b"),
  point("biometrics", "emotion-recognition", "annex-iii-1-c"),
  ...["digital-infrastructure", "road-traffic", "water", "gas", "heating", "electricity"].map((network) =>
    point("infrastructure", network, "annex-iii-2", component),
  ),
  point("education", "admission", "annex-iii-3-a"),
  point("education", "learning-outcomes", "annex-iii-3-b"),
  point("education", "education-level", "annex-iii-3-c"),
  point("education", "exam-monitoring", "annex-iii-3-d"),
  point("employment", "recruitment", "annex-iii-4-a"),
  point("employment", "work-relations", "annex-iii-4-b"),
  point("essentialServices", "public-benefits", "annex-iii-5-a", { of: "publicAuthority", holds: ["yes"] }),
  point("essentialServices", "creditworthiness", "annex-iii-5-b", { of: "creditPurpose", holds: ["scores-persons"] }),
  point("essentialServices", "life-health-insurance", "annex-iii-5-c"),
  point("essentialServices", "emergency", "annex-iii-5-d"),
  point("lawEnforcement", "victim-risk", "annex-iii-6-a", police),
  point("lawEnforcement", "polygraph", "annex-iii-6-b", police),
  point("lawEnforcement", "evidence-reliability", "annex-iii-6-c", police),
  point("lawEnforcement", "offending-risk", "annex-iii-6-d", police),
  point("lawEnforcement", "criminal-profiling", "annex-iii-6-e", police),
  point("migration", "polygraph", "annex-iii-7-a", borders),
  point("migration", "risk-assessment", "annex-iii-7-b", borders),
  point("migration", "application-examination", "annex-iii-7-c", borders),
  point("migration", "person-identification", "annex-iii-7-d", borders, { of: "travelDocumentsOnly", holds: ["no"] }),
  point("justice", "judicial-assistance", "annex-iii-8-a", { of: "judicialUse", holds: ["for-court"] }),
  point("justice", "elections", "annex-iii-8-b", { of: "electionOutput", holds: ["yes"] }),
];

const shown = (option: string, provision: ProvisionKey, condition: Condition) =>
  point("transparency", option, provision, condition);
const unlessPolice: Condition = { of: "exposureExempt", holds: ["no"] };

export const TRANSPARENCY_POINTS: readonly Point[] = [
  shown("direct-interaction", "art-50-1", { of: "interactionExempt", holds: ["neither"] }),
  shown("synthetic-content", "art-50-2", { of: "syntheticExempt", holds: ["neither"] }),
  shown("emotion-or-categorisation", "art-50-3", unlessPolice),
  // These of Annex III owe Article 50(3) by what they are, ticked again or not.
  point("biometrics", "sensitive-categorisation", "art-50-3", unlessPolice),
  point("biometrics", "emotion-recognition", "art-50-3", unlessPolice),
  point("emotionPurpose", "medical-or-safety", "art-50-3", unlessPolice),
  shown("deep-fake", "art-50-4-deep-fake", { of: "deepFakeContext", holds: ["neither", "artistic"] }),
  shown("public-interest-text", "art-50-4-text", { of: "publicTextControl", holds: ["neither"] }),
];
