import type { Day } from "#app/kernel/day";
import { tell } from "#app/kernel/told";
import { uniqueNames } from "#app/use-cases/import/table";
import type { Stage } from "#app/use-cases/stages";
import type { CaseFacts, Shape } from "./shape";
import { US_FEDERAL_COLUMNS } from "./us-federal-columns";

type Header = (typeof US_FEDERAL_COLUMNS)[number];

// The inventory's scale has no committee in it: what waits, was refused or went into another case has no word there.
const STAGES: Partial<Record<Stage, string>> = {
  submitted: "Initiated",
  assessment: "Initiated",
  approved: "Initiated",
  poc: "Acquisition and/or Development",
  pilot: "Implementation and Assessment",
  production: "Operation and Maintenance",
  retired: "Retired",
  stopped: "Retired",
};

/** 2026-03-09 as the inventory writes days: 3/9/2026. */
function americanDay(day: Day | undefined): string {
  const [year, month, date] = (day ?? "").split("-").map(Number);
  return year ? `${month}/${date}/${year}` : "";
}

const earliest = (...days: (Day | undefined)[]): Day | undefined => days.filter((day) => day !== undefined).sort()[0];

const yesOrNo = (value: boolean | null): string => (value === null ? "" : value ? "Yes" : "No");

/** What we say in a column ourselves. */
const OURS: Partial<Record<Header, (facts: CaseFacts) => string>> = {
  "Use Case Name": ({ title }) => tell(title, "en"),
  Agency: ({ department }) => tell(department, "en"),
  "Agency Abbreviation": ({ departmentCode }) => departmentCode ?? "",
  "What is the intended purpose and expected benefits of the AI?": ({ need, expectedBenefit }) =>
    [tell(need, "en"), tell(expectedBenefit, "en")].filter(Boolean).join("\n\n"),
  "Stage of Development": ({ stage }) => (stage && STAGES[stage]) ?? "",
  "Date Initiated": ({ reached }) => americanDay(reached.submitted),
  "Date when Acquisition and/or Development began": ({ reached }) => americanDay(reached.poc),
  "Date Implemented": ({ reached }) => americanDay(earliest(reached.pilot, reached.production)),
  "Date Retired": ({ reached, stage }) =>
    stage === "retired" || stage === "stopped" ? americanDay(reached[stage]) : "",
  "Does this AI use case involve personally identifiable information (PII) that is maintained by the agency?": ({
    personalData,
  }) => yesOrNo(personalData),
  "Describe any agency-owned data used to train, fine-tune, and/or evaluate performance of the model(s) used in this use case.":
    ({ dataInvolved }) => tell(dataInvolved, "en"),
};

/** Whether the word that the register itself gave still holds: nobody said otherwise here since. */
const HOLDS: Partial<Record<Header, (facts: CaseFacts) => boolean>> = {
  Agency: sameDepartment,
  "Agency Abbreviation": sameDepartment,
  "Stage of Development": ({ imported, stage }) => (imported?.stage ?? null) === stage,
};

function sameDepartment({ imported, departmentId }: CaseFacts): boolean {
  const { department } = imported ?? {};
  return (department && "id" in department ? department.id : null) === departmentId;
}

const NAMES = uniqueNames(US_FEDERAL_COLUMNS);
/** Written from our own fields alone: an import takes the whole cell into them. */
const TAKEN: ReadonlySet<Header> = new Set<Header>([
  "Use Case Name",
  "What is the intended purpose and expected benefits of the AI?",
]);

/**
 * The federal inventory of the United States, 2024. A case that came from such a file gets its own cells back, as long as
 * nobody said otherwise here.
 */
export const US_FEDERAL: Shape = {
  name: "us-federal-2024",
  columns: US_FEDERAL_COLUMNS,
  filled: new Set(US_FEDERAL_COLUMNS.flatMap((header, at) => (OURS[header] ? [at] : []))),
  row: (facts) =>
    US_FEDERAL_COLUMNS.map((header, at) => {
      const ours = OURS[header]?.(facts) ?? "";
      const kept = facts.externalSource?.startsWith("us-federal") ? facts.extra[NAMES[at] ?? ""] : undefined;
      if (kept === undefined || TAKEN.has(header)) return ours;
      return HOLDS[header]?.(facts) === false ? ours : kept;
    }),
};
