import { expect, test } from "vitest";
import { type App, openApp, PASSWORD, type Person } from "../support/app";
import { governanceOf, SCREENING } from "../support/delivery";

const SET_UP = {
  name: "Maison Vallier",
  currency: "EUR",
  fiscalFirstMonth: 1,
  timeZone: "Europe/Paris",
  locale: "fr",
  adminName: "Odile Garnier",
  adminEmail: "odile@vallier.example",
  adminPassword: PASSWORD,
  adminPasswordAgain: PASSWORD,
};

const CASE = {
  intent: "submit",
  "need.fr": "Chaque matin, nous recopions à la main les ruptures de vingt rayons",
  "title.fr": "Signaler les ruptures en rayon",
  "affected.fr": "Les chefs de rayon des 120 magasins",
  "expectedBenefit.fr": "Deux fois moins de ruptures oubliées",
};

const BUSINESS_CASE = {
  ...{ number: 0, version: 0, firstQuarter: "2026-Q4", horizonQuarters: "12", discountRate: "8", note: "", do: "save" },
  "lines.0.kind": "cost-avoided",
  "lines.0.id": "line-1",
  "lines.0.label": "Ventes retrouvées",
  "lines.0.quantityPerQuarter.likely": "1",
  "lines.0.unitValue.likely": "30000",
  "lines.0.adoption.likely": "100",
  "lines.0.rampQuarters": "0",
  "lines.0.attribution": "100",
  "lines.0.startsAfterQuarters": "0",
  "lines.1.kind": "build",
  "lines.1.id": "line-2",
  "lines.1.label": "Construction",
  "lines.1.amount.likely": "20000",
  "lines.1.startsAfterQuarters": "0",
};

/** An account that the administrator opens, and whose person comes in by the link that the page shows once. */
async function invited(app: App, admin: Person, name: string, role: string): Promise<Person> {
  const email = `${role}-${name.toLowerCase()}@vallier.example`;
  const { location } = await admin.post("/people/new", { name, email, "roles[]": [role] });
  const link = (await admin.post(location ?? "", { intent: "link" })).find("#link-address").getAttribute("value");
  const person = app.stranger({ "X-Test-Address": name });
  await person.submit(new URL(link ?? "").pathname, { password: PASSWORD, passwordAgain: PASSWORD });
  await person.submit("/sign-in", { email, password: PASSWORD });
  return person;
}

/** Every criterion of the form in front of the member, scored as its axis likes it. */
async function assesses(member: Person, path: string) {
  const form = await member.get(path);
  const names = new Set(form.all("main [type=radio]").map((radio) => radio.getAttribute("name") ?? ""));
  const scores = Object.fromEntries([...names].map((name) => [name, 3]));
  expect(names.size).toBeGreaterThan(5);
  await member.submit(path, { ...scores, comment: "", intent: "submit", version: "0" });
}

test("From the set-up page to a first decision, by the forms of the pages alone", async () => {
  const app = await openApp({ setUp: false });
  const admin = app.stranger();
  await admin.submit("/set-up", SET_UP);
  await admin.submit("/admin/departments/new", { code: "MAG", nameFr: "Magasins", hourlyCost: "28,50", active: "yes" });
  const chair = await invited(app, admin, "Paule", "chair");
  const members = [await invited(app, admin, "Marc", "committee"), await invited(app, admin, "Irma", "committee")];

  const form = await admin.get("/use-cases/new");
  const chosen = (name: string) => form.find(`#${name} option[selected]`).getAttribute("value") ?? "";
  const card = await admin.submit("/use-cases/new", {
    ...CASE,
    departmentId: chosen("departmentId"),
    ownerId: form.find("#ownerId").getAttribute("value") ?? "",
  });
  expect(card.text).toContain("UC-0001 est soumis");

  // The committee screens what others submitted: its home leads there.
  expect((await chair.get("/")).text).toContain("Un cas soumis à contrôler");
  await chair.submit(governanceOf("UC-0001"), { ...SCREENING, letIn: "yes" });
  for (const member of members) {
    expect((await member.get("/")).text).toContain("Un cas d’usage à évaluer");
    await assesses(member, "/use-cases/UC-0001/assessment");
  }
  const worth = await admin.submit("/use-cases/UC-0001/business-case/edit", BUSINESS_CASE);
  expect(worth.text).toContain("VAN");

  await chair.submit("/committee", { heldOn: "2026-11-20", quorum: 3 });
  const session = await chair.get("/committee/1");
  const seats = session.all('[name="present[]"]').map((seat) => seat.getAttribute("value") ?? "");
  expect(seats).toHaveLength(3);
  await chair.submit("/committee/1", { intent: "attendance", version: 1, "present[]": seats });
  await chair.submit("/committee/1", { intent: "agenda-add", reference: "UC-0001" });
  // Who decides says first what they think of it, or that they leave that to the others.
  await chair.submit("/use-cases/UC-0001/assessment", { intent: "submit", abstain: "yes", version: "0" });
  const decided = await chair.submit("/committee/1", {
    intent: "decide",
    reference: "UC-0001",
    outcome: "approve",
    reason: "Le retour est rapide et l’équipe est prête",
  });
  expect(decided.text).toContain("La décision sur UC-0001 est écrite");
  const home = await admin.get("/");
  expect(home.text).toContain("Signaler les ruptures en rayon");
  expect(home.text).toContain("Approuvé");
  // What is left of the first steps: finance and the reviewers, whom gates and quarters will ask for.
  expect(home.all(".step-done")).toHaveLength(4);
  expect(home.find(".step-current").textContent).toContain("Il manque un champion, la finance, la sécurité");
});
