/** What a scoring model says, whichever way it came here: shipped, being written, or published. */
import type { Told } from "#app/kernel/told";
import { isRatio, type Scheme } from "./ratio";
import type { Axis } from "./score";

export interface CriterionDraft {
  /** Short and lasting: by it the scores of one version are read in another. */
  key: string;
  axis: Axis;
  weight: number;
  name: Told;
  question: Told;
  /** What 1, 2, 3, 4 and 5 mean. */
  anchors: readonly Told[];
  /** The quantity that each of them stands for, where the model is a ratio. */
  values?: readonly number[] | null;
}

/** The cases that a model is for: all of a kind where the list is empty. */
export interface Scope {
  departmentIds: readonly number[];
  aiTypes: readonly string[];
}

/** As it is stored: nothing said is every case. */
export type StoredScope = { [Field in keyof Scope]: Scope[Field] | null };

export const EVERY_CASE: Scope = { departmentIds: [], aiTypes: [] };

export interface ModelContent extends Scope {
  name: Told;
  scheme: Scheme;
  note: Told | null;
  criteria: readonly CriterionDraft[];
}

export const MODEL_LIMITS = { criteria: 30, weight: 100, name: 120, question: 400, anchor: 300, value: 1e9 } as const;

/** What is wrong with a draft, at which of its criteria; each has its words in `assessment.model.problem.*`. */
export type ModelProblem =
  | "no-value"
  | "no-complexity"
  | "no-weight"
  | "values-missing"
  | "values-not-rising"
  | "same-key"
  | "nameless"
  | "anchors-missing";

export interface FoundProblem {
  problem: ModelProblem;
  /** Where in the list of criteria; null: of the whole. */
  at: number | null;
}

const told = (text: Told | undefined): boolean => Boolean(text?.fr || text?.en);

/** Why a draft cannot be published yet; empty when it can. */
export function problemsOf({ scheme, criteria }: Pick<ModelContent, "scheme" | "criteria">): FoundProblem[] {
  const found: FoundProblem[] = [];
  for (const axis of ["value", "complexity"] as const) {
    const own = criteria.filter((criterion) => criterion.axis === axis);
    if (own.length === 0) found.push({ problem: `no-${axis}`, at: null });
    else if (own.every(({ weight }) => weight <= 0))
      found.push({ problem: "no-weight", at: criteria.indexOf(first(own)) });
  }
  const keys = new Set<string>();
  for (const [at, { key, axis, name, anchors, values }] of criteria.entries()) {
    if (keys.has(key)) found.push({ problem: "same-key", at });
    keys.add(key);
    if (!told(name)) found.push({ problem: "nameless", at });
    if (anchors.length !== 5 || !anchors.every(told)) found.push({ problem: "anchors-missing", at });
    if (!isRatio(scheme) || axis === "risk") continue;
    if (values?.length !== 5) found.push({ problem: "values-missing", at });
    else if (values.some((value, index) => value <= (index === 0 ? 0 : (values[index - 1] ?? 0)))) {
      found.push({ problem: "values-not-rising", at });
    }
  }
  return found;
}

function first(criteria: readonly CriterionDraft[]): CriterionDraft {
  const [one] = criteria;
  if (!one) throw new Error("No criterion");
  return one;
}

export interface InForce {
  id: number;
  active: boolean;
  departmentIds: readonly number[] | null;
  aiTypes: readonly string[] | null;
}

/** Whether a model is for such a case. */
export function covers(scope: Pick<InForce, "departmentIds" | "aiTypes">, useCase: CaseKind): boolean {
  const { departmentIds, aiTypes } = scope;
  const inDepartment =
    !departmentIds?.length || (useCase.departmentId !== null && departmentIds.includes(useCase.departmentId));
  return inDepartment && (!aiTypes?.length || (useCase.aiType !== null && aiTypes.includes(useCase.aiType)));
}

export interface CaseKind {
  departmentId: number | null;
  aiType: string | null;
}

/**
 * The version that new assessments of such a case use: of those in force that cover it the narrowest (department and type,
 * then department, then type, then all), and of equals the newest.
 */
export function modelFor<Model extends InForce>(models: readonly Model[], useCase: CaseKind): Model | null {
  const narrow = ({ departmentIds, aiTypes }: Model) => (departmentIds?.length ? 2 : 0) + (aiTypes?.length ? 1 : 0);
  const [best] = models
    .filter((model) => model.active && covers(model, useCase))
    .sort((a, b) => narrow(b) - narrow(a) || b.id - a.id);
  return best ?? null;
}
