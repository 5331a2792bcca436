/** The registers of vendors, models and data: kept, searched, retired, linked, and taken out and in as files. */
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { warnOfEnds } from "#app/delivery/registers/warn-of-ends.server";
import { addModel, addVendor } from "#app/delivery/vendors.server";
import { day } from "#app/kernel/day";
import { CASEBOOK } from "#app/people/roles";
import { auditEvents, models, notifications, useCaseModels, useCaseVendors, vendors } from "#db/schema.server";
import { openApp, type Page, type Person } from "../support/app";

import { aFirm, POC_FORM } from "../support/delivery";
import { whenOf } from "../support/measurement";

const NUVEA = { name: "Nuvéa", type: "large-tech", country: "US" };
const rowsOf = (page: Page) => page.all("tbody tr th").map((cell) => cell.text.trim());
const decoded = (text: string) => text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
const idIn = (page: Page) => Number(/\/(\d+)$/.exec(page.location ?? "")?.[1]);

async function made(person: Person, register: string, form: Record<string, string>): Promise<number> {
  const answer = await person.post(`/registers/${register}/new`, form);
  expect(answer.status, answer.text.slice(0, 500)).toBe(303);
  return idIn(answer);
}

test("Vendors, models and data are kept by the committee and administrators, without twins", async () => {
  const app = await openApp();
  const { chair, owner, champion } = await aFirm(app);
  expect((await owner.post("/registers/vendors/new", NUVEA)).status).toBe(403);
  const contract = {
    ...{ ownerId: "Camille Martin", contract: "C-12", contractFrom: "2025-01-01", renewsOn: "2027-01-01" },
    ...{ noticeDays: "30", autoRenews: "yes", yearlyMinor: "12 000,50", note: "Remise au volume" },
  };
  const vendor = await made(chair, "vendors", { ...NUVEA, ...contract });
  const [stored] = await app.database.select().from(vendors).where(eq(vendors.id, vendor));
  expect(stored).toMatchObject({ ownerId: champion.id, noticeDays: 30, autoRenews: true, yearlyMinor: 1_200_050 });
  expect((await chair.post("/registers/vendors/new", { ...NUVEA, name: "NUVEA" })).status).toBe(409);
  const wrong = await chair.post("/registers/vendors/new", { name: "", type: "bank", ownerId: "Nobody at all" });
  expect(wrong.status).toBe(400);
  expect(wrong.all(".field-error").length).toBe(3);
  const before = { ...NUVEA, name: "Autre", contractFrom: "2026-01-01", renewsOn: "2025-01-01" };
  expect((await chair.post("/registers/vendors/new", before)).status).toBe(409);
  const model = { vendorId: String(vendor), name: "Grand", release: "3", hosting: "eu", price: "0,00025" };
  const first = await made(chair, "models", { ...model, priceUnit: "jeton" });
  expect((await chair.post("/registers/models/new", model)).status).toBe(409);
  await made(chair, "models", { ...model, release: "4" });
  expect((await app.database.select().from(models).where(eq(models.id, first)))[0]?.price).toBeCloseTo(0.025, 12);
  const data = { name: "Courriels", sensitivity: "confidential", personalData: "yes", access: "Le service client" };
  const emails = await made(chair, "data-sets", data);
  const page = await owner.get(`/registers/data-sets/${emails}`);
  expect(page.text).toContain("Confidentielle");
  expect(page.text).toContain("Le service client");
  // Its owner may edit the entry, and nobody else who has no role for it.
  const opened = { ...NUVEA, ...contract, version: "1", note: "Remise revue" };
  expect((await owner.post(`/registers/vendors/${vendor}/edit`, opened)).status).toBe(403);
  await champion.submit(`/registers/vendors/${vendor}/edit`, opened);
  const [event] = (await app.database.select().from(auditEvents)).slice(-1);
  expect(event).toMatchObject({ act: "vendor.write", subject: "vendor", subjectId: vendor });
  expect(JSON.parse(event?.after ?? "{}")).toEqual({ note: { fr: "Remise revue" } });
  expect((await chair.get("/registers/vendors/999")).status).toBe(404);
  expect((await chair.get("/registers/people")).status).toBe(404);
  expect((await chair.get("/vendors")).location).toBe("/registers/vendors");
  expect((await chair.get(`/vendors/${vendor}/edit`)).location).toBe(`/registers/vendors/${vendor}`);
});

test("A register is searched, filtered, sorted, and read a page at a time", async () => {
  const app = await openApp();
  const { chair, newCase } = await aFirm(app);
  const useCase = await newCase({ stage: "poc" });
  const ids = await app.database.write(async (tx) => {
    const made: number[] = [];
    for (let at = 0; at < 60; at++) {
      const type = at % 2 ? ("start-up" as const) : ("internal" as const);
      const renewsOn = at === 7 ? day("2026-12-24") : null;
      made.push((await addVendor(tx, CASEBOOK, { name: `Équipe ${100 + at}`, type, renewsOn }, whenOf(app))).id);
    }
    await tx.insert(useCaseVendors).values({ useCaseId: useCase.id, vendorId: made[30] ?? 0 });
    return made;
  });
  const all = await chair.get("/registers/vendors");
  expect(rowsOf(all)).toHaveLength(50);
  const next = all.all("a").find((link) => link.getAttribute("href")?.includes("after="));
  const second = await chair.get((next?.getAttribute("href") ?? "").replaceAll("&amp;", "&"));
  expect(rowsOf(second)).toHaveLength(10);
  expect(rowsOf(await chair.get("/registers/vendors?q=equipe+10"))).toHaveLength(10);
  expect(rowsOf(await chair.get("/registers/vendors?kind=start-up"))).toHaveLength(30);
  expect(rowsOf(await chair.get("/registers/vendors?sort=due"))[0]).toContain("Équipe 107");
  expect(rowsOf(await chair.get("/registers/vendors?sort=cases"))[0]).toContain("Équipe 130");
  expect((await chair.get("/registers/vendors?sort=x&kind=%25&after=9~~")).status).toBe(200);
  const [id = 0] = ids;
  await chair.submit(`/registers/vendors/${id}`, { intent: "retire", version: "1", reason: "Plus de contrat" });
  expect(rowsOf(await chair.get("/registers/vendors?q=equipe+100"))).toHaveLength(0);
  expect(rowsOf(await chair.get("/registers/vendors?q=equipe+100&show=retired"))).toHaveLength(1);
  const retired = await chair.get(`/registers/vendors/${id}`);
  expect(retired.text).toContain("Plus de contrat");
  const again = { intent: "retire", version: "2", reason: "Encore" };
  expect((await chair.post(`/registers/vendors/${id}`, again)).status).toBe(409);
  const stale = { intent: "bring-back", version: "1", reason: "Revient" };
  expect((await chair.post(`/registers/vendors/${id}`, stale)).status).toBe(409);
  await chair.submit(`/registers/vendors/${id}`, { ...stale, version: "2" });
  expect((await chair.get(`/registers/vendors/${id}`)).text).not.toContain("Plus de contrat");
});

test("A case works with what its POC, its verdict and its switches say, and with what its team adds", async () => {
  const app = await openApp();
  const { owner, technicalOwner, champion, chair, newCase } = await aFirm(app);
  const { id: useCaseId, reference } = await newCase({ stage: "poc" });
  const { one, two } = await app.database.write(async (tx) => {
    const when = whenOf(app);
    const vendor = await addVendor(tx, CASEBOOK, { name: "Nuvéa", type: "large-tech" }, when);
    const first = await addModel(tx, CASEBOOK, { vendorId: vendor.id, name: "Grand" }, when);
    return { one: first.id, two: (await addModel(tx, CASEBOOK, { vendorId: vendor.id, name: "Vif" }, when)).id };
  });
  const path = `/use-cases/${reference}/poc`;
  const linked = async () =>
    (await app.database.select().from(useCaseModels).where(eq(useCaseModels.useCaseId, useCaseId))).map(
      ({ modelId }) => modelId,
    );
  await owner.submit(`${path}/edit`, { ...POC_FORM, modelId: String(one) });
  expect(await linked()).toEqual([one]);
  const says = { intent: "link-model", id: String(two), component: "Relit les réponses" };
  expect((await champion.post(path, says)).status).toBe(403);
  expect((await technicalOwner.submit(path, says)).text).toContain("Relit les réponses");
  expect(await linked()).toEqual([one, two]);
  const data = await made(chair, "data-sets", { name: "Courriels", sensitivity: "secret", personalData: "yes" });
  const page = await technicalOwner.submit(path, { intent: "link-data-set", id: data, component: "Exemples" });
  expect(page.find("#components").text).toContain("Secrète");
  expect((await chair.get(`/registers/data-sets/${data}`)).text).toContain(reference);
  await technicalOwner.submit(path, { intent: "unlink-model", id: String(two) });
  expect(await linked()).toEqual([one]);
  expect((await technicalOwner.post(path, { intent: "link-model", id: "999" })).status).toBe(404);
});

test("Owners are told at ninety, thirty, seven and no days, each step once; so are those who run what ends", async () => {
  const app = await openApp();
  const { champion, technicalOwner, newCase } = await aFirm(app);
  const live = await newCase({ stage: "production" });
  await app.database.write(async (tx) => {
    const when = whenOf(app);
    const renewal = { renewsOn: day("2027-02-18"), noticeDays: 60, ownerId: champion.id };
    const { id } = await addVendor(tx, CASEBOOK, { name: "Nuvéa", type: "large-tech", ...renewal }, when);
    const model = await addModel(tx, CASEBOOK, { vendorId: id, name: "Grand", endOfLifeOn: day("2027-01-20") }, when);
    await tx.insert(useCaseModels).values({ useCaseId: live.id, modelId: model.id });
  });
  const told = async () =>
    (await app.database.select().from(notifications).where(eq(notifications.kind, "register-end"))).map((one) => [
      one.personId,
      one.values.end,
      one.values.step,
    ]);
  const warn = () => app.database.write((tx) => warnOfEnds(tx, whenOf(app)));
  await warn();
  await warn();
  expect(await told()).toEqual([
    [champion.id, "notice", 30],
    [technicalOwner.id, "end-of-life", 90],
  ]);
  expect((await champion.get("/notifications")).text).toContain("Dernier jour pour résilier");
  expect((await champion.get("/")).text).toContain("Une échéance de vos registres");
  expect((await champion.get("/registers")).text).toContain("Fin de vie du modèle");
  app.clock.at = new Date("2026-12-22T09:00:00Z");
  await warn();
  expect((await told()).slice(2)).toEqual([
    [technicalOwner.id, "end-of-life", 30],
    [champion.id, "renewal", 90],
  ]);
});

test("The vendor of a model is typed by its name, with suggestions, and stays where it is retired", async () => {
  const app = await openApp();
  const { chair } = await aFirm(app);
  const vendor = await made(chair, "vendors", NUVEA);
  const asked = await chair.get(`/registers/models/new?vendor=${vendor}`);
  const field = asked.find('input[name="vendorId"]');
  expect([field.getAttribute("value"), field.getAttribute("data-from")]).toEqual([
    "Nuvéa",
    "/registers/suggest?register=vendors",
  ]);
  const wrong = await chair.post("/registers/models/new", { vendorId: "Nuvex", name: "Grand" });
  expect([wrong.status, wrong.find('input[name="vendorId"]').getAttribute("value")]).toEqual([400, "Nuvex"]);
  const model = await made(chair, "models", { vendorId: "nuvea", name: "Grand" });
  expect((await app.database.select().from(models).where(eq(models.id, model)))[0]).toMatchObject({ vendorId: vendor });
  await app.database.write((tx) => tx.update(vendors).set({ retiredOn: day("2026-11-01") }));
  const edit = await chair.get(`/registers/models/${model}/edit`);
  expect(edit.find('input[name="vendorId"]').getAttribute("value")).toBe("Nuvéa");
  const later = await chair.get(`/registers/models/new?vendor=${vendor}`);
  expect(later.find('input[name="vendorId"]').getAttribute("value") ?? "").toBe("");
});

test("A register goes out as a file and comes back with exactly what was changed in it", async () => {
  const app = await openApp();
  const { chair, owner } = await aFirm(app);
  const vendor = await made(chair, "vendors", { ...NUVEA, note: "=HYPERLINK(1)", yearlyMinor: "1234,5" });
  await made(chair, "models", { vendorId: String(vendor), name: "Grand", release: "3", price: "0,00025" });
  const last = await made(chair, "models", { vendorId: String(vendor), name: "Vif", modality: "text" });
  for (const register of ["vendors", "models"]) {
    const file = (await chair.get(`/registers/${register}.csv`)).html;
    const same = await chair.post(`/registers/${register}/import`, { intent: "preview", pasted: file });
    expect(same.text, register).toContain("Rien à écrire");
  }
  const file = (await chair.get("/registers/vendors.csv")).html;
  expect(file).toContain(`"'=HYPERLINK(1)"`);
  const exported = (await chair.get("/registers/models.csv")).html;
  const changed = exported.replace("Texte", "Image").concat(",Nuvéa,Nouveau,,Code,,,,,,,,,\r\n");
  const preview = await chair.post("/registers/models/import", { intent: "preview", pasted: changed });
  expect(preview.text).toContain("Ajouts : 1. Changements : 1. Inchangés : 1.");
  const text = decoded(preview.find('input[name="text"]').getAttribute("value") ?? "");
  const run = { intent: "run", text, added: "1", changed: "1" };
  expect((await owner.post("/registers/models/import", run)).status).toBe(403);
  expect((await chair.post("/registers/models/import", { ...run, added: "7" })).status).toBe(409);
  const events = async () => (await app.database.select().from(auditEvents)).length;
  const before = await events();
  await chair.submit("/registers/models/import", run);
  expect(await events()).toBe(before + 2);
  expect((await app.database.select().from(models).where(eq(models.id, last)))[0]).toMatchObject({
    modality: "image",
    version: 2,
  });
  await chair.submit("/registers/models/import", { ...run, added: "0", changed: "0" });
  expect(await events()).toBe(before + 2);

  // One cell of a vendor and of a data set: one change each, of that field alone, and nothing the second time.
  const said = { personalData: "no", access: "Tous", uses: "Trier", location: "Lyon", ownerId: "Camille Martin" };
  await made(chair, "data-sets", { name: "Courriels", sensitivity: "confidential", ...said });
  for (const [register, from, to, field] of [
    ["vendors", "HYPERLINK(1)", "HYPERLINK(2)", "note"],
    ["data-sets", "Trier", "Lire", "uses"],
  ] as const) {
    const out = (await chair.get(`/registers/${register}.csv`)).html;
    const same = await chair.post(`/registers/${register}/import`, { intent: "preview", pasted: out });
    expect(same.text, register).toContain("Rien à écrire");
    const back = { intent: "run", text: out.replace(from, to), added: "0", changed: "1" };
    await chair.submit(`/registers/${register}/import`, back);
    const [event] = (await app.database.select().from(auditEvents)).slice(-1);
    expect(Object.keys(JSON.parse(event?.after ?? "{}")), register).toEqual([field]);
    const again = await chair.post(`/registers/${register}/import`, { intent: "preview", pasted: back.text });
    expect(again.text, register).toContain("Rien à écrire");
  }
});

test("A file with faults says each by its line and column, and writes nothing", async () => {
  const app = await openApp();
  const { chair } = await aFirm(app);
  await made(chair, "vendors", NUVEA);
  const lines = [
    "Nom;Type;Échéance;Préavis (jours);Responsable;Couleur",
    "Neuf;Jeune pousse;2027-02-30;;;bleu",
    "Nuvéa;banque;;;;",
    "Encore;internal;;1,5;Personne;",
    ";internal;;;;",
    "Double;internal;;;;",
    "DOUBLE;interne;;;;",
    "Trop;internal;;;;;;plus",
  ];
  const page = await chair.post("/registers/vendors/import", { intent: "preview", pasted: lines.join("\n") });
  const faults = page.all("tbody tr").map((row) => row.querySelectorAll("td, th").map((cell) => cell.text.trim()));
  expect(faults.map(([line, column]) => `${line} ${column}`)).toEqual([
    "2 Échéance",
    "3 Type",
    "4 Préavis (jours)",
    "4 Responsable",
    "5 Nom",
    "7 Type",
    "8 la ligne",
  ]);
  expect(page.text).toContain("Colonnes laissées de côté : Couleur.");
  const run = { intent: "run", text: lines.join("\n"), added: "1", changed: "0" };
  expect((await chair.post("/registers/vendors/import", run)).status).toBe(409);
  expect(await app.database.select().from(vendors)).toHaveLength(1);
  const headless = await chair.post("/registers/vendors/import", { intent: "preview", pasted: "Type\ninternal" });
  expect(headless.text).toContain("La première ligne doit nommer les colonnes");
  expect((await chair.post("/registers/vendors/import", { intent: "preview", pasted: "" })).status).toBe(400);
});

test("Exposure and what-if lead from each figure to its cases, and answer by an address alone", async () => {
  const app = await openApp();
  const { chair, newCase } = await aFirm(app);
  const live = await newCase({ stage: "production", title: "Répondre aux courriels" });
  await newCase({ stage: "production", title: "Lié à rien" });
  const { id: vendor } = await app.database.write(async (tx) => {
    const made = await addVendor(tx, CASEBOOK, { name: "Nuvéa", type: "large-tech" }, whenOf(app));
    await tx.insert(useCaseVendors).values({ useCaseId: live.id, vendorId: made.id });
    return made;
  });
  const page = await chair.get("/registers/exposure");
  expect(page.text).toContain("Un autre n’est lié à rien.");
  expect(page.text).toContain("10 000");
  const link = page.all("table a").find((one) => one.getAttribute("href")?.includes("what-if"));
  expect(link?.getAttribute("href")).toContain(`vendor=${vendor}`);
  const whatIf = await chair.get(`/registers/exposure/what-if?vendor=${vendor}&price=1,5`);
  expect(whatIf.find("#cases").text).toContain("Répondre aux courriels");
  expect(whatIf.find("#cases").text).toContain("aucune connue");
  expect((await chair.get(`/registers/exposure/what-if?vendor=${vendor}&show=alternative`)).text).toContain(
    "Aucun cas ici",
  );
  expect((await chair.get("/registers/exposure/what-if?vendor=x&price=much")).status).toBe(200);
  expect((await chair.get("/registers/exposure/what-if?model=99")).status).toBe(404);
});
