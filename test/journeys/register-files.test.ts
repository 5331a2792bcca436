/** Files of the registers: prices to the last decimal, and what a faulty, empty, long or foreign file is told. */
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { addVendor } from "#app/delivery/vendors.server";
import { CASEBOOK } from "#app/people/roles";
import { models, vendors } from "#db/schema.server";
import { type App, openApp } from "../support/app";
import { aFirm } from "../support/delivery";
import { whenOf } from "../support/measurement";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";

const PRICES = ["0,0000008", "0.00000000123456789", "0,1", "1234,567", "8E-07", "0,29", "1,0050", "3"];
const REGISTERS = ["vendors", "models", "data-sets"] as const;
const GOOD = {
  vendors: "Nom;Type\nŒuvre & Fils;Jeune pousse\n",
  models: "Fournisseur;Nom;Prix (EUR)\nNuvéa;Vif;0,0000008\n",
  "data-sets": "Nom;Sensibilité\nCourriels;Confidentielle\n",
};

const ofVendor = (app: App) =>
  app.database.write((tx) => addVendor(tx, CASEBOOK, { name: "Nuvéa", type: "large-tech" }, whenOf(app)));

test("A price of any number of decimals goes out and comes back unchanged, and is shown with all of them", async () => {
  const app = await openApp();
  const { chair } = await aFirm(app);
  const { id: vendorId } = await ofVendor(app);
  for (const [at, price] of PRICES.entries()) {
    const form = { vendorId: String(vendorId), name: `Modèle ${at}`, price, priceUnit: "jeton" };
    expect((await chair.post("/registers/models/new", form)).status).toBe(303);
  }
  const file = (await chair.get("/registers/models.csv")).html;
  expect(file).toContain("Prix (EUR)");
  expect(file).toContain(",0.0000008,jeton");
  const again = await chair.post("/registers/models/import", { intent: "preview", pasted: file });
  expect(again.text).toContain("Rien à écrire");
  expect(again.find("main").text).toContain("le registre dit déjà tout cela");
  const [first] = await app.database.select().from(models).where(eq(models.name, "Modèle 0"));
  const page = await chair.get(`/registers/models/${first?.id}`);
  expect(page.text.replaceAll(/[\u00a0\u202f]/g, " ")).toContain("0,0000008 €, soit 0,80 € le million");
  const edited = await chair.get(`/registers/models/${first?.id}/edit`);
  expect(edited.find('input[name="price"]').getAttribute("value")).toBe("0,0000008");
});

test("A program says a price in minor units under a name that says so, and reads it back with its currency", async () => {
  const app = await openApp();
  const { chair } = await aFirm(app);
  const { id: vendorId } = await ofVendor(app);
  const program = await aProgram(app, await openSite(app), chair.id, "write");
  const body = { vendorId, name: "Grand", priceMinor: 0.00008, priceUnit: "token" };
  const made = await program.ask("POST", "/registers/models", { body });
  expect(made.body.price).toEqual({ minor: 0.00008, currency: "EUR" });
  // A thousandth of that as well, which multiplying and dividing by a hundred does not bring back.
  const small = { ...body, name: "Petit", priceMinor: 0.0000008 };
  expect((await program.ask("POST", "/registers/models", { body: small })).body.price.minor).toBe(0.0000008);
  expect((await program.ask("POST", "/registers/models", { body: { ...body, price: 1 } })).status).toBe(400);
  const { body: file } = await program.get("/register-files/models");
  expect(file).toContain("Price (EUR)");
  const back = await program.ask("POST", "/register-files/models", { body: { csv: file, run: true } });
  expect(back.body).toMatchObject({ written: true, planned: { added: 0, changed: 0, same: 2 } });
});

test("A program is told that a file with a fault wrote nothing, what the rest would do, and each line to mend", async () => {
  const app = await openApp();
  const { chair } = await aFirm(app);
  const program = await aProgram(app, await openSite(app), chair.id, "write");
  const csv = "Name,Type\nNova,Start-up\nOther,Bank\n";
  const { status, body } = await program.ask("POST", "/register-files/vendors", { body: { csv, run: true } });
  expect(status).toBe(200);
  expect(body).toMatchObject({ written: false, planned: { added: 1, changed: 0, same: 0 } });
  expect(body.sentence).toContain("nothing is written");
  expect(body.faults).toMatchObject([{ line: 3, column: "Type" }]);
  expect(await app.database.select().from(vendors)).toHaveLength(0);
});

test("Each register's form takes a spreadsheet's file, and says what is wrong with one that it cannot take", async () => {
  const app = await openApp();
  const { chair } = await aFirm(app);
  await ofVendor(app);
  for (const register of REGISTERS) {
    const path = `/registers/${register}/import`;
    const look = (text: string | Uint8Array<ArrayBuffer>, name = "export.csv") =>
      chair.post(path, { intent: "preview", pasted: "", file: new File([text], name, { type: "text/csv" }) });
    const good = await look(`\uFEFF${GOOD[register].replaceAll("\n", "\r\n")}`);
    expect(good.text, register).toContain("Ajouts : 1.");
    const latin = GOOD[register].replace("Œuvre", "Oeuvre");
    const bytes = Uint8Array.from(latin, (letter) => letter.charCodeAt(0));
    expect((await look(bytes)).text, register).toContain("Ajouts : 1.");
    const faulty = await look(`${GOOD[register]}${";".repeat(1)}x;y;z;t\n`);
    expect(faulty.text, register).toContain("rien n’est écrit");
    expect(faulty.text, register).toContain("Les lignes justes feraient : 1 ajouts");
    // What was sent comes back to be mended, without being looked for again.
    expect(faulty.find('textarea[name="pasted"]').text, register).toContain(GOOD[register].split("\n")[1]?.slice(0, 5));
    expect(faulty.all('input[name="intent"][value="run"]'), register).toHaveLength(0);
    const empty = await look("");
    expect(empty.status, register).toBe(400);
    expect(empty.text, register).toContain("Ce fichier est vide.");
    expect((await look(GOOD[register].split("\n")[0] ?? "")).text, register).toContain("aucune ligne sous ses titres");
    const long = await look(GOOD[register] + "x".repeat(5_000_000));
    expect(long.status, register).toBe(400);
    expect(long.text, register).toContain("Au plus deux millions");
  }
});

test("A country is read as a code or as a name in French or English; what is none is told with its line and column", async () => {
  const app = await openApp();
  const { chair } = await aFirm(app);
  const program = await aProgram(app, await openSite(app), chair.id, "write");
  const send = async (csv: string) =>
    (await program.ask("POST", "/register-files/vendors", { body: { csv, run: true } })).body;
  const head = "Name;Type;Country\n";
  const faulty = await send(`${head}Un;Start-up;FR\nDeux;Start-up;Narnia\n`);
  expect(faulty).toMatchObject({ written: false, faults: [{ line: 3, column: "Country" }] });
  expect(JSON.stringify(faulty.faults)).toContain("“Narnia” is no country");
  const names = ["de", "Allemagne", "Germany", "ÉTATS-UNIS", "united states"];
  const made = await send(head + names.map((country, at) => `Maker ${at};Start-up;${country}\n`).join(""));
  expect(made).toMatchObject({ written: true, planned: { added: 5 } });
  const kept = await app.database.select().from(vendors).orderBy(vendors.id);
  expect(kept.map(({ country }) => country)).toEqual(["DE", "DE", "DE", "US", "US"]);
});
