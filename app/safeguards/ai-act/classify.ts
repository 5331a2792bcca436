/** The class of a system under the EU AI Act: a tree of categories in the order of the law, and never points. */
import { type Answers, chosen, follows, has } from "./answers";
import type { ProvisionKey } from "./law/shipped";
import { isModelAlone, MODEL_ALONE, mayBeModelAlone, OF_MODELS, ofModelAlone } from "./model-alone";
import { ANNEX_III_POINTS, type Held, lookAtAll, PRACTICES, TRANSPARENCY_POINTS } from "./points";
import { SECTION_B } from "./products";
import { NONE, type Part } from "./question";
import { QUESTIONS, type QuestionKey } from "./questions";

export const CLASSES = [
  "prohibited",
  "high_risk",
  "not_high_risk_art6_3",
  "transparency",
  "minimal",
  "out_of_scope",
] as const;
export type AiActClass = (typeof CLASSES)[number];

/** What an answer brought: it makes the class, takes something out, is let off by Article 6(3), or adds a duty beside the class. */
export interface Basis {
  question: QuestionKey;
  provision: ProvisionKey;
  effect: "establishes" | "excludes" | "derogated" | "adds";
}

/** By which way a system is high-risk: the days and the duties hang on it. */
export type Route = "annex-i-a" | "annex-i-b" | "annex-iii";

export interface Classification {
  /** Null while the answers do not decide it. */
  class: AiActClass | null;
  routes: Route[];
  /** What made the class what it is, exceptions included. */
  basis: Basis[];
  /** What holds beside it, such as Article 50 of a high-risk system. */
  also: Basis[];
  /** What was asked and answered, in order. */
  answered: QuestionKey[];
  /** What is asked and not answered yet; the first is the next question. */
  unanswered: QuestionKey[];
}

/** Yes, no, or not known: what is not answered is never taken for a no. */
type Known = boolean | null;

interface Look {
  known: Known;
  basis: Basis[];
  /** Whether something else may still be found, whatever was. */
  open?: boolean;
}

const basisOf = (held: readonly Held[], effect: Basis["effect"]): Basis[] =>
  held.flatMap((one): Basis[] => {
    if (one.held === "open") return [];
    if (one.held) return [{ question: one.by, provision: one.point.provision, effect }];
    return [{ question: one.by, provision: one.out, effect: "excludes" }];
  });

function known(held: readonly Held[], listsAnswered: boolean): Known {
  if (held.some((one) => one.held === true)) return true;
  return held.some((one) => one.held === "open") || !listsAnswered ? null : false;
}

/** Articles 2 and 3: whether the Regulation looks at the system. */
function scope(answers: Answers): Look {
  const out = (question: QuestionKey, provision: ProvisionKey): Look => ({
    known: false,
    basis: [{ question, provision, effect: "establishes" }],
  });
  if (has(answers, "aiSystem", "no")) return out("aiSystem", "art-3-1");
  if (has(answers, "euLink", NONE)) return out("euLink", "art-2-1");
  const whole = [
    ["military-defence-security", "art-2-3"],
    ["third-country-cooperation", "art-2-4"],
    ["research-only", "art-2-6"],
    ["before-market", "art-2-8"],
  ] as const;
  for (const [value, provision] of whole) if (has(answers, "exclusion", value)) return out("exclusion", provision);
  const roles = chosen(answers, "roles");
  const personal = has(answers, "exclusion", "personal-use");
  // Only a deployer is let off for personal use; whoever provides the system stays its provider.
  if (personal && roles?.every((role) => role === "deployer")) return out("exclusion", "art-2-10");
  const all = (["aiSystem", "euLink", "exclusion"] as const).every((key) => chosen(answers, key) !== null);
  return { known: all && !(personal && roles === null) ? true : null, basis: [] };
}

function prohibited(answers: Answers): Look {
  const held = lookAtAll(PRACTICES, answers);
  return {
    known: known(held, chosen(answers, "prohibitedPractices") !== null),
    basis: basisOf(held, "establishes"),
  };
}

/** Article 6(1): by a product's law, and by which section of Annex I. */
function product(answers: Answers): Look & { route: Route | null } {
  const law = chosen(answers, "annexIProduct")?.[0];
  if (law === undefined) return { known: null, basis: [], route: null };
  if (law === NONE) return { known: false, basis: [], route: null };
  const role = chosen(answers, "productRole")?.[0];
  if (role === "other-component") {
    return {
      known: false,
      basis: [{ question: "productRole", provision: "art-6-1a", effect: "excludes" }],
      route: null,
    };
  }
  const assessment = role && chosen(answers, "thirdPartyAssessment")?.[0];
  if (!assessment) return { known: null, basis: [], route: null };
  const question = "thirdPartyAssessment";
  if (assessment !== "required") {
    return { known: false, basis: [{ question, provision: "art-6-1c", effect: "excludes" }], route: null };
  }
  const route = (SECTION_B as readonly string[]).includes(law) ? "annex-i-b" : "annex-i-a";
  const provision = route === "annex-i-b" ? "annex-i-b" : "art-6-1";
  return { known: true, basis: [{ question, provision, effect: "establishes" }], route };
}

const AREA_OF = {
  biometrics: "biometrics",
  "critical-infrastructure": "infrastructure",
  education: "education",
  employment: "employment",
  "essential-services": "essentialServices",
  "law-enforcement": "lawEnforcement",
  migration: "migration",
  "justice-democracy": "justice",
} as const satisfies Record<string, QuestionKey>;

function annexIII(answers: Answers): Look {
  const areas = chosen(answers, "annexIIIAreas");
  const held = lookAtAll(ANNEX_III_POINTS, answers);
  const whole =
    areas?.every((area) => area === NONE || chosen(answers, AREA_OF[area as keyof typeof AREA_OF]) !== null) ?? false;
  const open = !whole || held.some((one) => one.held === "open");
  return { known: known(held, whole), basis: basisOf(held, "establishes"), open };
}

const GROUNDS = {
  "narrow-procedural-task": "art-6-3-a",
  "improves-human-result": "art-6-3-b",
  "detects-patterns": "art-6-3-c",
  "preparatory-task": "art-6-3-d",
} as const satisfies Record<string, ProvisionKey>;

/** Article 6(3): whether a system of Annex III is let out of it. Profiling never is. */
function derogation(answers: Answers): Look {
  const stays = (question: QuestionKey, provision: ProvisionKey): Look => ({
    known: false,
    basis: [{ question, provision, effect: "establishes" }],
  });
  const profiles = chosen(answers, "profiling")?.[0];
  if (profiles === "yes") return stays("profiling", "profiling");
  const grounds = profiles && chosen(answers, "derogationGround");
  if (!grounds) return { known: null, basis: [] };
  if (grounds.includes(NONE)) return stays("derogationGround", "no-derogation");
  const risk = chosen(answers, "significantRisk")?.[0];
  if (!risk) return { known: null, basis: [] };
  if (risk === "yes") return stays("significantRisk", "no-derogation");
  const basis = grounds.map(
    (ground): Basis => ({
      question: "derogationGround",
      provision: GROUNDS[ground as keyof typeof GROUNDS],
      effect: "establishes",
    }),
  );
  return { known: true, basis };
}

function transparency(answers: Answers): Look {
  const held = lookAtAll(TRANSPARENCY_POINTS, answers);
  const basis = basisOf(held, "establishes");
  const once = basis.filter(({ provision }, at) => basis.findIndex((other) => other.provision === provision) === at);
  return { known: known(held, chosen(answers, "transparency") !== null), basis: once };
}

interface Decided {
  class: AiActClass | null;
  routes: Route[];
  basis: Basis[];
  also: Basis[];
  parts: Part[];
}

const added = (basis: readonly Basis[]): Basis[] =>
  basis.map((one) => (one.effect === "establishes" ? { ...one, effect: "adds" } : one));

const letOff = (one: Basis): Basis => (one.effect === "establishes" ? { ...one, effect: "derogated" } : one);
const beside = (one: Basis): Basis => ({ ...one, effect: "excludes" });

/** The class with the parts that it took, and that still matter. */
function decide(answers: Answers): Decided {
  const nothing = { routes: [], basis: [], also: [] };
  const inScope = scope(answers);
  if (inScope.known === false) {
    const out = { ...nothing, class: "out_of_scope" as const, basis: inScope.basis };
    const also: Basis[] = isModelAlone(answers) ? [MODEL_ALONE] : [];
    return { ...out, also, parts: mayBeModelAlone(answers) ? ["scope", "duties"] : ["scope"] };
  }
  if (inScope.known === null) return { ...nothing, class: null, parts: ["scope"] };
  const practices = prohibited(answers);
  const begun: Part[] = ["scope", "prohibited"];
  if (practices.known) return { ...nothing, class: "prohibited", basis: practices.basis, parts: [...begun, "duties"] };
  if (practices.known === null) return { ...nothing, class: null, basis: practices.basis, parts: begun };

  const byProduct = product(answers);
  const byAnnex = annexIII(answers);
  const way = byAnnex.known ? derogation(answers) : null;
  const stays = way?.known === false;
  const routes: Route[] = [...(byProduct.route ? [byProduct.route] : []), ...(stays ? (["annex-iii"] as const) : [])];
  // Of a product of section B the Regulation applies but for a handful of articles, and Article 50 is none of them.
  const ownLaw = routes.length === 1 && routes[0] === "annex-i-b" && byAnnex.known === false;
  const shown: Look = ownLaw ? { known: false, basis: [] } : transparency(answers);
  const parts: Part[] = [
    ...begun,
    "product",
    "annex-iii",
    ...(byAnnex.known ? (["derogation"] as const) : []),
    ...(ownLaw ? [] : (["transparency"] as const)),
  ];
  const taken = practices.basis;
  const annexed = way?.known ? byAnnex.basis.map(letOff) : byAnnex.basis;
  // Of a product that is high-risk by its own law, what takes Annex III out makes no class.
  const ground = way?.known && byProduct.known ? way.basis.map(beside) : (way?.basis ?? []);
  const risky = [...byProduct.basis, ...annexed, ...ground];
  const done: Part[] = [...parts, "duties"];

  if (routes.length > 0) {
    return { class: "high_risk", routes, basis: [...taken, ...risky], also: added(shown.basis), parts: done };
  }
  if (byProduct.known === null || byAnnex.known === null || (way && (way.known === null || byAnnex.open))) {
    return { class: null, routes, basis: taken, also: [], parts };
  }
  if (way?.known) {
    const also: Basis[] = [
      { question: "derogationGround", provision: "art-6-4", effect: "adds" },
      { question: "derogationGround", provision: "art-49-2", effect: "adds" },
    ];
    return {
      class: "not_high_risk_art6_3",
      routes,
      basis: [...taken, ...risky],
      also: [...also, ...added(shown.basis)],
      parts: done,
    };
  }
  const excluded = [...taken, ...risky];
  if (shown.known)
    return { class: "transparency", routes, basis: [...excluded, ...shown.basis], also: [], parts: done };
  if (shown.known === null) return { class: null, routes, basis: excluded, also: [], parts };
  const basis = [...excluded, ...shown.basis];
  if (has(answers, "exclusion", "open-source")) {
    const open: Basis = { question: "exclusion", provision: "art-2-12", effect: "establishes" };
    return { class: "out_of_scope", routes, basis: [...basis, open], also: [], parts };
  }
  const rest: Basis = { question: "transparency", provision: "residual", effect: "establishes" };
  return { class: "minimal", routes, basis: [...basis, rest], also: [], parts: done };
}

/** Which questions of the duties matter to this class; the rest of their conditions stands in the questions. */
function dutyMatters(key: QuestionKey, { class: decided, routes, also, basis }: Decided, answers: Answers): boolean {
  const chapterIII = decided === "high_risk" && routes.some((route) => route !== "annex-i-b");
  const annexIIIHigh = decided === "high_risk" && routes.includes("annex-iii");
  const owes = (provision: ProvisionKey) =>
    [...basis, ...also].some((one) => one.provision === provision && one.effect !== "excludes");
  switch (key) {
    case "becomesProvider":
      return chapterIII && !has(answers, "roles", "provider");
    case "productUnderOwnName":
      return routes.includes("annex-i-a") && !has(answers, "roles", "provider");
    case "workplace":
      return chapterIII;
    case "deployerBody":
    case "decidesOnPersons":
      return annexIIIHigh;
    case "onMarketBefore":
      return owes("art-50-2");
    default:
      return decided !== "prohibited" && (decided !== "out_of_scope" || OF_MODELS.includes(key));
  }
}

/** What the answers decide. The same answers give the same class on every day: only what already applies changes. */
export function classify(answers: Answers): Classification {
  const decided = decide(answers);
  const asked = QUESTIONS.filter(
    (question) =>
      decided.parts.includes(question.part) &&
      follows(question, answers) &&
      (question.part !== "duties" || dutyMatters(question.key, decided, answers)),
  ).map(({ key }) => key);
  const answered = asked.filter((key) => chosen(answers, key) !== null);
  const { class: found, routes, basis, also } = decided;
  const settled = found === "out_of_scope" || found === "prohibited";
  const open = asked.filter((key) => chosen(answers, key) === null);
  const unanswered = settled ? ofModelAlone(answers, open) : open;
  return { class: found, routes, basis, also, answered, unanswered };
}
