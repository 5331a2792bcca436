/** When a session may decide, and how much: from its day on, and no more than a figure that can be meant. */
import { expect, test } from "vitest";
import { committeeSessions, decisions } from "#db/schema.server";
import { openApp } from "../support/app";
import { anAssessedCase, withRules } from "../support/arbitration";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";

async function aHouse(heldOn: string) {
  const app = await openApp();
  await withRules(app);
  const chair = await app.signedIn("Claire Chair", { roles: ["chair", "committee"] });
  const hugo = await app.signedIn("Hugo Membre", { roles: ["committee", "security"] });
  const ines = await app.signedIn("Ines Membre", { roles: ["committee", "legal"] });
  const { reference } = await anAssessedCase(app, [hugo.id, ines.id]);
  await chair.submit("/committee", { heldOn, quorum: 1 });
  await chair.submit("/committee/1", { intent: "attendance", version: "1", "present[]": [String(chair.id)] });
  await chair.submit("/committee/1", { intent: "agenda-add", reference });
  const program = await aProgram(app, await openSite(app), chair.id);
  const deciding = { intent: "decide", reference, outcome: "approve", reason: "Le rapport est bon" };
  return { app, chair, program, reference, deciding };
}

test("A session decides, closes and is signed from its day on in the organisation’s time zone, and not before", async () => {
  const { app, chair, program, reference, deciding } = await aHouse("2026-11-26");
  // It is still the 25th in Paris.
  app.clock.at = new Date("2026-11-25T22:30:00Z");
  const page = await chair.get("/committee/1");
  expect(page.text).toContain("La séance se tient le 26 novembre 2026");
  expect(page.all(`#reason-${reference}`)).toHaveLength(0);
  expect(page.all('[value="close"]')).toHaveLength(0);
  for (const form of [deciding, { intent: "close", notes: "" }]) {
    const refused = await chair.post("/committee/1", form);
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining("Si elle se tient plus tôt")]);
  }
  const body = { reference, outcome: "approve", reason: { fr: "Oui" } };
  const decided = await program.ask("POST", "/sessions/1/decisions", { body });
  expect([decided.status, decided.body.detail]).toEqual([409, expect.stringContaining("still to come")]);
  expect((await program.ask("POST", "/sessions/1/closing", { body: {} })).status).toBe(409);
  await app.database.write(
    async (tx) => void (await tx.update(committeeSessions).set({ status: "closed", closedAt: app.clock.at })),
  );
  expect((await chair.post("/committee/1", { intent: "sign" })).status).toBe(409);
  await app.database.write(async (tx) => void (await tx.update(committeeSessions).set({ status: "planned" })));
  // An hour later it is the 26th there.
  app.clock.at = new Date("2026-11-25T23:30:00Z");
  await chair.submit("/committee/1", deciding);
  await chair.submit("/committee/1", { intent: "close", notes: "" });
  await chair.submit("/committee/1", { intent: "sign" });
});

test("A decision grants no more than a billion, by any door, and what it grants is told to the cent", async () => {
  const { app, chair, program, reference, deciding } = await aHouse("2026-11-20");
  const absurd = await chair.post("/committee/1", { ...deciding, budget: "1 000 000 000,01" });
  expect([absurd.status, absurd.find(`#reason-${reference}`).text]).toEqual([400, "Le rapport est bon"]);
  const body = { reference, outcome: "approve", reason: { fr: "Oui" }, budgetMinor: 9_007_199_254_740_991 };
  const asked = await program.ask("POST", "/sessions/1/decisions", { body });
  expect(asked.status).toBe(400);
  expect(JSON.stringify(asked.body)).toContain("budgetMinor");
  expect(await app.database.select().from(decisions)).toEqual([]);
  const page = await chair.submit("/committee/1", { ...deciding, budget: "999 999 999,99" });
  expect(page.text.replace(/\s/g, " ")).toContain("999 999 999,99 €");
  await chair.submit("/committee/1", { intent: "close", notes: "" });
  expect((await chair.get("/committee/1/minutes.md")).text.replace(/\s/g, " ")).toContain("999 999 999,99 €");
});
