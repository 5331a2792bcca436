import type { Day } from "#app/kernel/day";
import type { Told } from "#app/kernel/told";
import type { TimesPer } from "#app/use-cases/content";
import type { ImportedFields } from "#app/use-cases/import/read-row";
import type { Stage } from "#app/use-cases/stages";

/** What is known of a case wherever in the house it is known: what the shapes of public registers are filled from. */
export interface CaseFacts {
  reference: string;
  title: Told;
  need: Told | null;
  expectedBenefit: Told | null;
  affected: Told | null;
  dataInvolved: Told | null;
  peopleAffected: number | null;
  times: number | null;
  timesPer: TimesPer | null;
  minutesPerTime: number | null;
  stage: Stage | null;
  departmentId: number | null;
  department: Told | null;
  departmentCode: string | null;
  externalSource: string | null;
  externalId: string | null;
  /** Cells of the register that the case came from, by their headers. */
  extra: Record<string, string>;
  imported: ImportedFields | null;
  /** The day on which it first came to each stage, where somebody here moved it there. */
  reached: Partial<Record<Stage, Day>>;
  personalData: boolean | null;
  humanInTheLoop: boolean | null;
  humanReviewer: string | null;
  dataWhere: Told | null;
  dataWho: Told | null;
  vendors: { name: string; internal: boolean }[];
  models: string[];
}

/** A register's way to write a case down. Its words are the register's own, in its language. */
export interface Shape {
  name: ShapeName;
  /** Headers in order; they may repeat. */
  columns: readonly string[];
  /** The places of the columns that we can know something for; the others stay empty but for what a file brought. */
  filled: ReadonlySet<number>;
  /** A case's cells, one for each column; blank is not known. */
  row(facts: CaseFacts): string[];
}

export const SHAPE_NAMES = ["us-federal-2024", "uk-atrs"] as const;
export type ShapeName = (typeof SHAPE_NAMES)[number];

/** As the list shows it; as our own file, to change and bring back; or as a public register writes it. */
export const EXPORT_SHAPES = ["view", "casebook", ...SHAPE_NAMES] as const;
export type ExportShape = (typeof EXPORT_SHAPES)[number];

export function isExportShape(text: string): text is ExportShape {
  return (EXPORT_SHAPES as readonly string[]).includes(text);
}
