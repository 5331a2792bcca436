/** Figures of the arbitration open to their formula with their own inputs, without a script. */
import { describe, expect, test } from "vitest";
import { openApp } from "../support/app";
import { anAssessedCase, withRules } from "../support/arbitration";

const plain = (text: string) => text.replace(/\s/g, " ");

async function twoCases() {
  const app = await openApp();
  await withRules(app);
  const hugo = await app.signedIn("Hugo Petit", { roles: ["committee"] });
  const good = await anAssessedCase(app, [hugo.id], { euros: 30_000, score: 4 });
  const poor = await anAssessedCase(app, [hugo.id], { euros: 5_000, score: 2 });
  const reader = await app.signedIn("Hélène Petit", { roles: ["executive"] });
  return { app, hugo, good, poor, reader };
}

describe("A business case", () => {
  test("opens P10, P50, P90, the probability of a gain and every scenario", async () => {
    const { good, reader } = await twoCases();
    const page = await reader.get(`/use-cases/${good.reference}/business-case`);
    const opened = page.all("details.formula").map(({ text }) => plain(text));
    const said = (words: string) => opened.filter((text) => text.includes(words));
    expect(said("VAN au-dessous de laquelle tombe cette part des tirages")).toHaveLength(3);
    expect(said("Tirages dont la VAN est positive10 000")).toHaveLength(1);
    expect(said("Chaque estimation à son bout le moins favorable")).toHaveLength(1);
    expect(said("Chaque estimation à sa valeur probable")[0]).toContain("Taux d’actualisation annuel8 %");
    // Nothing is in doubt: the bounds are the NPV, and the gain is certain.
    expect(plain(page.text)).toContain("Probabilité que la VAN soit positive100 %");
  });
});

describe("The comparison", () => {
  test("opens what a case brings, leads from scores and rank to theirs, and counts the pairs of draws", async () => {
    const { good, poor, reader } = await twoCases();
    const page = await reader.get(`/prioritise/compare?case=${good.reference}&case=${poor.reference}`);
    const opened = page.all("details.formula").map(({ text }) => plain(text));
    const pairs = opened.find((text) => text.includes("Paires comparées"));
    expect(pairs).toContain("Paires comparées (tirages × tirages)100 000 000");
    expect(pairs).toContain(`Paires que ${good.reference} emporte100 000 000`);
    expect(opened.filter((text) => text.includes("Taux d’actualisation annuel")).length).toBeGreaterThanOrEqual(10);
    const places = page.all("td a").map((link) => link.getAttribute("href"));
    expect(places).toContain(`/use-cases/${good.reference}/assessment#score`);
    expect(places).toContain("/prioritise?page=1");
  });

  test("leads to no score that its reader may not see", async () => {
    const { app, good, poor } = await twoCases();
    const blind = await app.signedIn("Inès Roy", { roles: ["committee"] });
    const page = await blind.get(`/prioritise/compare?case=${good.reference}&case=${poor.reference}`);
    const places = page.all("td a").map((link) => link.getAttribute("href"));
    expect(places.filter((place) => place?.endsWith("/assessment#score"))).toEqual([]);
  });
});

describe("A count of the funnel", () => {
  test("leads to its cases, each with its own figure, and to no more than its reader may see", async () => {
    const { app, good, poor, reader } = await twoCases();
    const funnel = await reader.get("/prioritise");
    const places = funnel.all('a[href^="/prioritise/filters?filter="]').map((link) => link.getAttribute("href") ?? "");
    const first = (of: string) => places.find((place) => place.includes(`of=${of}`)) ?? "";
    const entered = await reader.get(first("entered"));
    expect(entered.find("#cases").text).toContain("2 cas arrivent");
    const stopped = await reader.get(first("stopped"));
    expect(stopped.find("#cases").text).toContain(good.reference);
    expect(stopped.find("#cases").text).not.toContain(poor.reference);
    expect(plain(stopped.find("#cases").text)).toContain("75 (Trop élevé)");
    expect((await reader.get("/prioritise/filters?filter=99&of=stopped")).all("#cases")).toHaveLength(0);
    expect((await reader.get("/prioritise/filters?filter=1&of=nothing")).all("#cases")).toHaveLength(0);
    expect((await reader.get(`${first("stopped").split("#")[0]}&stage=poc`)).find("#cases").text).toContain(
      "Aucun cas",
    );
    // What a member may not see yet is missing to them, whatever it is.
    const blind = await app.signedIn("Inès Roy", { roles: ["committee"] });
    const complexity = places.filter((place) => place.includes("of=entered")).at(-1) ?? "";
    const missing = await blind.get(complexity.replace("of=entered", "of=missing"));
    expect(missing.find("#cases").text).toContain(good.reference);
    expect(plain(missing.find("#cases").text)).not.toMatch(/\b75\b/);
  });
});

test("Each count of the funnel leads to just as many cases, each of them once among those that a filter stops first", async () => {
  const { app, hugo, reader } = await twoCases();
  const both = await anAssessedCase(app, [hugo.id], { euros: 2_000, score: 4 });
  const funnel = await reader.get("/prioritise");
  const links = funnel.all('a[href^="/prioritise/filters?filter="]').map((link) => ({
    count: Number(link.text),
    place: link.getAttribute("href") ?? "",
  }));
  const stoppedBy: string[] = [];
  const failing: string[] = [];
  for (const { count, place } of links) {
    const listed = (await reader.get(place)).all("#cases tbody th").map(({ text }) => /UC-\d+/.exec(text)?.[0] ?? "");
    expect(listed, place).toHaveLength(count);
    if (place.includes("of=stopped")) stoppedBy.push(...listed);
    if (place.includes("of=failed")) failing.push(...listed);
  }
  expect(stoppedBy).toEqual([...new Set(stoppedBy)]);
  expect(stoppedBy).toContain(both.reference);
  // It fails two filters, and the first one alone stops it.
  expect(failing.filter((reference) => reference === both.reference)).toHaveLength(2);
});

describe("The ranking", () => {
  test("opens what all down to a case take, and the sums over the line", async () => {
    const { reader } = await twoCases();
    const page = await reader.get("/prioritise?budget=50000&people=5&assumed=1");
    const why = page.all("details.formula").map(({ text }) => plain(text));
    expect(why.some((text) => text.includes("0 € jusqu’au précédent + 20 000 €"))).toBe(true);
    expect(why.some((text) => text.includes("0 jusqu’au précédent + 1"))).toBe(true);
    // A filter stops the second: it takes nothing.
    expect(why.some((text) => text.includes("20 000 € jusqu’au précédent + 0 €"))).toBe(true);
    expect(why.some((text) => text.includes("Somme des coûts totaux des cas au-dessus de la ligne"))).toBe(true);
    expect(page.all("#ranked")).toHaveLength(1);
  });
});
