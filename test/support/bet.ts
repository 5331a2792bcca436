/** What the people of a POC send while it runs, and the two models that they try. */
import { addModel, addVendor } from "#app/delivery/vendors.server";
import { CASEBOOK } from "#app/people/roles";
import type { App } from "./app";
import { whenOf } from "./arbitration";
import { POC_FORM } from "./delivery";

export const pocOf = (reference: string) => `/use-cases/${reference}/poc`;

/** Two models in the register: an open one, and a big one of a large maker. */
export async function register(app: App) {
  return app.database.write(async (tx) => {
    const when = whenOf(app);
    const chene = await addVendor(tx, CASEBOOK, { name: "Chêne", type: "open-source", country: "FR" }, when);
    const nuvea = await addVendor(tx, CASEBOOK, { name: "Nuvéa", type: "large-tech", country: "US" }, when);
    const open = await addModel(tx, CASEBOOK, { vendorId: chene.id, name: "Chêne 24B", hosting: "self-hosted" }, when);
    const big = await addModel(tx, CASEBOOK, { vendorId: nuvea.id, name: "Nuvéa 3", hosting: "eu" }, when);
    return { open: String(open.id), big: String(big.id) };
  });
}

export const wish = (pocId: string, version: number, more: Record<string, string> = {}) => ({
  ...{ intent: "amend", pocId, version, hypothesis: POC_FORM.hypothesis, kpiName: POC_FORM.kpiName },
  ...{ kpiUnit: "min", threshold: "10", endsOn: "2026-12-28", peopleCap: "3", budgetCapMinor: "10 000" },
  ...{ personDaysCap: "", reason: "La base s’est révélée moins bonne que mesurée", ...more },
});

export const week = (pocId: string, on: string, spent: string, more: Record<string, string> = {}) => ({
  ...{ intent: "check-in", pocId, on, confidence: "on-track", value: "", spentMinor: spent, personDays: "" },
  ...{ blockers: "", next: "", ...more },
});

export const attempt = (pocId: string, label: string, more: Record<string, string> = {}) => ({
  ...{ intent: "attempt", pocId, label, modelId: "", on: "2026-11-12", runCostMinor: "", result: "", guardrail: "" },
  ...more,
});
