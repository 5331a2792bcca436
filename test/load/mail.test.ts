/** Real servers with a real mail server: killed in the middle of a mail, and two of them on one queue. */
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { fold } from "#app/kernel/told";
import { whenAt } from "#app/kernel/when";
import { CLAIM_MS, PERHAPS_SENT } from "#app/people/mail-queue.server";
import { setUp } from "#app/people/set-up.server";
import type { Database } from "#db/client.server";
import { openDatabase } from "#db/open.server";
import { mails, notifications, people } from "#db/schema.server";
import { sendDue } from "../../mail/round";
import { aBareDatabase, ENGINES } from "../support/demonstrations";
import { type PostOffice, postOffice } from "../support/post-office";
import { realServer } from "../support/real-server";

const FROM = "Casebook <casebook@example.com>";
const PUBLIC_URL = "https://casebook.example.com";

/** An installation in which so many people have news that is due by mail now. */
async function aHouseWithNews(engine: (typeof ENGINES)[number], readers: number) {
  const url = await aBareDatabase(engine);
  const database = await openDatabase(url);
  onTestFinished(() => database.close());
  const now = new Date();
  const organisation = {
    name: "Essai",
    currency: "EUR",
    fiscalFirstMonth: 2,
    timeZone: "Europe/Paris",
    locale: "fr",
  } as const;
  const admin = { name: "Admin", email: "admin@example.com", passwordHash: "none" };
  await database.write(async (tx) => {
    await setUp(tx, organisation, admin, whenAt(now, organisation));
    for (let at = 0; at < readers; at++) {
      const [name, email] = [`Reader ${at}`, `reader-${at}@example.com`];
      const person = { name, nameFolded: fold(name), email, mailRhythm: "at-once" as const, createdAt: now };
      const [made] = await tx.insert(people).values(person).returning({ id: people.id });
      const told = { personId: made?.id ?? 0, kind: "answers-late", values: { count: 1 }, href: "/" };
      await tx.insert(notifications).values({ ...told, at: new Date(now.getTime() - 120_000) });
    }
  });
  return { url, database };
}

const mailed = (office: PostOffice) => ({ env: { SMTP_URL: office.url, MAIL_FROM: FROM, PUBLIC_URL } });

/** What another process does with the queue once the claim of the one that was killed is over. */
async function afterwards(database: Database, office: PostOffice): Promise<string[]> {
  const heard: string[] = [];
  await sendDue(database, {
    post: { smtpUrl: office.url, from: FROM, publicUrl: PUBLIC_URL },
    secret: "a secret of the tests alone",
    clock: () => new Date(Date.now() + CLAIM_MS + 60_000),
    heard: ({ outcome }) => void heard.push(outcome),
    stopping: () => false,
  });
  return heard;
}

describe.each(ENGINES)("On %s", (engine) => {
  test("a server killed before the last word leaves a mail that another one sends, once", async () => {
    const { url, database } = await aHouseWithNews(engine, 1);
    const stuck = await postOffice({ recipient: () => new Promise(() => undefined) });
    const { kill } = await realServer(url, mailed(stuck));
    await expect.poll(() => stuck.visits, { timeout: 20_000 }).toBe(1);
    await wait(500);
    await kill();
    const office = await postOffice();
    expect(await afterwards(database, office)).toEqual(["sent"]);
    expect(await afterwards(database, office)).toEqual([]);
    expect([stuck.delivered.length, office.delivered.length]).toEqual([0, 1]);
  });

  test("a server killed after the last word, before the answer, leaves a mail that nobody sends again", async () => {
    const { url, database } = await aHouseWithNews(engine, 1);
    let arrived = 0;
    const silent = await postOffice({
      message: () => {
        arrived += 1;
        return new Promise(() => undefined);
      },
    });
    const { kill } = await realServer(url, mailed(silent));
    await expect.poll(() => arrived, { timeout: 20_000 }).toBe(1);
    await kill();
    const office = await postOffice();
    expect(await afterwards(database, office)).toEqual([]);
    expect(office.delivered).toEqual([]);
    expect(await database.select().from(mails)).toMatchObject([{ problem: PERHAPS_SENT, sentAt: null, tries: 1 }]);
  });

  test("two servers on one queue send each mail once, and say so to Prometheus", async () => {
    const { url, database } = await aHouseWithNews(engine, 40);
    const office = await postOffice();
    const both = await Promise.all([realServer(url, mailed(office)), realServer(url, mailed(office))]);
    await expect.poll(() => office.delivered.length, { timeout: 40_000 }).toBe(40);
    await wait(1_000);
    expect(new Set(office.delivered.map(({ to }) => to[0])).size).toBe(40);
    expect(office.delivered).toHaveLength(40);
    const all = await database.select().from(mails);
    expect(all.every(({ sentAt, tries }) => sentAt !== null && tries === 1)).toBe(true);
    const sent = await Promise.all(both.map(({ metric }) => metric("casebook_mails_total")));
    expect(sent.reduce((sum, one) => sum + (one || 0), 0)).toBe(40);
    for (const { log, stop } of both) {
      expect(await stop()).toBe(0);
      expect(log()).not.toContain("@example.com");
    }
  });
});
