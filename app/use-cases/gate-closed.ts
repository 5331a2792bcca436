import { Refusal } from "#app/kernel/refusal";
import { lacking, type Requirement } from "./gates";

/** A gate that does not let a case through, with all that it misses: a sentence for people, a list for programs. */
export class GateClosed extends Refusal {
  readonly missing: readonly Requirement[];

  constructor(missing: readonly Requirement[]) {
    super(409, "use-cases.refusal.gate-closed", lacking(missing));
    this.missing = missing;
  }
}
