import type {
  assessmentScores,
  assessments,
  businessCases,
  caseQuarters,
  caseTags,
  comments,
  costs,
  forecasts,
  incidentCosts,
  incidents,
  kpis,
  pocCheckIns,
  pocs,
  reports,
  risks,
  signOffs,
  stageChanges,
  standings,
  trustCards,
  useCaseDataSets,
  useCaseModels,
  useCases,
  useCaseVendors,
} from "#db/schema.server";
import type { Matter } from "./texts";

type Row<Table extends { $inferSelect: unknown }> = Table["$inferSelect"];

/** The rows of some hundreds of cases, by table: what is written together. Every row has all its fields. */
export interface Sheaf {
  useCases: Omit<Row<typeof useCases>, "version">[];
  standings: Row<typeof standings>[];
  stageChanges: Omit<Row<typeof stageChanges>, "id" | "decisionId" | "overridden">[];
  comments: Omit<Row<typeof comments>, "id">[];
  caseTags: Row<typeof caseTags>[];
  trustCards: Omit<Row<typeof trustCards>, "version">[];
  risks: Omit<Row<typeof risks>, "id" | "version">[];
  incidents: Omit<Row<typeof incidents>, "version">[];
  incidentCosts: Omit<Row<typeof incidentCosts>, "version">[];
  signOffs: Omit<Row<typeof signOffs>, "id" | "version">[];
  pocs: Omit<Row<typeof pocs>, "version">[];
  pocCheckIns: Omit<Row<typeof pocCheckIns>, "id" | "version">[];
  useCaseVendors: Row<typeof useCaseVendors>[];
  useCaseModels: Row<typeof useCaseModels>[];
  useCaseDataSets: Row<typeof useCaseDataSets>[];
  assessments: Omit<Row<typeof assessments>, "version">[];
  assessmentScores: Row<typeof assessmentScores>[];
  businessCases: Omit<Row<typeof businessCases>, "id" | "version">[];
  forecasts: Row<typeof forecasts>[];
  kpis: Omit<Row<typeof kpis>, "version">[];
  reports: Omit<Row<typeof reports>, "id" | "version">[];
  costs: Omit<Row<typeof costs>, "id" | "version">[];
  caseQuarters: Row<typeof caseQuarters>[];
}

export function emptySheaf(): Sheaf {
  return {
    ...{ useCases: [], standings: [], stageChanges: [], comments: [], trustCards: [], signOffs: [], pocs: [] },
    pocCheckIns: [],
    ...{
      useCaseVendors: [],
      useCaseModels: [],
      useCaseDataSets: [],
      assessments: [],
      assessmentScores: [],
      businessCases: [],
      forecasts: [],
    },
    ...{ kpis: [], reports: [], costs: [], caseQuarters: [], caseTags: [] },
    ...{ risks: [], incidents: [], incidentCosts: [] },
  };
}

/** A case that is being written, with what its other rows need to know of it. */
export interface Growing {
  useCase: Sheaf["useCases"][number];
  standing: Sheaf["standings"][number];
  matter: Matter;
  /** Those who can be asked about it, of its department. */
  people: readonly number[];
}
