/** What is said of a case: comments, mentions, and notes that those who judge it keep among themselves. */
import { describe, expect, test } from "vitest";
import { ROLES, type Role } from "#app/people/roles";
import { type App, openApp, type Person } from "../support/app";
import { aCase } from "../support/cases";
import { hostileStrings } from "../support/hostile";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";

const act = (reference: string) => `/use-cases/${reference}?index`;
const say = (person: Person, reference: string, body: string, internal = false) =>
  person.post(act(reference), { intent: "comment", body, ...(internal && { internal: "yes" }) });
const newsOf = async (person: Person) => (await person.get("/notifications")).text;
const flashOf = async (person: Person, reference: string) => (await person.get(`/use-cases/${reference}`)).html;

describe("A comment", () => {
  test("tells whom it names, by name or address, and once those who follow", async () => {
    const app = await openApp();
    const [author, owner, named, other] = await people(app);
    const { reference } = await aCase(app, { authorId: author.id, ownerId: owner.id });
    await say(other, reference, "@Nadia Belkacem et @omar.owner@example.com : d’accord ?");
    expect(await newsOf(named)).toContain("Lou Bernard vous cite dans un commentaire");
    expect(await newsOf(owner)).toContain("vous cite");
    expect(await newsOf(owner)).not.toContain("a commenté");
    expect(await newsOf(author)).toContain("Lou Bernard a commenté");
    expect(await newsOf(other)).not.toContain("a commenté");
    const page = await named.get(`/use-cases/${reference}`);
    expect(page.all("#comments .prose strong").map((name) => name.text)).toEqual([
      "@Nadia Belkacem",
      "@omar.owner@example.com",
    ]);
  });

  test("tells a program, too, who was not told and whom nobody knows", async () => {
    const app = await openApp();
    const [, owner, named] = await people(app);
    const { reference } = await aCase(app, { ownerId: owner.id });
    const chair = await app.signedIn("Claire Roy", { roles: ["chair"] });
    const program = await aProgram(app, await openSite(app), chair.id);
    const body = { fr: "@Nadia Belkacem, @Nobody et @Claire Roy, entre nous" };
    const said = await program.ask("POST", `/use-cases/${reference}/comments`, { body: { body, internal: true } });
    expect(said.status).toBe(200);
    expect(said.body).toMatchObject({ notTold: ["Nadia Belkacem"], unknown: ["@Nobody"], ambiguous: [] });
    expect(await newsOf(named)).not.toContain("vous cite");
    const again = await program.ask("PATCH", `/use-cases/${reference}/comments/${said.body.id}`, {
      body: { body: { fr: "@Nadia Belkacem seule" } },
      headers: { "If-Match": `"${said.body.version}"` },
    });
    expect([again.status, again.body.notTold, again.body.unknown]).toEqual([200, ["Nadia Belkacem"], []]);
  });

  test("is posted where a name is nobody's or several people's, and says so", async () => {
    const app = await openApp();
    const [, owner, , other] = await people(app);
    const twin = await app.signedIn("Nadia Belkacem Twin");
    const { reference } = await aCase(app, { ownerId: owner.id });
    await say(other, reference, "@Nadai, une idée ?");
    expect(await flashOf(other, reference)).toContain("Personne ne se nomme @Nadai");
    await say(other, reference, "@Nadia, une idée ?");
    expect(await flashOf(other, reference)).toContain("Plusieurs personnes portent le nom @Nadia");
    expect(await newsOf(twin)).not.toContain("vous cite");
  });

  test("is edited by who wrote it alone: who is named only now is told, and the history keeps both texts", async () => {
    const app = await openApp();
    const [, owner, named, other] = await people(app);
    const { reference } = await aCase(app, { ownerId: owner.id });
    await say(other, reference, "Une première version");
    const id = await newestComment(other, reference);
    const edit = { intent: "comment-edit", commentId: id, version: 1, said: "Une seconde version, @Nadia Belkacem" };
    expect((await owner.post(act(reference), edit)).status).toBe(403);
    const page = await other.submit(act(reference), edit);
    expect(page.find("#comments").text).toContain("Une seconde version");
    expect(page.find("#comments").text).toContain("modifié le");
    expect(await newsOf(named)).toContain("vous cite");
    expect((await other.post(act(reference), edit)).status).toBe(409);
    const activity = await owner.get(`/use-cases/${reference}/activity?kind=talk`);
    expect(activity.text).toContain("Une première version → Une seconde version");
  });

  test("is taken back by who wrote it or the chair: that it was there stays, what it said is gone everywhere", async () => {
    const app = await openApp();
    const [, owner, named, other] = await people(app);
    const chair = await app.signedIn("Claire Chair", { roles: ["chair", "admin"] });
    const { reference } = await aCase(app, { ownerId: owner.id });
    await say(other, reference, "Le chiffre secret est 4711, @Nadia Belkacem");
    const id = await newestComment(other, reference);
    expect((await named.post(act(reference), { intent: "comment-withdraw", commentId: id })).status).toBe(403);
    const page = await chair.submit(act(reference), { intent: "comment-withdraw", commentId: id });
    expect(page.find("#comments").text).toContain("Commentaire retiré le");
    for (const path of [`/use-cases/${reference}`, `/use-cases/${reference}/activity`, "/audit", "/notifications"]) {
      for (const reader of [chair, owner, named]) expect((await reader.get(path)).html, path).not.toContain("4711");
    }
    const again = await other.post(act(reference), { intent: "comment-withdraw", commentId: id });
    expect([again.status, again.text.includes("déjà retiré")]).toEqual([409, true]);
  });

  test("on a draft tells nobody who may not see it", async () => {
    const app = await openApp();
    const [author, , named] = await people(app);
    const { reference } = await aCase(app, { authorId: author.id, ownerId: author.id, stage: "draft" });
    expect((await say(author, reference, "@Nadia Belkacem, regarde")).status).toBe(303);
    expect(await newsOf(named)).not.toContain("vous cite");
  });

  test("keeps whatever was typed, and runs none of it", async () => {
    const app = await openApp();
    const [, , , other] = await people(app);
    const { reference } = await aCase(app);
    for (const text of hostileStrings().slice(0, 60)) {
      const said = await say(other, reference, `x ${text}`);
      expect([303], text).toContain(said.status);
    }
    const page = await other.get(`/use-cases/${reference}`);
    expect(page.status).toBe(200);
    expect(page.all("#comments script, #comments img, #comments iframe, #comments svg[onload]")).toEqual([]);
  });

  test("of four thousand letters is taken, of more is refused with what was typed", async () => {
    const app = await openApp();
    const [, , , other] = await people(app);
    const { reference } = await aCase(app);
    expect((await say(other, reference, "é".repeat(4000))).status).toBe(303);
    const refused = await say(other, reference, "é".repeat(4001));
    expect(refused.status).toBe(400);
    expect(refused.find("textarea[name=body]").text).toContain("ééé");
  });
});

const SECRET = "Le fournisseur est en redressement";
const JUDGES: readonly Role[] = ["committee", "chair", "security", "legal", "finance"];

describe("An internal note", () => {
  test("is seen by the committee and reviewers, and by nobody else, through whatever door", {
    timeout: 60_000,
  }, async () => {
    const app = await openApp();
    const [author, owner] = await people(app);
    const department = await app.department("A");
    const { reference } = await aCase(app, { authorId: author.id, ownerId: owner.id, departmentId: department });
    const readers = new Map<string, Person>([
      ["nobody", await app.signedIn("Nobody None")],
      ["author", author],
      ["owner", owner],
    ]);
    for (const role of ROLES)
      readers.set(role, await app.signedIn(`Role ${role}`, { roles: [role], departments: [department] }));
    const judge = await app.signedIn("Jules Juge", { roles: ["committee"] });
    for (const [, reader] of readers) await reader.post(act(reference), { intent: "follow", follows: "yes" });
    const names = [...readers.keys()].map((name) =>
      name === "author"
        ? "Alix Author"
        : name === "owner"
          ? "Omar Owner"
          : name === "nobody"
            ? "Nobody None"
            : `Role ${name}`,
    );
    await say(judge, reference, `${SECRET} ${names.map((name) => `@${name}`).join(" ")}`, true);
    expect(await flashOf(judge, reference)).toContain(
      "Alix Author, Nobody None, Omar Owner, Role admin, Role champion et Role executive ne peuvent pas lire une note interne et ne sont pas prévenus",
    );
    const doors = {
      card: `/use-cases/${reference}`,
      activity: `/use-cases/${reference}/activity`,
      talk: `/use-cases/${reference}/activity?kind=talk`,
      log: "/audit",
      list: `/use-cases?q=${encodeURIComponent("redressement")}`,
      export: "/use-cases/export.csv",
      versions: `/use-cases/${reference}/history/1`,
      similar: `/use-cases/similar?q=${encodeURIComponent(SECRET)}`,
    };
    for (const [who, reader] of readers) {
      const sees = JUDGES.includes(who as Role);
      for (const [door, path] of Object.entries(doors)) {
        const { html } = await reader.get(path);
        const shows = sees && ["card", "activity", "talk", ...(who === "finance" ? ["log"] : [])].includes(door);
        expect([who, door, html.includes(SECRET)]).toEqual([who, door, shows]);
      }
      expect([who, "activity", (await reader.get(doors.activity)).text.includes("a écrit une note interne")]).toEqual([
        who,
        "activity",
        sees,
      ]);
      expect([who, "notifications", (await newsOf(reader)).includes("vous cite")]).toEqual([
        who,
        "notifications",
        sees,
      ]);
    }
  });

  test("is written by them alone, and edited and taken back as a comment is", async () => {
    const app = await openApp();
    const [author, owner] = await people(app);
    const { reference } = await aCase(app, { authorId: author.id, ownerId: owner.id });
    expect((await say(author, reference, SECRET, true)).status).toBe(403);
    expect((await author.get(`/use-cases/${reference}`)).all("input[name=internal]")).toEqual([]);
    const judge = await app.signedIn("Jules Juge", { roles: ["legal"] });
    await say(judge, reference, `${SECRET}, @Alix Author, @Personne d’Ici`, true);
    // Each trouble is told, not the first alone.
    const told = await flashOf(judge, reference);
    expect(told).toContain("Alix Author ne peut pas lire une note interne et n’est pas prévenu");
    expect(told).toContain("Personne ne se nomme @Personne");
    const edit = (await judge.get(`/use-cases/${reference}`)).find("#comments li form[data-enhance=mentions]");
    expect(edit.hasAttribute("data-note")).toBe(true);
    const id = await newestComment(judge, reference);
    // Who may not read it is not even told that it is there.
    for (const intent of ["comment-edit", "comment-withdraw"]) {
      const tried = await author.post(act(reference), { intent, commentId: id, version: 1, said: "x" });
      expect([intent, tried.status]).toEqual([intent, 404]);
    }
    await judge.submit(act(reference), {
      intent: "comment-edit",
      commentId: id,
      version: 1,
      said: "Autre chose de secret",
    });
    expect((await author.get(`/use-cases/${reference}/activity`)).html).not.toContain("secret");
    const page = await judge.submit(act(reference), { intent: "comment-withdraw", commentId: id });
    expect(page.find("#comments").text).toContain("Commentaire retiré");
    expect((await author.get(`/use-cases/${reference}`)).find("#comments").text).not.toContain("Commentaire retiré");
  });
});

describe("People to be named", () => {
  test("are offered while one types; for a note, those who read notes", async () => {
    const app = await openApp();
    const [, , named, other] = await people(app);
    const judge = await app.signedIn("Nadia Juge", { roles: ["legal"] });
    const offered = async (query: string) =>
      JSON.parse((await other.get(`/people/mentions?${query}`)).html).map(({ writes }: { writes: string }) => writes);
    expect(await offered("q=nadia")).toEqual(["@Nadia Belkacem", "@Nadia Juge"]);
    expect(await offered("q=nadia&note=yes")).toEqual(["@Nadia Juge"]);
    expect(await offered("q=%25")).toEqual([]);
    expect([named.id, judge.id].every(Boolean)).toBe(true);
  });
});

async function people(app: App): Promise<[Person, Person, Person, Person]> {
  return [
    await app.signedIn("Alix Author"),
    await app.signedIn("Omar Owner"),
    await app.signedIn("Nadia Belkacem"),
    await app.signedIn("Lou Bernard"),
  ];
}

async function newestComment(person: Person, reference: string): Promise<string> {
  const page = await person.get(`/use-cases/${reference}`);
  return page.find("#comments li[id]").getAttribute("id")?.replace("comment-", "") ?? "";
}
