/** Files on a case: taken by their content, kept in parts, sent as attachments. */
import { createHash, randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { caseFileParts, caseFiles } from "#db/schema.server";
import { openApp, type Person } from "../support/app";
import { aCase } from "../support/cases";
import { workbook } from "../support/xlsx";

const PDF = Buffer.from("%PDF-1.7\n%âãÏÓ\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n", "latin1");
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const fileOf = (bytes: Buffer | string, name: string) => new File([new Uint8Array(Buffer.from(bytes))], name);
const add = (person: Person, reference: string, bytes: Buffer | string, name: string, internal = false) =>
  person.post(`/use-cases/${reference}/files`, {
    ...(internal && { internal: "yes" }),
    file: fileOf(bytes, name),
  });

describe("A file on a case", () => {
  test("comes back byte for byte, as an attachment that nothing renders", async () => {
    const app = await openApp();
    const { reference } = await aCase(app);
    const admin = await app.signedIn("Ada Admin", { roles: ["admin"] });
    const bytes = Buffer.concat([PDF, randomBytes(3_000_000)]);
    const name = `Devis "été" 2026; l'original.pdf`;
    expect((await add(admin, reference, bytes, name)).status).toBe(303);
    const page = await admin.get(`/use-cases/${reference}/files`);
    expect(page.text).toContain(name);
    expect(page.text).toMatch(/2,9\sMo/);
    const [kept] = await app.database.select().from(caseFiles);
    expect(kept).toMatchObject({
      size: bytes.length,
      mediaType: "application/pdf",
      sha256: createHash("sha256").update(bytes).digest("hex"),
    });
    expect(await app.database.select({ part: caseFileParts.part }).from(caseFileParts)).toHaveLength(12);
    const got = await admin.get(
      page.find("table a[download], .table a[download], a[download]").getAttribute("href") ?? "",
    );
    expect(got.headers.get("Content-Type")).toBe("application/pdf");
    expect(got.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(got.headers.get("Content-Length")).toBe(String(bytes.length));
    expect(got.headers.get("Content-Disposition")).toBe(
      `attachment; filename="Devis __t__ 2026; l'original.pdf"; filename*=UTF-8''Devis%20%22%C3%A9t%C3%A9%22%202026%3B%20l%27original.pdf`,
    );
    expect((await admin.get(`/use-cases/${reference}/activity?kind=files`)).text).toContain(
      "Ada Admin a ajouté un fichier",
    );
  });

  test("that is there already is not added twice, whatever it is called", async () => {
    const app = await openApp();
    const { reference } = await aCase(app);
    const admin = await app.signedIn("Ada Admin", { roles: ["admin"] });
    const chair = await app.signedIn("Claire Roy", { roles: ["chair"] });
    expect((await add(admin, reference, PDF, "devis.pdf")).status).toBe(303);
    const again = await add(admin, reference, PDF, "autre nom.pdf");
    expect([again.status, again.text]).toEqual([
      409,
      expect.stringContaining("déjà joint à ce cas, sous le nom « devis.pdf »"),
    ]);
    expect((await add(chair, reference, PDF, "devis.pdf", true)).status).toBe(409);
    expect(await app.database.select({ name: caseFiles.name }).from(caseFiles)).toEqual([{ name: "devis.pdf" }]);
    expect(await app.database.select({ part: caseFileParts.part }).from(caseFileParts)).toHaveLength(1);
    // A note's file says nothing of itself to those who may not know of it.
    expect((await add(chair, reference, PNG, "photo.png", true)).status).toBe(303);
    expect((await add(admin, reference, PNG, "photo.png")).status).toBe(303);
  });

  test.each([
    ["photo.png", PNG],
    ["tableau.csv", "mois;heures\njanvier;12\n"],
    ["note.txt", "Été à la mer\r\n"],
    ["latin.csv", Buffer.from("Été;1\n", "latin1")],
    ["utf16.txt", Buffer.from("\ufeffBonjour à tous", "utf16le")],
    ["donnees.json", '{"a": 1}'],
    ["classeur.xlsx", workbook({ Feuille: [["a", 1]] })],
  ])("%s is taken", async (name, bytes) => {
    const app = await openApp();
    const { reference } = await aCase(app);
    const admin = await app.signedIn("Ada Admin", { roles: ["admin"] });
    const done = await add(admin, reference, bytes, name);
    expect([done.status, done.text.slice(0, 200)]).toEqual([303, ""]);
  });

  test.each([
    ["page.html", "<html><script>alert(1)</script>", "n’est pas acceptée"],
    ["page.txt", "<html><script>alert(1)</script>", "une page web ou un programme"],
    ["drawing.csv", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "n’est pas celui"],
    ["script.txt", "#!/bin/sh\nrm -rf /", "une page web ou un programme"],
    ["photo.pdf", PNG, "n’est pas celui d’un fichier pdf"],
    ["rapport.png", PDF, "n’est pas celui d’un fichier png"],
    ["program.pdf", Buffer.from("MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff", "latin1"), "n’est pas celui"],
    ["program.exe", Buffer.from("MZ\x90\0", "latin1"), "n’est pas acceptée"],
    ["elf.txt", Buffer.from("\x7fELF\x02\x01\x01\0", "latin1"), "n’est pas celui"],
    ["archive.docx", gzipSync("x"), "n’est pas celui"],
    ["texte.pdf", "bonjour", "n’est pas celui"],
    ["binaire.csv", Buffer.concat([Buffer.from("a;b\n"), Buffer.alloc(20)]), "ce n’est pas du texte"],
    ["vide.txt", "", "vide"],
    ["sans-nom", "x", "n’est pas acceptée"],
  ])("%s is refused in a sentence, and nothing of it stays", async (name, bytes, sentence) => {
    const app = await openApp();
    const { reference } = await aCase(app);
    const admin = await app.signedIn("Ada Admin", { roles: ["admin"] });
    const refused = await add(admin, reference, bytes, name);
    expect(refused.status).toBe(400);
    expect(refused.text).toContain(sentence);
    expect(await app.database.select().from(caseFiles)).toEqual([]);
  });

  test("that turns out wrong, or too large, in the middle leaves nothing behind", async () => {
    const app = await openApp();
    const { reference } = await aCase(app);
    const admin = await app.signedIn("Ada Admin", { roles: ["admin"] });
    const late = Buffer.concat([Buffer.alloc(2_500_000, "a"), Buffer.alloc(10)]);
    expect((await add(admin, reference, late, "tard.txt")).text).toContain("ce n’est pas du texte");
    const large = await add(admin, reference, Buffer.alloc(10 * 1024 * 1024 + 1, "a"), "grand.txt");
    expect([large.status, large.text.includes("dépasse 10 Mo")]).toEqual([413, true]);
    expect((await add(admin, reference, Buffer.alloc(10 * 1024 * 1024, "a"), "juste.txt")).status).toBe(303);
    expect(await app.database.select({ name: caseFiles.name }).from(caseFiles)).toEqual([{ name: "juste.txt" }]);
  });

  test("is added by its team and its judges, removed with a reason that the log keeps, and gone for good", async () => {
    const app = await openApp();
    const { reference } = await aCase(app);
    const admin = await app.signedIn("Ada Admin", { roles: ["admin"] });
    const reader = await app.signedIn("Lou Bernard");
    expect((await add(reader, reference, PDF, "a.pdf")).status).toBe(403);
    await add(admin, reference, PDF, "devis.pdf");
    const files = `/use-cases/${reference}/files`;
    const page = await admin.get(files);
    const fileId = page.find("input[name=fileId]").getAttribute("value") ?? "";
    expect((await reader.post(files, { intent: "remove", fileId, reason: "non" })).status).toBe(403);
    expect((await admin.post(files, { intent: "remove", fileId, reason: " " })).status).toBe(400);
    const after = await admin.submit(files, { intent: "remove", fileId, reason: "Mauvaise version" });
    expect(after.text).toContain("Aucun fichier");
    expect((await admin.get(`${files}/${fileId}`)).status).toBe(404);
    expect(await app.database.select({ part: caseFileParts.part }).from(caseFileParts)).toEqual([]);
    const activity = await reader.get(`/use-cases/${reference}/activity`);
    expect(activity.text).toContain("devis.pdf");
    expect(activity.text).toContain("Mauvaise version");
    expect((await admin.post(files, { intent: "add" })).text).toContain("Choisissez d’abord un fichier");
  });

  test("that is internal is there for the committee and reviewers alone", async () => {
    const app = await openApp();
    const { reference } = await aCase(app);
    const judge = await app.signedIn("Jules Juge", { roles: ["security"] });
    const author = await app.signedIn("Ada Admin", { roles: ["admin"] });
    expect((await add(author, reference, PDF, "secret.pdf", true)).status).toBe(403);
    expect((await add(judge, reference, PDF, "secret.pdf", true)).status).toBe(303);
    const [kept] = await app.database.select({ id: caseFiles.id }).from(caseFiles);
    const files = `/use-cases/${reference}/files`;
    expect((await judge.get(files)).text).toContain("secret.pdf");
    expect((await judge.get(`${files}/${kept?.id}`)).status).toBe(200);
    for (const path of [files, `/use-cases/${reference}`, `/use-cases/${reference}/activity`, "/audit"]) {
      expect((await author.get(path)).html, path).not.toContain("secret.pdf");
    }
    expect((await author.get(`${files}/${kept?.id}`)).status).toBe(404);
    expect((await author.post(files, { intent: "remove", fileId: String(kept?.id), reason: "x" })).status).toBe(404);
  });

  test("of another case is not found under this one, nor one of a draft by others", async () => {
    const app = await openApp();
    const owner = await app.signedIn("Omar Owner");
    const [mine, other] = [
      await aCase(app, { stage: "draft", ownerId: owner.id, authorId: owner.id }),
      await aCase(app),
    ];
    await add(owner, mine.reference, PDF, "a.pdf");
    const [kept] = await app.database.select({ id: caseFiles.id }).from(caseFiles);
    const admin = await app.signedIn("Ada Admin", { roles: ["admin"] });
    const reader = await app.signedIn("Lou Bernard");
    expect((await admin.get(`/use-cases/${other.reference}/files/${kept?.id}`)).status).toBe(404);
    expect((await reader.get(`/use-cases/${mine.reference}/files/${kept?.id}`)).status).toBe(404);
    expect((await owner.get(`/use-cases/${mine.reference}/files/${kept?.id}`)).status).toBe(200);
  });
});
