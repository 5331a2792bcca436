/** Systems as a judge may describe them: everyday ones beside the borders of each class, with the articles that the law gives. */
import type { Answers } from "#app/safeguards/ai-act/answers";
import { ORDINARY, type System } from "./ai-act-systems";

const system = (
  id: string,
  about: string,
  differs: Answers,
  as: Pick<System, "class" | "basis"> & { also?: string[] },
): System => ({ id, about, answers: { ...ORDINARY, ...differs }, ...as });
const employed = (more: Answers): Answers => ({ annexIIIAreas: ["employment"], ...more });
const deployed: Answers = { roles: ["deployer"], euLink: ["deployer-in-union"] };

export const JUDGED: readonly System[] = [
  system(
    "lift-maintenance",
    "predicts when a lift needs its mechanic, and steers nothing",
    { annexIProduct: "lifts", productRole: "other-component" },
    { class: "minimal", basis: ["Art. 6(1a)", "Art. 95"] },
  ),
  system(
    "lift-brake",
    "decides when a lift's safety brake takes hold",
    { annexIProduct: "lifts", productRole: "safety-component", thirdPartyAssessment: "required" },
    { class: "high_risk", basis: ["Art. 6(1)"] },
  ),
  system(
    "machine-guard",
    "stops a packing line when a hand comes near",
    { annexIProduct: "machinery", productRole: "safety-component", thirdPartyAssessment: "required" },
    { class: "high_risk", basis: ["Art. 6(1), Annex I Section B"] },
  ),
  system(
    "machine-sorting",
    "sorts parcels on a machine, without a part in its safety",
    { annexIProduct: "machinery", productRole: "other-component" },
    { class: "minimal", basis: ["Art. 6(1a)"] },
  ),
  system(
    "moods-of-a-team",
    "reads the mood of staff from their faces in meetings",
    { ...deployed, prohibitedPractices: ["emotion-at-work-or-school"], emotionPurpose: "other" },
    { class: "prohibited", basis: ["Art. 5(1)(f)"] },
  ),
  system(
    "moods-of-customers",
    "reads the mood of shoppers, not of staff, from their voices",
    {
      ...deployed,
      annexIIIAreas: ["biometrics"],
      biometrics: ["emotion-recognition"],
      exposureExempt: "no",
      profiling: "yes",
    },
    { class: "high_risk", basis: ["Annex III point 1(c)"], also: ["Art. 50(3)"] },
  ),
  system(
    "proctoring-emotions",
    "watches remote exams and reads nervousness from faces: the practice comes before the high risk",
    {
      prohibitedPractices: ["emotion-at-work-or-school"],
      emotionPurpose: "other",
      annexIIIAreas: ["education"],
      education: ["exam-monitoring"],
    },
    { class: "prohibited", basis: ["Art. 5(1)(f)"] },
  ),
  system(
    "proctoring",
    "flags forbidden behaviour during tests",
    {
      ...deployed,
      annexIIIAreas: ["education"],
      education: ["exam-monitoring"],
      profiling: "no",
      derogationGround: ["none"],
    },
    { class: "high_risk", basis: ["Annex III point 3(d)"] },
  ),
  system(
    "union-from-faces",
    "sorts visitors by supposed trade-union membership from their biometrics",
    {
      prohibitedPractices: ["sensitive-biometric-categorisation"],
      biometricCategorisationUse: "infers-about-persons",
    },
    { class: "prohibited", basis: ["Art. 5(1)(g)"] },
  ),
  system(
    "consumer-credit",
    "scores consumers who ask for instalments, a bank deploys it",
    {
      ...deployed,
      annexIIIAreas: ["essential-services"],
      essentialServices: ["creditworthiness"],
      creditPurpose: "scores-persons",
      profiling: "yes",
    },
    { class: "high_risk", basis: ["Annex III point 5(b)", "Art. 6(3) subpara. 3"] },
  ),
  system(
    "cv-profiles",
    "only prepares files, yet profiles the candidates: no exemption",
    employed({
      employment: ["recruitment"],
      profiling: "yes",
      derogationGround: ["preparatory-task"],
      significantRisk: "no",
    }),
    { class: "high_risk", basis: ["Annex III point 4(a)", "Art. 6(3) subpara. 3"] },
  ),
  system(
    "cv-format",
    "turns CVs into one layout and judges nobody",
    employed({
      employment: ["recruitment"],
      profiling: "no",
      derogationGround: ["narrow-procedural-task"],
      significantRisk: "no",
    }),
    { class: "not_high_risk_art6_3", basis: ["Art. 6(3)(a)"], also: ["Art. 6(4)", "Art. 49(2)"] },
  ),
  system(
    "shifts-by-behaviour",
    "gives out shifts by each person's past behaviour",
    employed({ ...deployed, employment: ["work-relations"], profiling: "yes" }),
    { class: "high_risk", basis: ["Annex III point 4(b)"] },
  ),
  system(
    "shifts-by-demand",
    "forecasts how many people a store needs, and allots no one",
    employed({ ...deployed, employment: ["none"] }),
    { class: "minimal", basis: ["Art. 95"] },
  ),
  system(
    "shop-chatbot",
    "answers customers in generated words, and not plainly as a machine",
    {
      transparency: ["direct-interaction", "synthetic-content"],
      interactionExempt: "neither",
      syntheticExempt: "neither",
    },
    { class: "transparency", basis: ["Art. 50(1)", "Art. 50(2)"] },
  ),
  system(
    "advert-deep-fake",
    "has a footballer say in a film what he never said",
    { ...deployed, transparency: ["deep-fake"], deepFakeContext: "neither" },
    { class: "transparency", basis: ["Art. 50(4) subpara. 1"] },
  ),
  system(
    "cv-chatbot",
    "talks with candidates and ranks them: high-risk, and the conversation is said besides",
    employed({
      employment: ["recruitment"],
      profiling: "yes",
      transparency: ["direct-interaction"],
      interactionExempt: "neither",
    }),
    { class: "high_risk", basis: ["Annex III point 4(a)"], also: ["Art. 50(1)"] },
  ),
  system(
    "copilot-model",
    "an assistant on a general-purpose model of its own: the class is the assistant's",
    {
      roles: ["provider"],
      gpaiModel: "yes",
      gpaiSystemicRisk: "no",
      gpaiOpenSource: "no",
      transparency: ["direct-interaction"],
      interactionExempt: "neither",
    },
    { class: "transparency", basis: ["Art. 50(1)"] },
  ),
  system(
    "water-pumps",
    "shuts off pumps before a main bursts",
    {
      annexIIIAreas: ["critical-infrastructure"],
      infrastructure: ["water"],
      infrastructureComponent: "safety-component",
      profiling: "no",
      derogationGround: ["none"],
    },
    { class: "high_risk", basis: ["Annex III point 2"] },
  ),
];
