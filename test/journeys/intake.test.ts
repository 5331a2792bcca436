import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { verifyAudit } from "#app/people/audit.server";
import { auditEvents, notifications, people, stageChanges, useCases } from "#db/schema.server";
import { type App, openApp } from "../support/app";
import { aCase } from "../support/cases";

const KEY = "0123456789abcdef0123456789abcdef";

async function aChampion(app: App) {
  const department = await app.department("SAV", "Service client");
  const champion = await app.signedIn("Camille Martin", { roles: ["champion"], departments: [department] });
  const complete = {
    "need.fr": "Nous relisons chaque réclamation à la main avant de répondre",
    "title.fr": "Classer les réclamations reçues",
    departmentId: department,
    "affected.fr": "Les conseillers",
    "expectedBenefit.fr": "Répondre dans la journée",
    ownerId: champion.id,
  };
  return { champion, department, complete };
}

const allCases = (app: App) => app.database.select().from(useCases);
const versionOf = (page: { find(selector: string): { getAttribute(name: string): string | undefined } }) =>
  page.find('[name="version"]').getAttribute("value") ?? "";

describe("The form", () => {
  test("asks at most nine questions, each with an example of a case of the person's own department", async () => {
    const app = await openApp();
    const { champion, department } = await aChampion(app);
    const strange = await app.department("XYZ", "Essaims");
    await aCase(app, { title: "D’ailleurs", departmentId: strange, stage: "production", stageSince: "2026-01-05" });
    const first = await champion.get("/use-cases/new");
    const numbered = first.all("fieldset legend").filter(({ text }) => /^\d\./.test(text));
    expect(numbered.length).toBeLessThanOrEqual(9);
    expect(first.find("#example-need").text).toContain("conseiller");
    const own = await aCase(app, { title: "Lire les demandes", departmentId: department, stage: "assessment" });
    const page = await champion.get("/use-cases/new");
    expect(page.find("#example-need").text).toContain(own.reference);
    expect(page.find("#example-need").text).toContain("Lire chaque demande prend un quart d’heure");
  });

  test("estimates value and complexity from what is typed, explains them, and keeps nothing", async () => {
    const app = await openApp();
    const { champion, complete } = await aChampion(app);
    const before = await champion.get("/use-cases/new");
    expect(before.find("#estimate").text).toContain("pas encore d’indice");
    const typed = { ...complete, peopleAffected: "40", times: "5", timesPer: "week", minutesPerTime: "quinze" };
    const advised = await champion.post("/use-cases/new", { ...typed, intent: "advise" });
    expect(advised.status).toBe(200);
    const estimate = advised.find("#estimate").text;
    expect(estimate).toContain("40 personnes concernées");
    expect(estimate).toContain("sur 100");
    expect(advised.find('[name="minutesPerTime"]').getAttribute("value")).toBe("quinze");
    expect(await allCases(app)).toEqual([]);
  });

  test("asks who comes with a tool for the need, and keeps the tool beside it", async () => {
    const app = await openApp();
    const { champion, complete } = await aChampion(app);
    const typed = { ...complete, "need.fr": "Un chatbot", "title.fr": "Chatbot", toolInMind: "ChatGPT" };
    const advised = await champion.post("/use-cases/new", { ...typed, intent: "advise" });
    expect(advised.find("#tool-named").text).toContain("chatbot");
    await champion.submit("/use-cases/new", { ...complete, toolInMind: "ChatGPT", intent: "submit" });
    expect(await allCases(app)).toMatchObject([{ toolInMind: "ChatGPT", stage: "submitted" }]);
  });
});

describe("A draft that saves itself", () => {
  const keep = async (visitor: Awaited<ReturnType<typeof aChampion>>["champion"], fields: Record<string, unknown>) => {
    const answer = await visitor.post("/use-cases/draft", fields as Record<string, string>);
    return { status: answer.status, ...(answer.status === 200 ? JSON.parse(answer.html) : {}) };
  };

  test("is one draft, however often a form sends it because no answer came", async () => {
    const app = await openApp();
    const { champion } = await aChampion(app);
    const first = await keep(champion, { "need.fr": "Trop de", draftKey: KEY });
    const again = await keep(champion, { "need.fr": "Trop de papier", draftKey: KEY });
    expect(first).toMatchObject({ status: 200, reference: "UC-0001", version: 1, unread: [] });
    expect(again).toMatchObject({ status: 200, reference: "UC-0001", version: 2 });
    expect(await keep(champion, { "need.fr": "Trop de papier", draftKey: KEY })).toMatchObject({ version: 2 });
    expect(await allCases(app)).toMatchObject([{ stage: "draft", need: { fr: "Trop de papier" } }]);
    expect(await verifyAudit(app.database)).toMatchObject({ whole: true });
  });

  test("keeps every answer that can be read, and names the others", async () => {
    const app = await openApp();
    const { champion } = await aChampion(app);
    const kept = await keep(champion, { "need.fr": "Trop long", peopleAffected: "beaucoup", draftKey: KEY });
    expect(kept).toMatchObject({ reference: "UC-0001", unread: ["peopleAffected"] });
    expect(await allCases(app)).toMatchObject([{ need: { fr: "Trop long" }, peopleAffected: null }]);
  });

  test("is nobody else's: the same key from another person makes another draft", async () => {
    const app = await openApp();
    const { champion, department } = await aChampion(app);
    await keep(champion, { "need.fr": "Le mien", draftKey: KEY });
    const other = await app.signedIn("Lou Bernard", { roles: ["champion"], departments: [department] });
    expect(JSON.parse((await other.get(`/use-cases/begun/${KEY}`)).html)).toEqual({ reference: null });
    expect(await keep(other, { "need.fr": "Le sien", draftKey: KEY })).toMatchObject({ reference: "UC-0002" });
    expect(await allCases(app)).toMatchObject([{ need: { fr: "Le mien" } }, { need: { fr: "Le sien" } }]);
    expect((await keep(other, { "need.fr": "Le sien", reference: "UC-0001", version: 1 })).status).toBe(404);
  });

  test("is submitted once, though the answer to its submission was lost", async () => {
    const app = await openApp();
    const { champion, complete } = await aChampion(app);
    await keep(champion, { "need.fr": "Trop", draftKey: KEY });
    const submission = { ...complete, draftKey: KEY, intent: "submit" };
    expect((await champion.post("/use-cases/new", submission)).location).toBe("/use-cases/UC-0001");
    expect((await champion.post("/use-cases/new", submission)).location).toBe("/use-cases/UC-0001");
    expect(await allCases(app)).toMatchObject([
      { stage: "submitted", title: { fr: "Classer les réclamations reçues" } },
    ]);
    expect(JSON.parse((await champion.get(`/use-cases/begun/${KEY}`)).html)).toEqual({ reference: "UC-0001" });
    expect((await keep(champion, { "need.fr": "Encore", draftKey: KEY })).status).toBe(409);
  });

  test("never overwrites what a co-author saved meanwhile", async () => {
    const app = await openApp();
    const { champion, department } = await aChampion(app);
    const coAuthor = await app.signedIn("Lou Bernard");
    await keep(champion, { "need.fr": "Trop", draftKey: KEY });
    const shared = { "need.fr": "Trop", coAuthorId: coAuthor.id, departmentId: department };
    await keep(champion, { ...shared, reference: "UC-0001", version: 1 });
    expect(await app.database.select().from(notifications)).toMatchObject([
      { personId: coAuthor.id, kind: "co-author", href: "/use-cases/UC-0001/edit" },
    ]);
    const open = await coAuthor.get("/use-cases/UC-0001/edit");
    expect(open.status).toBe(200);
    const theirs = { ...shared, "need.fr": "Trop de papier", reference: "UC-0001", version: versionOf(open) };
    expect(await keep(coAuthor, theirs)).toMatchObject({ version: 3 });
    expect((await keep(champion, { ...shared, "need.fr": "Mien", reference: "UC-0001", version: 2 })).status).toBe(409);
    expect(await allCases(app)).toMatchObject([{ need: { fr: "Trop de papier" } }]);
    expect((await champion.get("/use-cases/new")).text).toContain("UC-0001");
  });

  test("is refused to those who put no cases in", async () => {
    const app = await openApp();
    const executive = await app.signedIn("Paul Petit", { roles: ["executive"] });
    expect((await keep(executive, { "need.fr": "Trop", draftKey: KEY })).status).toBe(403);
    expect(await allCases(app)).toEqual([]);
  });
});

describe("A draft that says little", () => {
  test("is refused where nothing was typed, and takes no reference", async () => {
    const app = await openApp();
    const { champion, department } = await aChampion(app);
    const nothing = { departmentId: department, ownerId: champion.id, intent: "save" };
    const refused = await champion.post("/use-cases/new", nothing);
    expect([refused.status, refused.text.includes("il n’y a rien à garder")]).toEqual([409, true]);
    const kept = await champion.post("/use-cases/draft", { ...nothing, draftKey: KEY });
    expect([kept.status, JSON.parse(kept.html).reference]).toEqual([200, null]);
    expect(await allCases(app)).toEqual([]);
    await champion.submit("/use-cases/new", { ...nothing, "need.fr": "Trop de relectures" });
    expect((await allCases(app)).map(({ reference }) => reference)).toEqual(["UC-0001"]);
  });

  test("is called by the first words of its need wherever it is shown, in the language of its author", async () => {
    const app = await openApp();
    const { champion, department } = await aChampion(app);
    const helper = await app.signedIn("Hana Helper", { roles: ["champion"], locale: "en" });
    const need = "Nous relisons chaque réclamation à la main avant d’y répondre, deux fois";
    const said = { departmentId: department, ownerId: champion.id, coAuthorId: helper.id, "need.fr": need };
    const draft = await champion.submit("/use-cases/new", { ...said, intent: "save" });
    const name = "Nous relisons chaque réclamation à la main avant d’y…";
    expect(draft.find("h1").text).toBe(name);
    // The question for a title stays unanswered: its author gives one.
    expect(draft.find('[name="title.fr"]').getAttribute("value") ?? "").toBe("");
    for (const path of ["/", "/use-cases?stage=draft", "/use-cases/new"]) {
      const page = await champion.get(path);
      expect([path, page.text.includes(name), page.text.includes("Sans titre")]).toEqual([path, true, false]);
    }
    const [theirs, news] = [await helper.get("/use-cases?stage=draft"), await helper.get("/notifications")];
    expect(theirs.find('tbody [lang="fr"]').text).toBe(name);
    expect(news.text).toContain(name);
  });
});

describe("Taking a case back", () => {
  test("is its author's until something is decided; it keeps its history and can be put in again", async () => {
    const app = await openApp();
    const { champion, complete } = await aChampion(app);
    await champion.submit("/use-cases/new", { ...complete, intent: "submit" });
    const nameless = await champion.post("/use-cases/UC-0001/edit", { intent: "withdraw", reason: "" });
    expect(nameless.status).toBe(400);
    const back = await champion.submit("/use-cases/UC-0001/edit", { intent: "withdraw", reason: "L’outil change" });
    expect(back.text).toContain("Désistement");
    expect(back.text).toContain("L’outil change");
    const stranger = await app.signedIn("Lou Bernard", { roles: ["committee"] });
    expect((await stranger.get("/use-cases/UC-0001")).status).toBe(200);
    const again = await champion.submit("/use-cases/UC-0001/edit", { intent: "again", reason: "Le besoin revient" });
    expect(again.text).toContain("Soumis");
    const moves = await app.database
      .select({ from: stageChanges.from, to: stageChanges.to })
      .from(stageChanges)
      .orderBy(stageChanges.id);
    expect(moves).toEqual([
      { from: null, to: "submitted" },
      { from: "submitted", to: "withdrawn" },
      { from: "withdrawn", to: "submitted" },
    ]);
    const acts = await app.database.select().from(auditEvents).where(eq(auditEvents.act, "use-case.withdraw"));
    expect(acts.length).toBe(2);
  });

  test.each(["approved", "poc", "production", "rejected", "retired"] as const)("is too late at %s", async (stage) => {
    const app = await openApp();
    const { champion, department } = await aChampion(app);
    const { reference, id } = await aCase(app, { departmentId: department, ownerId: champion.id, stage });
    const late = await champion.post(`/use-cases/${reference}/edit`, { intent: "withdraw", reason: "Trop tard" });
    expect(late.status).toBe(409);
    const [still] = await app.database.select().from(useCases).where(eq(useCases.id, id));
    expect(still?.stage).toBe(stage);
  });

  test("is not the committee's, nor any other's", async () => {
    const app = await openApp();
    const { champion, complete } = await aChampion(app);
    await champion.submit("/use-cases/new", { ...complete, intent: "submit" });
    for (const roles of [["chair"], ["committee"], ["admin"], ["champion"]] as const) {
      const other = await app.signedIn(`Quelqu’un ${roles[0]}`, { roles: [...roles] });
      const tried = await other.post("/use-cases/UC-0001/edit", { intent: "withdraw", reason: "Non" });
      expect([403, 404]).toContain(tried.status);
    }
    expect(await allCases(app)).toMatchObject([{ stage: "submitted" }]);
  });
});

describe("After the screening", () => {
  test("who wrote it edits no more; who answers for it does, and the record says so", async () => {
    const app = await openApp();
    const { champion, department, complete } = await aChampion(app);
    const owner = await app.signedIn("Lou Bernard");
    const far = await app.department("ACH", "Achats");
    await champion.submit("/use-cases/new", { ...complete, departmentId: far, ownerId: owner.id, intent: "submit" });
    const edited = { ...complete, departmentId: far, ownerId: owner.id, "title.fr": "Autre titre" };
    expect((await champion.post("/use-cases/UC-0001/edit", { ...edited, version: 1 })).location).toBe(
      "/use-cases/UC-0001",
    );
    await app.database.write((tx) =>
      tx
        .update(useCases)
        .set({ stage: "assessment" })
        .where(and(eq(useCases.reference, "UC-0001"))),
    );
    const late = await champion.post("/use-cases/UC-0001/edit", { ...edited, "title.fr": "Trop tard", version: 2 });
    expect(late.status).toBe(409);
    expect((await champion.get("/use-cases/UC-0001/edit")).text).toContain("contrôlé à l’entrée");
    const byOwner = await owner.post("/use-cases/UC-0001/edit", { ...edited, "title.fr": "Titre exact", version: 2 });
    expect(byOwner.location).toBe("/use-cases/UC-0001");
    expect(department).not.toBe(far);
  });
});

describe("A person named in the form", () => {
  test("is typed, by address or by a name that only one has; the form lists nobody else", async () => {
    const app = await openApp();
    const { champion, complete } = await aChampion(app);
    const lou = await app.signedIn("Lou Bernard");
    const form = await champion.get("/use-cases/new");
    expect(form.text).not.toContain("Lou Bernard");
    expect(form.find('[name="ownerId"]').getAttribute("value")).toContain("Camille Martin <");
    const unknown = await champion.post("/use-cases/new", { ...complete, ownerId: "Personne Ici", intent: "submit" });
    expect(unknown.status).toBe(400);
    expect(unknown.find('[name="ownerId"]').getAttribute("value")).toBe("Personne Ici");
    expect(unknown.find("#ownerId-error").text).toContain("Personne Ici");
    await champion.submit("/use-cases/new", { ...complete, ownerId: "lou  bernard", intent: "submit" });
    expect(await allCases(app)).toMatchObject([{ ownerId: lou.id }]);
    const edit = await champion.get("/use-cases/UC-0001/edit");
    expect(edit.find('[name="ownerId"]').getAttribute("value")).toContain("Lou Bernard <");
    const twin = await app.signedIn("Autre Lou");
    const name = { name: "Lou Bernard", nameFolded: "lou bernard" };
    await app.database.write((tx) => tx.update(people).set(name).where(eq(people.id, twin.id)));
    const several = await champion.post("/use-cases/new", { ...complete, ownerId: "Lou Bernard", intent: "submit" });
    expect(several.status).toBe(400);
  });
});
