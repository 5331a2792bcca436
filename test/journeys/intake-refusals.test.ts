/** What intake refuses says where, keeps what was typed, and shows nobody what is not theirs. */
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { caseTags, tags, useCases } from "#db/schema.server";
import { openApp } from "../support/app";
import { aCase } from "../support/cases";
import { aProgram, newKey } from "../support/program";
import { openSite } from "../support/site";

async function aHouse() {
  const app = await openApp();
  const department = await app.department("VEN", "Ventes");
  const champion = await app.signedIn("Awa Diop", { roles: ["champion"], departments: [department] });
  const finance = await app.signedIn("Fran Roy", { roles: ["finance"] });
  const chair = await app.signedIn("Clara Noll", { roles: ["chair"] });
  const one = await aCase(app, { title: "Devis", departmentId: department, stage: "submitted", ownerId: champion.id });
  return { app, department, champion, finance, chair, ...one };
}

test("Two spellings of a tag are one for a program too", async () => {
  const { app, champion, reference } = await aHouse();
  const program = await aProgram(app, await openSite(app), champion.id);
  for (const sent of [
    ["A", "A"],
    ["Vision", "vision"],
    ["é", "e"],
    ["  spaced  ", "spaced"],
  ]) {
    const { status, body } = await program.ask("POST", `/use-cases/${reference}/tags`, { body: { tags: sent } });
    expect([sent, status, body.tags?.length]).toEqual([sent, 200, 1]);
  }
});

test("A tag that holds a comma is taken off by itself, and none is made any more", async () => {
  const { app, champion, reference, id } = await aHouse();
  const program = await aProgram(app, await openSite(app), champion.id);
  await program.ask("POST", `/use-cases/${reference}/tags`, { body: { tags: ["a", "b", "c,d"] } });
  const names = async () =>
    (await app.database.select({ name: tags.name }).from(caseTags).innerJoin(tags, eq(tags.id, caseTags.tagId)))
      .map(({ name }) => name)
      .sort();
  expect(await names()).toEqual(["a", "b", "c d"]);
  // One from before, as it may still stand in a register.
  await app.database.write(async (tx) => {
    const [old] = await tx.insert(tags).values({ name: "a,b", folded: "a,b" }).returning({ id: tags.id });
    await tx.insert(caseTags).values({ useCaseId: id, tagId: old?.id ?? 0 });
  });
  await champion.submit(`/use-cases/${reference}/links`, { intent: "untag", tags: "a,b" });
  expect(await names()).toEqual(["a", "b", "c d"]);
});

test("The record tells nobody what is in a draft that is not theirs", async () => {
  const { app, champion, finance } = await aHouse();
  const program = await aProgram(app, await openSite(app), champion.id);
  const title = { fr: "Une idée secrète" };
  const { body } = await program.ask("POST", "/use-cases", {
    body: { title, need: { fr: "Le besoin caché" }, submit: false },
  });
  const read = await finance.get("/audit");
  expect(read.text).toContain(body.reference);
  expect(read.text).not.toMatch(/secrète|besoin caché/);
  await app.database.write((tx) =>
    tx.update(useCases).set({ stage: "submitted" }).where(eq(useCases.reference, body.reference)),
  );
  expect((await finance.get("/audit")).text).toContain("Une idée secrète");
});

test("A program is told which of its ids name nothing", async () => {
  const { app, champion, chair, reference } = await aHouse();
  const site = await openSite(app);
  const program = await aProgram(app, site, champion.id);
  const pointers = ({ body }: { body: { errors?: { pointer: string }[] } }) =>
    body.errors?.map(({ pointer }) => pointer);
  const unknown = { departmentId: 999, ownerId: 9_999, coAuthorId: 8_888, technicalOwnerId: 7_777 };
  const draft = await program.ask("POST", "/use-cases", {
    body: { title: { fr: "Relances" }, submit: false, ...unknown },
  });
  expect([draft.status, pointers(draft)]).toEqual([
    409,
    ["#/ownerId", "#/technicalOwnerId", "#/coAuthorId", "#/departmentId"],
  ]);
  const edit = await program.ask("PATCH", `/use-cases/${reference}`, {
    body: { ownerId: 9_999 },
    headers: { "If-Match": '"1"' },
  });
  expect([edit.status, pointers(edit)]).toEqual([409, ["#/ownerId"]]);
  const line = await program.ask("POST", "/lines", {
    body: { lines: ["Une ligne"], departmentId: 999 },
    headers: { "Idempotency-Key": newKey() },
  });
  expect([line.status, pointers(line)]).toEqual([409, ["#/departmentId"]]);
  const lead = await aProgram(app, site, chair.id);
  for (const [body, pointer] of [
    [{ act: "assign", useCases: [reference] }, "#/ownerId"],
    [{ act: "assign", ownerId: 9_999, useCases: [reference] }, "#/ownerId"],
    [{ act: "tag", useCases: [reference] }, "#/tag"],
  ] as const) {
    const asked = await lead.ask("POST", "/bulk-acts/preview", { body });
    expect([body, asked.status, pointers(asked)]).toEqual([body, 409, [pointer]]);
  }
});

test("An act on many that does not say whom is asked again, with the same cases", async () => {
  const { chair, id, reference } = await aHouse();
  for (const [asked, typed] of [
    ["assign", "person=Personne"],
    ["assign", "person="],
    ["tag", "word="],
  ]) {
    const page = await chair.get(`/use-cases/bulk?act=${asked}&${typed}&case=${id}&q=devis`);
    expect(page.html).toContain(`type="hidden" name="case" value="${id}"`);
    expect(page.html).toContain('type="hidden" name="q" value="devis"');
    expect(page.html).toContain(`type="hidden" name="act" value="${asked}"`);
    expect(page.html).toContain("field-wrong");
  }
  expect((await chair.get("/use-cases/bulk?act=assign&person=Personne&case=1")).html).toContain('value="Personne"');
  expect((await chair.get(`/use-cases/bulk?act=assign&person=Awa+Diop&case=${id}`)).text).toContain(reference);
});

test("A view that is refused its name keeps its filters and what was typed", async () => {
  const { chair } = await aHouse();
  const view = { intent: "keep", query: "stage=submitted", name: "À trier", shared: "yes" };
  await chair.submit("/use-cases/views", view);
  for (const name of ["À trier", "", "x".repeat(61)]) {
    const refused = await chair.post("/use-cases/views", { ...view, query: "stage=poc", name });
    expect([400, 409]).toContain(refused.status);
    expect(refused.html).toContain('name="query" value="stage=poc"');
    expect(refused.html).toContain(`value="${name}"`);
  }
});

test("A draft is its author's to delete, and not that of who writes along", async () => {
  const { app, champion, department } = await aHouse();
  const other = await app.signedIn("Bo Lind", { roles: ["champion"], departments: [department] });
  const program = await aProgram(app, await openSite(app), champion.id);
  const { body } = await program.ask("POST", "/use-cases", {
    body: { title: { fr: "À deux" }, submit: false, departmentId: department, coAuthorId: other.id },
  });
  const edit = `/use-cases/${body.reference}/edit`;
  expect((await other.get(edit)).html).not.toContain('value="delete"');
  expect((await other.post(edit, { intent: "delete" })).status).toBe(403);
  expect((await champion.get(edit)).html).toContain('value="delete"');
  expect((await champion.post(edit, { intent: "delete" })).status).toBe(303);
  const again = await program.ask("POST", "/use-cases", { body: { title: { fr: "Seule" }, submit: false } });
  const deletion = `/use-cases/${again.body.reference}/deletion`;
  expect((await program.ask("POST", deletion)).body).toEqual({ deleted: true });
  expect((await program.ask("POST", deletion)).status).toBe(404);
});

test("A case comes back on a day that somebody will see", async () => {
  const { chair, reference, app } = await aHouse();
  const to = { intent: "move", from: "submitted", to: "on-hold", learning: "", reason: "Après le déménagement" };
  const far = await chair.post(`/use-cases/${reference}/governance`, { ...to, relookOn: "9999-12-31" });
  expect([far.status, far.html.includes("9999-12-31")]).toEqual([409, true]);
  expect(far.text).toContain("plus de cinq ans");
  expect((await app.database.select({ stage: useCases.stage }).from(useCases))[0]?.stage).toBe("submitted");
});

test("Nobody writes a case together with themselves", async () => {
  const { app, champion, finance, department } = await aHouse();
  const site = await openSite(app);
  const program = await aProgram(app, site, champion.id);
  const { body: draft } = await program.ask("POST", "/use-cases", {
    body: { title: { fr: "Trier les devis" }, submit: false },
  });
  const path = `/use-cases/${draft.reference}/edit`;
  const answers = {
    ...{ "title.fr": "Trier les devis", "need.fr": "Les devis arrivent en vrac et se perdent.", source: "workshop" },
    ...{ "affected.fr": "Les vendeurs", "expectedBenefit.fr": "Une heure par jour", "dataInvolved.fr": "Les devis" },
    ...{ departmentId: String(department), ownerId: String(champion.id), similarLookedAt: "on" },
  };
  const form = { ...answers, intent: "submit", version: "1", coAuthorId: String(champion.id) };
  const refused = await champion.post(path, form);
  expect([refused.status, refused.text]).toEqual([409, expect.stringContaining("nommez quelqu’un d’autre")]);
  expect((await champion.post(path, { ...form, coAuthorId: String(finance.id) })).status).toBe(303);
});

test("A program that would empty what the gate asked for is told what", async () => {
  const { app, champion } = await aHouse();
  const whole = await aCase(app, {
    ...{ title: "Relances", need: { fr: "Les relances sont oubliées." }, stage: "submitted", ownerId: champion.id },
  });
  const program = await aProgram(app, await openSite(app), champion.id);
  const { body: before } = await program.get(`/use-cases/${whole.reference}`);
  const { status, body } = await program.ask("PATCH", `/use-cases/${whole.reference}`, {
    body: { need: null },
    headers: { "If-Match": `"${before.version}"` },
  });
  expect([status, body.missing]).toEqual([409, ["need"]]);
});
