import { Refusal } from "#app/kernel/refusal";
import type { Key } from "#app/locales/keys";
import { lacking, type Requirement } from "./gates";

/** A gate that does not let a case through, with all that it misses: a sentence for people, a list for programs. */
export class GateClosed extends Refusal {
  readonly missing: readonly Requirement[];

  constructor(missing: readonly Requirement[], key: Key = "use-cases.refusal.gate-closed") {
    super(409, key, lacking(missing));
    this.missing = missing;
  }
}
