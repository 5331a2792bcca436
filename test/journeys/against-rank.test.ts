import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { keepScenario } from "#app/business-cases/keep-scenario.server";
import { CASEBOOK } from "#app/people/roles";
import { businessCases, decisions } from "#db/schema.server";
import { openApp, type Person } from "../support/app";
import { anAssessedCase, anAssessment, whenOf, withRules } from "../support/arbitration";

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
    const page = await chair.submit(path, deciding(eleventh.reference, "approve"));
    expect(page.text).toContain("Contre le rang");
    const [decision] = await app.database.select().from(decisions).where(eq(decisions.useCaseId, eleventh.id));
    expect(decision).toMatchObject({ rank: 11, againstRank: true, setAgainst: { count: 10, said: false } });
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
    await chair.submit(path, deciding(second.reference, "not-now", { relookOn: "2027-02-01" }));
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
    await chair.submit(path, deciding(own.reference, "approve"));
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
