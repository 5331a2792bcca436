import { eq, lt, notInArray, sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "#app/kernel/day";
import { minor } from "#app/kernel/money";
import { checkCounts } from "#app/use-cases/check-counts.server";
import { type HiddenScores, NOTHING_HIDDEN } from "#app/use-cases/hidden-scores.server";
import { checkTotals, stageTotals } from "#app/use-cases/list/kept-totals.server";
import { openList, readRows, walkRows } from "#app/use-cases/list/list.server";
import { SORTS } from "#app/use-cases/list/order";
import { type Cursor, readCursor, writeCursor } from "#app/use-cases/list/place";
import { keysOf, type ListQuery, readQuery } from "#app/use-cases/list/query";
import { rebuildCounts } from "#app/use-cases/rebuild-counts.server";
import { campaigns, caseCounts, caseTags, caseValues, facetCounts, standings, tags, useCases } from "#db/schema.server";
import { type App, openApp, type Page, TODAY } from "../support/app";
import { aCase } from "../support/cases";
import { openDemo } from "../support/demo";
import { orderByHand } from "../support/list-by-hand";

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

  test("keeps every case once, in order, whatever the keys, the groups and who looks, forwards and back", async () => {
    const app = await openApp();
    const departmentId = await fill(app, 40);
    const other = await app.department("ACH", "Achats");
    const owner = await app.signedIn("Lou Bernard");
    await app.database.write(async (tx) => {
      await tx.update(useCases).set({ departmentId: other }).where(lt(useCases.id, 9));
      await tx.update(useCases).set({ departmentId: null }).where(eq(useCases.id, 11));
      await tx
        .update(useCases)
        .set({ ownerId: owner.id, stageSince: day("2026-01-05") })
        .where(lt(useCases.id, 17));
      await tx.update(useCases).set({ ownerId: null, stageSince: null }).where(lt(useCases.id, 5));
    });
    const hidden: HiddenScores = (cases) => sql`(${cases}.id % 5 = 0)`;
    const open = (of: HiddenScores) =>
      openList(app.database, { personId: 1, hidden: of, today: day("2026-11-20"), tell: (name) => name.fr ?? "" });
    const readers = [await open(NOTHING_HIDDEN), await open(hidden)];
    const sorts = Object.keys(SORTS);
    const key = fc.tuple(fc.constantFrom(...sorts), fc.constantFrom("ascending", "descending"));
    const view = fc.record({
      keys: fc.uniqueArray(key, { minLength: 1, maxLength: 3, selector: ([by]) => by }),
      group: fc.constantFrom("", "stage", "department"),
      filter: fc.constantFrom("", `&department=${departmentId},none`, "&stage=approved,none", "&owner=none"),
      size: fc.integer({ min: 1, max: 45 }),
      reader: fc.constantFrom(...readers),
    });
    await fc.assert(
      fc.asyncProperty(view, async ({ keys, group, filter, size, reader }) => {
        const search = `sort=${keys.map((one) => one.join("-")).join(",")}&group=${group}${filter}`;
        const query = readQuery(new URLSearchParams(search));
        const whole = await readRows(app.database, query, reader, 200);
        const ids = whole.rows.map(({ id }) => id);
        expect(new Set(ids).size).toBe(whole.facets.total);
        expect(ids, search).toEqual(await orderByHand(app.database, query, reader));
        const turns = async (from: ListQuery, on: (page: Awaited<ReturnType<typeof readRows>>) => ListQuery | null) => {
          const pages: number[][] = [];
          let at: ListQuery | null = from;
          let last = from;
          while (at) {
            const page = await readRows(app.database, at, reader, size);
            pages.push(page.rows.map(({ id }) => id));
            last = at;
            at = on(page);
          }
          return { pages, last };
        };
        // Each place goes through an address, as it does on a page.
        const place = (cursor: Cursor | null) => readCursor(cursor && writeCursor(cursor), keysOf(query));
        const there = await turns(query, ({ next }) => (next ? { ...query, after: place(next) } : null));
        expect(there.pages.flat(), search).toEqual(ids);
        const back = await turns(there.last, ({ previous }) =>
          previous ? { ...query, before: place(previous) } : null,
        );
        expect(back.pages.reverse().flat(), `${search}, back`).toEqual(ids);
        // In the order that the first keys say: unknown ones last.
        const [first] = keysOf(query);
        if (first?.by === "npv" || first?.by === "since") {
          const values = whole.rows.map((row) => (first.by === "npv" ? row.npvMinor : row.stageSince));
          const known = values.filter((value) => value !== null);
          expect(values.slice(0, known.length), search).toEqual(known);
          const rising = [...known].sort((a, b) => (a < b ? -1 : Number(a > b)));
          expect(known).toEqual(first.direction === "ascending" ? rising : rising.reverse());
        }
      }),
      { numRuns: 60 },
    );
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

  test("is exported whole while cases change: none is passed over, none comes twice", async () => {
    const app = await openApp();
    const departmentId = await fill(app, 9);
    await aCase(app, { stage: "submitted", title: "Le dixième", departmentId });
    const reader = await openList(app.database, {
      ...{ personId: 1, hidden: NOTHING_HIDDEN, today: day("2026-11-20"), tell: (told) => told.fr ?? "" },
    });
    for (const search of ["", "group=stage", "sort=updated"]) {
      const query = readQuery(new URLSearchParams(search));
      const met: number[] = [];
      for await (const rows of walkRows(app.database, query, reader, 2)) {
        met.push(...rows.map(({ id }) => id));
        // The ones that lie ahead go to the head of the list, and to another stage.
        await app.database.write((tx) =>
          tx
            .update(useCases)
            .set({ updatedAt: new Date(TODAY.getTime() + met.length * 1_000), stage: "poc" })
            .where(notInArray(useCases.id, met)),
        );
      }
      const all = await app.database.select({ id: useCases.id }).from(useCases);
      expect(met.sort(), search).toEqual(all.map(({ id }) => id).sort());
    }
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
    const shown = await reader.get("/use-cases/export.csv?sort=npv,title&group=stage&columns=npv,updated");
    expect(shown.html.split("\r\n")[0]).toBe("Stage,Reference,Title,NPV (EUR),Updated");
    const book = await reader.get("/use-cases/export.xlsx?sort=title");
    expect([book.status, book.headers.get("Content-Type")]).toEqual([200, expect.stringContaining("spreadsheetml")]);
    const only = await reader.get("/use-cases/export.csv?stage=approved");
    expect(only.html.split("\r\n").filter(Boolean).length).toBe(9);
  });
});

test("Each figure of a row leads to where it is worked out, and what is not known leads nowhere", async () => {
  const app = await openApp();
  const reader = await app.signedIn("Lise Lectrice");
  const { id, reference } = await aCase(app, { stage: "production" });
  const figures = { value: 60, complexity: 20, npvMinor: minor(100_000), reports: 1, realisedMinor: minor(5_000) };
  await app.database.write((tx) => tx.update(standings).set(figures).where(eq(standings.useCaseId, id)));
  const known = await reader.get("/use-cases");
  expect(known.all(".figure-link").map((link) => link.getAttribute("href"))).toEqual(
    ["assessment#score", "assessment#score", "business-case", "kpis"].map((at) => `/use-cases/${reference}/${at}`),
  );
  await aCase(app, { stage: "submitted" });
  expect((await reader.get("/use-cases?stage=submitted")).all(".figure-link")).toHaveLength(0);
});

test("A group in which nobody reported a value says so, and not that it is nothing", async () => {
  const demo = await openDemo();
  const page = await (await demo.as("claire")).get("/use-cases?stage=poc&group=stage");
  expect(page.text).toMatch(/POC\s*\d+ cas · VAN [\d,\s]+[kM]€ · réalisé –/);
});

describe("What the address of the list says wrongly", () => {
  test("is told with how to say it, and is never acted upon", async () => {
    const app = await openApp();
    const chair = await app.signedIn("Claire Vasseur", { roles: ["chair"] });
    await fill(app, 3);
    const page = await chair.get("/use-cases?older=abc&owner=xxx&stage=pocc&sort=colour&group=colour&columns=colour");
    expect(page.text).toContain("Ces filtres n’ont pas été compris");
    for (const said of ["older=abc", "stage=pocc", "owner=xxx", "sort=colour", "group=colour", "columns=colour"]) {
      expect(page.text, said).toContain(said);
    }
    expect(page.text).toContain("un nombre de jours entier, de 1 à 36 500");
    // Without it there is nothing left to tell, and what was understood stays.
    const without = page.find('main a[href^="/use-cases"]:not([href*="abc"])');
    expect(without).toBeTruthy();
    const half = await chair.get("/use-cases?older=-3&stage=submitted");
    expect(half.text).toContain("Ce filtre n’a pas été compris");
    const next = half.all("main a").find((link) => link.text.startsWith("Montrer la vue sans"));
    expect(next?.getAttribute("href")).toBe("/use-cases?stage=submitted");
    expect((await chair.get("/use-cases?older=&owner=&q=")).text).not.toContain("pas été compris");
    for (const path of ["/use-cases/export?stage=pocc", "/use-cases/bulk?act=tag&word=x&all=yes&older=abc"]) {
      const refused = await chair.get(path);
      expect([path, refused.status]).toEqual([path, 400]);
      expect(refused.text).toContain("que personne ne peut comprendre");
    }
    expect((await chair.get("/use-cases/export.csv?older=abc")).location).toBe("/use-cases?older=abc");
  });
});

describe("The view with which one's list opens", () => {
  test("is each person's own, and all cases stay a click away", async () => {
    const app = await openApp();
    const nadia = await app.signedIn("Nadia B");
    const other = await app.signedIn("Omar C");
    await fill(app, 14);
    await nadia.submit("/use-cases/views", {
      ...{ intent: "keep", name: "Approuvés", query: "stage=approved", shared: "on" },
    });
    const views = await nadia.get("/use-cases/views");
    const id = views.find('select[name="view"] option[value]:not([value=""])').getAttribute("value") ?? "";
    const said = await nadia.submit("/use-cases/views", { intent: "open-with", view: id });
    expect(said.text).toContain("La liste s’ouvre sur « Approuvés ».");
    expect((await nadia.get("/use-cases")).location).toBe("/use-cases?stage=approved");
    const list = await nadia.get("/use-cases?stage=approved");
    expect(list.find(".menu-links a").getAttribute("href")).toBe("/use-cases?view=all");
    // Taking the last filter away shows all, and does not come back to the view.
    expect(list.all(".tag a, main a").map((link) => link.getAttribute("href"))).toContain("/use-cases?view=all");
    const all = await nadia.get("/use-cases?view=all");
    expect([all.status, all.text.includes("14 cas")]).toEqual([200, true]);
    expect((await other.get("/use-cases")).status).toBe(200);
    // Shared, it may open somebody else's list; forgotten, it opens none.
    await other.submit("/use-cases/views", { intent: "open-with", view: id });
    expect((await other.get("/use-cases")).location).toBe("/use-cases?stage=approved");
    await nadia.submit("/use-cases/views", { intent: "forget", id });
    expect((await other.get("/use-cases")).status).toBe(200);
    expect((await nadia.get("/use-cases")).status).toBe(200);
  });
});

describe("A draft's campaign", () => {
  test("is chosen, changed and taken away where the draft is edited", async () => {
    const app = await openApp();
    const departmentId = await app.department("LOG");
    const author = await app.signedIn("Aline Autrice", { roles: ["champion"], departments: [departmentId] });
    await app.database.write((tx) => tx.insert(campaigns).values(aCampaign("sprint", author.id)));
    const { id, reference } = await aCase(app, { departmentId, authorId: author.id });
    await app.database.write((tx) => tx.update(useCases).set({ stage: "draft" }).where(eq(useCases.id, id)));
    const path = `/use-cases/${reference}/edit`;
    const saved = async (campaign: string) => {
      const page = await author.get(path);
      const version = page.find('input[name="version"]').getAttribute("value") ?? "";
      await author.submit(path, { intent: "save", version, "title.fr": "Un titre", campaign });
      const [row] = await app.database.select().from(useCases).where(eq(useCases.id, id));
      return row?.campaignId ?? null;
    };
    expect(await saved("sprint")).not.toBeNull();
    expect((await author.get(path)).find('select[name="campaign"] option[selected]').getAttribute("value")).toBe(
      "sprint",
    );
    expect(await saved("")).toBeNull();
  });
});
