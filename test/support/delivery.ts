import type { App, Person } from "./app";
import { withRules } from "./arbitration";
import { aCase, type CaseOptions } from "./cases";
import { KPI_FORM } from "./measurement";

/** Everybody whom the way from submission to production needs. */
export async function aFirm(app: App) {
  await withRules(app);
  const department = await app.department("SC", "Service client");
  const champion = await app.signedIn("Camille Martin", { roles: ["champion"], departments: [department] });
  const owner = await app.signedIn("Olivier Petit");
  const technicalOwner = await app.signedIn("Tara Leroy");
  const chair = await app.signedIn("Claire Chair", { roles: ["chair", "committee"] });
  const security = await app.signedIn("Hugo Garde", { roles: ["security", "committee"] });
  const legal = await app.signedIn("Ines Droit", { roles: ["legal", "committee"] });
  const newCase = (options: CaseOptions = {}) =>
    aCase(app, {
      departmentId: department,
      authorId: champion.id,
      ownerId: owner.id,
      technicalOwnerId: technicalOwner.id,
      ...options,
    });
  return { app, department, champion, owner, technicalOwner, chair, security, legal, newCase };
}
export type Firm = Awaited<ReturnType<typeof aFirm>>;

export const governanceOf = (reference: string) => `/use-cases/${reference}/governance`;

/** A screening that finds nothing to say. */
export const SCREENING = {
  intent: "screen",
  prohibitedPractice: "no",
  customerFacing: "no",
  humanInTheLoop: "yes",
  augmentOrReplace: "augment",
  redLineException: "",
  version: "0",
};

export const POC_FORM = {
  hypothesis: "Si nous trions par modèle, une demande se lit en dix minutes",
  startsOn: "2026-11-02",
  endsOn: "2026-12-28",
  peopleCap: "3",
  budgetCapMinor: "10 000",
  personDaysCap: "",
  dataOwner: "Ada Données",
  oneFunctionReason: "Un seul métier est touché",
  guardrailName: "",
  guardrailUnit: "",
  guardrailLimit: "",
  "team.0.name": "Olivier Petit",
  "team.0.role": "Référent",
  "team.0.side": "business",
  "team.1.name": "",
  "team.1.role": "",
  "team.1.side": "",
  kpiName: "Minutes par demande",
  kpiUnit: "min",
  direction: "down",
  baseline: "15",
  threshold: "10",
  vendorId: "",
  modelId: "",
};

/** Seals the bet of the POC that is there. */
export async function startPoc(person: Person, reference: string): Promise<string> {
  const path = `/use-cases/${reference}/poc`;
  const page = await person.get(path);
  const form = 'form:has([name="intent"][value="start"])';
  const pocId = page.find(`${form} [name="pocId"]`).getAttribute("value") ?? "";
  const version = page.find(`${form} [name="version"]`).getAttribute("value") ?? "";
  await person.submit(path, { intent: "start", pocId, version });
  return pocId;
}

export const moving = (from: string, to: string, more: Record<string, string> = {}) => ({
  intent: "move",
  from,
  to,
  reason: "",
  learning: "",
  relookOn: "",
  ...more,
});

/** The version of the trust card that a page was shown with. */
export async function cardVersion(person: Person, reference: string): Promise<string> {
  const page = await person.get(governanceOf(reference));
  return page.all('input[name="version"]')[0]?.getAttribute("value") ?? "0";
}

/** All that the gate of the roll-out asks beside the POC's verdict. */
export async function readyToRollOut(firm: Firm, reference: string): Promise<void> {
  const { owner, security, legal } = firm;
  const path = governanceOf(reference);
  const aiAct = { intent: "ai-act", aiActClass: "minimal", aiActBasis: "Aucune annexe ne le vise" };
  await legal.submit(path, { ...aiAct, version: await cardVersion(legal, reference) });
  const card = { intent: "trust-card", dataWhere: "", dataWho: "", dataUse: "", personalData: "no" };
  const version = await cardVersion(owner, reference);
  await owner.submit(path, { ...card, humanReviewer: "Olivier Petit", version });
  for (const [kind, reviewer] of [
    ["security", security],
    ["legal", legal],
  ] as const) {
    await owner.submit(path, { intent: "request", kind, dueOn: "2026-12-01" });
    const page = await reviewer.get(path);
    const signOffId = page.find('[name="signOffId"]').getAttribute("value") ?? "";
    await reviewer.submit(path, { intent: "answer", signOffId, verdict: "yes", note: "", conditions: "" });
  }
  const kpis = `/use-cases/${reference}/kpis/new`;
  await owner.submit(kpis, { ...KPI_FORM, ownerId: owner.id });
  const guardrail = { name: "Réclamations", limit: "20", target: "", valuePerUnit: "", isGuardrail: "yes" };
  await owner.submit(kpis, { ...KPI_FORM, ...guardrail, ownerId: owner.id });
}
