import { describe, expect, test } from "vitest";
import { openApp, PASSWORD, type Page } from "../support/app";
import { aCase } from "../support/cases";

const ANSWERS = {
  name: "Maison Vallier",
  currency: "EUR",
  fiscalFirstMonth: 1,
  timeZone: "Europe/Paris",
  locale: "fr",
  adminName: "Odile Garnier",
  adminEmail: "odile@vallier.example",
  adminPassword: "quatre loutres sous la pluie",
  adminPasswordAgain: "quatre loutres sous la pluie",
};

const DEPARTMENT = { code: "MAG", nameFr: "Magasins", active: "yes" };

/** An organisation just set up by its first administrator, in their own browser. */
async function newHouse() {
  const app = await openApp({ setUp: false });
  const admin = app.stranger();
  const landed = await admin.submit("/set-up", ANSWERS);
  return { app, admin, landed };
}

/** Each first step as home shows it: its state and words. */
function steps(home: Page): string[] {
  return home
    .all(".steps .step")
    .map((step) => `${step.getAttribute("class")?.split("-").at(-1)}: ${step.textContent.replace(/\s+/g, " ").trim()}`);
}

const stateOf = (home: Page) => steps(home).map((step) => step.slice(0, step.indexOf(":")));

describe("In an empty house", () => {
  test("the administrator's home says what comes first, and ticks off what is there", async () => {
    const { app, admin, landed } = await newHouse();
    expect(landed.text).toContain("Casebook est prêt");
    expect(stateOf(landed)).toEqual(["current", "ahead", "ahead", "ahead", "ahead"]);
    expect(landed.all(".step .step-label a").map((link) => link.getAttribute("href"))).toEqual([
      "/admin/departments/new",
      "/people/new",
      "/people",
      "/use-cases/new",
      "/committee",
    ]);
    expect(landed.text).not.toContain("Rien ne vous attend");

    await admin.submit("/admin/departments/new", DEPARTMENT);
    expect(stateOf(await admin.get("/"))).toEqual(["done", "current", "ahead", "ahead", "ahead"]);

    // An account alone is nobody yet: its person has to come in.
    const made = await admin.post("/people/new", {
      name: "Paule Brun",
      email: "paule@vallier.example",
      "roles[]": ["chair", "champion"],
    });
    let home = await admin.get("/");
    expect(stateOf(home)[1]).toBe("current");
    expect(steps(home)[1]).toContain("Un compte n’a pas encore de mot de passe");
    expect(home.find(".step:nth-child(2) a").getAttribute("href")).toBe("/people?status=waiting");
    const waiting = await admin.get("/people?status=waiting");
    expect(waiting.text).toContain("Paule Brun");
    expect(waiting.all("main tbody tr")).toHaveLength(1);

    const person = made.location ?? "";
    const link = (await admin.post(person, { intent: "link" })).find("#link-address").getAttribute("value") ?? "";
    const chair = app.stranger();
    await chair.submit(new URL(link).pathname, { password: PASSWORD, passwordAgain: PASSWORD });
    await chair.submit("/sign-in", { email: "paule@vallier.example", password: PASSWORD });
    home = await admin.get("/");
    expect(stateOf(home)).toEqual(["done", "done", "current", "ahead", "ahead"]);
    expect(steps(home)[2]).toContain("Il manque un membre du comité, la finance, la sécurité et le juridique.");

    for (const role of ["finance", "security", "legal", "committee"]) {
      await admin.submit("/people/new", { name: role, email: `${role}@vallier.example`, "roles[]": [role] });
    }
    expect(stateOf(await admin.get("/"))).toEqual(["done", "done", "done", "current", "ahead"]);
    await aCase(app, { ownerId: 1 });
    expect(stateOf(await admin.get("/"))).toEqual(["done", "done", "done", "done", "current"]);
    await admin.submit("/committee", { heldOn: "2026-12-01", quorum: 3 });
    home = await admin.get("/");
    expect(home.all(".steps")).toHaveLength(0);
    expect(home.text).toContain("Rien ne vous attend");
  });

  test("nobody but an administrator is told to set up", async () => {
    const app = await openApp();
    const chair = await app.signedIn("Paule Brun", { roles: ["chair", "champion", "finance"] });
    expect((await chair.get("/")).all(".steps")).toHaveLength(0);
  });

  test("the new-case form says that there is no department, and where one is made or whom to ask", async () => {
    const { app, admin } = await newHouse();
    const form = await admin.get("/use-cases/new");
    expect(form.text).toContain("Il n’y a encore aucun département");
    expect(form.find("main .notice a[href^='/admin']").getAttribute("href")).toBe("/admin/departments/new");
    const champion = await app.signedIn("Yves Petit", { roles: ["champion"] });
    const asked = await champion.get("/use-cases/new");
    expect(asked.text).toContain("Demandez à Odile Garnier d’en créer un.");
    expect(asked.all("main .notice a[href^='/admin']")).toHaveLength(0);
    const draft = await champion.submit("/use-cases/new", { intent: "save", "title.fr": "Signaler les ruptures" });
    expect(draft.text).toContain("Demandez à Odile Garnier");

    await admin.submit("/admin/departments/new", DEPARTMENT);
    const mended = await champion.get("/use-cases/new");
    expect(mended.text).not.toContain("aucun département");
    // The only one there is, is chosen.
    expect(mended.find("#departmentId option[selected]").textContent).toBe("Magasins");
  });

  test("a new department is asked nothing of its end, and a new person's link comes first", async () => {
    const { admin } = await newHouse();
    expect((await admin.get("/people/new")).find("main form .hint a").getAttribute("href")).toBe(
      "/admin/departments/new",
    );
    expect((await admin.get("/admin/departments/new")).all("[type=radio][name=active]")).toHaveLength(0);
    await admin.submit("/admin/departments/new", DEPARTMENT);
    const made = await admin.post("/people/new", { name: "Marc Lenoir", email: "marc@vallier.example" });
    const place = (page: Page) => ({
      link: page.html.indexOf("Lien pour choisir un mot de passe"),
      form: page.html.indexOf("Modifier la fiche"),
    });
    const person = made.location ?? "";
    const page = await admin.get(person);
    expect(place(page).link).toBeGreaterThan(0);
    expect(place(page).link).toBeLessThan(place(page).form);
    const issued = await admin.post(person, { intent: "link" });
    expect(place(issued).link).toBeLessThan(place(issued).form);
    expect(issued.find("main form a[href='/people/new']").textContent).toBe("Nouvelle personne");
    // Once somebody has a password, it is a rare thing: beside the form.
    const own = await admin.get("/people/1");
    expect(place(own).link).toBeGreaterThan(place(own).form);
  });
});

/** What an empty page tells an administrator, and where it leads; a page may say two things. */
const BEGINNINGS = [
  ["/use-cases", "Un cas d’usage commence par un besoin", "/use-cases/new"],
  ["/use-cases", "Importer un inventaire", "/import"],
  ["/pipeline", "Les cas d’usage soumis apparaissent ici", "/use-cases/new"],
  ["/pipeline?view=flow", "Les cas d’usage soumis apparaissent ici", "/use-cases/new"],
  ["/prioritise", "Un cas se classe quand le comité l’a évalué", "/pipeline"],
  ["/assess", "une fois contrôlés par un membre du comité", "/use-cases?stage=submitted"],
  ["/dashboard", "Le tableau de bord se remplit quand un cas en service", "/use-cases"],
  ["/quarter/2026-Q3", "Un indicateur est attendu quand son cas est en pilote", "/pipeline"],
  ["/quarter/2026-Q3/costs", "dès qu’ils entrent en POC", "/pipeline"],
  ["/report", "Un indicateur se définit à l’onglet", "/use-cases"],
  ["/sign-offs", "Un visa se demande à l’onglet", "/use-cases"],
  ["/registers/vendors", "Ajoutez ceux avec qui vos POC travaillent", "/registers/vendors/new"],
  ["/registers/models", "Ajoutez les modèles que vos POC essaient", "/registers/models/new"],
  ["/registers/data-sets", "Ajoutez les données dont se servent", "/registers/data-sets/new"],
  ["/admin/departments", "sans département, un cas d’usage ne peut pas être soumis", "/admin/departments/new"],
] as const;

/** What it tells an executive, who begins none of it, and all that it leads to. */
const FOR_READERS = [
  ["/use-cases", "Les champions et les membres du comité soumettent", []],
  ["/pipeline", "Les cas d’usage soumis apparaissent ici", []],
  ["/prioritise", "Un cas se classe quand le comité l’a évalué", ["/pipeline"]],
  ["/registers/vendors", "Le comité et l’administrateur tiennent ce registre", []],
  ["/", "se liront ici dès le premier relevé", ["/pipeline"]],
] as const;

describe("Every page of an empty house says what will be there", () => {
  const linksIn = (page: Page) => page.all("main .empty a").map((link) => link.getAttribute("href"));

  test("and leads to where it begins", async () => {
    const { admin } = await newHouse();
    for (const [path, words, href] of BEGINNINGS) {
      const page = await admin.get(path);
      const [empty] = page.all("main .empty");
      expect(empty?.textContent.replace(/\s+/g, " "), path).toContain(words);
      expect(linksIn(page), path).toContain(href);
      expect((await admin.get(href)).status, href).toBe(200);
      // Said once: not above the empty part as well, and no filter of nothing.
      expect(page.all(`main .page-header .actions a[href="${href}"]`), path).toHaveLength(0);
    }
    const committee = await admin.get("/committee");
    expect(committee.text).toContain("Une séance décide des cas évalués qui ont un business case");
    expect(committee.all("#heldOn")).toHaveLength(1);
  });

  test("and offers to who may not begin nothing that is refused", async () => {
    const { app } = await newHouse();
    const executive = await app.signedIn("Hélène Darcy", { roles: ["executive"] });
    for (const [path, words, hrefs] of FOR_READERS) {
      const page = await executive.get(path);
      expect(page.text, path).toContain(words);
      expect(linksIn(page), path).toEqual(hrefs);
    }
  });

  test("and neither counts nothing nor shows tables of zeros", async () => {
    const { admin } = await newHouse();
    expect((await admin.get("/use-cases")).text).not.toContain("dans cette vue");
    expect((await admin.get("/dashboard")).text).not.toContain("Ce qui arrive");
    expect((await admin.get("/pipeline?view=flow")).all("main table")).toHaveLength(0);
    for (const path of ["/use-cases", "/pipeline", "/prioritise", "/quarter/2026-Q3/costs"])
      expect((await admin.get(path)).all("main .filter-bar, main .figure"), path).toHaveLength(0);
    expect((await admin.get("/quarter/2026-Q3/costs")).text).not.toContain("Aucun cas sur cette page");
  });
});

describe("The list of people", () => {
  test("says to an administrator alone how the others come in", async () => {
    const { admin } = await newHouse();
    const page = await admin.get("/people");
    expect(page.text).toContain("Il n’y a que vous pour l’instant");
    expect((await admin.get("/people?role=admin")).text).not.toContain("Il n’y a que vous");
    await admin.submit("/people/new", { name: "Marc Lenoir", email: "marc@vallier.example" });
    expect((await admin.get("/people")).text).not.toContain("Il n’y a que vous");
  });
});
