import { tell } from "#app/kernel/told";
import { speechFor } from "#app/locales/speech";
import type { Stage } from "#app/use-cases/stages";
import type { CaseFacts, Shape } from "./shape";

const { t, number } = speechFor("en", "GBP", "UTC");

const PHASES: Partial<Record<Stage, string>> = {
  submitted: "Idea",
  assessment: "Idea",
  approved: "Design",
  poc: "Development",
  pilot: "Beta/Pilot",
  production: "Production",
  retired: "Retired",
  stopped: "Retired",
};

const english = (told: CaseFacts["need"]) => tell(told, "en");

/** How the task is done today, as far as it was said. */
function today({ times, timesPer, minutesPerTime }: CaseFacts): string {
  const often = times !== null && timesPer !== null ? t(`use-cases.card.times.${timesPer}`, { times }) : "";
  const long =
    minutesPerTime === null ? "" : `${number(minutesPerTime)} ${minutesPerTime === 1 ? "minute" : "minutes"} each time`;
  return [often, long].filter(Boolean).join(", ");
}

function thirdParty({ vendors }: CaseFacts): string {
  if (vendors.length === 0) return "";
  return vendors.some(({ internal }) => !internal) ? "Yes" : "No";
}

function review({ humanInTheLoop, humanReviewer }: CaseFacts): string {
  if (humanReviewer) return humanReviewer;
  return humanInTheLoop === null ? "" : humanInTheLoop ? "A person is in the loop." : "No person is in the loop.";
}

const scale = (facts: CaseFacts) =>
  [
    facts.peopleAffected === null
      ? ""
      : `${number(facts.peopleAffected)} ${facts.peopleAffected === 1 ? "person" : "people"}`,
    today(facts),
  ]
    .filter(Boolean)
    .join(", ");

/** What is done and for whom, as far as it was said. */
const description = ({ need, affected }: CaseFacts) => [need, affected].map(english).filter(Boolean).join("\n\n");

/**
 * Each column with what we can say in it; those without stay empty. The first four are how the published records are
 * listed; the others are numbered as in version 4.0 of the template (guidance of 8 May 2025), see docs/api.md.
 */
const COLUMNS: readonly [header: string, cell?: (facts: CaseFacts) => string][] = [
  ["publishing_body", ({ department }) => english(department)],
  ["tool_name", ({ title }) => english(title)],
  ["published", ({ extra }) => extra.published ?? ""],
  ["url", ({ externalSource, externalId }) => (externalSource === "uk-atrs" ? (externalId ?? "") : "")],
  ["Phase", ({ stage }) => (stage && PHASES[stage]) ?? ""],
  ["Tier 1: 1 - Name", ({ title }) => english(title)],
  ["Tier 1: 2 - Description", ({ need }) => english(need)],
  ["Tier 1: 3 - Website URL"],
  ["Tier 1: 4 - Contact email"],
  ["Tier 2: 1.1 - Organisation or department", ({ department }) => english(department)],
  ["Tier 2: 1.2 - Team"],
  ["Tier 2: 1.3 - Senior responsible owner"],
  ["Tier 2: 1.4 - Third party involvement", thirdParty],
  [
    "Tier 2: 1.4.1 - Third party",
    ({ vendors }) =>
      vendors
        .filter(({ internal }) => !internal)
        .map(({ name }) => name)
        .join("; "),
  ],
  ["Tier 2: 1.4.2 - Companies House Number"],
  ["Tier 2: 1.4.3 - Third party role"],
  ["Tier 2: 1.4.4 - Procurement procedure type"],
  ["Tier 2: 1.4.5 - Third party data access terms"],
  ["Tier 2: 2.1 - Detailed description", description],
  ["Tier 2: 2.2 - Benefits", ({ expectedBenefit }) => english(expectedBenefit)],
  ["Tier 2: 2.3 - Previous process", today],
  ["Tier 2: 2.4 - Alternatives considered"],
  ["Tier 2: 3.1 - Integration into broader operational process"],
  ["Tier 2: 3.2 - Human review", review],
  ["Tier 2: 3.3 - Frequency and scale of usage", scale],
  ["Tier 2: 3.4 - Required training"],
  ["Tier 2: 3.5 - Appeals and review"],
  ["Tier 2: 4.1.1 - System architecture"],
  ["Tier 2: 4.1.2 - System-level input"],
  ["Tier 2: 4.1.3 - System-level output"],
  ["Tier 2: 4.1.4 - Maintenance"],
  ["Tier 2: 4.1.5 - Models", ({ models }) => models.join("; ")],
  ["Tier 2: 4.2.1 - Model name", ({ models }) => (models.length === 1 ? (models[0] ?? "") : "")],
  ["Tier 2: 4.2.2 - Model version"],
  ["Tier 2: 4.2.3 - Model task"],
  ["Tier 2: 4.2.4 - Model input"],
  ["Tier 2: 4.2.5 - Model output"],
  ["Tier 2: 4.2.6 - Model architecture"],
  ["Tier 2: 4.2.7 - Model performance"],
  ["Tier 2: 4.2.8 - Datasets and their purposes"],
  ["Tier 2: 4.3.1 - Development data description"],
  ["Tier 2: 4.3.2 - Data modality"],
  ["Tier 2: 4.3.3 - Data quantities"],
  ["Tier 2: 4.3.4 - Sensitive attributes"],
  ["Tier 2: 4.3.5 - Data completeness and representativeness"],
  ["Tier 2: 4.3.6 - Data cleaning"],
  ["Tier 2: 4.3.7 - Data collection"],
  ["Tier 2: 4.3.8 - Data access and storage"],
  ["Tier 2: 4.3.9 - Data sharing agreements"],
  // What a case says of its data is what it works on, not what a model was developed with.
  ["Tier 2: 4.4.1 - Data sources", ({ dataInvolved }) => english(dataInvolved)],
  [
    "Tier 2: 4.4.2 - Sensitive attributes",
    ({ personalData }) => (personalData === null ? "" : personalData ? "Personal data is used." : "No personal data."),
  ],
  ["Tier 2: 4.4.3 - Data processing methods"],
  [
    "Tier 2: 4.4.4 - Data access and storage",
    ({ dataWhere, dataWho }) => [english(dataWhere), english(dataWho)].filter(Boolean).join("\n\n"),
  ],
  ["Tier 2: 4.4.5 - Data sharing agreements"],
  ["Tier 2: 5.1 - Impact assessments"],
  ["Tier 2: 5.2 - Risks and mitigations"],
];

/** The record of the United Kingdom's Algorithmic Transparency Recording Standard, tiers 1 and 2, one row for each case. */
export const UK_ATRS: Shape = {
  name: "uk-atrs",
  columns: COLUMNS.map(([header]) => header),
  filled: new Set(COLUMNS.flatMap(([, cell], at) => (cell ? [at] : []))),
  row: (facts) =>
    COLUMNS.map(([header, cell]) => {
      const kept = facts.externalSource?.startsWith("uk-atrs") ? facts.extra[header] : undefined;
      return cell?.(facts) || kept || "";
    }),
};
