/** What programs and forms may send and a record must not keep: days nobody means, lands nobody knows, signs nobody sees. */
import { asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { day } from "#app/kernel/day";
import { models, risks, rollOutSites, trustCards, useCases, vendors } from "#db/schema.server";
import { openApp } from "../support/app";
import { aFirm, governanceOf } from "../support/delivery";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";

async function aHouse() {
  const app = await openApp();
  const firm = await aFirm(app);
  const admin = await app.signedIn("Ada Admin", { roles: ["admin"] });
  const site = await openSite(app);
  const as = (person: { id: number }) => aProgram(app, site, person.id);
  return { app, firm, admin, as };
}

describe("The day of a risk’s next look", () => {
  test("is neither past nor beyond five years, and one that has passed since stays where it is not touched", async () => {
    const { app, firm, as } = await aHouse();
    const { reference } = await firm.newCase({ stage: "production" });
    const security = await as(firm.security);
    const risk = {
      ...{ title: { fr: "Une réponse inventée" }, category: "quality", ownerId: firm.owner.id },
      ...{ likelihood: 3, impact: 4, reviewOn: "2027-03-01" },
    };
    const add = (more: object) => security.ask("POST", `/use-cases/${reference}/risks`, { body: { ...risk, ...more } });
    expect((await add({ reviewOn: "2020-01-01" })).body.detail).toContain("This review day is past");
    expect((await add({ reviewOn: "2999-01-01" })).body.detail).toContain("more than five years");
    expect((await add({ mitigationDueOn: "2999-01-01" })).status).toBe(409);
    const made = await add({});
    expect(made.status).toBe(201);
    const path = `/risks/${made.body.id}`;
    const change = (body: object, version: number) =>
      security.ask("PATCH", path, { body, headers: { "If-Match": `"${version}"` } });
    expect((await change({ reviewOn: "2020-01-01" }, 1)).status).toBe(409);
    await app.database.write(async (tx) => void (await tx.update(risks).set({ reviewOn: day("2026-01-01") })));
    expect((await change({ likelihood: 2 }, 1)).status).toBe(200);
    const look = { fromVersion: 2, note: { fr: "Vu" }, likelihood: 2, impact: 2, reviewOn: "2999-01-01" };
    expect((await security.ask("POST", `${path}/reviews`, { body: look })).status).toBe(409);
  });
});

describe("A country", () => {
  test("is kept by its code however it is named, read in the reader’s language, and refused where it is none", async () => {
    const { app, firm, admin, as } = await aHouse();
    const { reference } = await firm.newCase({ stage: "production" });
    const path = `/use-cases/${reference}/roll-out`;
    const form = { intent: "site", branch: "", stage: "planned", on: "2027-01-01" };
    const narnia = await firm.owner.post(path, { ...form, country: "Narnia" });
    expect([narnia.status, narnia.text.includes("n’est pas un pays")]).toEqual([409, true]);
    expect(narnia.find('[name="country"]').getAttribute("value")).toBe("Narnia");
    for (const country of ["états-unis", "Germany", "be"]) await firm.owner.submit(path, { ...form, country });
    const sites = await app.database.select().from(rollOutSites).orderBy(asc(rollOutSites.id));
    expect(sites.map(({ country }) => country)).toEqual(["US", "DE", "BE"]);
    expect((await firm.owner.get(path)).text).toContain("États-Unis");
    expect((await firm.owner.post(path, { ...form, country: "Belgique" })).status).toBe(409);

    const program = await as(admin);
    const vendor = { name: "Nova", type: "start-up" };
    const refused = await program.ask("POST", "/registers/vendors", { body: { ...vendor, country: "Narnia" } });
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining("“Narnia” is no country")]);
    const made = await program.ask("POST", "/registers/vendors", { body: { ...vendor, country: "Irlande" } });
    expect(made.status).toBe(201);
    const [row] = await app.database.select().from(vendors);
    expect(row?.country).toBe("IE");
    // What was typed before there was a list stays, and is no hindrance to what else is changed.
    await app.database.write(async (tx) => void (await tx.update(vendors).set({ country: "Narnia" })));
    const edit = { body: { contract: "C-12" }, headers: { "If-Match": '"1"' } };
    expect((await program.ask("PATCH", `/registers/vendors/${row?.id}`, edit)).status).toBe(200);
    expect((await admin.get(`/registers/vendors/${row?.id}`)).text).toContain("Narnia");
  });
});

test("Models follow each other to an end: a ring of successors is refused", async () => {
  const { app, admin, as } = await aHouse();
  const program = await as(admin);
  const { id: vendorId } = (
    await program.ask("POST", "/registers/vendors", { body: { name: "Nova", type: "start-up", country: "FR" } })
  ).body;
  const ids: number[] = [];
  for (const name of ["A", "B", "C"]) {
    const successorId = ids.at(-1) ?? null;
    ids.push((await program.ask("POST", "/registers/models", { body: { vendorId, name, successorId } })).body.id);
  }
  const [a, , c] = ids;
  const close = await program.ask("PATCH", `/registers/models/${a}`, {
    body: { successorId: c },
    headers: { "If-Match": '"1"' },
  });
  expect([close.status, close.body.detail]).toEqual([409, expect.stringContaining("leads back")]);
  const [first] = await app.database
    .select()
    .from(models)
    .where(eq(models.id, a ?? 0));
  expect(first?.successorId).toBeNull();
});

test("A trust card that says nothing leaves does not say to whom; «no» takes back what was said", async () => {
  const { app, firm, as } = await aHouse();
  const { id, reference } = await firm.newCase({ stage: "poc" });
  const owner = await as(firm.owner);
  const path = `/use-cases/${reference}/trust-card`;
  const card = async () => (await app.database.select().from(trustCards).where(eq(trustCards.useCaseId, id)))[0];
  const write = async (body: object) =>
    owner.ask("POST", path, { body: { ...body, cardVersion: (await card())?.version ?? 0 } });
  const to = { transferTo: { en: "The vendor" }, transferCountry: "Ireland", transferBasis: { en: "Contract" } };
  const both = await write({ transfer: false, ...to });
  expect([both.status, both.body.detail]).toEqual([409, expect.stringContaining("nothing leaves")]);
  expect((await write({ transfer: true, ...to, transferCountry: "Narnia" })).status).toBe(409);
  expect((await write({ transfer: true, ...to })).status).toBe(200);
  expect((await card())?.transferCountry).toBe("IE");
  expect((await firm.owner.get(governanceOf(reference))).text).toContain("Irlande");
  expect((await write({ transfer: false })).status).toBe(200);
  expect(await card()).toMatchObject({ transfer: false, transferTo: null, transferCountry: null, transferBasis: null });
  expect((await write({ transferTo: { en: "The vendor" } })).status).toBe(409);
});

test("A classification refuses the same role twice", async () => {
  const { firm, as } = await aHouse();
  const program = await as(firm.owner);
  const classify = (roles: string[]) => program.ask("POST", "/ai-act/classify", { body: { answers: { roles } } });
  expect((await classify(["deployer", "deployer"])).status).toBe(400);
  expect((await classify(["deployer", "provider"])).status).toBe(200);
});

test("What a person typed is kept without signs that nobody sees or that turn it round, through form and API", async () => {
  const { app, firm, admin, as } = await aHouse();
  const program = await as(admin);
  const sly = "Nova\u202e evoN\u0007\u200b\u2066";
  await program.ask("POST", "/registers/vendors", { body: { name: sly, type: "start-up" } });
  const fair = "Société\u202f: « العربية » \u200d👩‍💻";
  await admin.submit("/registers/vendors/new", { name: `${fair}\u202d`, type: "internal" });
  const rows = await app.database.select({ name: vendors.name }).from(vendors).orderBy(asc(vendors.id));
  expect(rows.map(({ name }) => name)).toEqual(["Nova evoN", fair]);
  const { reference } = await firm.newCase({ stage: "submitted" });
  const [row] = await app.database.select().from(useCases).where(eq(useCases.reference, reference));
  const owner = await as(firm.owner);
  const edited = await owner.ask("PATCH", `/use-cases/${reference}`, {
    body: { title: { fr: "Trier\u202e les mails" } },
    headers: { "If-Match": `"${row?.version}"` },
  });
  expect([edited.status, edited.body.title?.fr]).toEqual([200, "Trier les mails"]);
});
