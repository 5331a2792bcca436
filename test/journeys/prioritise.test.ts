import { eq, type SQL, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { MOST_DRAWN } from "#app/committee/choice";
import { installFilters } from "#app/committee/default-filters.server";
import { exceptFilter, lapseExceptions } from "#app/committee/edit-filter.server";
import { FIELD_NAMES, type Filter, funnelOf } from "#app/committee/filters";
import { readOrder, readPlacesOf } from "#app/committee/order.server";
import { type RankedStage, rank, SUCCESS_BY_STAGE } from "#app/committee/ranking";
import { readFilters } from "#app/committee/ranking.server";
import { day } from "#app/kernel/day";
import { minor } from "#app/kernel/money";
import { CASEBOOK } from "#app/people/roles";
import { auditEvents, filterExceptions, filters, standings, useCases } from "#db/schema.server";
import { type App, openApp, type Page } from "../support/app";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";
import { addCase, WHEN } from "../support/standing";

const figures = (value: number, complexity: number, npv: number, cost: number, paybackQuarters: number | null) => ({
  value,
  complexity,
  npvMinor: minor(npv),
  npvP50Minor: minor(npv),
  totalCostMinor: minor(cost),
  totalBenefitMinor: minor(cost + npv),
  roi: npv / cost,
  paybackQuarters,
});

async function portfolio(app: App) {
  await app.database.write((tx) => installFilters(tx, CASEBOOK, WHEN));
  const store = await app.department("MAG", "Magasins");
  await addCase(app, "UC-0001", { standing: figures(70, 40, 5_000_000, 2_000_000, 3), departmentId: store });
  await addCase(app, "UC-0002", { standing: figures(80, 30, 9_000_000, 9_000_000, 2), stage: "approved" });
  await addCase(app, "UC-0003", { standing: figures(90, 20, 20_000_000, 2_000_000, 6) });
  await addCase(app, "UC-0004", { standing: figures(40, 90, 2_000_000, 2_000_000, null) });
  await addCase(app, "UC-0005", { standing: { value: 55, complexity: 35 } });
  await addCase(app, "UC-0006", { stage: "production", standing: figures(90, 10, 1_000_000, 1_000_000, 1) });
  return { store };
}

/** The references in the order in which the ranked list shows them. */
function orderOn(page: Page): string[] {
  const table = page.all("table").find((each) => each.textContent.includes("Explication"));
  return (table?.querySelectorAll("tbody > tr") ?? []).flatMap((row) => /UC-\d{4}/.exec(row.textContent)?.[0] ?? []);
}

describe("Prioritising", () => {
  test("shows the cases in order, each with why, and lists apart those that cannot be ranked", async () => {
    const app = await openApp();
    await portfolio(app);
    const reader = await app.signedIn("Hélène Petit", { roles: ["executive"] });
    const page = await reader.get("/prioritise");
    expect(page.status).toBe(200);
    expect(orderOn(page)).toEqual(["UC-0001", "UC-0002", "UC-0003", "UC-0004"]);
    expect(page.text).toContain("Jamais rentabilisé sur l’horizon");
    const missing = page.find('a[href="/use-cases/UC-0005/business-case"]');
    expect(missing.textContent).toBe("Business case");
    expect(page.text).not.toContain("UC-0006");
    expect(page.find(".scatter-corners").textContent).toContain("Gains rapides");
    expect(page.all('a[href^="/prioritise/filters?case="]')).toHaveLength(0);
    expect(page.text).not.toContain("Page 1");
  });

  test("opens each count to the cases that it counts, with their ranks among all, and each figure of the map’s table", async () => {
    const app = await openApp();
    await portfolio(app);
    const reader = await app.signedIn("Hélène Petit", { roles: ["executive"] });
    const page = await reader.get("/prioritise");
    const counts = page.all(".figure a").filter((link) => link.getAttribute("href")?.includes("only="));
    expect(counts.length).toBeGreaterThan(2);
    const seen = new Set<string>();
    for (const link of counts) {
      const href = link.getAttribute("href") ?? "";
      const opened = await reader.get(href.replace(/#.*/, ""));
      expect([href, orderOn(opened).length]).toEqual([href, Number(/\d+/.exec(link.text)?.[0])]);
      if (!href.includes("passing")) for (const one of orderOn(opened)) seen.add(one);
    }
    expect([...seen].sort()).toEqual(["UC-0001", "UC-0002", "UC-0003", "UC-0004"]);
    expect(orderOn(await reader.get("/prioritise?only=avoid"))).toEqual(["UC-0004"]);
    expect((await reader.get("/prioritise?only=avoid")).text).toContain("le seul cas à éviter");
    for (const [href, text] of [
      ["/use-cases/UC-0001/assessment#score", "70"],
      ["/use-cases/UC-0001/business-case", "50"],
      ["/prioritise?page=1#ranked", "1"],
    ]) {
      const links = page.all(`#map-table a[href="${href}"]`).map((link) => link.text);
      expect([href, links.some((said) => said.startsWith(text ?? ""))]).toEqual([href, true]);
    }
  });

  test("draws each case as a link that says what it is, on the axes that the address asks for", async () => {
    const app = await openApp();
    await portfolio(app);
    const reader = await app.signedIn("Hélène Petit", { roles: ["executive"] });
    const page = await reader.get("/prioritise");
    const marks = page.all(".scatter-plot a").map((mark) => mark.getAttribute("aria-label") ?? "");
    expect(marks).toHaveLength(4);
    expect(marks[0]).toMatch(/^UC-0001 .*Valeur 70, Complexité 40, rang 1, Gain rapide$/);
    expect(page.find(".scatter-plot a").getAttribute("href")).toBe("/use-cases/UC-0001");
    expect(page.text).toContain("Gain rapide (3)");
    const other = await reader.get("/prioritise?x=npvP50Minor&y=paybackQuarters&size=none&colour=department");
    // The fourth never pays back: it has no place on this axis.
    expect(other.all(".scatter-plot a")).toHaveLength(3);
    expect(other.text).toContain("Un cas n’est pas sur la carte");
    expect(other.text).toContain("Magasins (1)");
    expect(other.all(".scatter-corners text")).toHaveLength(0);
    expect(other.find('select[name="x"] option[selected]').getAttribute("value")).toBe("npvP50Minor");
    // Beside it the same as a table, which nobody is missing from.
    expect(other.all("#map-table tbody tr")).toHaveLength(4);
  });

  test("brings those in one place together, and opens their list", async () => {
    const app = await openApp();
    await portfolio(app);
    for (const at of [7, 8, 9]) {
      await addCase(app, `UC-000${at}`, { standing: figures(60, 60, 1_000_000 * at, 1_000_000, 2) });
    }
    const reader = await app.signedIn("Hélène Petit", { roles: ["executive"] });
    const page = await reader.get("/prioritise?stage=assessment");
    const cluster = page.all(".scatter-plot a").find((mark) => mark.getAttribute("href")?.includes("cell="));
    expect(cluster?.getAttribute("aria-label")).toContain("3 cas au même endroit");
    const opened = await reader.get((cluster?.getAttribute("href") ?? "").replace(/#.*/, ""));
    const members = opened.find("#members").textContent;
    for (const at of [7, 8, 9]) expect(members).toContain(`UC-000${at}`);
    expect(members).not.toContain("UC-0001");
    expect(opened.all('select[name="stage"] option[selected]').map((one) => one.getAttribute("value"))).toEqual([
      "assessment",
    ]);
  });

  test("draws the line where the money or the people run out, and says what still fits and what a better choice could bring", async () => {
    const app = await openApp();
    await portfolio(app);
    await addCase(app, "UC-0007", { standing: figures(60, 60, 1_000_000, 1_000_000, 2) });
    const reader = await app.signedIn("Hélène Petit", { roles: ["executive"] });
    const without = await reader.get("/prioritise");
    expect(without.text).toContain("Indiquez un budget ou une équipe");
    expect(without.all(".group-row")).toHaveLength(0);
    // 20,000 € and 90,000 € pass the filters first; then 10,000 € still fit under 100,000 €.
    const page = await reader.get("/prioritise?budget=100 000");
    expect(page.find(".group-row:has(+ tr)").textContent).toContain("Un cas au-dessus de la ligne");
    expect(page.text).toContain("le budget ne suffit plus");
    const row = page
      .all("tbody tr")
      .find((each) => each.textContent.includes("UC-0007") && each.textContent.includes("Pourquoi"));
    expect(row?.textContent).toContain("Tient dans ce qui reste");
    expect(page.text).toContain("un choix exact rapporterait au plus");
    expect(page.find('a[href^="/prioritise/choice?"]').getAttribute("href")).toContain("budget=100");
    const chair = await app.signedIn("Claire Bonnet", { roles: ["chair"] });
    const form = await chair.get("/prioritise/choice?budget=100 000&people=3&assumed=1");
    const typed = ["budget", "people", "assumedPeople"].map((name) => form.find(`#${name}`).getAttribute("value"));
    expect(typed).toEqual(["100000", "3", "1"]);
    // Without a number of people, none of them can be counted against a team.
    const people = await reader.get("/prioritise?people=1");
    expect(people.text).toContain("3 cas sans équipe connue");
    const assumed = await reader.get("/prioritise?people=1&assumed=1");
    expect(assumed.text).toContain("l’équipe ne suffit plus");
    const all = await reader.get("/prioritise?budget=1 000 000");
    expect(all.text).toContain("tout ce qui passe les filtres y tient");
    expect(all.text).toContain("Aucun autre choix ne rapporterait plus");
  });

  test("opens every figure of the line, and each sentence under it, to the cases that it counts", async () => {
    const app = await openApp();
    const { store } = await portfolio(app);
    await addCase(app, "UC-0007", { standing: figures(60, 60, 1_000_000, 1_000_000, 2) });
    const reader = await app.signedIn("Hélène Petit", { roles: ["executive"] });
    const listOf = (only: string, more = "") => reader.get(`/prioritise?budget=100 000&only=${only}${more}`);
    const page = await reader.get(`/prioritise?budget=100 000&department=${store}`);
    const counted = page.all("#line a").flatMap((link) => {
      const only = /only=(\w+)/.exec(link.getAttribute("href") ?? "")?.[1];
      return only ? [[only, Number(/\d+/.exec(link.text)?.[0] ?? 1)] as const] : [];
    });
    expect(new Set(counted.map(([only]) => only))).toEqual(new Set(["above", "fits", "taken", "stopped"]));
    for (const link of page.all("#line a").filter((one) => one.getAttribute("href")?.includes("only=")))
      expect(link.getAttribute("href")).not.toContain("department");
    expect(orderOn(await listOf("above"))).toEqual(["UC-0001"]);
    expect(orderOn(await listOf("fits"))).toEqual(["UC-0007"]);
    expect((await listOf("fits")).text).toContain("le seul cas qui tient encore sous la ligne");
    expect(orderOn(await listOf("taken"))).toEqual(["UC-0001", "UC-0007"]);
    expect(orderOn(await listOf("stopped"))).toEqual(["UC-0003", "UC-0004"]);
    expect(orderOn(await listOf("taken", `&department=${store}`))).toEqual(["UC-0001"]);
    expect(orderOn(await listOf("taken", "&page=2"))).toEqual([]);
    expect(orderOn(await reader.get("/prioritise?people=1&only=unknown"))).toEqual(["UC-0001", "UC-0002", "UC-0007"]);
    expect(page.find("#line").textContent).toContain("Borne par le budget seul");
  });

  test("keeps the rank among all when a department or a stage is chosen, and forgives a wrong address", async () => {
    const app = await openApp();
    const { store } = await portfolio(app);
    const reader = await app.signedIn("Hélène Petit", { roles: ["executive"] });
    expect(orderOn(await reader.get(`/prioritise?department=${store}`))).toEqual(["UC-0001"]);
    expect(orderOn(await reader.get("/prioritise?stage=approved"))).toEqual(["UC-0002"]);
    expect((await reader.get("/prioritise?stage=approved")).text).toContain(", 4 au total");
    expect(orderOn(await reader.get("/prioritise?stage=nowhere&department=x&page=-3"))).toHaveLength(4);
    expect((await reader.get("/prioritise?stage=poc")).text).toContain("Aucun cas à classer");
  });

  test("moves a case when the chair changes a filter, and only then", async () => {
    const app = await openApp();
    await portfolio(app);
    const [filter] = await readFilters(app.database);
    const member = await app.signedIn("Hugo Petit", { roles: ["committee"] });
    const chair = await app.signedIn("Claire Bonnet", { roles: ["chair"] });
    const change = {
      intent: "filter",
      id: filter?.id ?? 0,
      version: 1,
      name: "Retour en dix-huit mois",
      field: "paybackQuarters",
      operator: "at-most",
      threshold: "6",
      position: 1,
      active: "yes",
    };
    expect((await member.post("/prioritise/filters", change)).status).toBe(403);
    const wrong = await chair.post("/prioritise/filters", { ...change, threshold: "beaucoup" });
    expect(wrong.status).toBe(400);
    expect(wrong.find(`#filter-${filter?.id}-threshold`).getAttribute("value")).toBe("beaucoup");
    expect(wrong.find(`#filter-${filter?.id}-threshold-error`).textContent).toContain("nombre");
    for (const threshold of ["-5", "5000"]) {
      const out = await chair.post("/prioritise/filters", { ...change, threshold, do: "preview" });
      expect([threshold, out.status]).toEqual([threshold, 400]);
      expect(out.find(`#filter-${filter?.id}-threshold-error`).textContent).toMatch(/trop (petit|grand)/);
    }
    await chair.submit("/prioritise/filters", change);
    const reader = await app.signedIn("Hélène Petit", { roles: ["executive"] });
    expect(orderOn(await reader.get("/prioritise"))).toEqual(["UC-0003", "UC-0001", "UC-0002", "UC-0004"]);
    expect((await chair.post("/prioritise/filters", { ...change, threshold: "8" })).status).toBe(409);
  });

  test("lets a case pass with the chair’s signed exception, until it is withdrawn", async () => {
    const app = await openApp();
    await portfolio(app);
    const [filter] = await readFilters(app.database);
    const chair = await app.signedIn("Claire Bonnet", { roles: ["chair"] });
    // The chair owes assessments of these cases: their order is hidden from her.
    const reader = await app.signedIn("Hélène Petit", { roles: ["executive"] });
    const sign = {
      intent: "except",
      reference: "UC-0003",
      filterId: filter?.id ?? 0,
      reason: "Socle commun à trois cas",
    };
    const refused = await chair.post("/prioritise/filters", { ...sign, reference: "UC-0001" });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("rien à excepter");
    expect((await chair.post("/prioritise/filters", { ...sign, reference: "UC-0005" })).text).toContain("il manque");
    const signed = await chair.submit("/prioritise/filters", sign);
    expect(signed.text).toContain("Socle commun à trois cas");
    expect(orderOn(await reader.get("/prioritise"))).toEqual(["UC-0003", "UC-0001", "UC-0002", "UC-0004"]);
    expect((await chair.post("/prioritise/filters", sign)).status).toBe(409);
    expect((await reader.get("/prioritise")).text).toContain("dont un par exception");
    const exceptionId = signed.find('[name="exceptionId"]').getAttribute("value") ?? "";
    await chair.submit("/prioritise/filters", { intent: "withdraw", exceptionId });
    expect(orderOn(await reader.get("/prioritise"))[0]).toBe("UC-0001");
  });

  test("lets an exception lapse after its last day, by itself and with its event", async () => {
    const app = await openApp();
    await portfolio(app);
    const [filter] = await readFilters(app.database);
    const chair = await app.signedIn("Claire Bonnet", { roles: ["chair"] });
    const sign = { intent: "except", reference: "UC-0003", filterId: filter?.id ?? 0, reason: "Pour l’hiver" };
    expect((await chair.post("/prioritise/filters", { ...sign, until: "2026-11-19" })).text).toContain("déjà passé");
    const signed = await chair.submit("/prioritise/filters", { ...sign, until: "2026-11-25" });
    expect(signed.text).toMatch(/jusqu’au 25 novembre 2026/);
    const on = async (today: string) => {
      await app.database.write((tx) => lapseExceptions(tx, { ...WHEN, today: day(today) }));
      return (await app.database.select().from(filterExceptions)).length;
    };
    expect([await on("2026-11-25"), await on("2026-11-26")]).toEqual([1, 0]);
    const events = await app.database.select().from(auditEvents).where(eq(auditEvents.act, "filter.except"));
    expect(events.at(-1)).toMatchObject({ actorId: null, subject: "filter-exception" });
  });

  test("shows what a filter would stop before it is saved, and writes nothing", async () => {
    const app = await openApp();
    await portfolio(app);
    const chair = await app.signedIn("Claire Bonnet", { roles: ["admin"] });
    const wished = {
      ...{ intent: "filter", id: 0, version: 0, name: "Au moins mille personnes", field: "peopleAffected" },
      ...{ operator: "at-least", threshold: "1000", position: "1", active: "yes" },
    };
    const page = await chair.post("/prioritise/filters", { ...wished, do: "preview" });
    expect([page.status, page.find("#filter-0-threshold").getAttribute("value")]).toEqual([200, "1000"]);
    expect(page.text).toMatch(/Si ce filtre était enregistré.*Au moins mille personnes/);
    expect(page.text).toContain("Aucun cas passerait");
    expect(await app.database.select().from(filters)).toHaveLength(2);
    const member = await app.signedIn("Marc Blin", { roles: ["committee"] });
    expect((await member.post("/prioritise/filters", { ...wished, do: "preview" })).status).toBe(403);
    await chair.submit("/prioritise/filters", wished);
    const reader = await app.signedIn("Hélène Petit", { roles: ["executive"] });
    expect((await reader.get("/prioritise/filters")).text).toContain("Au moins mille personnes");
  });

  test("takes its filters in another order, one place at a time", async () => {
    const app = await openApp();
    await portfolio(app);
    const chair = await app.signedIn("Claire Bonnet", { roles: ["chair"] });
    const order = async () => (await readFilters(app.database)).map(({ id }) => id);
    const [first = 0, second = 0] = await order();
    await chair.submit("/prioritise/filters", { intent: "order", id: second, towards: "up" });
    expect(await order()).toEqual([second, first]);
    await chair.submit("/prioritise/filters", { intent: "order", id: second, towards: "up" });
    expect(await order()).toEqual([second, first]);
    await chair.submit("/prioritise/filters", { intent: "order", id: second, towards: "down" });
    expect(await order()).toEqual([first, second]);
    const member = await app.signedIn("Marc Blin", { roles: ["committee"] });
    expect((await member.post("/prioritise/filters", { intent: "order", id: first, towards: "down" })).status).toBe(
      403,
    );
  });

  test("lists, previews, writes filters and signs exceptions by program", async () => {
    const app = await openApp();
    await portfolio(app);
    const chair = await app.signedIn("Claire Bonnet", { roles: ["chair"] });
    const program = await aProgram(app, await openSite(app), chair.id);
    const { body } = await program.get("/filters");
    expect(body.items).toHaveLength(2);
    const rule = { field: "peopleAffected", operator: "at-least", threshold: 1_000, position: 3 };
    const filter = { ...rule, name: { en: "At least a thousand" } };
    const seen = await program.ask("POST", "/filters/preview", { body: filter });
    expect(seen.body.after).toMatchObject({ passing: 0, cases: seen.body.before.cases });
    expect((await program.get("/filters")).body.items).toHaveLength(2);
    const made = await program.ask("POST", "/filters", { body: filter });
    expect(made.status).toBe(200);
    for (const off of [{ threshold: 1e15 }, { threshold: -5 }, { field: "roi", threshold: 5_000 }]) {
      for (const path of ["/filters", "/filters/preview"]) {
        const refused = await program.ask("POST", path, { body: { ...filter, ...off } });
        expect([refused.status, refused.body.errors[0].pointer], JSON.stringify(off)).toEqual([400, "#/threshold"]);
        expect(refused.body.errors[0].detail).toMatch(/This number is too (large: at most|small: at least) /);
      }
    }
    const change = { ...filter, id: made.body.id, version: 1, active: false };
    expect((await program.ask("POST", "/filters", { body: { ...change, version: 9 } })).status).toBe(409);
    expect((await program.ask("POST", "/filters", { body: change })).status).toBe(200);
    const exception = { useCase: "UC-0003", filter: body.items[0].id, reason: { en: "The law" }, until: "2027-01-31" };
    const signed = await program.ask("POST", "/filter-exceptions", { body: exception });
    expect(signed.status).toBe(200);
    const { items } = (await program.get("/filter-exceptions")).body;
    expect(items).toMatchObject([{ id: signed.body.id, useCase: "UC-0003", until: "2027-01-31" }]);
    const back = () => program.ask("POST", `/filter-exceptions/${signed.body.id}/withdrawal`, { body: {} });
    expect([(await back()).status, (await back()).status]).toEqual([200, 404]);
  });

  test("does not let the chair except their own case", async () => {
    const app = await openApp();
    await portfolio(app);
    const [filter] = await readFilters(app.database);
    const chair = await app.signedIn("Claire Bonnet", { roles: ["chair"] });
    await addCase(app, "UC-0007", { standing: figures(90, 20, 2_000_000, 2_000_000, 9), ownerId: chair.id });
    const sign = { intent: "except", reference: "UC-0007", filterId: filter?.id ?? 0, reason: "C’est le mien" };
    expect((await chair.post("/prioritise/filters", sign)).status).toBe(403);
    const actor = { personId: chair.id, name: "Claire Bonnet", roles: ["chair"], departmentIds: [] } as const;
    const input = { reference: "UC-0007", filterId: filter?.id ?? 0, reason: { fr: "C’est le mien" }, until: null };
    await expect(app.database.write((tx) => exceptFilter(tx, actor, input, WHEN))).rejects.toMatchObject({
      status: 403,
    });
  });

  test("weighs by the probabilities that the administrator sets", async () => {
    const app = await openApp();
    await portfolio(app);
    const admin = await app.signedIn("Nour Haddad", { roles: ["admin"] });
    expect(orderOn(await admin.get("/prioritise"))).toEqual(["UC-0001", "UC-0002", "UC-0003", "UC-0004"]);
    const saved = { intent: "probabilities", version: 0, assessment: "5", approved: "90 %", poc: "95" };
    await admin.submit("/prioritise/filters", saved);
    expect(orderOn(await admin.get("/prioritise"))).toEqual(["UC-0002", "UC-0001", "UC-0003", "UC-0004"]);
    expect((await admin.post("/prioritise/filters", { ...saved, poc: "130" })).status).toBe(400);
  });

  test("is put in order by the query as by the rule, whatever the figures, filters, exceptions and hidden scores", async () => {
    const app = await openApp();
    await app.database.write((tx) => installFilters(tx, CASEBOOK, WHEN));
    // Every field both ways, at thresholds that some figures meet exactly.
    const made = FIELD_NAMES.flatMap((field) =>
      (["at-most", "at-least"] as const).map((operator) => ({
        field,
        operator,
        threshold: field === "roi" ? 0.5 : 50,
      })),
    );
    await app.database.write((tx) =>
      tx
        .insert(filters)
        .values(made.map((filter, position) => ({ ...filter, name: { fr: filter.field }, active: false, position }))),
    );
    const known = await app.database.select().from(filters).where(eq(filters.active, false));
    const every: Filter[] = known.map((row) => ({ ...row, field: row.field as Filter["field"] }));
    const some = [null, 0, 49.5, 50, 50.5, 100];
    const any = <Value>(values: readonly Value[], turn: number): Value => values[turn % values.length] as Value;
    const stages: RankedStage[] = ["assessment", "approved", "poc"];
    const cases = [];
    for (let turn = 1; turn <= 90; turn++) {
      const standing = {
        value: any(some, turn),
        complexity: any(some, turn * 5 + Math.floor(turn / 7)),
        npvMinor: any([null, minor(50), minor(-70), minor(10_000), minor(51)], turn),
        npvP50Minor: any([null, minor(50), minor(-70), minor(9_000), minor(49)], turn),
        totalCostMinor: any([minor(0), minor(50), minor(3_333), minor(60)], turn),
        totalBenefitMinor: any([null, minor(50), minor(1)], turn),
        roi: any([null, 0.5, 0.49, 3], Math.floor(turn / 3)),
        paybackQuarters: any([null, 50, 4.5, 50.0001], Math.floor(turn / 2)),
      };
      const stage = any(stages, Math.floor(turn / 4));
      const useCaseId = await addCase(app, `UC-${String(turn).padStart(4, "0")}`, { standing, stage });
      const scoresHidden = stage === "assessment" && useCaseId % 3 === 0;
      const seen = scoresHidden ? { value: null, complexity: null } : {};
      const peopleAffected = any([null, 49, 50, 51, 0], Math.floor(turn / 5));
      await app.database.write((tx) => tx.update(useCases).set({ peopleAffected }).where(eq(useCases.id, useCaseId)));
      cases.push({ useCaseId, stage, departmentId: null, ...standing, ...seen, peopleAffected, scoresHidden });
    }
    const exceptions = cases.flatMap(({ useCaseId }, turn) =>
      turn % 2
        ? [
            { useCaseId, filterId: any(every, turn).id },
            { useCaseId, filterId: any(every, turn + 3).id },
          ]
        : [],
    );
    const signed = { reason: { fr: "Signée" }, byId: 1, on: WHEN.today };
    await app.database.write((tx) =>
      tx.insert(filterExceptions).values(exceptions.map((each) => ({ ...each, ...signed }))),
    );
    const hidden = (of: SQL) => sql`(${of}.stage = 'assessment' and ${of}.id % 3 = 0)`;
    const all = { from: 0, size: 100, best: 3, line: 100, unplaced: 100 };
    const everywhere = { departmentId: null, stage: null };
    for (const inForce of [[], await readFilters(app.database), ...every.map((one) => [one]), every]) {
      const rules = { filters: inForce, probabilities: { ...SUCCESS_BY_STAGE, assessment: 0.37 } };
      const { ranked, unplaced } = rank(cases, inForce, exceptions, rules.probabilities);
      const order = await readOrder(app.database, rules, hidden, everywhere, all);
      expect(order.rows).toEqual(ranked.map((each) => ({ useCaseId: each.case.useCaseId, rank: each.rank })));
      expect(order.unplaced.map(({ useCaseId }) => useCaseId)).toEqual(unplaced.map((each) => each.case.useCaseId));
      expect(order.best).toEqual(order.rows.slice(0, 3));
      expect(order.line).toEqual(
        ranked.map(({ case: { useCaseId, totalCostMinor }, passes, riskAdjustedNpv }) => ({
          ...{ useCaseId, passes, people: null, cost: totalCostMinor },
          ...{ worth: expect.closeTo(riskAdjustedNpv, 3), chosen: true },
        })),
      );
      expect([order.all, order.passing]).toEqual([ranked.length, ranked.filter(({ passes }) => passes).length]);
      const checked = [...ranked, ...unplaced].map(({ checks }) => ({
        cases: 1,
        states: checks.map(({ state }) => state),
      }));
      expect(funnelOf(inForce, order.tallies)).toEqual(funnelOf(inForce, checked));
      const ids = cases.map(({ useCaseId }) => useCaseId);
      const { places } = await readPlacesOf(app.database, rules, hidden, ids);
      expect(new Map(places.map((place) => [place.useCaseId, place.rank]))).toEqual(
        new Map([
          ...ranked.map((each): [number, number | null] => [each.case.useCaseId, each.rank]),
          ...unplaced.map((each): [number, number | null] => [each.case.useCaseId, null]),
        ]),
      );
    }
  });
});

test("A ranking longer than a map reads as many cases as the map draws, and counts the others", async () => {
  const app = await openApp();
  const first = await addCase(app, "UC-0001", { standing: figures(80, 30, 10_000_000, 2_000_000, 2) });
  const [row] = await app.database.select().from(useCases);
  const [standing] = await app.database.select().from(standings).where(eq(standings.useCaseId, first));
  if (!row || !standing) throw new Error("no case");
  const many = MOST_DRAWN + 30;
  await app.database.write(async (tx) => {
    const ids = Array.from({ length: many }, (_, at) => first + 1 + at);
    await tx.insertMany(
      useCases,
      ids.map((id) => ({ ...row, id, reference: `UC-${id + 5_000}` })),
    );
    await tx.insertMany(
      standings,
      ids.map((useCaseId) => ({ ...standing, useCaseId, npvP50Minor: minor(9_000_000 - useCaseId * 1_000) })),
    );
  });
  const reader = await app.signedIn("Hélène Petit", { roles: ["executive"] });
  const page = await reader.get("/prioritise?budget=300000");
  const said = page.text.replace(/\s/g, " ");
  expect(said).toContain("La carte montre les 2 000 mieux classés sur 2 031.");
  expect(said).toContain("sur 2 031 cas classés");
  expect(said).toContain("La ligne parcourt les 2 000 premiers du classement");
  expect(orderOn(page)[0]).toBe("UC-0001");
  const last = await reader.get("/prioritise?budget=300000&page=82");
  expect(orderOn(last)).toHaveLength(6);
  expect(last.text.replace(/\s/g, " ")).not.toContain("La ligne parcourt");
  // The one to avoid is the last of all: a list of it alone reads the whole way down to it.
  await app.database.write((tx) =>
    tx.update(standings).set({ value: 20, complexity: 90 }).where(eq(standings.useCaseId, first)),
  );
  const deep = await reader.get("/prioritise?budget=300000&only=avoid");
  expect(orderOn(deep)).toEqual(["UC-0001"]);
  expect(deep.find("#ranked").textContent.replace(/\s/g, " ")).toContain("40 620 000 €");
});
