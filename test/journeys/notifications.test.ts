/** What people are told in the app: by whom, once, in their own language, until they have read it. */
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { whenAt } from "#app/kernel/when";
import { readActor } from "#app/people/auth.server";
import type { News } from "#app/people/notification";
import { notify } from "#app/people/notify.server";
import { followers, notifications, people } from "#db/schema.server";
import { type App, openApp, TODAY } from "../support/app";
import { aCase } from "../support/cases";
import { doJobs } from "../support/jobs";

const DAY_MS = 86_400_000;

async function tell(app: App, by: number | null, to: number[], news: Partial<News> = {}): Promise<void> {
  const actor =
    by === null
      ? { personId: null, name: "Casebook", roles: ["admin" as const], departmentIds: [] }
      : await readActor(app.database, by, "x");
  const when = whenAt(app.clock.at, { timeZone: "Europe/Paris", fiscalFirstMonth: 2 });
  const told = { kind: "comment" as const, useCaseId: null, href: "/use-cases", values: {}, ...news };
  await app.database.write((tx) => notify(tx, actor, told, to, when));
}

test("Somebody is told in their own language, with a link and a count, until they have read it", async () => {
  const app = await openApp();
  const nadia = await app.signedIn("Nadia Belkacem", { roles: ["champion"] });
  const john = await app.signedIn("John Smith", { locale: "en" });
  const { id, reference } = await aCase(app, { title: "Trier les retours" });
  const news = { useCaseId: id, href: `/use-cases/${reference}`, values: { excerpt: { fr: "Bonne idée <b>" } } };
  await tell(app, john.id, [nadia.id, john.id, nadia.id], news);
  await tell(app, nadia.id, [john.id], { ...news, kind: "not-now", values: { relookOn: "2027-03-01" } });

  const page = await nadia.get("/notifications");
  expect(page.text).toContain(
    `John Smith a commenté ${reference} «\u202fTrier les retours\u202f».`.replaceAll("\u202f", " "),
  );
  expect(page.text).toContain("Bonne idée <b>");
  expect(page.find('nav a[href="/notifications"] .count').text).toBe("1");
  expect((await nadia.get("/")).find("a.bell").getAttribute("aria-label")).toBe("Notifications\u202f: 1 non lue");
  const englishPage = await john.get("/notifications");
  expect(englishPage.text).toContain("not now. It comes back by itself on 1 March 2027");

  const link = page.find(".timeline-title a").getAttribute("href") ?? "";
  expect((await nadia.get(link)).location).toBe(`/use-cases/${reference}`);
  expect((await nadia.get("/")).all("nav .count")).toHaveLength(0);
  expect((await nadia.get("/notifications")).text).toContain("Déjà lues");
  expect((await john.get(link)).status).toBe(404);
});

test("All is marked as read at once, and nobody else's", async () => {
  const app = await openApp();
  const [one, other] = [await app.signedIn("One"), await app.signedIn("Other")];
  for (let turn = 0; turn < 60; turn++)
    await tell(app, null, [one.id, other.id], { kind: "answers-late", values: { count: turn + 1 } });
  const first = await one.get("/notifications");
  expect(first.all(".timeline > li")).toHaveLength(50);
  const second = await one.get(first.find('a[rel="next"]').getAttribute("href") ?? "");
  expect(second.all(".timeline > li")).toHaveLength(10);
  await one.submit("/notifications", { intent: "one", id: 1 });
  expect((await one.get("/")).find("nav .count").text).toBe("59");
  const done = await one.submit("/notifications", { intent: "all" });
  expect(done.text).toContain("59 notifications marquées comme lues");
  expect((await other.get("/")).find("nav .count").text).toBe("60");
  await one.submit("/notifications", { intent: "one", id: 2 });
  expect((await other.get("/")).find("nav .count").text).toBe("60");
});

test("Nobody is told whose account is closed, and what is old is forgotten", async () => {
  const app = await openApp();
  const [one, gone] = [await app.signedIn("One"), await app.signedIn("Gone")];
  await app.database.write((tx) => tx.update(people).set({ active: false }).where(eq(people.id, gone.id)));
  await tell(app, null, [one.id, gone.id]);
  app.clock.at = new Date(TODAY.getTime() + 89 * DAY_MS);
  await tell(app, null, [one.id]);
  await doJobs(app);
  expect(await app.database.select().from(notifications)).toHaveLength(2);
  app.clock.at = new Date(TODAY.getTime() + 91 * DAY_MS);
  await doJobs(app);
  expect((await app.database.select().from(notifications)).map(({ personId }) => personId)).toEqual([one.id]);
});

const newsOf = async (app: App, { id }: { id: number }) =>
  (await app.database.select().from(notifications).where(eq(notifications.personId, id)).orderBy(notifications.id)).map(
    ({ kind }) => kind,
  );

test("Who put a case in, owns or follows it is told of its moves with the reason; who moved it is not", async () => {
  const app = await openApp();
  const nadia = await app.signedIn("Nadia Belkacem", { roles: ["champion"] });
  const [owner, follower, deaf] = [
    await app.signedIn("Owner"),
    await app.signedIn("Follower"),
    await app.signedIn("Deaf"),
  ];
  const chair = await app.signedIn("Claire Vasseur", { roles: ["chair"] });
  const { id, reference } = await aCase(app, { authorId: nadia.id, ownerId: owner.id, technicalOwnerId: deaf.id });
  await app.database.write((tx) =>
    tx.insert(followers).values([
      { useCaseId: id, personId: follower.id, at: TODAY, follows: true },
      { useCaseId: id, personId: deaf.id, at: TODAY, follows: false },
    ]),
  );
  const governance = `/use-cases/${reference}/governance`;
  const move = { intent: "move", from: "submitted", learning: "", relookOn: "" };
  const past = await chair.post(governance, { ...move, to: "on-hold", reason: "Trop tôt", relookOn: "2026-11-20" });
  expect(past.status).toBe(409);
  expect(past.text).toContain("choisissez un jour à venir");
  await chair.submit(governance, { ...move, to: "on-hold", reason: "Trop tôt", relookOn: "2027-01-04" });
  await chair.submit(governance, { ...move, from: "on-hold", to: "rejected", reason: "Sans objet" });
  expect(await newsOf(app, nadia)).toEqual(["not-now", "refused"]);
  expect(await newsOf(app, follower)).toEqual(["not-now", "refused"]);
  expect(await newsOf(app, owner)).toEqual(["submitted", "not-now", "refused"]);
  expect(await newsOf(app, deaf)).toEqual(["submitted"]);
  expect(await newsOf(app, chair)).toEqual([]);
  const page = await nadia.get("/notifications");
  expect(page.text).toContain("Sans objet");
  expect(page.text).toContain("Il reviendra de lui-même le 4 janvier 2027");
});

test("A sign-off that is asked for is told to its reviewers, and its answer to those who wait for it", async () => {
  const app = await openApp();
  const nadia = await app.signedIn("Nadia Belkacem", { roles: ["champion"] });
  const [hugo, party] = [
    await app.signedIn("Hugo Delmas", { roles: ["security"] }),
    await app.signedIn("Party", { roles: ["security"] }),
  ];
  const { reference } = await aCase(app, { authorId: nadia.id, ownerId: party.id });
  const governance = `/use-cases/${reference}/governance`;
  await nadia.submit(governance, { intent: "request", kind: "security", dueOn: "" });
  expect(await newsOf(app, hugo)).toEqual(["sign-off-asked"]);
  const note = "Les données sortent d’Europe";
  await hugo.submit(governance, { intent: "answer", signOffId: 1, verdict: "no", note, conditions: "" });
  expect(await newsOf(app, nadia)).toEqual(["sign-off-answered"]);
  expect(await newsOf(app, party)).toEqual(["submitted", "sign-off-answered"]);
  const page = await nadia.get("/notifications");
  expect(page.text).toContain("Hugo Delmas a refusé le visa (Sécurité)");
  expect(page.text).toContain(note);
});
