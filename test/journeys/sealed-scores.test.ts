/** What rests on scores tells nothing to whoever may not see them, whichever door they try. */
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { decisions, filterExceptions, filters } from "#db/schema.server";
import { openApp } from "../support/app";
import { anAbstention, anAssessedCase, withRules } from "../support/arbitration";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";

async function aHouse() {
  const app = await openApp();
  await withRules(app);
  const chair = await app.signedIn("Claire Chair", { roles: ["chair", "committee"] });
  const hugo = await app.signedIn("Hugo Membre", { roles: ["committee", "security"] });
  const site = await openSite(app);
  const all = await app.database.select().from(filters);
  const filterOn = (field: string) => all.find((one) => one.field === field)?.id ?? 0;
  return { app, chair, hugo, program: await aProgram(app, site, chair.id), filterOn };
}

test("A filter on scores is excepted by nobody to whom the scores are hidden, whether the case fails or passes it", async () => {
  const { app, chair, hugo, program, filterOn } = await aHouse();
  const cases = [
    await anAssessedCase(app, [hugo.id], { score: 1, chairsOwe: true }),
    await anAssessedCase(app, [hugo.id], { score: 5, chairsOwe: true }),
  ];
  const except = (reference: string, filter: number) =>
    program.ask("POST", "/filter-exceptions", {
      body: { useCase: reference, filter, reason: { fr: "Utile" }, until: null },
    });
  for (const { reference } of cases) {
    const { status, body } = await except(reference, filterOn("complexity"));
    expect([status, body.detail]).toEqual([409, expect.stringContaining("hidden from you")]);
    // What rests on other facts may tell.
    const payback = await except(reference, filterOn("paybackQuarters"));
    expect([payback.status, payback.body.detail]).toEqual([409, expect.stringContaining("passes this filter")]);
    const form = { intent: "except", reference, filterId: filterOn("complexity"), reason: "Utile", until: "" };
    expect((await chair.post("/prioritise/filters", form)).status).toBe(409);
  }
  const [hard] = cases.slice(1);
  await anAbstention(app, hard?.id ?? 0, chair.id);
  expect((await except(hard?.reference ?? "", filterOn("complexity"))).status).toBe(200);
});

test("Who declared a conflict of interest signs no exception and takes none back", async () => {
  const { app, chair, hugo, program, filterOn } = await aHouse();
  const other = await app.signedIn("Odile Autre", { roles: ["chair"] });
  const { id, reference } = await anAssessedCase(app, [hugo.id], { euros: 2_000, chairsOwe: true });
  await chair.submit(`/use-cases/${reference}/assessment`, { intent: "conflict", why: "Mon frère vend cet outil" });
  const body = { useCase: reference, filter: filterOn("paybackQuarters"), reason: { fr: "Utile" }, until: null };
  const refused = await program.ask("POST", "/filter-exceptions", { body });
  expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining("conflict of interest")]);
  const form = { intent: "except", reference, filterId: filterOn("paybackQuarters"), reason: "Utile", until: "" };
  await other.submit("/prioritise/filters", form);
  const [signed] = await app.database.select().from(filterExceptions).where(eq(filterExceptions.useCaseId, id));
  const back = await program.ask("POST", `/filter-exceptions/${signed?.id}/withdrawal`, { body: {} });
  expect(back.status).toBe(409);
});

test("Neither a move nor a decision tells whether the filters stop a case whose scores are hidden", async () => {
  const { app, chair, hugo, program } = await aHouse();
  const ines = await app.signedIn("Ines Membre", { roles: ["committee", "legal"] });
  const planned = await chair.submit("/committee", { heldOn: "2026-11-20", quorum: 1 });
  const path = `/committee/${/\d+/.exec(planned.find("h1").text)?.[0]}`;
  await chair.submit(path, { intent: "attendance", version: "1", "present[]": [String(chair.id)] });
  const other = await anAssessedCase(app, [hugo.id, ines.id]);
  for (const score of [1, 5]) {
    const { reference } = await anAssessedCase(app, [hugo.id, ines.id], { score, chairsOwe: true });
    await chair.submit(path, { intent: "agenda-add", reference });
    for (const override of [false, true]) {
      const reason = { fr: "Parce que" };
      const body = { from: "assessment", to: "approved", reason, override };
      const moved = await program.ask("POST", `/use-cases/${reference}/moves`, { body });
      const decided = await program.ask("POST", `${path.replace("/committee", "/sessions")}/decisions`, {
        body: { reference, outcome: "approve", reason, override },
      });
      for (const { status, body } of [moved, decided]) {
        expect([status, body.missing, body.detail]).toEqual([409, undefined, expect.stringContaining("or abstain")]);
      }
    }
    const page = await chair.get(path);
    expect(page.all(`#reason-${reference}`)).toHaveLength(0);
    expect(page.find(`#entry-${reference}`).text).toContain("vous devez encore l’évaluer");
    // Compared, it is said to be hidden, and not to be stopped or out of the ranking.
    const compared = (await program.get(`/comparison?cases=${reference},${other.reference}`)).body;
    const own = compared.cases.find((one: { reference: string }) => one.reference === reference);
    expect(own).toMatchObject({ rank: null, filtersFailed: null, scoresHidden: true });
    const table = (await chair.get(`/prioritise/compare?case=${reference}&case=${other.reference}`)).text;
    expect(table).toContain("masqué tant que vous n’avez pas évalué");
    for (const false_ of ["Pas classé", "Arrêté par"]) expect(table).not.toContain(false_);
  }
  expect(await app.database.select().from(decisions)).toEqual([]);
});
