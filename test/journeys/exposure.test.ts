/** Exposure: each figure with its cases, its inputs and its way to the dashboard's. */
import { expect, test } from "vitest";
import { addVendor } from "#app/delivery/vendors.server";
import { day } from "#app/kernel/day";
import { minor } from "#app/kernel/money";
import { quarter } from "#app/kernel/quarter";
import { CASEBOOK } from "#app/people/roles";
import { models, useCaseVendors, vendorSpend } from "#db/schema.server";
import { openApp, type Page } from "../support/app";
import { aCase } from "../support/cases";
import { aMeasuredCase, costForm, gridRow, Q3, reportForm, whenOf } from "../support/measurement";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");
const rowOf = (page: Page, holding: string) =>
  page
    .all("tbody tr")
    .map((row) => plain(row.text))
    .find((text) => text.includes(holding)) ?? "";

async function aPortfolio() {
  const app = await openApp();
  const measured = await aMeasuredCase(app);
  const { champion, owner, kpiId, department, reference, useCaseId } = measured;
  const of = `/use-cases/${reference}/kpis`;
  await owner.submit("/report", reportForm(Q3, gridRow(0, kpiId, { actual: "8", evidence: "2", source: "Tickets" })));
  await champion.submit(of, costForm(Q3, "run", "500"));
  const poc = await aCase(app, { departmentId: department, stage: "poc", title: "Encore en POC" });
  await champion.submit(`/use-cases/${poc.reference}/kpis`, costForm(Q3, "usage", "70"));
  const approved = await aCase(app, { departmentId: department, stage: "approved", title: "Seulement approuvé" });
  await aCase(app, { departmentId: department, stage: "pilot", title: "Lié à rien" });
  const { id: vendor } = await app.database.write(async (tx) => {
    const made = await addVendor(tx, CASEBOOK, { name: "Nuvéa", type: "large-tech" }, whenOf(app));
    for (const id of [useCaseId, poc.id, approved.id]) {
      await tx.insert(useCaseVendors).values({ useCaseId: id, vendorId: made.id });
    }
    return made;
  });
  return { ...measured, app, vendor };
}

test("Every figure of exposure counts the same stages, leads to its cases and opens to its inputs", async () => {
  const { executive, vendor, reference } = await aPortfolio();
  const page = await executive.get("/registers/exposure");
  for (const figure of page.all(".figure")) {
    expect(figure.querySelector(".figure-value a"), figure.text).not.toBeNull();
    expect(figure.querySelectorAll(".formula-inputs tr").length, figure.text).toBeGreaterThan(0);
  }
  // One in POC and one in production; the approved one has nothing to lose yet.
  expect(plain(page.find(".figure").text)).toContain("Cas2");
  const cells = page.all("#all tbody tr > *");
  const count = cells[1]?.querySelector("a");
  expect(count?.text).toBe("2");
  expect(
    cells
      .slice(0, -1)
      .filter((cell) => cell.querySelector("a") === null)
      .map(({ outerHTML }) => outerHTML),
  ).toEqual([]);
  const behind = await executive.get((count?.getAttribute("href") ?? "").replaceAll("&amp;", "&"));
  expect(behind.text).toContain("Encore en POC");
  expect(behind.text).not.toContain("Seulement approuvé");
  const row = behind.all("#cases tbody tr").find((one) => one.text.includes(reference));
  const hrefs = row?.querySelectorAll("a").map((link) => link.getAttribute("href")?.replaceAll("&amp;", "&"));
  expect(hrefs).toContain(`/dashboard/reports?quarter=${Q3}&case=${reference}`);
  expect(hrefs).toContain(`/dashboard/costs?quarter=${Q3}&case=${reference}`);
  const pocs = await executive.get(`/registers/exposure/cases?by=vendor&id=${vendor}&stage=poc`);
  expect(pocs.all("#cases tbody tr")).toHaveLength(1);
  expect((await executive.get("/registers/exposure/cases?by=vendor&linked=no")).text).toContain("Lié à rien");
  expect((await executive.get("/registers/exposure/cases?by=vendor&id=99")).status).toBe(404);
  expect((await executive.get("/registers/exposure/cases?by=x&stage=draft&sort=y&from=z")).status).toBe(200);
});

test("A vendor whose last spend is more than a year old is named with the way to its spend", async () => {
  const { app, executive, vendor } = await aPortfolio();
  const enter = (of: string) =>
    app.database.write(async (tx) => {
      const said = { vendorId: vendor, quarter: quarter(of), amountMinor: minor(50_000), evidence: 2 as const };
      await tx.insert(vendorSpend).values({ ...said, enteredOn: day("2026-11-20") });
    });
  const stale = async () => (await executive.get("/registers/exposure")).all("#stale-spend tbody tr a");
  const program = await aProgram(app, await openSite(app), executive.id, "read");
  expect(await stale()).toEqual([]);
  await enter("2025-Q3");
  const [link] = await stale();
  expect([link?.text, link?.getAttribute("href")]).toEqual(["Nuvéa", `/registers/vendors/${vendor}#spend`]);
  expect((await executive.get("/registers/exposure")).find("#stale-spend").text).toContain("T3 2025");
  expect((await executive.get("/registers/exposure?by=model")).all("#stale-spend")).toEqual([]);
  const told = async () => (await program.get("/exposure")).body.staleSpend;
  expect(await told()).toEqual([{ id: vendor, name: "Nuvéa", quarter: "2025-Q3" }]);
  // The fourth quarter back ended less than a year ago.
  await enter("2025-Q4");
  expect([await stale(), await told()]).toEqual([[], []]);
});

test("What exposure and the dashboard say of a quarter is reconciled to the cent", async () => {
  const { app, executive } = await aPortfolio();
  const page = await executive.get("/registers/exposure");
  expect(rowOf(page, "Cas liés, en service")).toContain("500,00 €");
  expect(rowOf(page, "à une autre étape")).toContain("70,00 €");
  expect(rowOf(page, "Tableau de bord du trimestre")).toContain("570,00 €");
  const program = await aProgram(app, await openSite(app), executive.id, "read");
  const { body } = await program.get("/exposure?by=vendor");
  expect(body.together.useCases).toBe(2);
  expect(body.items[0].useCases).toBe(2);
  // The cases behind the figure add up to it, and what hangs on nothing is told apart.
  const behind = await program.get(`/exposure/use-cases?by=vendor&id=${body.items[0].id}`);
  expect([behind.status, behind.body.useCases.length, behind.body.next]).toEqual([200, body.items[0].useCases, null]);
  expect(behind.body.together.runCost).toEqual(body.items[0].runCost);
  const loose = await program.get("/exposure/use-cases?linked=no");
  expect(loose.body.together).toEqual(body.unlinked);
  expect((await program.get("/exposure/use-cases?id=999999")).status).toBe(404);
  expect((await program.get("/exposure/use-cases?linked=maybe")).status).toBe(400);
  const { linked, unlinked, elsewhere, dashboard } = body.bridge;
  expect(linked.runCost.minor + (unlinked.runCost?.minor ?? 0) + elsewhere.runCost.minor).toBe(dashboard.runCost.minor);
  const shown = await program.get(`/dashboard?quarter=${Q3}`);
  expect(JSON.stringify(shown.body)).toContain(`"minor":${dashboard.runCost.minor}`);
});

test("What-if says in words what does not change and what nobody knows", async () => {
  const { executive, vendor } = await aPortfolio();
  const page = await executive.get(`/registers/exposure/what-if?vendor=${vendor}&price=1`);
  expect(page.text).not.toMatch(/[–—]\s*→/);
  expect(page.text).toContain("inchangé");
  expect(rowOf(page, "Encore en POC")).toContain("non connu");
  expect(page.all(".formula-inputs tr").length).toBe(3);
});

test("What-if takes a vendor or a model by its name, and says which name means nobody, with what was typed", async () => {
  const { app, executive, vendor: vendorId } = await aPortfolio();
  await app.database.write((tx) => tx.insert(models).values({ vendorId, name: "Grand", nameFolded: "grand" }));
  const path = "/registers/exposure/what-if";
  const empty = await executive.get(path);
  expect(empty.all("form select[name=vendor], form select[name=model]")).toHaveLength(0);
  const [offered] = JSON.parse((await executive.get("/registers/suggest?register=vendors&q=a")).html) as string[];
  const byName = await executive.get(`${path}?vendor=${encodeURIComponent(offered ?? "")}&model=&price=2`);
  expect(byName.find("h1").text).toContain(offered);
  expect(byName.find('input[name="vendor"]').getAttribute("value")).toBe(offered);
  const [model] = JSON.parse((await executive.get("/registers/suggest?register=models&q=a")).html) as string[];
  const byModel = await executive.get(`${path}?vendor=&model=${encodeURIComponent(model ?? "")}`);
  expect(byModel.find('input[name="model"]').getAttribute("value")).toBe(model);
  expect(byModel.find("h1").text).toContain((model ?? "").split(" / ")[1]);
  const nobody = await executive.get(`${path}?vendor=Personne%20SA&model=`);
  expect(nobody.find("#vendor-error").text).toContain("Personne SA");
  expect(nobody.find('input[name="vendor"]').getAttribute("value")).toBe("Personne SA");
});
