import { type Minor, minor } from "#app/kernel/money";
import { type Quarter, quarter } from "#app/kernel/quarter";
import { whenAt } from "#app/kernel/when";
import { ENTERED_KINDS, type EnteredKind } from "#app/measurement/postings";
import type { App, Person } from "./app";
import { aCase } from "./cases";

export const Q2 = quarter("2026-Q2");
export const Q3 = quarter("2026-Q3");
export const Q4 = quarter("2026-Q4");

/** The moment of the app's clock, in its organisation's calendar. */
export const whenOf = (app: App) => whenAt(app.clock.at, { timeZone: "Europe/Paris", fiscalFirstMonth: 2 });

export const euros = (amount: number): Minor => minor(Math.round(amount * 100));

export interface Measured {
  department: number;
  reference: string;
  useCaseId: number;
  champion: Person;
  owner: Person;
  finance: Person;
  executive: Person;
  kpiId: number;
}

export const KPI_FORM = {
  name: "Minutes par demande",
  unit: "min",
  direction: "down",
  baseline: "15",
  baselinePeriod: "2026-Q1",
  baselineMethod: "Chronométrage de 200 demandes",
  target: "5",
  valuePerUnit: "1 000,50",
  attribution: "80",
  overTime: "average",
  firstQuarter: "2026-Q1",
  lastQuarter: "",
  limit: "",
};

/** A live case with one monetised KPI, its people, and finance beside it. */
export async function aMeasuredCase(app: App): Promise<Measured> {
  const department = await app.department("SC", "Service client");
  const champion = await app.signedIn("Camille Martin", { roles: ["champion"], departments: [department] });
  const owner = await app.signedIn("Olivier Petit", { roles: [] });
  const finance = await app.signedIn("Fanny Garnier", { roles: ["finance"] });
  const executive = await app.signedIn("Edith Roux", { roles: ["executive"] });
  const { id, reference } = await aCase(app, { departmentId: department, stage: "production" });
  const page = await champion.submit(`/use-cases/${reference}/kpis/new`, { ...KPI_FORM, ownerId: owner.id });
  const kpiId = Number(/kpis\/(\d+)\/edit/.exec(page.html)?.[1]);
  return { department, reference, useCaseId: id, champion, owner, finance, executive, kpiId };
}

/** What a row of the quarterly grid sends. */
export function gridRow(index: number, kpiId: number, typed: Record<string, string>): Record<string, string> {
  const row = { kpiId: String(kpiId), version: "", actual: "", evidence: "0", source: "", words: "", ...typed };
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [`rows.${index}.${name}`, value]));
}

/** What the form of one cost sends; `version` is that of its entry, 0 where it saw none. */
export function costForm(of: Quarter, kind: EnteredKind, amount: string, { version = 0, note = "" } = {}) {
  const seen = ENTERED_KINDS.map((each) => [`version.${of}.${each}`, each === kind ? version : 0] as const);
  return { intent: "cost", quarter: of, kind, amount, note, ...Object.fromEntries(seen) };
}

export function reportForm(of: Quarter, ...rows: Record<string, string>[]): Record<string, string> {
  return Object.assign({ quarter: of }, ...rows);
}
