/** The central table of reference rates: kept by finance, taken by lines, and never moving what was written. */
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { freezeBusinessCase, newestBusinessCase } from "#app/business-cases/write.server";
import { permit } from "#app/people/permit";
import { CASEBOOK } from "#app/people/roles";
import { auditEvents, referenceRates, standings } from "#db/schema.server";
import { type App, openApp } from "../support/app";
import { aProgram, newKey } from "../support/program";
import { openSite } from "../support/site";
import { addCase, WHEN } from "../support/standing";

const RATES = "/admin/rates";
const EDIT = "/use-cases/UC-0001/business-case/edit";

async function open() {
  const app = await openApp();
  const departmentId = await app.department("ACH", "Achats");
  const owner = await app.signedIn("Awa Diop", { roles: ["champion"], departments: [departmentId] });
  const finance = await app.signedIn("Sophie Kermadec", { roles: ["finance"] });
  const useCaseId = await addCase(app, "UC-0001", { ownerId: owner.id, departmentId });
  return { app, departmentId, owner, finance, useCaseId };
}

const hourly = (departmentId: number, price: string, validFrom: string) => ({
  ...{ intent: "set", code: "hourly-ach", kind: "hourly-cost", nameFr: "Heure des achats", nameEn: "" },
  ...{
    department: String(departmentId),
    price,
    unitFr: "",
    unitEn: "",
    validFrom,
    sourceFr: "Paie 2026",
    sourceEn: "",
  },
});

const FRAME = { number: 0, version: 0, firstQuarter: "2026-Q4", horizonQuarters: "4", discountRate: "8", note: "" };
const TIME = {
  ...{ "lines.0.kind": "time", "lines.0.id": "line-1", "lines.0.label": "Réponses", "lines.0.rate": "hourly-ach" },
  ...{ "lines.0.volumePerQuarter.likely": "1200", "lines.0.minutesSaved.likely": "15", "lines.0.hourlyCost": "" },
  ...{ "lines.0.reuseShare": "50", "lines.0.adoption.likely": "80", "lines.0.rampQuarters": "0" },
  ...{ "lines.0.attribution": "100", "lines.0.startsAfterQuarters": "0" },
};

const npvOf = async (app: App, useCaseId: number) =>
  (await app.database.select().from(standings).where(eq(standings.useCaseId, useCaseId)))[0]?.npvMinor;

describe("Reference rates", () => {
  test("are taken by a line as of the day, and shown with their source", async () => {
    const { app, departmentId, owner, finance, useCaseId } = await open();
    await finance.submit(RATES, hourly(departmentId, "45,00", "2026-01-01"));
    await finance.submit(RATES, hourly(departmentId, "52,00", "2030-01-01"));
    const table = await finance.get(RATES);
    expect(table.text).toMatch(/Heure des achats · Achats.*52,00\s€ l’heure.*À venir.*45,00\s€ l’heure.*En vigueur/s);
    const added = await owner.post(EDIT, { ...FRAME, do: "add", addKind: "time" });
    expect(added.find('[name="lines.0.rate"] option[selected]').getAttribute("value")).toBe("hourly-ach");
    expect(added.find('[name="lines.0.hourlyCost"]').getAttribute("value")).toBe("45");
    const page = await owner.submit(EDIT, { ...FRAME, ...TIME, do: "save" });
    expect(page.text).toMatch(/Prix de référence «\sHeure des achats\s», pris le .* \(Paie 2026\)/);
    const newest = await newestBusinessCase(app.database, useCaseId);
    expect(newest?.lines[0]).toMatchObject({ hourlyCost: 4500, rate: { code: "hourly-ach", validFrom: "2026-01-01" } });
    const live = await owner.post("/business-cases/evaluate", { ...FRAME, ...TIME });
    expect(JSON.parse(live.html).summary.npv).toBeTruthy();
  });

  test("changed, move no business case: they say which ones they would move, never a frozen one", async () => {
    const { app, departmentId, owner, finance, useCaseId } = await open();
    await finance.submit(RATES, hourly(departmentId, "45,00", "2026-01-01"));
    await owner.submit(EDIT, { ...FRAME, ...TIME, do: "save" });
    const before = await npvOf(app, useCaseId);
    expect((await finance.get(RATES)).text).toContain("Tous les business cases en cours sont aux prix du jour.");
    await finance.submit(RATES, hourly(departmentId, "50,00", "2026-09-01"));
    expect(await npvOf(app, useCaseId)).toBe(before);
    expect((await finance.get(RATES)).text).toMatch(/UC-0001.*45,00\s€ l’heure au lieu de 50,00\s€ l’heure/s);
    const page = await owner.get("/use-cases/UC-0001/business-case");
    expect(page.text).toMatch(/Réponses\s: 45,00\s€ l’heure ici, 50,00\s€ l’heure depuis/);
    await app.database.write((tx) => freezeBusinessCase(tx, permit(CASEBOOK, "decision.take", {}), useCaseId, WHEN));
    expect((await finance.get(RATES)).text).not.toContain("au lieu de");
    expect((await owner.get("/use-cases/UC-0001/business-case")).text).not.toContain("l’heure ici");
    // Written anew, it takes the rate of the day, and the frozen one keeps its own.
    await owner.submit(EDIT, { ...FRAME, ...TIME, number: 1, version: 2, do: "save" });
    expect(await newestBusinessCase(app.database, useCaseId)).toMatchObject({
      number: 2,
      lines: [{ hourlyCost: 5000 }],
    });
    expect((await owner.get("/use-cases/UC-0001/business-case?version=1")).text).toContain("Figé");
  });

  test("come as a table, all or none, and are set again without doubling", async () => {
    const { app, finance } = await open();
    const csv = "code;kind;price;valid_from\nseat;seat-month;25;2026-01-01\ntokens;unit;0,0025;2026-01-01";
    const faulty = await finance.post(RATES, { intent: "import", csv: `${csv}\nbad code;unit;1;2026-01-01` });
    expect(faulty.status).toBe(400);
    expect(faulty.text).toMatch(/Ligne 4 \(bad code\)\s: Un code/);
    expect(faulty.find('[name="csv"]').text).toContain("seat-month");
    expect(await app.database.select().from(referenceRates)).toEqual([]);
    expect((await finance.submit(RATES, { intent: "import", csv })).text).toContain(
      "2 valeurs ajoutées, aucune corrigée",
    );
    expect((await finance.submit(RATES, { intent: "import", csv })).text).toContain("Aucune valeur ajoutée, aucune");
    const other = csv.replace("25;", "30;");
    expect((await finance.submit(RATES, { intent: "import", csv: other })).text).toContain("une corrigée");
    const rows = await app.database.select().from(referenceRates);
    expect(rows.map(({ code, price, version }) => [code, price, version]).sort()).toEqual([
      ["seat", 3000, 2],
      ["tokens", 0.25, 1],
    ]);
    const events = await app.database.select().from(auditEvents).where(eq(auditEvents.subject, "rate"));
    expect(events.map(({ act }) => act)).toEqual(["rate.edit", "rate.edit", "rate.edit"]);
    const kind = await finance.post(RATES, { intent: "import", csv: other.replace("seat-month", "seat-day") });
    expect(kind.status).toBe(409);
    expect(kind.text).toContain("d’une autre sorte");
  });

  test("are kept by finance and the administrator alone, with faults at their fields", async () => {
    const { departmentId, owner, finance } = await open();
    expect((await owner.get(RATES)).status).toBe(403);
    expect((await owner.post(RATES, hourly(departmentId, "45", "2026-01-01"))).status).toBe(403);
    const wrong = await finance.post(RATES, { ...hourly(departmentId, "45,005", "demain"), nameFr: "", code: "É" });
    expect(wrong.status).toBe(400);
    expect(wrong.document.getElementById("validFrom-error")).toBeTruthy();
    const again = await finance.post(RATES, { ...hourly(departmentId, "45,005", "2026-01-01"), nameFr: "", code: "É" });
    for (const field of ["code", "nameFr", "price"]) {
      expect(again.document.getElementById(`${field}-error`), field).toBeTruthy();
    }
  });

  test("by program: set, listed as of a day, refused to who may not", async () => {
    const { app, finance, owner } = await open();
    const site = await openSite(app);
    const program = await aProgram(app, site, finance.id);
    const body = {
      rates: [
        { code: "seat", kind: "seat-day", name: { en: "Seat" }, price: 100, validFrom: "2026-01-01" },
        { code: "seat", kind: "seat-day", name: { en: "Seat" }, price: 120, validFrom: "2026-07-01" },
      ],
    };
    const set = await program.ask("POST", "/rates", { body, headers: { "Idempotency-Key": newKey() } });
    expect(set.body).toEqual({ added: 2, changed: 0 });
    const held = async (on: string) =>
      (await program.get(`/rates?on=${on}`)).body.items
        .filter(({ held }: { held: boolean }) => held)
        .map(({ price }: { price: number }) => price);
    expect([await held("2025-01-01"), await held("2026-03-01"), await held("2026-08-01")]).toEqual([
      [252],
      [100, 252],
      [120, 252],
    ]);
    const other = await aProgram(app, site, owner.id);
    expect((await other.ask("POST", "/rates", { body })).status).toBe(403);
    const wrong = await program.ask("POST", "/rates", {
      body: { rates: [{ ...body.rates[0], department: 999, code: "x" }] },
    });
    expect(wrong.body.errors).toMatchObject([{ pointer: "#/rates/0/department" }]);
  });
});

describe("A business case by program", () => {
  test("is written, read, and not written over", async () => {
    const { app, owner } = await open();
    const program = await aProgram(app, await openSite(app), owner.id);
    const path = "/use-cases/UC-0001/business-case";
    expect((await program.get(path)).status).toBe(404);
    const draft = {
      firstQuarter: "2027-Q1",
      lines: [
        { kind: "build", label: { en: "Build" }, amount: 100_000 },
        { kind: "by-quarter", label: { en: "Subsidy" }, amounts: [0, 250_000] },
      ],
    };
    const write = (body: unknown) => program.ask("POST", path, { body });
    expect((await write({ startedFrom: null, draft })).body).toEqual({ number: 1, version: 1 });
    expect((await write({ startedFrom: null, draft })).status).toBe(409);
    const read = await program.get(path);
    expect(read.body).toMatchObject({ number: 1, version: 1, frozenAt: null, horizonQuarters: 12, discountRate: 0.08 });
    expect(read.body.lines[1]).toMatchObject({ kind: "by-quarter", amounts: [0, 250_000] });
    const { firstQuarter, horizonQuarters, discountRate, lines } = read.body;
    const again = { firstQuarter, horizonQuarters: horizonQuarters - 4, discountRate, lines };
    expect((await write({ startedFrom: { number: 1, version: 1 }, draft: again })).body.version).toBe(2);
    const wrong = await write({ startedFrom: null, draft: { ...draft, lines: [{ ...draft.lines[0], amount: -1 }] } });
    expect(wrong.body.errors).toMatchObject([{ pointer: "#/draft/lines/0/amount" }]);
  });
});

const SEATS = {
  ...{ "lines.0.kind": "licence", "lines.0.id": "line-1", "lines.0.label": "Assistant" },
  ...{ "lines.0.seats.likely": "100", "lines.0.price.likely": "1", "lines.0.per": "working-day" },
  "lines.0.startsAfterQuarters": "0",
};

const days = (price: string, validFrom: string, code = "working-days") => ({
  ...hourly(0, price, validFrom),
  ...{ code, kind: "days-a-year", department: "", nameFr: "Jours ouvrés" },
});

describe("Working days a year", () => {
  test("stand in the table by default, are set from a day on, and are shown in the formula of a seat paid by the day", async () => {
    const { app, owner, finance, useCaseId } = await open();
    expect((await finance.get(RATES)).text).toMatch(/Jours ouvrés par an.*252 jours par an.*Par défaut.*En vigueur/s);
    const before = await owner.submit(EDIT, { ...FRAME, ...SEATS, do: "save" });
    expect(before.text).toMatch(/Jours ouvrés par an, de la table des prix de référence\s*252/);
    const costOf = async () => (await app.database.select().from(standings))[0]?.totalCostMinor;
    expect(await costOf()).toBe(100 * 63 * 100 * 4);
    await finance.submit(RATES, days("218", "2026-01-01"));
    // The table moves nothing: it says which cases would move.
    expect(await costOf()).toBe(100 * 63 * 100 * 4);
    const table = await finance.get(RATES);
    expect(table.text).toMatch(/218 jours par an.*En vigueur/s);
    expect(table.text).toMatch(/UC-0001.*252 jours par an/s);
    const again = { ...FRAME, ...SEATS, number: 1, version: 1, do: "save" };
    expect((await owner.submit(EDIT, again)).text).toMatch(/de la table des prix de référence\s*218/);
    expect(await costOf()).toBe((100 * 218 * 100 * 4) / 4);
    const newest = await newestBusinessCase(app.database, useCaseId);
    expect(newest?.lines[0]).toMatchObject({ workingDaysAYear: 218 });
  });

  test("count in what programs work out without keeping it, which says them", async () => {
    const { app, finance } = await open();
    await finance.submit(RATES, days("218", "2026-01-01"));
    const program = await aProgram(app, await openSite(app), finance.id, "read");
    const seats = { kind: "licence", label: { en: "Seats" }, seats: 100, price: 100, per: "working-day" };
    const worked = async (line: object) =>
      (await program.ask("POST", "/business-cases/evaluate", { body: { horizonQuarters: 4, lines: [line] } })).body;
    expect(await worked(seats)).toMatchObject({
      workingDaysAYear: 218,
      outputs: { totalCost: { minor: 100 * 218 * 100 } },
    });
    const own = await worked({ ...seats, workingDaysAYear: 200 });
    expect(own.outputs.totalCost.minor).toBe(100 * 200 * 100);
  });

  test("are one number of days, under one code", async () => {
    const { finance } = await open();
    for (const [fields, said] of [
      [days("218", "2026-01-01", "jours"), "un seul nombre à la fois"],
      [days("367", "2026-01-01"), "au plus 366 jours ouvrés"],
      [days("0", "2026-01-01"), "au plus 366 jours ouvrés"],
      [{ ...hourly(0, "45", "2026-01-01"), code: "working-days", department: "" }, "un seul nombre à la fois"],
    ] as const) {
      const refused = await finance.post(RATES, fields);
      expect([said, refused.status]).toEqual([said, 409]);
      expect(refused.text).toContain(said);
    }
  });
});
