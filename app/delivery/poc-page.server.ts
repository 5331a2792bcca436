import type { Day } from "#app/kernel/day";
import { type Minor, sumMinor } from "#app/kernel/money";
import type { Told } from "#app/kernel/told";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { UseCase } from "#app/use-cases/cases.server";
import type { Reader } from "#db/client.server";
import {
  asksForMore,
  missingSides,
  type PocTerms,
  reaches,
  type Side,
  type TimeUsed,
  timeUsed,
  type Verdict,
} from "./poc";
import { pocsOfCase, termsOf } from "./poc.server";
import { type Hosting, isHosting } from "./vendors";
import { type VendorChoices, vendorChoices, vendorsOfCase } from "./vendors.server";

export interface ModelNamed {
  name: string;
  vendor: string | null;
  hosting: Hosting | null;
}

export interface PocShown extends PocTerms {
  id: number;
  number: number;
  version: number;
  vendor: { id: number; name: string } | null;
  model: ModelNamed | null;
  started: boolean;
  time: TimeUsed;
  /** What the attempts cost; null while none said. */
  spentMinor: Minor | null;
  missingSides: Side[];
  asksForMore: boolean;
  attempts: {
    id: number;
    label: Told;
    model: ModelNamed | null;
    runCostMinor: Minor | null;
    result: number | null;
    reached: boolean | null;
    guardrail: Told | null;
    on: Day;
  }[];
  verdict: {
    verdict: Verdict;
    on: Day | null;
    result: number | null;
    reached: boolean | null;
    learning: Told | null;
  } | null;
}

export interface PocPage {
  reference: string;
  /** The stage that a defined POC leads to; null where the case is not before or in one. */
  leadsTo: "poc" | "pilot" | null;
  pocs: PocShown[];
  mayWrite: boolean;
  mayLink: boolean;
  vendors: { id: number; name: string }[];
  choices: VendorChoices;
  today: Day;
}

/** The POCs of a case with all that was tried, the newest first. */
export async function pocPage(db: Reader, actor: Actor, useCase: UseCase, today: Day): Promise<PocPage> {
  const choices = await vendorChoices(db);
  const vendorOf = (id: number | null) => choices.vendors.find((vendor) => vendor.id === id) ?? null;
  const modelOf = (id: number | null): ModelNamed | null => {
    const model = choices.models.find((one) => one.id === id);
    if (!model) return null;
    const { name, hosting, vendorId } = model;
    return { name, hosting: isHosting(hosting) ? hosting : null, vendor: vendorOf(vendorId)?.name ?? null };
  };
  const all = await pocsOfCase(db, useCase.id);
  return {
    reference: useCase.reference,
    leadsTo: useCase.stage === "approved" ? "poc" : useCase.stage === "poc" ? "pilot" : null,
    pocs: all.map((poc, index) => {
      const costs = poc.attempts.flatMap(({ runCostMinor }) => (runCostMinor === null ? [] : [runCostMinor]));
      return {
        ...termsOf(poc),
        id: poc.id,
        number: all.length - index,
        version: poc.version,
        vendor: vendorOf(poc.vendorId),
        model: modelOf(poc.modelId),
        started: today >= poc.startsOn,
        time: timeUsed(poc, poc.verdictOn ?? today),
        spentMinor: costs.length ? sumMinor(costs) : null,
        missingSides: missingSides(poc.team),
        asksForMore: asksForMore(poc),
        attempts: poc.attempts.map((attempt) => ({
          id: attempt.id,
          label: attempt.label,
          model: modelOf(attempt.modelId),
          runCostMinor: attempt.runCostMinor,
          result: attempt.result,
          reached: reaches(poc, attempt.result),
          guardrail: attempt.guardrail,
          on: attempt.on,
        })),
        verdict: poc.verdict && {
          verdict: poc.verdict,
          on: poc.verdictOn,
          result: poc.result,
          reached: reaches(poc, poc.result),
          learning: poc.learning,
        },
      };
    }),
    mayWrite: permits(actor, "poc.write", useCase),
    mayLink: permits(actor, "vendor.write", useCase),
    vendors: await vendorsOfCase(db, useCase.id),
    choices,
    today,
  };
}
