/** What hangs on a case: votes, followers, tags, links. */
import { describe, expect, test } from "vitest";
import { openApp } from "../support/app";
import { aCase } from "../support/cases";

const card = (reference: string) => `/use-cases/${reference}`;
const act = (reference: string) => `/use-cases/${reference}?index`;

describe("The card of a use case", () => {
  test("says in plain words what it is about, whose turn it is and what is missing", async () => {
    const app = await openApp();
    const { reference } = await aCase(app);
    const reader = await app.signedIn("Lou Bernard");
    const page = await reader.get(card(reference));
    expect(page.status).toBe(200);
    expect(page.text).toContain("Lire chaque demande prend un quart d’heure");
    expect(page.text).toContain("6 fois par jour");
    expect(page.text).toMatch(/Soit 6.600 heures par an/);
    expect(page.text).toContain("Une demande lue en deux minutes");
    expect(page.text).toContain("Il manque 2 éléments sur 3 au prochain jalon");
    expect(page.find("#next-step").text).toContain("Un membre du comité");
  });
});

describe("Votes", () => {
  test("one person has one vote, and takes it back", async () => {
    const app = await openApp();
    const { reference } = await aCase(app);
    const reader = await app.signedIn("Lou Bernard");
    for (let times = 0; times < 2; times++) {
      const page = await reader.submit(act(reference), { intent: "vote", voted: "yes" });
      expect(page.text).toContain("1 personne a le même besoin");
    }
    const names = await reader.get(`${card(reference)}/links`);
    expect(names.find("#votes").text).toContain("Lou Bernard");
    const back = await reader.submit(act(reference), { intent: "vote", voted: "no" });
    expect(back.text).toContain("Personne d’autre ne l’a dit");
    const activity = await reader.get(`${card(reference)}/activity?kind=talk`);
    const told = activity.all(".timeline-title").map((title) => title.text.trim());
    expect(told).toEqual(["Lou Bernard a retiré sa voix", "Lou Bernard a le même besoin"]);
  });
});

describe("Followers", () => {
  test("are the parties by themselves, and whoever chooses to; both may choose otherwise", async () => {
    const app = await openApp();
    const owner = await app.signedIn("Omar Owner");
    const { reference } = await aCase(app, { ownerId: owner.id });
    const reader = await app.signedIn("Lou Bernard");
    const names = async () => (await reader.get(`${card(reference)}/links`)).find("#followers").text;
    expect(await names()).toContain("Omar Owner");
    await reader.submit(act(reference), { intent: "follow", follows: "yes" });
    await owner.submit(act(reference), { intent: "follow", follows: "no" });
    expect(await names()).toContain("Lou Bernard");
    expect(await names()).not.toContain("Omar Owner");
    // Who follows is told; who chose not to be is not.
    const writer = await app.signedIn("Wanda Writer");
    await writer.submit(act(reference), { intent: "comment", body: "Quand commence-t-on ?" });
    expect((await reader.get("/notifications")).text).toContain("Wanda Writer a commenté");
    expect((await owner.get("/notifications")).text).not.toContain("Wanda Writer a commenté");
  });
});

describe("Tags", () => {
  test("fold case and accents, are offered to others, and lead to the list", async () => {
    const app = await openApp();
    const { reference } = await aCase(app);
    const { reference: other } = await aCase(app, { title: "Autre chose" });
    const admin = await app.signedIn("Ada Admin", { roles: ["admin"] });
    const tags = `${card(reference)}/links`;
    const page = await admin.submit(tags, { intent: "tag", tags: "Marchés Publics, marches publics; Été" });
    expect(page.all("#tags .tag").map((tag) => tag.text.trim())).toEqual(["Été", "Marchés Publics"]);
    expect(page.find("#tags .tag a").getAttribute("href")).toBe("/use-cases?tag=%C3%89t%C3%A9");
    // Another spelling is the tag that is there.
    await admin.submit(`${card(other)}/links`, { intent: "tag", tags: "MARCHES PUBLICS" });
    const elsewhere = await admin.get(`${card(other)}/links`);
    expect(elsewhere.find("#tags .tag").text.trim()).toBe("Marchés Publics");
    expect(elsewhere.all("#tags option").map((option) => option.getAttribute("value"))).toEqual(["Été"]);
    const less = await admin.submit(tags, { intent: "untag", tags: "ete" });
    expect(less.all("#tags .tag").map((tag) => tag.text.trim())).toEqual(["Marchés Publics"]);
  });

  test("that say nothing, are too long or too many are refused in a sentence; others keep their signs", async () => {
    const app = await openApp();
    const { reference } = await aCase(app);
    const admin = await app.signedIn("Ada Admin", { roles: ["admin"] });
    const tags = `${card(reference)}/links`;
    expect((await admin.post(tags, { intent: "tag", tags: " , ;# " })).text).toContain("au moins une lettre");
    expect((await admin.post(tags, { intent: "tag", tags: "x".repeat(41) })).status).toBe(409);
    const many = Array.from({ length: 21 }, (_, at) => `tag ${at}`).join(",");
    expect((await admin.post(tags, { intent: "tag", tags: many })).text).toContain("au plus 20 étiquettes");
    const page = await admin.submit(tags, {
      intent: "tag",
      tags: "<script>alert(1)</script>, 日本語, 'OR 1=1--, 👩‍🚀",
    });
    expect(page.html).not.toContain("<script>alert(1)");
    expect(page.all("#tags .tag")).toHaveLength(4);
    const reader = await app.signedIn("Lou Bernard");
    expect((await reader.post(tags, { intent: "tag", tags: "non" })).status).toBe(403);
  });
});

describe("Links", () => {
  test("are told from both sides, once, and never in a circle", async () => {
    const app = await openApp();
    const [a, b, c] = [
      await aCase(app, { title: "Lire les courriers" }),
      await aCase(app, { title: "Classer les courriers" }),
      await aCase(app, { title: "Répondre aux courriers" }),
    ].map(({ reference }) => reference) as [string, string, string];
    const admin = await app.signedIn("Ada Admin", { roles: ["admin"] });
    const link = (from: string, kind: string, to: string) =>
      admin.post(`${card(from)}/links`, { intent: "link", kind, to });
    expect((await link(b, "builds-on", a.toLowerCase())).status).toBe(303);
    expect((await link(c, "builds-on", `${b} Classer les courriers`)).status).toBe(303);
    expect((await link(a, "orchestrates", c)).status).toBe(303);
    expect((await admin.get(card(a))).text).toContain(`sert d’appui à ${b} Classer les courriers`);
    expect((await admin.get(card(b))).text).toContain(`s’appuie sur ${a} Lire les courriers`);
    expect((await admin.get(card(c))).text).toContain(`est piloté par ${a}`);
    for (const [from, kind, to, said] of [
      [a, "builds-on", c, "tournerait en rond"],
      [a, "builds-on", b, "tournerait en rond"],
      [b, "builds-on", a, "déjà là"],
      [a, "related", a, "lui-même"],
      [a, "related", "UC-9999", "Aucun cas d’usage ne porte"],
      [a, "related", "le courrier", "Donnez la référence"],
    ] as const) {
      expect((await link(from, kind, to)).text, `${from} ${kind} ${to}`).toContain(said);
    }
    await link(a, "related", b);
    expect((await link(b, "related", a)).text).toContain("déjà là");
    const page = await admin.get(`${card(b)}/links`);
    const id = page.find("#links input[name=linkId]").getAttribute("value") ?? "";
    const after = await admin.submit(`${card(b)}/links`, { intent: "unlink", linkId: id });
    expect(after.find("#links").text).not.toContain("s’appuie sur UC-0001");
    expect((await admin.post(`${card(b)}/links`, { intent: "unlink", linkId: id })).status).toBe(404);
  });

  test("find the other case by its reference or its words, and offer no draft", async () => {
    const app = await openApp();
    await aCase(app, { title: "Relire les contrats" });
    await aCase(app, { title: "Relire les brouillons", stage: "draft" });
    const reader = await app.signedIn("Lou Bernard");
    const found = async (q: string) =>
      JSON.parse((await reader.get(`/use-cases/find?${new URLSearchParams({ q })}`)).html).map(
        ({ label }: { label: string }) => label,
      );
    expect(await found("relire")).toEqual(["UC-0001 Relire les contrats"]);
    expect(await found("uc-1")).toEqual(["UC-0001 Relire les contrats"]);
    expect(await found("' OR 1=1 --")).toEqual([]);
    expect(await found("%")).toEqual([]);
  });
});
