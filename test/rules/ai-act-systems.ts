/** Described systems as answers, with the class and the article that the law gives them. Those of the shared data keep its id; the rest are ours. */
import type { Answers } from "#app/safeguards/ai-act/answers";
import type { AiActClass } from "#app/safeguards/ai-act/classify";

export interface System {
  id: string;
  about: string;
  answers: Answers;
  class: AiActClass;
  /** Articles that the legal basis must name. */
  basis: string[];
  also?: string[];
  /** A third party's reasoned label: readers could differ. */
  interpretive?: true;
}

/** In scope, prohibited by nothing, no product, no area of Annex III, nothing to disclose: what a system differs from. */
export const ORDINARY: Answers = {
  aiSystem: "yes",
  roles: ["provider", "deployer"],
  euLink: ["placed-in-union"],
  exclusion: ["none"],
  prohibitedPractices: ["none"],
  annexIProduct: "none",
  annexIIIAreas: ["none"],
  transparency: ["none"],
};
const NOT_EXEMPT: Answers = { profiling: "yes" };
const practice = (option: string, more: Answers): Answers => ({ ...ORDINARY, prohibitedPractices: [option], ...more });
const area = (option: string, more: Answers): Answers => ({ ...ORDINARY, annexIIIAreas: [option], ...more });
const shown = (option: string, more: Answers): Answers => ({ ...ORDINARY, transparency: [option], ...more });
const product = (law: string, role: string, assessment?: string): Answers => ({
  ...ORDINARY,
  annexIProduct: law,
  productRole: role,
  ...(assessment && { thirdPartyAssessment: assessment }),
});
const exempt = (ground: string): Answers => ({ profiling: "no", derogationGround: [ground], significantRisk: "no" });

export const SHARED: readonly System[] = [
  {
    id: "aia-01",
    about: "trust grades of residents limit their access to services",
    answers: practice("social-scoring", { socialScoringEffect: ["unrelated-context"] }),
    class: "prohibited",
    basis: ["Art. 5(1)(c)"],
  },
  {
    id: "aia-04",
    about: "faces harvested without a target for a recognition database",
    answers: practice("face-scraping", { faceScrapingTarget: "untargeted" }),
    class: "prohibited",
    basis: ["Art. 5(1)(e)"],
  },
  {
    id: "aia-07",
    about: "pupils' engagement scored from their faces",
    answers: practice("emotion-at-work-or-school", { emotionPurpose: "other" }),
    class: "prohibited",
    basis: ["Art. 5(1)(f)"],
  },
  {
    id: "aia-10",
    about: "offences predicted from personality alone",
    answers: practice("crime-prediction", { crimePredictionBasis: "solely-profiling" }),
    class: "prohibited",
    basis: ["Art. 5(1)(d)"],
  },
  {
    id: "aia-13",
    about: "lending app presses users in distress",
    answers: practice("exploiting-vulnerability", { vulnerabilityHarm: "yes" }),
    class: "prohibited",
    basis: ["Art. 5(1)(b)"],
    interpretive: true,
  },
  {
    id: "aia-16",
    about: "driver-facing camera that detects drowsiness",
    answers: practice("emotion-at-work-or-school", { emotionPurpose: "physical-state" }),
    class: "minimal",
    basis: ["Art. 5(1)(f)", "Art. 95"],
    interpretive: true,
  },
  {
    id: "aia-18",
    about: "mood diary that answers in generated text",
    answers: {
      ...ORDINARY,
      transparency: ["direct-interaction", "synthetic-content"],
      interactionExempt: "neither",
      syntheticExempt: "neither",
    },
    class: "transparency",
    basis: ["Art. 50(1)", "Art. 50(2)"],
  },
  {
    id: "aia-20",
    about: "reverse image search for one missing person",
    answers: practice("face-scraping", { faceScrapingTarget: "targeted" }),
    class: "minimal",
    basis: ["Art. 5(1)(e)"],
  },
  {
    id: "aia-21",
    about: "court-authorised real-time search for an abduction victim",
    answers: practice("realtime-remote-identification", {
      remoteIdentificationObjective: "victim-search",
      remoteIdentificationSafeguards: "yes",
      annexIIIAreas: ["biometrics"],
      biometrics: ["remote-identification"],
      biometricVerification: "no",
      profiling: "no",
      derogationGround: ["none"],
    }),
    class: "high_risk",
    basis: ["Art. 5(2)-(7)", "Annex III point 1(a)"],
  },
  {
    id: "aia-24",
    about: "signage that estimates sex and age of passers-by",
    answers: area("biometrics", { biometrics: ["sensitive-categorisation"], exposureExempt: "no", ...NOT_EXEMPT }),
    class: "high_risk",
    basis: ["Annex III point 1(b)"],
    also: ["Art. 50(3)"],
    interpretive: true,
  },
  {
    id: "aia-27",
    about: "fire alarms of a cloud data centre",
    answers: area("critical-infrastructure", {
      infrastructure: ["digital-infrastructure"],
      infrastructureComponent: "safety-component",
      profiling: "no",
      derogationGround: ["none"],
    }),
    class: "high_risk",
    basis: ["Annex III point 2"],
  },
  {
    id: "aia-31",
    about: "flags cheating in remote exams",
    answers: area("education", { education: ["exam-monitoring"], ...NOT_EXEMPT }),
    class: "high_risk",
    basis: ["Annex III point 3(d)"],
  },
  {
    id: "aia-32",
    about: "deviations of a teacher's grades, after marking",
    answers: area("education", { education: ["learning-outcomes"], ...exempt("detects-patterns") }),
    class: "not_high_risk_art6_3",
    basis: ["Art. 6(3)(c)"],
    also: ["Art. 6(4)", "Art. 49(2)"],
  },
  {
    id: "aia-35",
    about: "productivity scores feed dismissals",
    answers: area("employment", { employment: ["work-relations"], ...NOT_EXEMPT }),
    class: "high_risk",
    basis: ["Annex III point 4(b)"],
  },
  {
    id: "aia-40",
    about: "eligibility for housing benefit",
    answers: area("essential-services", {
      essentialServices: ["public-benefits"],
      publicAuthority: "yes",
      ...NOT_EXEMPT,
    }),
    class: "high_risk",
    basis: ["Annex III point 5(a)"],
  },
  {
    id: "aia-42",
    about: "fraudulent card transactions",
    answers: area("essential-services", { essentialServices: ["creditworthiness"], creditPurpose: "detects-fraud" }),
    class: "minimal",
    basis: ["Annex III point 5(b)"],
  },
  {
    id: "aia-45",
    about: "priority of emergency calls, triage",
    answers: area("essential-services", { essentialServices: ["emergency"], ...NOT_EXEMPT }),
    class: "high_risk",
    basis: ["Annex III point 5(d)"],
  },
  {
    id: "aia-49",
    about: "rota and canvassing routes of a campaign",
    answers: area("justice-democracy", { justice: ["elections"], electionOutput: "no" }),
    class: "minimal",
    basis: ["Annex III point 8(b)"],
  },
  {
    id: "aia-50",
    about: "component of robot-assisted surgery",
    answers: product("medical-devices", "safety-component", "required"),
    class: "high_risk",
    basis: ["Art. 6(1)"],
  },
  {
    id: "aia-53",
    about: "camera counts hard hats",
    answers: area("biometrics", { biometrics: ["none"] }),
    class: "minimal",
    basis: ["Art. 95"],
  },
  {
    id: "aia-56",
    about: "duplicate applications",
    answers: area("employment", { employment: ["recruitment"], ...exempt("narrow-procedural-task") }),
    class: "not_high_risk_art6_3",
    basis: ["Art. 6(3)(a)"],
    also: ["Art. 6(4)", "Art. 49(2)"],
  },
  {
    id: "aia-61",
    about: "voice cloning for audiobooks",
    answers: shown("synthetic-content", { syntheticExempt: "neither" }),
    class: "transparency",
    basis: ["Art. 50(2)"],
  },
  {
    id: "aia-65",
    about: "spell-checker",
    answers: shown("synthetic-content", { syntheticExempt: "standard-editing" }),
    class: "minimal",
    basis: ["Art. 50(2)"],
  },
  {
    id: "aia-67",
    about: "invoice reader that drafts the reminder",
    answers: shown("synthetic-content", { syntheticExempt: "neither" }),
    class: "transparency",
    basis: ["Art. 50(2)"],
    interpretive: true,
  },
  { id: "aia-70", about: "enemies in a video game", answers: ORDINARY, class: "minimal", basis: ["Art. 95"] },
  {
    id: "aia-73",
    about: "exclusively military",
    answers: { ...ORDINARY, exclusion: ["military-defence-security"] },
    class: "out_of_scope",
    basis: ["Art. 2(3)"],
  },
  {
    id: "aia-76",
    about: "a private person's image generator at home",
    answers: { ...ORDINARY, roles: ["deployer"], exclusion: ["personal-use"] },
    class: "out_of_scope",
    basis: ["Art. 2(10)"],
  },
];

let number = 0;
const our = (about: string, answers: Answers, as: AiActClass, basis: string[], also?: string[]): System => {
  number += 1;
  return { id: `own-${String(number).padStart(2, "0")}`, about, answers, class: as, basis, ...(also && { also }) };
};

export const OWN: readonly System[] = [
  our("a spreadsheet of rules", { ...ORDINARY, aiSystem: "no" }, "out_of_scope", ["Art. 3(1)"]),
  our("used by nobody in the Union", { ...ORDINARY, euLink: ["none"] }, "out_of_scope", ["Art. 2(1)"]),
  our(
    "a third country's output used here, CV scores",
    area("employment", { euLink: ["output-used-in-union"], employment: ["recruitment"], ...NOT_EXEMPT }),
    "high_risk",
    ["Annex III point 4(a)"],
  ),
  our("a laboratory's own model", { ...ORDINARY, exclusion: ["research-only"] }, "out_of_scope", ["Art. 2(6)"]),
  our("still on the bench", { ...ORDINARY, exclusion: ["before-market"] }, "out_of_scope", ["Art. 2(8)"]),
  our(
    "police cooperation of a third country",
    { ...ORDINARY, exclusion: ["third-country-cooperation"] },
    "out_of_scope",
    ["Art. 2(4)"],
  ),
  our(
    "personal use, but by the provider: its duties remain",
    shown("synthetic-content", { exclusion: ["personal-use"], syntheticExempt: "neither" }),
    "transparency",
    ["Art. 50(2)"],
  ),
  our("an open-source spam filter", { ...ORDINARY, exclusion: ["open-source"] }, "out_of_scope", ["Art. 2(12)"]),
  our(
    "an open-source chatbot stays under Article 50",
    shown("direct-interaction", { exclusion: ["open-source"], interactionExempt: "neither" }),
    "transparency",
    ["Art. 50(1)"],
  ),
  our(
    "open-source CV ranking stays high-risk",
    area("employment", { exclusion: ["open-source"], employment: ["recruitment"], ...NOT_EXEMPT }),
    "high_risk",
    ["Annex III point 4(a)"],
  ),
  our("hidden persuasion that harms", practice("manipulation", { manipulationHarm: "yes" }), "prohibited", [
    "Art. 5(1)(a)",
  ]),
  our("ordinary persuasion", practice("manipulation", { manipulationHarm: "no" }), "minimal", ["Art. 5(1)(a)"]),
  our("larger letters for the elderly", practice("exploiting-vulnerability", { vulnerabilityHarm: "no" }), "minimal", [
    "Art. 5(1)(b)",
  ]),
  our("a loyalty score used for loyalty", practice("social-scoring", { socialScoringEffect: [] }), "minimal", [
    "Art. 5(1)(c)",
  ]),
  our(
    "a score out of all proportion",
    practice("social-scoring", { socialScoringEffect: ["disproportionate"] }),
    "prohibited",
    ["Art. 5(1)(c)"],
  ),
  our(
    "a detective's file of verifiable facts, re-offending",
    practice("crime-prediction", {
      crimePredictionBasis: "supports-human-assessment",
      annexIIIAreas: ["law-enforcement"],
      lawEnforcement: ["offending-risk"],
      lawEnforcementUser: "yes",
      ...NOT_EXEMPT,
    }),
    "high_risk",
    ["Art. 5(1)(d)", "Annex III point 6(d)"],
  ),
  our(
    "suspicious transactions",
    practice("crime-prediction", { crimePredictionBasis: "not-about-persons" }),
    "minimal",
    ["Art. 5(1)(d)"],
  ),
  our(
    "stress of pilots, for safety",
    practice("emotion-at-work-or-school", {
      emotionPurpose: "medical-or-safety",
      exposureExempt: "no",
      ...NOT_EXEMPT,
    }),
    "high_risk",
    ["Annex III point 1(c)"],
    ["Art. 50(3)"],
  ),
  our(
    "tone of colleagues' e-mails",
    practice("emotion-at-work-or-school", { emotionPurpose: "not-biometric" }),
    "minimal",
    ["Art. 5(1)(f)"],
  ),
  our(
    "religion read from faces",
    practice("sensitive-biometric-categorisation", { biometricCategorisationUse: "infers-about-persons" }),
    "prohibited",
    ["Art. 5(1)(g)"],
  ),
  our(
    "a lawful dataset labelled",
    practice("sensitive-biometric-categorisation", { biometricCategorisationUse: "labels-lawful-dataset" }),
    "minimal",
    ["Art. 5(1)(g)"],
  ),
  our(
    "live face search for pickpockets",
    practice("realtime-remote-identification", { remoteIdentificationObjective: "other" }),
    "prohibited",
    ["Art. 5(1)(h)"],
  ),
  our(
    "live face search for a suspect, no authorisation",
    practice("realtime-remote-identification", {
      remoteIdentificationObjective: "suspect-localisation",
      remoteIdentificationSafeguards: "no",
    }),
    "prohibited",
    ["Art. 5(1)(h)"],
  ),
  our(
    "an undressing app",
    practice("intimate-imagery", {
      intimateConsent: "no",
      intimateUnchanged: "no",
      intimateReach: "intended-purpose",
    }),
    "prohibited",
    ["Art. 5(1)(ba)"],
  ),
  our(
    "an image generator without safeguards",
    practice("intimate-imagery", {
      intimateConsent: "no",
      intimateUnchanged: "no",
      intimateReach: "foreseeable-without-safeguards",
    }),
    "prohibited",
    ["Art. 5(1)(ba)"],
  ),
  our(
    "an image generator with safeguards",
    practice("intimate-imagery", {
      intimateConsent: "no",
      intimateUnchanged: "no",
      intimateReach: "neither",
      transparency: ["synthetic-content"],
      syntheticExempt: "neither",
    }),
    "transparency",
    ["Art. 5(1a)", "Art. 50(2)"],
  ),
  our("with everyone's consent", practice("intimate-imagery", { intimateConsent: "yes" }), "minimal", [
    "Art. 5(1)(ba)",
  ]),
  our(
    "the light of a picture corrected",
    practice("intimate-imagery", { intimateConsent: "no", intimateUnchanged: "yes" }),
    "minimal",
    ["Art. 5(1b)"],
  ),
  our(
    "abuse material foreseeable",
    practice("child-abuse-material", {
      abuseMaterialDefence: "no",
      abuseMaterialReach: "foreseeable-without-safeguards",
    }),
    "prohibited",
    ["Art. 5(1)(bb)"],
  ),
  our("investigators, by law", practice("child-abuse-material", { abuseMaterialDefence: "yes" }), "minimal", [
    "Art. 5(1)(bb)",
  ]),
  our("a toy's talking safety brain", product("toys", "product-itself", "required"), "high_risk", ["Art. 6(1)"]),
  our("a lift's mood music", product("lifts", "other-component"), "minimal", ["Art. 6(1a)"]),
  our(
    "a radio assessed for its spectrum only",
    product("radio-equipment", "safety-component", "other-risks-only"),
    "minimal",
    ["Art. 6(1)(b), Art. 6(1c)"],
  ),
  our("a medical app of class I", product("medical-devices", "product-itself", "not-required"), "minimal", [
    "Art. 6(1)(b), Art. 6(1c)",
  ]),
  our("a car's emergency brake", product("motor-vehicles", "safety-component", "required"), "high_risk", [
    "Art. 6(1), Annex I Section B",
  ]),
  our("a press brake's light curtain", product("machinery", "safety-component", "required"), "high_risk", [
    "Art. 6(1), Annex I Section B",
  ]),
  our(
    "a phone unlocked by face",
    area("biometrics", { biometrics: ["remote-identification"], biometricVerification: "yes" }),
    "minimal",
    ["Annex III point 1(a)"],
  ),
  our(
    "faces of shop visitors against a list",
    area("biometrics", {
      biometrics: ["remote-identification"],
      biometricVerification: "no",
      profiling: "no",
      derogationGround: ["none"],
    }),
    "high_risk",
    ["Annex III point 1(a)"],
  ),
  our(
    "emotions of callers, customers",
    area("biometrics", { biometrics: ["emotion-recognition"], exposureExempt: "no", ...NOT_EXEMPT }),
    "high_risk",
    ["Annex III point 1(c)"],
    ["Art. 50(3)"],
  ),
  our(
    "intrusions into a power grid's network",
    area("critical-infrastructure", { infrastructure: ["electricity"], infrastructureComponent: "cybersecurity-only" }),
    "minimal",
    ["Annex III point 2"],
  ),
  our(
    "demand for heating forecast",
    area("critical-infrastructure", { infrastructure: ["heating"], infrastructureComponent: "other" }),
    "minimal",
    ["Annex III point 2"],
  ),
  our("targeted job advertisements", area("employment", { employment: ["recruitment"], ...NOT_EXEMPT }), "high_risk", [
    "Annex III point 4(a)",
    "Art. 6(3) subpara. 3",
  ]),
  our(
    "better wording of a finished appraisal",
    area("employment", { employment: ["work-relations"], ...exempt("improves-human-result") }),
    "not_high_risk_art6_3",
    ["Art. 6(3)(b)"],
  ),
  our(
    "translation of asylum files",
    area("migration", {
      migration: ["application-examination"],
      migrationUser: "yes",
      ...exempt("preparatory-task"),
    }),
    "not_high_risk_art6_3",
    ["Art. 6(3)(d)"],
    ["Art. 49(2)"],
  ),
  our(
    "a narrow task that yet steers the decision",
    area("employment", {
      employment: ["recruitment"],
      profiling: "no",
      derogationGround: ["narrow-procedural-task"],
      significantRisk: "yes",
    }),
    "high_risk",
    ["Art. 6(3)"],
  ),
  our(
    "profiling voids a preparatory task",
    area("essential-services", {
      essentialServices: ["creditworthiness"],
      creditPurpose: "scores-persons",
      profiling: "yes",
      derogationGround: ["preparatory-task"],
      significantRisk: "no",
    }),
    "high_risk",
    ["Art. 6(3) subpara. 3"],
  ),
  our(
    "two areas at once, one of them excepted",
    {
      ...ORDINARY,
      annexIIIAreas: ["employment", "essential-services"],
      employment: ["work-relations"],
      essentialServices: ["creditworthiness"],
      creditPurpose: "detects-fraud",
      ...NOT_EXEMPT,
    },
    "high_risk",
    ["Annex III point 4(b)", "Annex III point 5(b)"],
  ),
  our(
    "a medical device that also triages",
    {
      ...product("medical-devices", "product-itself", "required"),
      annexIIIAreas: ["essential-services"],
      essentialServices: ["emergency"],
      ...NOT_EXEMPT,
    },
    "high_risk",
    ["Art. 6(1)", "Annex III point 5(d)"],
  ),
  our(
    "credit of companies",
    area("essential-services", {
      essentialServices: ["creditworthiness"],
      creditPurpose: "organisations-only",
    }),
    "minimal",
    ["Annex III point 5(b)"],
  ),
  our("motor insurance prices", area("essential-services", { essentialServices: ["none"] }), "minimal", ["Art. 95"]),
  our(
    "health insurance prices",
    area("essential-services", { essentialServices: ["life-health-insurance"], ...NOT_EXEMPT }),
    "high_risk",
    ["Annex III point 5(c)"],
  ),
  our(
    "a charity's own grants",
    area("essential-services", { essentialServices: ["public-benefits"], publicAuthority: "no" }),
    "minimal",
    ["Annex III point 5(a)"],
  ),
  our(
    "a bank's money-laundering profiles",
    area("law-enforcement", { lawEnforcement: ["criminal-profiling"], lawEnforcementUser: "no" }),
    "minimal",
    ["Annex III point 6(e)"],
  ),
  our(
    "passports read at a gate",
    area("migration", { migration: ["person-identification"], migrationUser: "yes", travelDocumentsOnly: "yes" }),
    "minimal",
    ["Annex III point 7(d)"],
  ),
  our(
    "judgments anonymised",
    area("justice-democracy", { justice: ["judicial-assistance"], judicialUse: "administrative-only" }),
    "minimal",
    ["Annex III point 8(a)"],
  ),
  our(
    "a judge's research assistant that also talks",
    {
      ...area("justice-democracy", {
        justice: ["judicial-assistance"],
        judicialUse: "for-court",
        profiling: "no",
        derogationGround: ["none"],
      }),
      transparency: ["direct-interaction"],
      interactionExempt: "neither",
    },
    "high_risk",
    ["Annex III point 8(a)"],
    ["Art. 50(1)"],
  ),
  our(
    "messages aimed at voters",
    area("justice-democracy", { justice: ["elections"], electionOutput: "yes", ...NOT_EXEMPT }),
    "high_risk",
    ["Annex III point 8(b)"],
  ),
  our("an obvious robot", shown("direct-interaction", { interactionExempt: "obvious" }), "minimal", ["Art. 50(1)"]),
  our("a parody that is evidently one", shown("deep-fake", { deepFakeContext: "artistic" }), "transparency", [
    "Art. 50(4) subpara. 1",
  ]),
  our("a deep fake of a chairman", shown("deep-fake", { deepFakeContext: "neither" }), "transparency", [
    "Art. 50(4) subpara. 1",
  ]),
  our(
    "a newspaper's edited article",
    shown("public-interest-text", { publicTextControl: "editorial-responsibility" }),
    "minimal",
    ["Art. 50(4) subpara. 2"],
  ),
  our("unread generated news", shown("public-interest-text", { publicTextControl: "neither" }), "transparency", [
    "Art. 50(4) subpara. 2",
  ]),
  our("police analysis of a voice", shown("emotion-or-categorisation", { exposureExempt: "yes" }), "minimal", [
    "Art. 50(3)",
  ]),
];
