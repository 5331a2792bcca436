import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { keepScenario } from "#app/business-cases/keep-scenario.server";
import { CASEBOOK } from "#app/people/roles";
import { businessCases, decisions } from "#db/schema.server";
import { openApp, type Person } from "../support/app";
import { anAssessedCase, anAssessment, whenOf, withRules } from "../support/arbitration";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";

async function aCommittee() {
  const app = await openApp();
  await withRules(app);
  const chair = await app.signedIn("Claire Chair", { roles: ["chair", "committee"] });
  const first = await app.signedIn("Hugo Membre", { roles: ["committee", "security"] });
  const second = await app.signedIn("Ines Membre", { roles: ["committee", "legal"] });
  return { app, chair, first, second, assessors: [chair.id, first.id, second.id] };
}

async function aSession(chair: Person, present: readonly number[], agenda: readonly string[]) {
  const planned = await chair.submit("/committee", { heldOn: "2026-11-20", quorum: 3 });
  const path = `/committee/${/\d+/.exec(planned.find("h1").text)?.[0]}`;
  if (present.length) await chair.submit(path, { intent: "attendance", version: 1, "present[]": present.map(String) });
  for (const reference of agenda) await chair.submit(path, { intent: "agenda-add", reference });
  return path;
}

const deciding = (reference: string, outcome: string, more: Record<string, string> = {}) => ({
  ...{ intent: "decide", reference, outcome, reason: `Décidé ainsi pour ${reference}` },
  ...more,
});

const SAID = { againstRank: "yes" };

/** The rows of the page by reference: what each passed over, as it is told. */
async function against(reader: Person): Promise<string> {
  return (await reader.get("/committee/against-rank")).text.replace(/\s+/g, " ");
}

describe("Decisions against the ranking", () => {
  test("name the better placed cases that were not on the table at all", async () => {
    const { app, chair, assessors } = await aCommittee();
    const better = [];
    for (let index = 0; index < 10; index += 1) {
      better.push(await anAssessedCase(app, assessors, { euros: 60_000 - index * 1_000, title: `Mieux ${index}` }));
    }
    const failing = await anAssessedCase(app, assessors, { euros: 3_000, title: "Ne passe pas" });
    const eleventh = await anAssessedCase(app, assessors, { euros: 20_000 });
    const path = await aSession(chair, assessors, [eleventh.reference]);
    const page = await chair.submit(path, deciding(eleventh.reference, "approve", SAID));
    expect(page.text).toContain("Contre le rang");
    const [decision] = await app.database.select().from(decisions).where(eq(decisions.useCaseId, eleventh.id));
    expect(decision).toMatchObject({ rank: 11, againstRank: true, setAgainst: { count: 10, said: true } });
    expect(decision?.setAgainst?.cases.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const said = await against(chair);
    expect(said).toContain("10 cas mieux classés n’ont pas été approuvés");
    for (const { reference } of better) expect(said).toContain(reference);
    expect(said).not.toContain(failing.reference);
    const record = await chair.get(`${path}/${eleventh.reference}`);
    expect(record.find("#against").text).toContain(better[0]?.reference ?? "");
  });

  test("weigh a session as a whole: what it approves later was not passed over, and its close settles the rest", async () => {
    const { app, chair, assessors } = await aCommittee();
    const first = await anAssessedCase(app, assessors, { euros: 60_000 });
    const second = await anAssessedCase(app, assessors, { euros: 50_000 });
    const third = await anAssessedCase(app, assessors, { euros: 40_000 });
    const path = await aSession(
      chair,
      assessors,
      [first, second, third].map(({ reference }) => reference),
    );
    await chair.submit(path, deciding(third.reference, "approve"));
    const readOf = async (id: number) =>
      (await app.database.select().from(decisions).where(eq(decisions.useCaseId, id)))[0];
    expect((await readOf(third.id))?.setAgainst?.count).toBe(2);
    await chair.submit(path, deciding(first.reference, "approve"));
    expect((await readOf(third.id))?.setAgainst?.cases.map(({ reference }) => reference)).toEqual([second.reference]);
    await chair.submit(path, deciding(second.reference, "not-now", { relookOn: "2027-02-01", ...SAID }));
    expect((await readOf(second.id))?.setAgainst?.cases.map(({ reference }) => reference)).toEqual([third.reference]);
    await chair.submit(path, { intent: "close" });
    const settled = await readOf(third.id);
    expect(settled).toMatchObject({ againstRank: true, setAgainst: { count: 1, cases: [{ outcome: "not-now" }] } });
    expect(await readOf(first.id)).toMatchObject({ againstRank: false, setAgainst: { count: 0 } });
    // What another session decides of it later changes nothing.
    const again = await aSession(chair, assessors, [second.reference]);
    await chair.submit(again, deciding(second.reference, "approve"));
    expect(await readOf(third.id)).toEqual(settled);
  });

  test("name no place of a case that their reader still has to assess, nor count it", async () => {
    const { app, chair, first, second } = await aCommittee();
    const scored = [first.id, second.id];
    const better = await anAssessedCase(app, scored, { euros: 60_000, chairsOwe: true });
    const seen = await anAssessedCase(app, [chair.id, ...scored], { euros: 50_000 });
    const own = await anAssessedCase(app, [chair.id, ...scored], { euros: 20_000 });
    const path = await aSession(chair, [chair.id, ...scored], [own.reference]);
    const asked = await chair.post(path, deciding(own.reference, "approve"));
    expect([asked.status, asked.find(".notice").text]).toEqual([409, expect.stringContaining(`${seen.reference} (`)]);
    expect(asked.find(".notice").text).not.toMatch(new RegExp(`${better.reference}|autre`));
    await chair.submit(path, deciding(own.reference, "approve", SAID));
    const blind = await against(chair);
    expect(blind).toContain("Les cas que vous devez encore évaluer");
    expect(blind).toContain(seen.reference);
    expect(blind).not.toContain(better.reference);
    expect(blind).not.toContain("2 cas mieux classés");
    expect((await chair.get(`${path}/${own.reference}`)).find("#against").text).not.toContain(better.reference);
    const all = await against(first);
    expect(all).toContain("2 cas mieux classés");
    expect(all).toContain(better.reference);
  });
});

describe("A decision against the rank is asked about", () => {
  async function fourInOrder() {
    const house = await aCommittee();
    const cases = [];
    for (const euros of [60_000, 50_000, 40_000, 30_000, 20_000]) {
      cases.push(await anAssessedCase(house.app, house.assessors, { euros }));
    }
    return { ...house, of: cases.map(({ reference }) => reference) };
  }

  test("naming what it passes over that its session cannot change, and keeps what was typed", async () => {
    const { app, chair, assessors, of } = await fourInOrder();
    const [best = "", , , , last = ""] = of;
    const path = await aSession(chair, assessors, [last]);
    const refused = await chair.post(path, deciding(last, "approve", { budget: "1 234" }));
    expect(refused.status).toBe(409);
    const said = refused.find(".notice").text.replace(/\s+/g, " ");
    expect(said).toContain(`${last} est au rang 5, et des cas mieux classés ne sont pas approuvés`);
    expect(said).toContain(`${best} (1), ${of[1]} (2), ${of[2]} (3) et un autre`);
    expect(refused.find(`.notice a[href="/use-cases/${best}"]`).text).toBe(best);
    expect(refused.find(`#reason-${last}`).text).toContain("Décidé ainsi");
    expect(refused.find(`#budget-${last}`).getAttribute("value")).toBe("1 234");
    expect(await app.database.select().from(decisions)).toEqual([]);
    await chair.submit(path, deciding(last, "approve", { budget: "1 234", ...SAID }));
    const [decision] = await app.database.select().from(decisions);
    expect(decision).toMatchObject({ againstRank: true, setAgainst: { said: true, count: 4 } });
  });

  test("not for what is still on the table, but where its no comes after a yes to one placed behind", async () => {
    const { chair, assessors, of } = await fourInOrder();
    const [first = "", second = "", third = ""] = of;
    const path = await aSession(chair, assessors, [first, second, third]);
    await chair.submit(path, deciding(second, "approve"));
    const later = deciding(first, "not-now", { relookOn: "2027-02-01" });
    const refused = await chair.post(path, later);
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining("classés derrière lui")]);
    expect(refused.find(".notice").text).toContain(`${second} (2)`);
    await chair.submit(path, { ...later, ...SAID });
    expect((await chair.get(path)).all("[name=againstRank][id=againstRank-close]")).toHaveLength(1);
    await chair.submit(path, { intent: "close" });
  });

  test("when the close leaves a better one undecided, by the page and by the API", async () => {
    const { app, chair, assessors, of } = await fourInOrder();
    const program = await aProgram(app, await openSite(app), chair.id);
    const [first = "", second = "", third = "", fourth = ""] = of;
    const path = await aSession(chair, assessors, [first, second, third, fourth]);
    const number = path.split("/").at(-1);
    await chair.submit(path, deciding(first, "approve"));
    await chair.submit(path, deciding(third, "approve"));
    for (const form of [{ notes: "" }, { notes: "Sans dire" }, { notes: "", ...SAID }]) {
      const refused = await chair.post(path, { intent: "close", ...form });
      expect([refused.status, refused.text]).toEqual([409, expect.stringContaining("restent indécis")]);
      expect(refused.find("details.confirm[open] .notice").text).toContain(`${third} est approuvé`);
      expect(refused.find("details.confirm[open] .notice").text).toContain(`${second} (2)`);
    }
    const asked = await program.ask("POST", `/sessions/${number}/closing`, { body: {} });
    expect([asked.status, asked.body.detail]).toEqual([409, expect.stringContaining(`${second} (2)`)]);
    const unsaid = { reference: fourth, outcome: "approve", reason: { fr: "Oui" } };
    await program.ask("POST", `/sessions/${number}/agenda`, { body: { remove: [second] } });
    const decided = await program.ask("POST", `/sessions/${number}/decisions`, { body: unsaid });
    expect([decided.status, decided.body.detail]).toEqual([409, expect.stringContaining(`${second} (2)`)]);
    const body = { ...unsaid, againstRank: true };
    expect((await program.ask("POST", `/sessions/${number}/decisions`, { body })).status).toBe(200);
    const closing = { notes: { fr: "Il attend une réponse" }, againstRank: true };
    const closed = await program.ask("POST", `/sessions/${number}/closing`, { body: closing });
    expect([closed.status, closed.body.status]).toEqual([200, "closed"]);
  });
});

test("A decision keeps the scenarios that the author had named, with the figures of its day", async () => {
  const { app, chair, assessors } = await aCommittee();
  const { id, reference } = await anAssessedCase(app, assessors);
  const scenario = { name: "Départ lent", benefits: 0.5, costs: 1, delayQuarters: 1, changes: [] };
  const startedFrom = { number: 1, version: 1 };
  await app.database.write((tx) =>
    keepScenario(tx, CASEBOOK, { useCaseId: id, startedFrom, name: scenario.name, scenario }, whenOf(app)),
  );
  const path = await aSession(chair, assessors, [reference]);
  await chair.submit(path, deciding(reference, "approve"));
  await app.database.write((tx) => tx.update(businessCases).set({ scenarios: [] }));
  const record = await chair.get(`${path}/${reference}`);
  expect(record.text).toContain("Départ lent");
  const [decision] = await app.database.select().from(decisions);
  expect(decision?.snapshot).toMatchObject({ businessCase: { scenarios: [scenario] } });
});

test("Who decides while scores are hidden from them is told why, and where to assess", async () => {
  const { app, chair, first, second } = await aCommittee();
  const { id, reference } = await anAssessedCase(app, [first.id, second.id], { chairsOwe: true });
  const path = await aSession(chair, [], [reference]);
  const entry = (await chair.get(path)).find(`#entry-${reference}`);
  expect(entry.text).toContain("vous devez encore l’évaluer");
  expect(entry.querySelectorAll(`a[href="/use-cases/${reference}/assessment"]`).length).toBeGreaterThan(0);
  expect(entry.querySelectorAll('a[href="/assess"]')).toHaveLength(1);
  await anAssessment(app, id, chair.id);
  expect((await chair.get(path)).find(`#entry-${reference}`).text).not.toContain("vous devez encore l’évaluer");
});

test("What a decision has just asked for is not marked as missing", async () => {
  const { app, chair, assessors } = await aCommittee();
  const { reference } = await anAssessedCase(app, assessors);
  const path = await aSession(chair, assessors, [reference]);
  const page = await chair.submit(path, {
    ...deciding(reference, "approve"),
    "asked.0.text": "Un accord écrit",
    "asked.0.ownerId": String(chair.id),
    "asked.0.dueOn": "2026-12-15",
  });
  expect(page.find(`#entry-${reference} .checklist`).text).toContain("Un accord écrit");
  expect(page.all(`#entry-${reference} .check-missing`)).toHaveLength(0);
});
