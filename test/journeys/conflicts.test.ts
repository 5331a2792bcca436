/** Two people at one record: the later one sees both sides, loses nothing of what they typed, and has a way on. */
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { assessmentScores, costs, filters, pocs, reports, scoreOverrides } from "#db/schema.server";
import { type App, openApp, type Page, type Person } from "../support/app";
import { anAbstention, anAssessedCase, withRules } from "../support/arbitration";
import { aFirm, POC_FORM } from "../support/delivery";
import { sent } from "../support/import-steps";
import { aMeasuredCase, costForm, gridRow, KPI_FORM, Q3, reportForm } from "../support/measurement";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";

/** What the conflict panel sets side by side: field, yours, theirs. */
function sides(page: Page): string[][] {
  const panel = page.all("table").find((table) => table.text.includes("Dans votre formulaire"));
  if (!panel) throw new Error(`No panel of two sides: ${page.text.slice(0, 400)}`);
  return panel
    .querySelectorAll("tbody tr")
    .map((row) => row.querySelectorAll("th, td").map((cell) => cell.text.replace(/\s+/g, " ").trim()));
}

const value = (page: Page, selector: string) => page.find(selector).getAttribute("value");

describe("A score beside the computed one", () => {
  async function twoChairs(app: App) {
    await withRules(app);
    const member = await app.signedIn("Hugo Membre", { roles: ["committee"] });
    const first = await app.signedIn("Claire Roy", { roles: ["chair"] });
    const second = await app.signedIn("Denis Lang", { roles: ["chair"] });
    const { reference } = await anAssessedCase(app, [member.id], { chairsOwe: true });
    const path = `/use-cases/${reference}/assessment`;
    for (const chair of [first, second]) {
      await chair.submit(path, { intent: "submit", abstain: "yes", version: "0" });
    }
    return { first, second, path };
  }

  test("is not put in the place of one that another chair put there meanwhile", async () => {
    const app = await openApp();
    const { first, second, path } = await twoChairs(app);
    const opened = sent(await second.get(path), 'form:has([value="override"])');
    await first.submit(path, { ...opened, axis: "value", score: "80", reason: "Ouvre trois autres cas" });
    const late = await second.post(path, { ...opened, axis: "value", score: "40", reason: "Trop optimiste" });
    expect(late.status).toBe(409);
    expect(sides(late)).toEqual([
      ["Note de l’axe Valeur", "40", "80"],
      ["Justification", "Trop optimiste", "Ouvre trois autres cas"],
      ["Posée par", "vous", "Claire Roy"],
    ]);
    expect(late.find('[name="reason"]').text).toBe("Trop optimiste");
    expect(await app.database.select().from(scoreOverrides)).toMatchObject([{ score: 80, version: 1 }]);
    // The other axis is another record: nobody has touched it.
    await second.submit(path, { ...opened, axis: "complexity", score: "60", reason: "Deux systèmes à brancher" });
    const seen = sent(late, 'form:has([value="override"])');
    await second.submit(path, { ...seen, axis: "value", score: "40", reason: "Trop optimiste" });
    const [kept] = await app.database.select().from(scoreOverrides).where(eq(scoreOverrides.axis, "value"));
    expect(kept).toMatchObject({ score: 40, version: 2, byId: second.id });
  });

  test("says of which version it is, or is malformed", async () => {
    const app = await openApp();
    const { first, path } = await twoChairs(app);
    const bare = { intent: "override", axis: "value", score: "80", reason: "Ouvre trois autres cas" };
    expect((await first.post(path, bare)).status).toBe(400);
    expect(await app.database.select().from(scoreOverrides)).toHaveLength(0);
  });
});

test("An assessment left open in another window does not undo the draft that was saved since", async () => {
  const app = await openApp();
  await withRules(app);
  const member = await app.signedIn("Hugo Membre", { roles: ["committee"] });
  const { reference } = await anAssessedCase(app, []);
  const path = `/use-cases/${reference}/assessment`;
  const opened = sent(await member.get(path), "form.form-wide");
  const [criterion = ""] = Object.keys(opened).filter((name) => name.startsWith("comments."));
  const score = criterion.replace("comments", "scores");
  await member.submit(path, { ...opened, [score]: "4", comment: "À creuser", intent: "save" });
  const late = await member.post(path, { ...opened, [score]: "2", comment: "", intent: "save" });
  expect(late.status).toBe(409);
  expect(sides(late).map(([, yours, theirs]) => [yours, theirs])).toEqual([
    ["2", "4"],
    ["–", "À creuser"],
  ]);
  expect(await app.database.select().from(assessmentScores)).toMatchObject([{ score: 4 }]);
  // A comment may come before its score: the draft keeps it, and the score beside it later.
  const reopened = sent(await member.get(path), "form.form-wide");
  const [, second = ""] = Object.keys(reopened).filter((name) => name.startsWith("comments."));
  await member.submit(path, { ...reopened, [second]: "Quelles données ?", intent: "save" });
  expect((await member.get(path)).find(`[name="${second}"]`).text).toBe("Quelles données ?");
  const program = await aProgram(app, await openSite(app), member.id, "read");
  const { mine } = (await program.ask("GET", `/use-cases/${reference}/assessment`)).body;
  expect(mine.unscored).toMatchObject([{ comment: { fr: "Quelles données ?" } }]);
  const scored = { ...sent(await member.get(path), "form.form-wide"), [second.replace("comments", "scores")]: "2" };
  await member.submit(path, { ...scored, intent: "save" });
  expect((await member.get(path)).find(`[name="${second}"]`).text).toBe("Quelles données ?");
});

test("The probabilities of success that another administrator set meanwhile are shown before they are replaced", async () => {
  const app = await openApp();
  const first = await app.signedIn("Nour Haddad", { roles: ["admin"] });
  const second = await app.signedIn("Sami Rekik", { roles: ["admin"] });
  const path = "/prioritise/filters";
  const opened = sent(await second.get(path), 'form:has([value="probabilities"])');
  await first.submit(path, { ...opened, poc: "65" });
  const late = await second.post(path, { ...opened, poc: "80,0" });
  expect(late.status).toBe(409);
  expect(sides(late)).toEqual([["POC", "80", "65"]]);
  expect(value(late, '[name="poc"]')).toBe("80,0");
  const { version: _, ...bare } = opened;
  expect((await second.post(path, { ...bare, poc: "80" })).status).toBe(400);
  await second.submit(path, { ...sent(late, 'form:has([value="probabilities"])'), poc: "80" });
  expect(value(await first.get(path), '[name="poc"]')).toBe("80");
});

test("A filter and a model that were changed meanwhile show both sides", async () => {
  const app = await openApp();
  await withRules(app);
  const first = await app.signedIn("Claire Roy", { roles: ["chair"] });
  const second = await app.signedIn("Denis Lang", { roles: ["chair"] });
  const [filter] = await app.database.select().from(filters);
  const page = "/prioritise/filters";
  const opened = sent(await second.get(page), `form:has(#filter-${filter?.id}-name)`);
  await first.submit(page, { ...opened, threshold: "6" });
  const late = await second.post(page, { ...opened, threshold: "8", name: "Retour en deux ans" });
  expect(late.status).toBe(409);
  expect(sides(late).map(([, yours]) => yours)).toEqual(["Retour en deux ans", "8"]);
  expect(value(late, `#filter-${filter?.id}-threshold`)).toBe("8");

  const nuvea = { name: "Nuvéa", type: "large-tech" };
  const vendor = (await first.post("/registers/vendors/new", nuvea)).location ?? "";
  const vendorId = vendor.split("/").at(-1) ?? "";
  const made = await first.post("/registers/models/new", { vendorId, name: "Nuvéa 3", hosting: "eu" });
  const edit = `${made.location}/edit`;
  const model = sent(await second.get(edit), 'form:has([name="version"])');
  await first.submit(edit, { ...model, hosting: "self-hosted", price: "0,0025" });
  const overtaken = await second.post(edit, { ...model, name: "Nuvéa 3.1" });
  expect(overtaken.status).toBe(409);
  expect(sides(overtaken).map(([, yours]) => yours)).toEqual(["Nuvéa 3.1", "Union européenne", "–"]);
  expect(value(overtaken, "#name")).toBe("Nuvéa 3.1");
  const { version: _, ...bare } = model;
  expect((await second.post(edit, { ...bare, name: "Nuvéa 3.1" })).status).toBe(400);
  expect((await second.post(`${vendor}/edit`, nuvea)).status).toBe(400);
});

describe("Posted by hand without its version", () => {
  test("a POC that is there, its verdict and a case are malformed", async () => {
    const app = await openApp();
    const { owner, newCase } = await aFirm(app);
    const { reference } = await newCase({ stage: "poc" });
    const path = `/use-cases/${reference}/poc`;
    await owner.submit(`${path}/edit`, POC_FORM);
    const [poc] = await app.database.select().from(pocs);
    const id = poc?.id ?? 0;
    expect((await owner.post(`${path}/edit`, { ...POC_FORM, id, peopleCap: "9" })).status).toBe(400);
    expect((await owner.post(`${path}/edit`, { ...POC_FORM, id, version: "", peopleCap: "9" })).status).toBe(400);
    const verdict = { intent: "verdict", pocId: id, verdict: "pivot", result: "", learning: "Les scans se lisent mal" };
    expect((await owner.post(path, verdict)).status).toBe(400);
    expect((await owner.post(path, { ...verdict, version: "7" })).status).toBe(409);
    expect(await app.database.select().from(pocs)).toMatchObject([{ peopleCap: 3, verdict: null, version: 1 }]);
    const { version: _, ...content } = sent(await owner.get(`/use-cases/${reference}/edit`), "form#use-case");
    expect((await owner.post(`/use-cases/${reference}/edit`, content)).status).toBe(400);
  });
});

describe("Attendance", () => {
  async function aSession(app: App) {
    await withRules(app);
    const chair = await app.signedIn("Claire Chair", { roles: ["chair", "committee"] });
    const hugo = await app.signedIn("Hugo Membre", { roles: ["committee", "security"] });
    const ines = await app.signedIn("Ines Membre", { roles: ["committee", "legal"] });
    const { id, reference } = await anAssessedCase(app, [hugo.id, ines.id]);
    await chair.submit("/committee", { heldOn: "2026-11-20", quorum: 3 });
    const path = "/committee/1";
    await chair.submit(path, { intent: "agenda-add", reference });
    return { chair, hugo, ines, id, reference, path };
  }

  const reason = "Le gain couvre le coût en trois trimestres, et l’équipe est prête";

  /** The decision’s form as a browser would send it, with its outcome chosen. */
  const decision = (page: Page, reference: string): Record<string, string | string[]> => ({
    ...sent(page, `form:has(#reason-${reference})`),
    outcome: "approve",
  });

  test("is noted with the decision that was refused for want of a quorum: its reason is not lost", async () => {
    const app = await openApp();
    const { chair, hugo, ines, reference, path } = await aSession(app);
    const typed = { ...decision(await chair.get(path), reference), reason };
    const refused = await chair.post(path, typed);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("le quorum n’est pas atteint");
    // One form holds the boxes and the reason; no other one of the page could leave the reason behind.
    expect(refused.all('[name="present[]"]')).toHaveLength(3);
    expect(refused.all(`form:has(#reason-${reference}) [name="present[]"]`)).toHaveLength(3);
    const again = decision(refused, reference);
    expect(again.reason).toEqual([reason]);
    const stillFew = await chair.post(path, { ...again, "present[]": [String(chair.id), String(hugo.id)] });
    expect(stillFew.status).toBe(409);
    expect(stillFew.find(`#reason-${reference}`).text).toBe(reason);
    expect(stillFew.all('[name="present[]"][checked]')).toHaveLength(2);
    // Refused as a whole: nobody is noted as present by a decision that was not taken.
    expect((await chair.get(path)).all('[name="present[]"][checked]')).toHaveLength(0);
    const all = [chair, hugo, ines].map(({ id }) => String(id));
    const done = await chair.submit(path, { ...decision(stillFew, reference), "present[]": all });
    expect(done.text).toContain(reason);
    expect(done.text).toContain("le quorum de 3 est atteint");
  });

  test("that somebody noted meanwhile is shown before it is replaced", async () => {
    const app = await openApp();
    const { chair, hugo, ines, reference, path } = await aSession(app);
    const admin = await app.signedIn("Sami Rekik", { roles: ["admin"] });
    const opened = sent(await admin.get(path), 'form:has([value="attendance"])');
    const refused = await chair.post(path, { ...decision(await chair.get(path), reference), reason });
    await chair.submit(path, { ...opened, "present[]": [String(chair.id), String(hugo.id), String(ines.id)] });
    const late = await admin.post(path, { ...opened, "present[]": [String(hugo.id)] });
    expect(late.status).toBe(409);
    expect(sides(late)).toEqual([["Présences", "Hugo Membre", "Claire Chair, Hugo Membre et Ines Membre"]]);
    expect(late.all('[name="present[]"][checked]')).toHaveLength(1);
    const overtaken = await chair.post(path, { ...decision(refused, reference), "present[]": [String(chair.id)] });
    expect(overtaken.status).toBe(409);
    expect(sides(overtaken)).toHaveLength(1);
    expect(overtaken.find(`#reason-${reference}`).text).toBe(reason);
  });

  test("a decision that another chair took meanwhile leaves the reason to be copied", async () => {
    const app = await openApp();
    const { chair, id, reference, path } = await aSession(app);
    const other = await app.signedIn("Denis Lang", { roles: ["chair"] });
    await anAbstention(app, id, other.id);
    const opened = { ...decision(await chair.get(path), reference), override: "yes" };
    await other.submit(path, { ...opened, reason: "Sans attendre" });
    const late = await chair.post(path, { ...opened, reason });
    expect(late.status).toBe(409);
    expect(late.find(".untold").text).toContain(reason);
  });
});

describe("The costs of a quarter", () => {
  async function withNote(app: App) {
    const measured = await aMeasuredCase(app);
    const { champion, reference } = measured;
    await champion.submit(`/use-cases/${reference}/kpis`, costForm(Q3, "run", "500", { note: "Serveurs de juillet" }));
    const page = "/quarter/2026-Q3/costs";
    const cells = (person: Person) => person.get(page).then((shown) => sent(shown));
    const entry = async () =>
      (await app.database.select().from(costs).orderBy(costs.kind)).map(({ kind, amountMinor, note }) => [
        kind,
        amountMinor,
        note?.fr,
      ]);
    return { ...measured, page, cells, entry };
  }

  test("keep an entry’s note when its amount is changed in the grid, or beside the case", async () => {
    const app = await openApp();
    const { champion, reference, page, cells, entry } = await withNote(app);
    await champion.submit(page, { ...(await cells(champion)), "rows.0.run": "650", "rows.0.usage": "40" });
    expect(await entry()).toEqual([
      ["run", 65_000, "Serveurs de juillet"],
      ["usage", 4_000, undefined],
    ]);
    await champion.submit(`/use-cases/${reference}/kpis`, costForm(Q3, "run", "700", { version: 2 }));
    expect((await entry())[0]).toEqual(["run", 70_000, "Serveurs de juillet"]);
  });

  test("show both sides of a cell that somebody changed meanwhile, and follow them in the cells left alone", async () => {
    const app = await openApp();
    const { champion, finance, page, cells, entry } = await withNote(app);
    const opened = await cells(champion);
    await finance.submit(page, { ...(await cells(finance)), "rows.0.run": "650", "rows.0.usage": "40" });
    const late = await champion.post(page, { ...opened, "rows.0.run": "700", "rows.0.build": "90" });
    expect(late.status).toBe(409);
    expect(sides(late)).toEqual([
      [expect.stringContaining("UC-0001"), "90,00 €", "–"],
      [expect.stringContaining("UC-0001"), "700,00 €", "650,00 €"],
    ]);
    expect(value(late, '[name="rows.0.run"]')).toBe("700");
    expect(value(late, '[name="rows.0.usage"]')).toBe("40");
    await champion.submit(page, sent(late));
    expect((await entry()).map(([kind, amount]) => [kind, amount]).sort()).toEqual([
      ["build", 9_000],
      ["run", 70_000],
      ["usage", 4_000],
    ]);
  });
});

describe("A report", () => {
  test("in the grid: a row left alone is not written over what somebody corrected meanwhile", async () => {
    const app = await openApp();
    const { owner, champion, kpiId, reference } = await aMeasuredCase(app);
    const other = { ...KPI_FORM, name: "Réclamations", ownerId: owner.id };
    const added = await champion.submit(`/use-cases/${reference}/kpis/new`, other);
    const second = Number([...added.html.matchAll(/kpis\/(\d+)\/edit/g)].at(-1)?.[1]);
    const path = "/report?quarter=2026-Q3";
    const typed = [kpiId, second].map((id, at) => gridRow(at, id, { actual: "10", evidence: "1" }));
    await owner.submit(path, reportForm(Q3, ...typed));
    const opened = sent(await owner.get(path));
    const [mine, theirs] = await app.database.select().from(reports).orderBy(reports.id);
    const correction = { intent: "correct", version: 1, evidence: "1", source: "", note: "Recompté" };
    await owner.submit(`/report/${theirs?.id}`, { ...correction, actual: "8" });
    await owner.submit(path, { ...opened, "rows.0.actual": "9", "rows.0.words": "Recompté" });
    const actuals = async () =>
      (await app.database.select().from(reports).orderBy(reports.id)).map(({ actual }) => actual);
    expect(await actuals()).toEqual([9, 8]);

    const late = await owner.post(path, { ...opened, "rows.0.actual": "7", "rows.0.words": "Sans les appels" });
    expect(late.status).toBe(409);
    expect(sides(late).map(([, yours, now]) => [yours, now])).toEqual([
      ["7", "9"],
      ["Sans les appels", "Recompté"],
    ]);
    expect(value(late, '[name="rows.0.actual"]')).toBe("7");
    expect(value(late, '[name="rows.1.actual"]')).toBe("8");
    await owner.submit(path, sent(late));
    expect(await actuals()).toEqual([7, 8]);

    const stale = await owner.post(`/report/${mine?.id}`, { ...correction, actual: "6" });
    expect(stale.status).toBe(409);
    expect(sides(stale)[0]).toEqual(["Valeur", "6", "7"]);
    expect(value(stale, '[name="actual"]')).toBe("6");
  });

  test("of a closed quarter is not restated by who reported it, as it is not validated by them", async () => {
    const app = await openApp();
    const { champion, finance, department, kpiId } = await aMeasuredCase(app);
    const both = await app.signedIn("Paul Double", { roles: ["finance", "champion"], departments: [department] });
    const path = "/report?quarter=2026-Q3&scope=department";
    await both.submit(path, reportForm(Q3, gridRow(0, kpiId, { actual: "10", evidence: "1" })));
    const [written] = await app.database.select().from(reports);
    await finance.submit("/quarter/2026-Q3?index", { intent: "collect", version: 0 });
    await finance.submit("/quarter/2026-Q3?index", { intent: "review", version: 1 });
    await finance.submit("/quarter/2026-Q3/close", { intent: "close", version: 2, despite: "yes" });
    const restated = { intent: "restate", version: 1, actual: "4", evidence: "3", reason: "Facture retrouvée" };
    const report = `/report/${written?.id}`;
    expect((await both.get(report)).all('[value="restate"]')).toHaveLength(0);
    expect((await both.post(report, restated)).status).toBe(403);
    const missing = `/report/missing?kpi=${kpiId}&quarter=2026-Q3`;
    expect((await both.post(missing, restated)).status).toBe(403);
    expect((await champion.post(report, restated)).status).toBe(403);
    await finance.submit(report, restated);
    const late = await finance.post(report, { ...restated, actual: "5" });
    expect(late.status).toBe(409);
    expect(sides(late)[0]).toEqual(["Valeur", "5", "4"]);
  });
});

test("A KPI that was changed meanwhile shows every term that is apart, money included", async () => {
  const app = await openApp();
  const { champion, finance, owner, kpiId, reference } = await aMeasuredCase(app);
  const path = `/use-cases/${reference}/kpis/${kpiId}/edit`;
  const edit = { ...KPI_FORM, ownerId: owner.id, version: 1 };
  await champion.submit(path, { ...edit, valuePerUnit: "2 000" });
  const late = await finance.post(path, { ...edit, valuePerUnit: "1500", target: "5,0" });
  expect(late.status).toBe(409);
  expect(sides(late)).toEqual([["Valeur d’une unité par trimestre", "1 500,00 €", "2 000,00 €"]]);
});
