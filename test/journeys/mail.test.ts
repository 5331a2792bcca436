/** News by mail: over a real SMTP server, once, in the reader's language, at their rhythm, however the server behaves. */
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { whenAt } from "#app/kernel/when";
import { readMailState } from "#app/people/mail-content.server";
import { CLAIM_MS, PERHAPS_SENT } from "#app/people/mail-queue.server";
import type { Rhythm } from "#app/people/mail-rhythm";
import type { News } from "#app/people/notification";
import { notify } from "#app/people/notify.server";
import { CASEBOOK } from "#app/people/roles";
import { auditEvents, mails, notifications, organisations, people } from "#db/schema.server";
import { type Posted, sendDue } from "../../mail/round";
import { type App, openApp, TODAY } from "../support/app";
import { aCase } from "../support/cases";
import { headerOf, type PostOffice, partOf, postOffice, smtpError } from "../support/post-office";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const PUBLIC_URL = "https://casebook.example.com";

/** Somebody who is mailed at once, and what they are told. */
async function aReader(app: App, name = "Nadia Belkacem", rhythm: Rhythm = "at-once", locale: "fr" | "en" = "fr") {
  const person = await app.signedIn(name, { roles: ["champion"], locale });
  await app.database.write((tx) => tx.update(people).set({ mailRhythm: rhythm }).where(eq(people.id, person.id)));
  return person;
}

async function tell(app: App, to: number[], news: Partial<News> = {}): Promise<void> {
  const when = whenAt(app.clock.at, { timeZone: "Europe/Paris", fiscalFirstMonth: 2 });
  const told = { kind: "comment" as const, useCaseId: null, href: "/use-cases", values: {}, ...news };
  await app.database.write((tx) => notify(tx, CASEBOOK, told, to, when));
}

const later = (app: App, milliseconds: number) => {
  app.clock.at = new Date(app.clock.at.getTime() + milliseconds);
};

/** One look at the queue; answers what became of the mails. */
async function send(app: App, office: Pick<PostOffice, "url">): Promise<string[]> {
  const heard: Posted[] = [];
  await sendDue(app.database, {
    post: { smtpUrl: office.url, from: "Casebook <casebook@example.com>", publicUrl: `${PUBLIC_URL}/` },
    secret: "a secret for tests",
    clock: () => app.clock.at,
    heard: (posted) => void heard.push(posted),
    stopping: () => false,
  });
  return heard.map(({ outcome }) => outcome);
}

async function aMailDue(app: App) {
  const nadia = await aReader(app);
  await tell(app, [nadia.id]);
  later(app, 2 * MINUTE_MS);
  return nadia;
}

const theMail = async (app: App) => (await app.database.select().from(mails))[0];

test("A mail says what happened in the reader's language, leads there, and carries what stops it in one click", async () => {
  const app = await openApp({ mails: true });
  const office = await postOffice();
  const [nadia, john] = [await aReader(app), await aReader(app, "John Smith", "at-once", "en")];
  const { id } = await aCase(app, { title: "Trier <les> retours\r\nBcc: x@example.com" });
  const values = { relookOn: "2027-03-01", reason: { fr: "Trop tôt & <trop> cher" } };
  await tell(app, [nadia.id, john.id], { kind: "not-now", useCaseId: id, values });
  expect(await send(app, office)).toEqual([]);
  later(app, 2 * MINUTE_MS);
  expect(await send(app, office)).toEqual(["sent", "sent"]);
  expect(await send(app, office)).toEqual([]);
  const [french, english] = office.delivered;
  if (!french || !english) throw new Error("Two were sent");
  expect([french.from, french.to]).toEqual(["casebook@example.com", ["nadia.belkacem@example.com"]]);
  expect(headerOf(french, "To")).toBe("Nadia Belkacem <nadia.belkacem@example.com>");
  expect(headerOf(french, "Bcc")).toBeNull();
  expect(headerOf(french, "Message-ID")).toMatch(/^<[\da-f]{32}@example\.com>$/);
  expect(headerOf(french, "Auto-Submitted")).toBe("auto-generated");
  expect(headerOf(french, "List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
  const plain = partOf(french, "text/plain");
  expect(plain).toContain("pas maintenant. Il reviendra de lui-même le 1er mars 2027.");
  expect(plain).toContain("> Trop tôt & <trop> cher");
  expect(plain).toMatch(/^ {2}https:\/\/casebook\.example\.com\/notifications\/\d+\r?$/m);
  const html = partOf(french, "text/html");
  expect(html).toContain("Trier &lt;les&gt; retours");
  expect(html).toContain("Trop tôt &amp; &lt;trop&gt; cher");
  expect(html).not.toContain("<les>");
  expect(partOf(english, "text/plain")).toContain("It comes back by itself on 1 March 2027");

  const stop = headerOf(french, "List-Unsubscribe") ?? "";
  const path = stop.slice(`<${PUBLIC_URL}`.length, -1);
  expect(plain).toContain(PUBLIC_URL + path);
  const stranger = app.stranger();
  expect((await stranger.get(path)).text).toContain("Nadia Belkacem, vous recevez");
  expect((await stranger.post(path, { "List-Unsubscribe": "One-Click" })).status).toBe(204);
  expect((await stranger.get(path)).text).toContain("Vous ne recevez plus de courriels");
  await tell(app, [nadia.id]);
  later(app, 24 * HOUR_MS);
  expect(await send(app, office)).toEqual([]);
  const back = await stranger.submit(path, { intent: "rhythm", rhythm: "weekly" });
  expect(back.text).toContain("Une fois par semaine");
  expect((await stranger.get(`${path}x`)).status).toBe(404);
  expect((await stranger.get(path.replace(/\d+\./, "1."))).status).toBe(404);
  const said = await app.database.select().from(auditEvents).where(eq(auditEvents.subject, "person"));
  expect(said.filter(({ after }) => after?.includes("mailRhythm")).map(({ actorId }) => actorId)).toEqual([
    nadia.id,
    nadia.id,
  ]);
});

test("A digest comes at eight on a working day, with what is unread, and none where all was read", async () => {
  const app = await openApp({ mails: true });
  const office = await postOffice();
  const [daily, weekly, never] = [
    await aReader(app, "Daily", "daily"),
    await aReader(app, "Weekly", "weekly"),
    await aReader(app, "Never", "never"),
  ];
  // A Friday, eleven in the morning in Paris.
  const all = [daily.id, weekly.id, never.id];
  await tell(app, all);
  await tell(app, all, { kind: "answers-late", values: { count: 3 } });
  expect(await send(app, office)).toEqual([]);
  later(app, 24 * HOUR_MS);
  expect(await send(app, office)).toEqual([]);
  app.clock.at = new Date("2026-11-23T06:59:00Z");
  expect(await send(app, office)).toEqual([]);
  app.clock.at = new Date("2026-11-23T07:00:00Z");
  expect(await send(app, office)).toEqual(["sent", "sent"]);
  expect(office.delivered.map(({ to }) => to[0])).toEqual(["daily@example.com", "weekly@example.com"]);
  const [first] = office.delivered;
  if (first) expect(partOf(first, "text/html")).toContain("2 nouveautés pour vous");
  later(app, HOUR_MS);
  await tell(app, all);
  await daily.submit("/notifications", { intent: "all" });
  later(app, 24 * HOUR_MS);
  expect(await send(app, office)).toEqual([]);
  app.clock.at = new Date("2026-11-30T07:00:00Z");
  expect(await send(app, office)).toEqual(["sent"]);
});

test("What was read, or whose account was closed, between the queue and the server is not sent", async () => {
  const app = await openApp({ mails: true });
  const [nadia, gone] = [await aReader(app), await aReader(app, "Gone")];
  await tell(app, [nadia.id, gone.id]);
  later(app, 2 * MINUTE_MS);
  expect(await send(app, { url: "smtp://127.0.0.1:1" })).toEqual(["later"]);
  await nadia.submit("/notifications", { intent: "all" });
  await app.database.write((tx) => tx.update(people).set({ active: false }).where(eq(people.id, gone.id)));
  later(app, 2 * MINUTE_MS);
  const office = await postOffice();
  expect(await send(app, office)).toEqual(["dropped", "dropped"]);
  expect(office.visits).toBe(0);
  expect(await app.database.select().from(mails)).toEqual([]);
});

test("A server that says «later» is asked again, at longer and longer intervals, under the same Message-ID", async () => {
  const app = await openApp({ mails: true });
  let busy = 3;
  const seen: string[] = [];
  const office = await postOffice({
    message: (raw) => {
      seen.push(/Message-ID: (.*)/i.exec(raw)?.[1] ?? "");
      busy -= 1;
      return busy >= 0 ? smtpError(451, "Try again") : null;
    },
  });
  await aMailDue(app);
  const started = app.clock.at.getTime();
  const tried: number[] = [];
  while (office.delivered.length === 0 && tried.length < 10) {
    if ((await send(app, office)).length > 0) tried.push((app.clock.at.getTime() - started) / MINUTE_MS);
    later(app, MINUTE_MS);
  }
  expect(tried).toEqual([0, 1, 6, 21]);
  expect(new Set(seen).size).toBe(1);
  expect(office.delivered).toHaveLength(1);
  expect(await theMail(app)).toMatchObject({ tries: 4, problem: null, givenUpAt: null });
});

test.each([
  ["recipient", 550],
  ["message", 554],
] as const)(
  "A mail refused for good at its %s (%i) is given up at once, and the next one goes out",
  async (where, code) => {
    const app = await openApp({ mails: true });
    const [nadia, sami] = [await aReader(app), await aReader(app, "Sami Rekik")];
    const refused = "nadia.belkacem@example.com";
    const office = await postOffice({
      recipient: (address) => (where === "recipient" && address === refused ? smtpError(code, "No such user") : null),
      message: (raw) => (where === "message" && raw.includes(refused) ? smtpError(code, "Not wanted") : null),
    });
    await tell(app, [nadia.id, sami.id]);
    later(app, 2 * MINUTE_MS);
    expect(await send(app, office)).toEqual(["given-up", "sent"]);
    later(app, 48 * HOUR_MS);
    expect(await send(app, office)).toEqual([]);
    expect(office.delivered.map(({ to }) => to[0])).toEqual(["sami.rekik@example.com"]);
    const state = await readMailState(app.database);
    expect(state).toMatchObject({ waiting: 0, givenUp: 1, troubles: [{ to: "Nadia Belkacem", over: true }] });
  },
);

test("A server that is away, greets with a refusal or knows no password costs one try, and the others wait", async () => {
  const app = await openApp({ mails: true });
  const [nadia, sami] = [await aReader(app), await aReader(app, "Sami Rekik")];
  await tell(app, [nadia.id, sami.id]);
  later(app, 2 * MINUTE_MS);
  expect(await send(app, { url: "smtp://127.0.0.1:1" })).toEqual(["later"]);
  const closed = await postOffice({ options: { onAuth: (_auth, _session, done) => done(new Error("No")) } });
  expect(await send(app, { url: closed.url.replace("//", "//user:wrong@") })).toEqual(["later"]);
  const all = await app.database.select().from(mails);
  expect(all.map(({ tries }) => tries)).toEqual([1, 1]);
  later(app, 10 * MINUTE_MS);
  const office = await postOffice();
  expect(await send(app, office)).toEqual(["sent", "sent"]);
});

test("After about a day of «later» it is given up, and told to the administrator", async () => {
  const app = await openApp({ mails: true });
  await aMailDue(app);
  for (let tries = 0; tries < 20; tries++) {
    await send(app, { url: "smtp://127.0.0.1:1" });
    later(app, 12 * HOUR_MS);
  }
  expect(await theMail(app)).toMatchObject({ tries: 8, sentAt: null });
  expect(await readMailState(app.database)).toMatchObject({ waiting: 0, givenUp: 1 });
});

test("A connection lost before the last word is tried again; one lost after it is not: it may have arrived", async () => {
  const app = await openApp({ mails: true });
  await aMailDue(app);
  const office = await postOffice({
    message: (_raw, drop) => {
      drop();
      return smtpError(451, "Gone");
    },
  });
  expect(await send(app, office)).toEqual(["perhaps-sent"]);
  const good = await postOffice();
  later(app, 24 * HOUR_MS);
  expect(await send(app, good)).toEqual([]);
  expect(await theMail(app)).toMatchObject({ problem: PERHAPS_SENT, sentAt: null });

  const sami = await aReader(app, "Sami Rekik");
  await tell(app, [sami.id]);
  later(app, 2 * MINUTE_MS);
  const rude = await postOffice({ recipient: () => new Promise(() => setTimeout(() => void rude.close(), 50)) });
  expect(await send(app, rude)).toEqual(["later"]);
  later(app, 2 * MINUTE_MS);
  expect(await send(app, good)).toEqual(["sent"]);
});

test("What a process that died was at is taken up when its claim ends, unless the last word may have been said", async () => {
  const app = await openApp({ mails: true });
  const office = await postOffice();
  await aMailDue(app);
  const stuck = await postOffice({ recipient: () => new Promise(() => undefined) });
  // The process is gone as far as anybody can tell: its answer comes when all is over.
  const dead = send(app, stuck).catch(() => []);
  await expect.poll(async () => (await theMail(app))?.claimedUntil).toBeTruthy();
  expect(await send(app, office)).toEqual([]);
  later(app, CLAIM_MS);
  expect(await send(app, office)).toEqual(["sent"]);
  await stuck.close();
  await dead;
  expect(office.delivered).toHaveLength(1);
  expect(await theMail(app)).toMatchObject({ problem: null, tries: 2 });
});

test("Whoever was thought dead and comes back does not say the last word", async () => {
  const app = await openApp({ mails: true });
  let release: () => void = () => undefined;
  const slow = await postOffice({
    recipient: () =>
      new Promise<null>((resolve) => {
        release = () => resolve(null);
      }),
  });
  await aMailDue(app);
  const slept = send(app, slow);
  await expect.poll(() => slow.visits).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 200));
  later(app, CLAIM_MS);
  const office = await postOffice();
  expect(await send(app, office)).toEqual(["sent"]);
  release();
  await slept;
  expect([office.delivered.length, slow.delivered.length]).toEqual([1, 0]);
  expect(await theMail(app)).toMatchObject({ problem: null });
});

test("Two processes that look at the same moment send each mail once", async () => {
  const app = await openApp({ mails: true });
  const readers = [];
  for (let at = 0; at < 8; at++) readers.push(await aReader(app, `Reader ${"abcdefgh"[at]}`));
  await tell(
    app,
    readers.map(({ id }) => id),
  );
  later(app, 2 * MINUTE_MS);
  const office = await postOffice();
  const both = await Promise.all([send(app, office), send(app, office)]);
  expect(both.flat()).toEqual(Array(8).fill("sent"));
  expect(new Set(office.delivered.map(({ to }) => to[0])).size).toBe(8);
  expect(office.delivered).toHaveLength(8);
});

test("Nobody of a demonstration is mailed, nothing that is old, and nobody whose address is none", async () => {
  const app = await openApp({ mails: true });
  const office = await postOffice();
  const nadia = await aMailDue(app);
  await app.database.write((tx) => tx.update(organisations).set({ demo: true }));
  expect(await send(app, office)).toEqual([]);
  await app.database.write((tx) => tx.update(organisations).set({ demo: false }));
  later(app, 9 * 24 * HOUR_MS);
  expect(await send(app, office)).toEqual([]);
  await app.database.write((tx) =>
    tx.update(people).set({ email: "nadia@example.com>\r\nRCPT TO:<x@example.com" }).where(eq(people.id, nadia.id)),
  );
  await tell(app, [nadia.id]);
  later(app, 2 * MINUTE_MS);
  expect(await send(app, office)).toEqual(["given-up"]);
  expect(office.visits).toBe(0);
  expect((await app.database.select().from(notifications)).every(({ readAt }) => readAt === null)).toBe(true);
});

test("The rhythm is chosen on one's account, which says whether mail goes out at all", async () => {
  const app = await openApp();
  const nadia = await aReader(app, "Nadia Belkacem", "daily");
  const page = await nadia.get("/account");
  expect(page.text).toContain("n’envoie pas de courriels pour l’instant");
  expect(page.find("#rhythm option[selected]").getAttribute("value")).toBe("daily");
  const saved = await nadia.submit("/account", { intent: "rhythm", rhythm: "never" });
  expect(saved.find("#rhythm option[selected]").getAttribute("value")).toBe("never");
  expect((await nadia.post("/account", { intent: "rhythm", rhythm: "hourly" })).status).toBe(400);
  expect(TODAY).toEqual(app.clock.at);
});

test("The administrator reads how the queue stands, and decides on what was perhaps sent", async () => {
  const app = await openApp({ mails: true });
  const nadia = await aMailDue(app);
  const dropping = await postOffice({
    message: (_raw, drop) => {
      drop();
      return smtpError(451, "Gone");
    },
  });
  await send(app, dropping);
  const admin = await app.signedIn("Sami Rekik", { roles: ["admin"] });
  const page = await admin.get("/admin/mail");
  expect(page.text).toContain("il est peut-être arrivé");
  expect(page.text).toContain("Nadia Belkacem");
  const id = String(page.find('input[name="mail"]').getAttribute("value"));
  expect((await nadia.get("/admin/mail")).status).toBe(403);
  expect((await nadia.post("/admin/mail", { mail: id })).status).toBe(403);
  expect((await admin.submit("/admin/mail", { mail: id })).text).toContain("Tout est passé");
  expect((await admin.post("/admin/mail", { mail: id })).status).toBe(409);
  const office = await postOffice();
  expect(await send(app, office)).toEqual(["sent"]);
  const [event] = await app.database.select().from(auditEvents).where(eq(auditEvents.subject, "mail"));
  expect(event).toMatchObject({ act: "organisation.edit", actorId: admin.id });
});
