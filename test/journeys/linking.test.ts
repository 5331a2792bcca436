/** Models and data linked wherever people look for it, and typed by name instead of chosen from hundreds. */
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { addModel, addVendor } from "#app/delivery/vendors.server";
import { day } from "#app/kernel/day";
import { CASEBOOK } from "#app/people/roles";
import { dataSets, models, pocs, useCaseDataSets, useCaseModels } from "#db/schema.server";
import { type App, openApp } from "../support/app";
import { aFirm, governanceOf, POC_FORM } from "../support/delivery";
import { whenOf } from "../support/measurement";

/** A register of so many models, two of them called the same by different makers. */
async function aRegister(app: App, many: number) {
  return app.database.write(async (tx) => {
    const when = whenOf(app);
    const vendor = await addVendor(tx, CASEBOOK, { name: "Nuvéa", type: "large-tech" }, when);
    const other = await addVendor(tx, CASEBOOK, { name: "Autre", type: "start-up" }, when);
    const rows = Array.from({ length: many }, (_, at) => ({
      ...{ vendorId: vendor.id, name: `Série ${at}`, nameFolded: `serie ${at}` },
    }));
    if (rows.length > 0) await tx.insert(models).values(rows);
    const { id } = await addModel(tx, CASEBOOK, { vendorId: vendor.id, name: "Grand" }, when);
    const twin = await addModel(tx, CASEBOOK, { vendorId: other.id, name: "Grand" }, when);
    return { id, twin: twin.id };
  });
}

test("A live case without a POC is linked to models and data from its governance, and from their own pages", async () => {
  const app = await openApp();
  const { technicalOwner: owner, champion, chair, newCase } = await aFirm(app);
  const live = await newCase({ stage: "production" });
  const { id } = await aRegister(app, 0);
  await chair.submit("/registers/data-sets/new", { name: "Courriels", sensitivity: "secret" });
  const path = governanceOf(live.reference);
  const page = await owner.submit(path, { intent: "link-data-set", id: "courriels", component: "Exemples" });
  expect(page.find("#components").text).toContain("Secrète");
  await owner.submit(path, { intent: "link-model", id: "Nuvéa / Grand", component: "" });
  const [link] = await app.database.select().from(useCaseModels).where(eq(useCaseModels.useCaseId, live.id));
  expect(link?.modelId).toBe(id);
  // Two makers call theirs so: nobody guesses which.
  const unsure = await owner.post(path, { intent: "link-model", id: "Grand", component: "Trie" });
  expect(unsure.status).toBe(400);
  expect(unsure.find("#components").text).toContain("désigne plusieurs");
  expect(unsure.find("#components input[name=component]").getAttribute("value")).toBe("Trie");
  expect((await champion.post(path, { intent: "link-model", id: String(id), component: "" })).status).toBe(403);
  const second = await newCase({ stage: "pilot" });
  const [data] = await app.database.select().from(dataSets);
  const own = `/registers/data-sets/${data?.id}`;
  const says = { intent: "link-case", reference: second.reference.toLowerCase(), component: "Mesure" };
  expect((await champion.post(own, says)).status).toBe(403);
  expect((await owner.submit(own, says)).find("#cases").text).toContain(second.reference);
  expect(await app.database.select().from(useCaseDataSets)).toHaveLength(2);
  expect((await owner.post(own, { ...says, reference: "UC-9999" })).status).toBe(404);
});

test("Forms of POCs, attempts and switches stay small beside five hundred models, and take a typed name", async () => {
  const app = await openApp();
  const { owner, newCase } = await aFirm(app);
  const { id } = await aRegister(app, 500);
  const { reference, id: useCaseId } = await newCase({ stage: "poc" });
  const edit = `/use-cases/${reference}/poc/edit`;
  const form = await owner.get(edit);
  expect(form.html).not.toContain("Série 499");
  expect(form.html.length).toBeLessThan(60_000);
  const wrong = await owner.post(edit, { ...POC_FORM, modelId: "Inconnu" });
  expect(wrong.status).toBe(400);
  expect(wrong.find('input[name="modelId"]').getAttribute("value")).toBe("Inconnu");
  await owner.submit(edit, { ...POC_FORM, modelId: "nuvea / grand" });
  const [poc] = await app.database.select().from(pocs).where(eq(pocs.useCaseId, useCaseId));
  expect(poc?.modelId).toBe(id);
  expect((await owner.get(edit)).find('input[name="modelId"]').getAttribute("value")).toBe("Nuvéa / Grand");
  expect((await owner.get(`/use-cases/${reference}/poc`)).html).not.toContain("Série 499");
  const offered = JSON.parse((await owner.get("/registers/suggest?register=models&q=Serie+49")).html);
  expect(offered).toHaveLength(11);
  expect(offered[0]).toBe("Nuvéa / Série 49");
});

test("From a model's end of life to its successor: who must switch, the switch, and exposure that moves", async () => {
  const app = await openApp();
  const { technicalOwner, chair, newCase } = await aFirm(app);
  const { id, twin } = await aRegister(app, 0);
  const live = await newCase({ stage: "production", title: "Trier les courriels" });
  await technicalOwner.submit(governanceOf(live.reference), {
    intent: "link-model",
    id: String(id),
    component: "Trie",
  });
  const end = { endOfLifeOn: day("2026-12-15"), successorId: twin };
  await app.database.write((tx) => tx.update(models).set(end).where(eq(models.id, id)));
  expect((await chair.get("/registers")).find("#ends").text).toContain("Grand");
  const page = await chair.get(`/registers/models/${id}`);
  expect(page.text).toContain("Fin de vie du modèle");
  expect(page.find("#cases").text).toContain("Trier les courriels");
  const counted = async (model: number) =>
    (await chair.get("/registers/exposure?by=model"))
      .all("#all tbody tr")
      .filter((row) => row.innerHTML.includes(`/registers/models/${model}"`)).length;
  expect([await counted(id), await counted(twin)]).toEqual([1, 0]);
  const poc = `/use-cases/${live.reference}/poc`;
  expect((await technicalOwner.get(poc)).find('select[name="from"]').text).toContain("Grand");
  const says = { intent: "switch", from: `model-${id}`, toModelId: "Autre / Grand", toName: "", on: "2026-11-20" };
  await technicalOwner.submit(poc, { ...says, reason: "Fin de vie" });
  expect([await counted(id), await counted(twin)]).toEqual([0, 1]);
  expect((await chair.get(`/registers/models/${id}`)).find("#cases").text).not.toContain("Trier les courriels");
});

test("A model's successor is typed by its name; an unknown one is told and kept", async () => {
  const app = await openApp();
  const { chair } = await aFirm(app);
  const { id, twin } = await aRegister(app, 0);
  const edit = `/registers/models/${id}/edit`;
  const form = await chair.get(edit);
  expect(form.all("select[name=successorId]")).toHaveLength(0);
  const said = {
    version: form.find('input[name="version"]').getAttribute("value") ?? "",
    vendorId: form.find('input[name="vendorId"]').getAttribute("value") ?? "",
    name: "Grand",
  };
  const refused = await chair.post(edit, { ...said, successorId: "Jamais vu" });
  expect(refused.find("#successorId-error").text).toContain("Jamais vu");
  expect(refused.find('input[name="successorId"]').getAttribute("value")).toBe("Jamais vu");
  await chair.submit(edit, { ...said, successorId: "Autre / Grand" });
  const [kept] = await app.database.select().from(models).where(eq(models.id, id));
  expect(kept?.successorId).toBe(twin);
  expect((await chair.get(edit)).find('input[name="successorId"]').getAttribute("value")).toBe("Autre / Grand");
});
