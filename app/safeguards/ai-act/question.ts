/** What a question of the classification is: data, in the order of the law, each with its article and when it is asked. */
import type { ProvisionKey } from "./law/shipped";

export const PARTS = ["scope", "prohibited", "product", "annex-iii", "derogation", "transparency", "duties"] as const;
export type Part = (typeof PARTS)[number];

export type Kind = "yes-no" | "one" | "many";

export interface Option {
  value: string;
  /** The provision that says what it is, in its own words; without one a message does. */
  provision?: ProvisionKey;
}

/** The question is asked once one of these was chosen of another that is asked. */
export interface Clause {
  of: string;
  is: readonly string[];
}

export interface Question {
  key: string;
  part: Part;
  kind: Kind;
  article: string;
  options: readonly Option[];
  /** Any one of these; of one without, its part decides. */
  when?: readonly Clause[];
}

/** What says that none of a list holds. */
export const NONE = "none";
export const none: Option = { value: NONE };
export const YES_NO: readonly Option[] = [{ value: "yes" }, { value: "no" }];
export const plain = (...values: string[]): Option[] => values.map((value) => ({ value }));
export const by = (value: string, provision: ProvisionKey): Option => ({ value, provision });
export const after = (of: string, ...is: string[]): Clause => ({ of, is });
