import { describe, expect, test } from "vitest";
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
});
