/** What one version of a scoring model says otherwise than another: as a whole, and criterion by criterion. */
import type { Told } from "#app/kernel/told";
import type { CriterionDraft, ModelContent, StoredScope } from "./model";

export type ModelPart = "name" | "axis" | "weight" | "question" | "anchors" | "values";

export type ModelChange =
  | { what: "added" | "removed"; criterion: CriterionDraft }
  | { what: "changed"; part: ModelPart; was: CriterionDraft; criterion: CriterionDraft }
  | { what: "moved"; criterion: CriterionDraft };

const PARTS = ["name", "axis", "weight", "question", "anchors", "values"] as const satisfies readonly ModelPart[];

const isSameTold = (a: Told | undefined, b: Told | undefined) =>
  (a?.fr ?? "") === (b?.fr ?? "") && (a?.en ?? "") === (b?.en ?? "");

function isSame(part: ModelPart, a: CriterionDraft, b: CriterionDraft): boolean {
  if (part === "name" || part === "question") return isSameTold(a[part], b[part]);
  if (part === "anchors") return [0, 1, 2, 3, 4].every((at) => isSameTold(a.anchors[at], b.anchors[at]));
  if (part === "values") return (a.values ?? []).join() === (b.values ?? []).join();
  return a[part] === b[part];
}

/** What is said of a model beside its criteria. */
export const WHOLE_PARTS = ["name", "scheme", "scope"] as const;
export type WholePart = (typeof WHOLE_PARTS)[number];
export type Whole = Pick<ModelContent, "name" | "scheme"> & StoredScope;

const isSameSet = (a: readonly unknown[] | null, b: readonly unknown[] | null) =>
  JSON.stringify([...(a ?? [])].sort()) === JSON.stringify([...(b ?? [])].sort());

/** The parts of the whole that are another: what it is called, how it counts, which cases it is for. */
export function changesOfWhole(before: Whole, after: Whole): WholePart[] {
  const same: Record<WholePart, boolean> = {
    name: isSameTold(before.name, after.name),
    scheme: before.scheme === after.scheme,
    scope: isSameSet(before.departmentIds, after.departmentIds) && isSameSet(before.aiTypes, after.aiTypes),
  };
  return WHOLE_PARTS.filter((part) => !same[part]);
}

type Criteria = Pick<ModelContent, "criteria">;

/** In the order of the later version; what left comes last. */
export function changesOfModel(before: Criteria, after: Criteria): ModelChange[] {
  const was = new Map(before.criteria.map((criterion) => [criterion.key, criterion]));
  const is = new Set(after.criteria.map(({ key }) => key));
  const stayed = before.criteria.filter(({ key }) => is.has(key)).map(({ key }) => key);
  const kept = after.criteria.filter(({ key }) => was.has(key));
  return [
    ...after.criteria.flatMap((criterion): ModelChange[] => {
      const old = was.get(criterion.key);
      if (!old) return [{ what: "added", criterion }];
      const changed = PARTS.filter((part) => !isSame(part, old, criterion));
      const isMoved = stayed.indexOf(criterion.key) !== kept.indexOf(criterion);
      return [
        ...changed.map((part): ModelChange => ({ what: "changed", part, was: old, criterion })),
        ...(isMoved ? [{ what: "moved" as const, criterion }] : []),
      ];
    }),
    ...before.criteria.flatMap((criterion): ModelChange[] =>
      is.has(criterion.key) ? [] : [{ what: "removed", criterion }],
    ),
  ];
}
