/** Forms whose button is pressed twice, or whose answer was lost: what they ask for is done once. */
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { answeredTo, once } from "#app/people/once.server";
import {
  auditEvents,
  campaigns,
  comments,
  coSponsors,
  idempotentAnswers,
  stageChanges,
  useCases,
} from "#db/schema.server";
import { openApp, type Page } from "../support/app";
import { aCase } from "../support/cases";

const sendingOn = (page: Page, form: string) => page.find(`${form} input[name="once"]`).getAttribute("value") ?? "";

async function aHouse() {
  const app = await openApp();
  const departmentId = await app.department("SAV");
  const nadia = await app.signedIn("Nadia Belkacem", { roles: ["champion"], departments: [departmentId] });
  const answers = {
    "title.fr": "Relire les contrats de sous-traitance",
    "need.fr": "Chaque contrat est relu deux fois à la main",
    "affected.fr": "Les acheteurs",
    "expectedBenefit.fr": "Une lecture au lieu de deux",
    departmentId,
    ownerId: nadia.id,
  };
  return { app, nadia, answers };
}

describe("A form that is sent twice", () => {
  test("says one comment, and another one when it says something else or comes from a new page", async () => {
    const { app, nadia } = await aHouse();
    const { reference } = await aCase(app);
    const page = `/use-cases/${reference}`;
    const sending = sendingOn(await nadia.get(page), "#comments");
    const said = { intent: "comment", body: "Nous aussi", once: sending };
    const [first, second] = await Promise.all([nadia.post(`${page}?index`, said), nadia.post(`${page}?index`, said)]);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(second.location).toBe(first.location);
    expect(await app.database.select().from(comments)).toHaveLength(1);
    await nadia.submit(`${page}?index`, { ...said, body: "Et chez les filiales" });
    expect(await app.database.select().from(comments)).toHaveLength(2);
    const again = sendingOn(await nadia.get(page), "#comments");
    expect(again).not.toBe(sending);
    await nadia.submit(`${page}?index`, { ...said, once: again });
    expect(await app.database.select().from(comments)).toHaveLength(3);
  });

  test.each(["submit", "save"])(
    "makes one case without a script (%s), and a second one of other words",
    async (intent) => {
      const { app, nadia, answers } = await aHouse();
      const sent = { ...answers, intent, once: sendingOn(await nadia.get("/use-cases/new"), "form#use-case") };
      const made = await Promise.all([1, 2, 3].map(() => nadia.post("/use-cases/new", sent)));
      expect(new Set(made.map(({ location }) => location)).size).toBe(1);
      expect(await app.database.select().from(useCases)).toHaveLength(1);
      const other = { ...sent, "title.fr": "Classer les radios", "need.fr": "Les radios se perdent dans les dossiers" };
      await nadia.submit("/use-cases/new", other);
      expect(await app.database.select().from(useCases)).toHaveLength(2);
    },
  );

  test("submits a draft once, and leads to it both times", async () => {
    const { app, nadia, answers } = await aHouse();
    const kept = await nadia.post("/use-cases/new", { ...answers, intent: "save" });
    const draft = await nadia.get(kept.location ?? "");
    const version = draft.find('input[name="version"]').getAttribute("value") ?? "";
    const sent = { ...answers, version, intent: "submit", once: sendingOn(draft, "form#use-case") };
    const first = await nadia.post(kept.location ?? "", sent);
    const second = await nadia.post(kept.location ?? "", sent);
    expect([second.status, second.location]).toEqual([303, first.location]);
    expect(await app.database.select().from(stageChanges)).toHaveLength(1);
  });

  test("joins once, plans one campaign, and takes a case back once", async () => {
    const { app, nadia, answers } = await aHouse();
    const { id, reference } = await aCase(app, { authorId: nadia.id, departmentId: answers.departmentId });
    const twice = async (path: string, at: string, form: string, said: Record<string, string | number | string[]>) => {
      const sent = { ...said, once: sendingOn(await nadia.get(at), form) };
      const [first, second] = [await nadia.post(path, sent), await nadia.post(path, sent)];
      expect([path, second.status, second.location]).toEqual([path, 303, first.location]);
    };
    const theirs = await aCase(app, { departmentId: answers.departmentId });
    const join = `/use-cases/${theirs.reference}/join`;
    await twice(join, join, "main", { departmentId: answers.departmentId, additional: "yes" });
    expect(await app.database.select().from(coSponsors)).toHaveLength(1);
    const days = { startsOn: "2026-11-23", endsOn: "2026-12-04" };
    const campaign = { "name.fr": "Sprint", kind: "sprint", ...days, target: "10", hostId: nadia.id };
    const own = { ...campaign, "departments[]": [String(answers.departmentId)] };
    await twice("/campaigns/new", "/campaigns/new", "main", own);
    expect(await app.database.select().from(campaigns)).toHaveLength(1);
    const edit = `/use-cases/${reference}/edit`;
    await twice(edit, edit, "details.confirm", { intent: "withdraw", reason: "Doublon" });
    const changes = await app.database.select().from(stageChanges).where(eq(stageChanges.useCaseId, id));
    expect(changes.map(({ to }) => to)).toEqual(["submitted", "withdrawn"]);
  });

  test("is refused again where it was refused, and its name is free until it is done", async () => {
    const { app, nadia, answers } = await aHouse();
    const sent = { ...answers, "need.fr": "", intent: "submit", once: "a-sending-of-this-page" };
    expect((await nadia.post("/use-cases/new", sent)).status).toBe(400);
    expect((await nadia.post("/use-cases/new", sent)).status).toBe(400);
    expect(await app.database.select().from(idempotentAnswers)).toEqual([]);
  });
});

test("Under one key the work is done once, whoever comes at the same moment; another person's key is theirs", async () => {
  const { app, nadia } = await aHouse();
  const when = { now: app.clock.at, today: "2026-11-20", quarter: "2026-Q4" } as never;
  let done = 0;
  const work = async () => ({ done: ++done });
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => app.database.write((tx) => once(tx, nadia.id, "form x", work, when))),
  );
  expect(answers).toEqual(Array(8).fill({ done: 1 }));
  const failing = app.database.write((tx) => once(tx, nadia.id, "form y", () => Promise.reject(new Error("no")), when));
  await expect(failing).rejects.toThrow("no");
  expect(await answeredTo(app.database, nadia.id, "form y")).toBeNull();
  const omar = await app.signedIn("Omar Haddad");
  expect(await app.database.write((tx) => once(tx, omar.id, "form x", work, when))).toEqual({ done: 2 });
  expect(await app.database.select().from(auditEvents)).not.toHaveLength(0);
});
