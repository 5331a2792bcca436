import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { useCases } from "#db/schema.server";
import { type App, openApp, type Person } from "../support/app";
import { aCase } from "../support/cases";
import { governanceOf, moving, SCREENING } from "../support/delivery";
import { aMeasuredCase, gridRow, Q3, reportForm } from "../support/measurement";

/** What the home page says waits for a person. */
async function waiting(person: Person): Promise<string> {
  const [first] = (await person.get("/")).all("main section");
  return first?.textContent.replace(/\s+/g, " ") ?? "";
}

async function collectingQ3(app: App) {
  const measured = await aMeasuredCase(app);
  await measured.finance.submit("/quarter/2026-Q3?index", { intent: "collect", version: 0 });
  return measured;
}

describe("The home page", () => {
  test("asks for a report as long as the page of reports does, and again when it is sent back", async () => {
    const app = await openApp();
    const { owner, finance, kpiId } = await collectingQ3(app);
    expect(await waiting(owner)).toContain("Un relevé à remplir pour T3 2026");
    await owner.submit("/report", reportForm(Q3, gridRow(0, kpiId, { actual: "8", evidence: "2", source: "Tickets" })));
    expect(await waiting(owner)).toContain("Rien ne vous attend");
    await finance.submit("/quarter/2026-Q3?index", { intent: "review", version: 1 });
    const report = /\/report\/(\d+)/.exec((await finance.get("/quarter/2026-Q3/review")).html)?.[0] ?? "";
    const form = await finance.get(report);
    const version = form.find('form:has([name="verdict"]) [name="version"]').getAttribute("value") ?? "";
    await finance.submit(report, { intent: "review", version, verdict: "send-back", note: "Quelle semaine ?" });
    expect(await waiting(owner)).toContain("Un relevé à remplir pour T3 2026");
  });

  test("asks for no report of a case that is not live yet", async () => {
    const app = await openApp();
    const { owner, champion, reference } = await collectingQ3(app);
    await champion.submit(
      governanceOf(reference),
      moving("production", "on-hold", { reason: "Le modèle est à reprendre.", relookOn: "2027-02-01" }),
    );
    expect((await owner.get("/report")).text).toContain("Rien à relever");
    expect(await waiting(owner)).toContain("Rien ne vous attend");
  });

  test("tells the committee what was submitted, and not those who are a party to it", async () => {
    const app = await openApp();
    const author = await app.signedIn("Alma Voss", { roles: ["committee"] });
    const member = await app.signedIn("Karl Weiss", { roles: ["committee"] });
    const { reference } = await aCase(app, { authorId: author.id });
    expect(await waiting(author)).toContain("Rien ne vous attend");
    expect(await waiting(member)).toContain("Un cas soumis à contrôler avant l’évaluation");
    await member.submit(governanceOf(reference), SCREENING);
    await member.submit(governanceOf(reference), moving("submitted", "assessment"));
    expect(await waiting(member)).not.toContain("à contrôler");
  });

  test("says to an executive what the last quarter brought, as the dashboard does", async () => {
    const app = await openApp();
    const { owner, executive, champion, kpiId } = await collectingQ3(app);
    expect((await executive.get("/")).text).not.toContain("L’IA au");
    await owner.submit("/report", reportForm(Q3, gridRow(0, kpiId, { actual: "8", evidence: "2", source: "Tickets" })));
    const figures = (html: Awaited<ReturnType<Person["get"]>>) =>
      html.all(".figure data").map((figure) => figure.getAttribute("value"));
    const home = await executive.get("/");
    const shown = figures(home);
    expect(home.text).toContain("L’IA au T3 2026");
    expect(shown.length).toBeGreaterThan(2);
    expect(figures(await executive.get("/dashboard")).slice(0, shown.length)).toEqual(shown);
    expect((await champion.get("/")).text).not.toContain("L’IA au");
  });

  test("says how many of one's own cases it shows, and leads to all of them", async () => {
    const app = await openApp();
    const owner = await app.signedIn("Odile Roy", { roles: ["champion", "committee"] });
    await aCase(app);
    for (let made = 0; made < 8; made += 1) await aCase(app, { ownerId: owner.id });
    expect((await owner.get("/")).text).not.toContain("8 sur 8");
    await aCase(app, { technicalOwnerId: owner.id });
    const home = await owner.get("/");
    expect(home.text).toContain("8 sur 9");
    expect(home.text).toContain("Champion et membre du comité");
    const all = await owner.get(home.find('a[href^="/use-cases?mine"]').getAttribute("href") ?? "");
    expect(all.all("tbody tr")).toHaveLength(9);
    expect(all.text).toContain("9 sur 9");
    expect(all.find('input[name="mine"]').getAttribute("checked")).toBeDefined();
    expect(all.find('a[href="/use-cases"].button').text).toBe("Tout effacer");
    expect((await owner.get("/use-cases")).text).toContain("10 sur 10");
  });

  test("leads an administrator to the cases whose stage nobody knows", async () => {
    const app = await openApp();
    const admin = await app.signedIn("Anne Roy", { roles: ["admin"] });
    await aCase(app);
    const { id } = await aCase(app);
    await app.database.write((tx) => tx.update(useCases).set({ stage: null }).where(eq(useCases.id, id)));
    const link = (await admin.get("/")).find('a[href*="stage=n"]');
    expect((await admin.get(link.getAttribute("href") ?? "")).all("tbody tr")).toHaveLength(1);
  });

  test("and the pages behind it offer to clear their filters only where one is set", async () => {
    const app = await openApp();
    const reader = await app.signedIn("Rémi Faure");
    const departmentId = await app.department("MAG", "Magasins");
    for (const path of ["/pipeline", "/pipeline?view=flow", "/use-cases", "/people", "/prioritise", "/dashboard"]) {
      const clear = async (search: string) => {
        const page = await reader.get(`${path}${search && (path.includes("?") ? "&" : "?")}${search}`);
        return page.all(".filter-bar-actions a").map((link) => link.text);
      };
      expect(await clear(""), path).toEqual([]);
      expect(await clear(`department=${departmentId}`), path).toEqual(["Tout effacer"]);
    }
  });
});
