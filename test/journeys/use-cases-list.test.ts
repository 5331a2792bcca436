import { eq, lt } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { day } from "#app/kernel/day";
import { minor } from "#app/kernel/money";
import { checkCounts } from "#app/use-cases/check-counts.server";
import { checkTotals, stageTotals } from "#app/use-cases/list/kept-totals.server";
import { rebuildCounts } from "#app/use-cases/rebuild-counts.server";
import { campaigns, caseCounts, caseTags, caseValues, facetCounts, standings, tags, useCases } from "#db/schema.server";
import { type App, openApp, type Page, TODAY } from "../support/app";
import { aCase } from "../support/cases";

const references = (page: Page) => page.all("tbody th .hint").map((cell) => cell.text.trim());

async function fill(app: App, count: number) {
  const departmentId = await app.department("LOG", "Logistique");
  for (let at = 1; at <= count; at++) {
    const { id } = await aCase(app, { title: `Cas ${String(at).padStart(3, "0")}`, departmentId });
    const value = at % 3 === 0 ? null : at % 40;
    await app.database.write(async (tx) => {
      await tx
        .update(standings)
        .set({ value, npvMinor: value === null ? null : minor(value * 100) })
        .where(eq(standings.useCaseId, id));
      if (at % 10 === 0) await tx.update(useCases).set({ stage: null }).where(eq(useCases.id, id));
      if (at % 7 === 0) await tx.update(useCases).set({ stage: "approved" }).where(eq(useCases.id, id));
    });
  }
  return departmentId;
}

function aCampaign(slug: string, hostId: number) {
  return {
    ...{ slug, hostId, kind: "sprint" as const, name: { fr: "Sprint d’automne", en: "Autumn sprint" } },
    ...{ startsOn: day("2026-11-01"), endsOn: day("2026-11-30"), target: 50, captureCode: slug },
    ...{ createdBy: hostId, createdAt: TODAY },
  };
}

/** Follows «next» to the end, then «previous» back to the start. */
async function walk(get: (path: string) => Promise<Page>, path: string) {
  const pages: string[][] = [];
  let page = await get(path);
  for (;;) {
    pages.push(references(page));
    const next = page.all('a[rel="next"]')[0]?.getAttribute("href");
    if (!next) break;
    page = await get(next.replaceAll("&amp;", "&"));
  }
  const back: string[][] = [references(page)];
  for (;;) {
    const previous = page.all('a[rel="prev"]')[0]?.getAttribute("href");
    if (!previous) break;
    page = await get(previous.replaceAll("&amp;", "&"));
    back.unshift(references(page));
  }
  return { pages, back };
}

describe("The list of use cases", () => {
  test("counts what is there, whatever was written", async () => {
    const app = await openApp();
    const author = await app.signedIn("Camille Martin", { roles: ["champion"] });
    await fill(app, 12);
    await author.submit("/use-cases/new", { "title.fr": "Brouillon", intent: "save" });
    await author.post("/use-cases/UC-0013/edit", { intent: "delete" });
    expect(await checkCounts(app.database)).toEqual([]);
    await app.database.write((tx) => tx.update(caseCounts).set({ cases: 99 }).where(eq(caseCounts.stage, "approved")));
    expect(await checkCounts(app.database)).toMatchObject([{ stage: "approved", kept: 99, counted: 1 }]);
    await app.database.write((tx) => rebuildCounts(tx));
    expect(await checkCounts(app.database)).toEqual([]);
  });

  test("keeps what its filters count by one mark and by two, and what each stage promises", async () => {
    const app = await openApp();
    await fill(app, 24);
    const { database } = app;
    await database.write(async (tx) => {
      await tx.update(standings).set({ npvMinor: null });
      await tx
        .update(standings)
        .set({ npvMinor: minor(5_000) })
        .where(lt(standings.useCaseId, 9));
      await tx.update(useCases).set({ stage: "poc", departmentId: null }).where(eq(useCases.id, 3));
      await tx.update(useCases).set({ stage: "draft" }).where(eq(useCases.id, 4));
      await tx.update(useCases).set({ stage: null, aiType: "vision" }).where(eq(useCases.id, 5));
      await tx.update(standings).set({ npvMinor: null }).where(eq(standings.useCaseId, 6));
      await tx.delete(standings).where(eq(standings.useCaseId, 7));
    });
    await database.write(async (tx) => {
      await tx.insert(campaigns).values(aCampaign("sprint", 1));
      await tx.insert(tags).values([
        { name: "RGPD", folded: "rgpd" },
        { name: "Copilote", folded: "copilote" },
      ]);
      await tx.insert(caseTags).values([
        { useCaseId: 3, tagId: 1 },
        { useCaseId: 4, tagId: 1 },
        { useCaseId: 8, tagId: 1 },
        { useCaseId: 8, tagId: 2 },
        { useCaseId: 9, tagId: 2 },
      ]);
      await tx.update(useCases).set({ campaignId: 1 }).where(lt(useCases.id, 10));
      await tx.update(useCases).set({ stage: "submitted" }).where(eq(useCases.id, 4));
      await tx.update(useCases).set({ campaignId: null, stage: "draft" }).where(eq(useCases.id, 8));
      await tx.delete(caseTags).where(eq(caseTags.useCaseId, 9));
    });
    expect(await checkCounts(database)).toEqual([]);
    expect(await checkTotals(database)).toEqual([]);
    const promised = (await stageTotals(database, null)).reduce((sum, { npvMinor }) => sum + npvMinor, 0);
    expect(promised).toBe(5 * 5_000);
    await database.write(async (tx) => {
      await tx.update(facetCounts).set({ cases: 77 }).where(eq(facetCounts.value, "vision"));
      await tx.update(caseValues).set({ npvMinor: minor(1) });
    });
    const kept = (await checkTotals(database)).map((total) => total.kept);
    expect(new Set(kept)).toEqual(new Set(["facet_counts", "case_values"]));
    await database.write((tx) => rebuildCounts(tx));
    expect(await checkTotals(database)).toEqual([]);
  });

  test("says what to do when there is none, and when none matches", async () => {
    const app = await openApp();
    const reader = await app.signedIn("Camille Martin", { roles: ["champion"] });
    expect((await reader.get("/use-cases")).text).toContain("Aucun cas d’usage pour l’instant");
    await aCase(app);
    for (const q of ["zzz", '"', "*", "a OR b", "NEAR(", "💶", "%_", "-", "' --", "\u0000"]) {
      const page = await reader.get(`/use-cases?q=${encodeURIComponent(q)}`);
      expect(page.status, q).toBe(200);
    }
    expect((await reader.get("/use-cases?q=zzz")).text).toContain("Aucun cas d’usage ne correspond");
  });

  test("finds by the beginning of words in any order, without accents, in both languages", async () => {
    const app = await openApp();
    const reader = await app.signedIn("Camille Martin");
    await aCase(app, { title: "Prévoir l’œuvre d’été", need: { en: "Forecast summer demand" } });
    await aCase(app, { title: "Autre chose" });
    for (const q of ["prev", "ETE oeuvre", "UC-0001", "forec summ", "préVOIR"]) {
      expect(references(await reader.get(`/use-cases?q=${encodeURIComponent(q)}`)), q).toEqual(["UC-0001"]);
    }
  });

  test("keeps every case once, in order, on every sort, forwards and back", async () => {
    const app = await openApp();
    const reader = await app.signedIn("Camille Martin");
    await fill(app, 115);
    for (const sort of ["title", "stage", "updated", "value", "complexity", "npv", "realised"]) {
      for (const direction of ["ascending", "descending"]) {
        const { pages, back } = await walk(reader.get, `/use-cases?sort=${sort}&direction=${direction}`);
        expect(
          pages.map((page) => page.length),
          `${sort} ${direction}`,
        ).toEqual([50, 50, 15]);
        expect(new Set(pages.flat()).size).toBe(115);
        expect(back.flat(), `${sort} ${direction}, back`).toEqual(pages.flat());
      }
    }
    const byValue = await reader.get("/use-cases?sort=value&direction=ascending");
    const values = byValue.all("tbody tr").map((row) => Number(row.querySelectorAll("td")[2]?.text));
    expect(values).toEqual([...values].sort((a, b) => a - b));
    const byStage = await walk(reader.get, "/use-cases?sort=stage");
    const last = await reader.get(`/use-cases?stage=none`);
    expect(byStage.pages.flat().slice(-references(last).length).sort()).toEqual(references(last).sort());
  });

  test("counts each filter over what passes the others, and unknown stages as a debt", async () => {
    const app = await openApp();
    const reader = await app.signedIn("Camille Martin");
    await fill(app, 30);
    await aCase(app, { title: "Ailleurs", aiType: "vision" });
    const page = await reader.get("/use-cases?department=1");
    const option = (name: string, value: string) =>
      page.find(`input[name="${name}"][value="${value}"]`).parentNode?.querySelector(".count")?.text;
    expect(option("stage", "none")).toBe("3");
    expect(option("stage", "approved")).toBe("4");
    expect(option("department", "2")).toBe("1");
    expect(page.text).toContain("3 cas d’usage n’ont pas d’étape connue");
    expect(references(await reader.get("/use-cases?department=1&stage=approved")).length).toBe(4);
    expect(references(await reader.get("/use-cases?aiType=vision")).length).toBe(1);
    expect(references(await reader.get("/use-cases?q=cas&stage=none")).length).toBe(3);
  });

  test("shows drafts to their author alone", async () => {
    const app = await openApp();
    const author = await app.signedIn("Camille Martin", { roles: ["champion"] });
    const reader = await app.signedIn("Lou Bernard", { roles: ["champion"] });
    await author.submit("/use-cases/new", { "title.fr": "Mon brouillon", intent: "save" });
    expect((await author.get("/use-cases")).text).toContain("Vous avez un brouillon");
    expect((await author.get("/use-cases?stage=draft")).text).toContain("Mon brouillon");
    for (const path of ["/use-cases", "/use-cases?stage=draft", "/use-cases?q=brouillon", "/use-cases/export.csv"]) {
      const page = await reader.get(path);
      expect(page.html, path).not.toContain("Mon brouillon");
    }
    expect((await reader.get("/use-cases?stage=draft&q=mon")).text).toContain("Aucun cas d’usage ne correspond");
  });

  test("is exported as shown, safe in a spreadsheet", async () => {
    const app = await openApp();
    const reader = await app.signedIn("Camille Martin", { locale: "en" });
    await fill(app, 60);
    await aCase(app, { title: "=HYPERLINK(1)" });
    const file = await reader.get("/use-cases/export.csv?sort=title");
    const lines = file.html.split("\r\n").filter(Boolean);
    expect(file.headers.get("Content-Disposition")).toContain("use-cases-2026-11-20.csv");
    expect(lines.length).toBe(62);
    expect(lines[0]).toContain("Reference,Title,Stage");
    expect(lines[1]).toContain(`"'=HYPERLINK(1)"`);
    const only = await reader.get("/use-cases/export.csv?stage=approved");
    expect(only.html.split("\r\n").filter(Boolean).length).toBe(9);
  });
});
