import type { Day } from "#app/kernel/day";
import type { Told } from "#app/kernel/told";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { UseCase } from "#app/use-cases/cases.server";
import { isLive } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import type { VendorChoices } from "../vendors.server";
import type { Component } from "./component";
import { liveComponents } from "./live-components.server";

export interface SwitchShown {
  id: number;
  version: number;
  on: Day;
  fromName: string;
  toName: string;
  reason: Told;
  material: boolean;
  kpiBefore: number | null;
  kpiAfter: number | null;
  guardrailBefore: number | null;
  guardrailAfter: number | null;
  costBefore: number | null;
  costAfter: number | null;
  by: string | null;
}

/** What a live case runs on, and each switch that brought it there. */
export interface LivePage {
  components: (Component & { vendor: string | null })[];
  switches: SwitchShown[];
  /** The attempt that the POC kept; null where none was. */
  kept: { label: Told; result: number | null; guardrailValue: number | null; costPerUnit: number | null } | null;
  kpiName: Told | null;
  kpiUnit: string;
  guardrailName: Told | null;
  costUnit: string | null;
  maySwitch: boolean;
}

/** Null for a case that is not live and has never switched. */
export async function livePage(
  db: Reader,
  actor: Actor,
  useCase: UseCase,
  choices: VendorChoices,
): Promise<LivePage | null> {
  const live = isLive(useCase.stage);
  if (!live && useCase.stage !== "retired") return null;
  const { kept, switches, components } = await liveComponents(db, useCase.id);
  if (!live && switches.length === 0) return null;
  return {
    components: components.map((one) => ({
      ...one,
      vendor: choices.vendors.find(({ id }) => id === one.vendorId)?.name ?? null,
    })),
    switches: switches.map(({ useCaseId: _, fromModelId: __, toModelId: ___, byId: ____, ...one }) => one),
    kept: kept && {
      label: kept.attempt.label,
      result: kept.attempt.result,
      guardrailValue: kept.attempt.guardrailValue,
      costPerUnit: kept.attempt.costPerUnit,
    },
    kpiName: kept?.kpiName ?? null,
    kpiUnit: kept?.kpiUnit ?? "",
    guardrailName: kept?.guardrailName ?? null,
    costUnit: kept?.attempt.costUnit ?? null,
    maySwitch: live && permits(actor, "model.switch", useCase),
  };
}
