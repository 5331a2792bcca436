/** Values of closed sets and ids of things, as the log keeps them, by the field that holds them. */
import type { Key } from "#app/locales/keys";
import { isKey } from "#app/locales/speech";
import type { FieldChange, Kept } from "./audit-changes";

/** The kinds of things that the log holds by their id and that have a name. */
export const NAMED = [
  "person",
  "department",
  "use-case",
  "vendor",
  "model",
  "data-set",
  "filter",
  "criterion",
  "kpi",
  "campaign",
  "risk",
  "incident",
] as const;
export type Named = (typeof NAMED)[number];

/** Of what a field holds the id, or the ids. */
const IDS_OF: Readonly<Record<string, Named>> = {
  ownerId: "person",
  technicalOwnerId: "person",
  authorId: "person",
  coAuthorId: "person",
  hostId: "person",
  campaignId: "campaign",
  personId: "person",
  screenedBy: "person",
  screenerId: "person",
  aiActConfirmedBy: "person",
  requestedBy: "person",
  reviewedBy: "person",
  byId: "person",
  departmentId: "department",
  departmentIds: "department",
  mergedIntoId: "use-case",
  linkedId: "use-case",
  mentions: "person",
  vendorId: "vendor",
  modelId: "model",
  mitigationOwnerId: "person",
  riskId: "risk",
  incidentId: "incident",
  fromModelId: "model",
  toModelId: "model",
  successorId: "model",
  filterId: "filter",
  criterionId: "criterion",
  kpiId: "kpi",
  delegatedTo: "person",
  delegatedBy: "person",
  forId: "person",
  fromId: "person",
  toId: "person",
};

/** Of what this field holds the id; null for a field that holds none. */
export function namedBy(field: string): Named | null {
  return Object.hasOwn(IDS_OF, field) ? (IDS_OF[field] ?? null) : null;
}

/** Where the words of a field's values stand: the first of these messages that ends with the value. */
const WORDS_AT: Readonly<Record<string, readonly string[]>> = {
  aiActClass: ["safeguards.ai-act-class"],
  category: ["risks.category"],
  reviewMoment: ["trust.moment"],
  monitoringEvery: ["trust.every"],
  seriousness: ["incidents.seriousness"],
  aiType: ["use-cases.ai-type"],
  augmentOrReplace: ["safeguards.augment"],
  calibrated: ["business-cases.calibration.said"],
  axis: ["assessment.axis"],
  direction: ["measurement.direction"],
  evidence: ["portfolio.evidence"],
  field: ["prioritise.field"],
  hosting: ["delivery.hosting"],
  confidence: ["delivery.check-in.confidence"],
  conflicts: ["imports.conflicts"],
  dayOrder: ["imports.day-order"],
  departmentNames: ["imports.department-names"],
  gate: ["use-cases.stage"],
  staleCause: ["delivery.sign-off.cause"],
  aiTypes: ["use-cases.ai-type"],
  role: ["delivery.sign-off.kind"],
  kind: [
    "own-checks.kind",
    "delivery.sign-off.kind",
    "delivery.component.kind",
    "campaigns.kind",
    "business-cases.kind",
    "roll-out.to",
  ],
  language: ["imports.language"],
  licence: ["delivery.licence"],
  modality: ["registers.option"],
  sensitivity: ["registers.option"],
  siteStage: ["roll-out.stage"],
  link: ["case.link"],
  locale: ["people.language"],
  mailRhythm: ["people.mail.rhythm"],
  newDepartments: ["imports.new-departments"],
  operator: ["prioritise.operator"],
  outcome: ["committee.outcome"],
  overridden: ["safeguards.requirement"],
  overTime: ["measurement.over-time"],
  per: ["business-cases.per"],
  repeatedIds: ["imports.repeated-ids"],
  review: ["measurement.review"],
  roles: ["people.role"],
  side: ["delivery.poc.side", "business-cases.flow"],
  source: ["use-cases.source"],
  stage: ["use-cases.stage"],
  state: ["ai-act.state", "risks.state"],
  status: ["measurement.quarter.status", "committee.status", "imports.status"],
  theme: ["desk.theme"],
  timesPer: ["use-cases.times-per"],
  type: ["delivery.vendor-type"],
  verdict: ["delivery.verdict", "overlaps.verdict", "desk"],
};

/** The messages that may say this value of this field, the likeliest first. */
export function keysOfValue(field: string, value: string | number): string[] {
  const starts = Object.hasOwn(WORDS_AT, field) ? (WORDS_AT[field] ?? []) : [];
  // What a case answers under the AI Act is kept by the question's own key.
  const option = `ai-act.option.${field}.${value}`;
  return [...starts.map((start) => `${start}.${value}`), ...(isKey(option) ? [option] : [])];
}

/** Fields whose words stand in a room of their own, under another name. */
const FIELD_AT = {
  per: "business-cases.field.per",
  create: "imports.would.create",
  change: "imports.would.change",
  unchanged: "imports.would.unchanged",
  refuse: "imports.would.refuse",
  unknownStages: "imports.would.unknown-stages",
  conflicts: "imports.would.conflicts",
  columns: "imports.columns",
  language: "imports.language",
  dayOrder: "imports.day-order",
  asOf: "imports.as-of",
  departmentNames: "imports.department-names",
  newDepartments: "imports.new-departments",
  repeatedIds: "imports.repeated-ids",
} as const satisfies Record<string, Key>;

/** The messages of other rooms that may name a field, the likeliest first: of a business case's lines, of an import's columns. */
export function keysOfField(field: string): string[] {
  const elsewhere = Object.entries(FIELD_AT).flatMap(([name, key]) => (name === field ? [key] : []));
  return [
    ...elsewhere,
    `business-cases.input.${field}`,
    `imports.field.${field}`,
    `registers.field.${field}`,
    `roll-out.field.${field}`,
    `ai-act.question.${field}`,
  ];
}

const AMOUNTS = ["hourlyCost", "unitValue", "price", "unitPrice", "amount", "amountPerQuarter"];

/** In what a number of this field is counted: in minor units of money, as a share of one, or plainly. */
export function countedIn(field: string): "money" | "share" | "number" {
  if (field.endsWith("Minor") || AMOUNTS.includes(field)) return "money";
  return /(Rate|Share)$/.test(field) || field === "adoption" || field === "attribution" ? "share" : "number";
}

interface Estimate {
  low: number;
  likely: number;
  high: number;
}

/** An estimate of three numbers, as a business case's lines keep them. */
export function isEstimate(kept: { [field: string]: Kept }): kept is { [field: string]: Kept } & Estimate {
  const ends = [kept.low, kept.likely, kept.high];
  return Object.keys(kept).length === 3 && ends.every((end) => typeof end === "number");
}

/** All ids that changes speak of, by kind, also those inside lists and records. */
export function idsIn(changes: readonly FieldChange[]): Map<Named, Set<number>> {
  const found = new Map<Named, Set<number>>();
  const look = (field: string, kept: Kept | undefined): void => {
    const kind = namedBy(field);
    if (typeof kept === "number" && kind) found.set(kind, (found.get(kind) ?? new Set()).add(kept));
    else if (Array.isArray(kept)) for (const item of kept) look(field, item);
    else if (typeof kept === "object" && kept !== null) {
      for (const [name, part] of Object.entries(kept)) look(name, part);
    }
  };
  for (const { field, before, after } of changes) for (const side of [before, after]) look(field, side);
  return found;
}
