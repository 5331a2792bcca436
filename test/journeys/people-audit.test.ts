import SQLite from "better-sqlite3";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { whenAt } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import { auditEvents } from "#db/schema.server";
import { type App, openApp, type Page } from "../support/app";
import { aBusinessCase } from "../support/arbitration";
import { aCase } from "../support/cases";

const linesOn = (page: Page) => page.all("tbody tr").map((row) => row.text.replace(/\s+/g, " "));

async function somethingDone(app: App) {
  const ada = await app.signedIn("Ada Verdier", { roles: ["admin"] });
  await ada.submit("/admin/departments/new", { code: "RH", nameFr: "Humains", hourlyCost: "48,50", active: "yes" });
  app.clock.at = new Date("2026-11-21T23:30:00Z");
  const page = await ada.get("/admin/departments/1");
  const version = page.find("form input[name=version]").getAttribute("value") ?? "";
  await ada.submit("/admin/departments/1", {
    version,
    code: "RH",
    nameFr: "Ressources humaines",
    hourlyCost: "50",
    active: "yes",
  });
  return ada;
}

describe("The audit log", () => {
  test("says who did what, with before and after in words", async () => {
    const app = await openApp();
    const ada = await somethingDone(app);
    const [last = ""] = linesOn(await ada.get("/audit"));
    for (const words of [
      "Ada Verdier",
      "Tenir les départements",
      "Humains → Ressources humaines",
      "48,50 € → 50,00 €",
    ]) {
      expect(last).toContain(words);
    }
    expect(last).not.toContain("RH →");
    expect(last).not.toMatch(/[{}"]/);
  });

  test("names persons, departments and cases, and says closed sets in words", async () => {
    const app = await openApp();
    const ada = await somethingDone(app);
    const bob = await app.signedIn("Bob Martin", { roles: ["champion"], departments: [1] });
    const version = (await ada.get(`/people/${bob.id}/`)).find("input[name=version]").getAttribute("value") ?? "";
    await ada.submit(`/people/${bob.id}`, {
      ...{ intent: "save", version, name: "Bob Martin", email: "bob.martin@example.com" },
      ...{ "roles[]": ["committee"], "departmentIds[]": [] },
    });
    const [edited = ""] = linesOn(await ada.get("/audit?subject=person&act=person.edit"));
    expect(edited).toContain("Personne Bob Martin");
    expect(edited).toContain("Rôles Champion → Membre du comité");
    expect(edited).toContain("Départements Ressources humaines → ");

    const { id, reference } = await aCase(app, { departmentId: 1, ownerId: bob.id });
    await app.database.write((tx) =>
      record(
        tx,
        permit({ personId: ada.id, name: "Ada Verdier", roles: ["admin"], departmentIds: [] }, "person.edit", {}),
        {
          ...{ subject: "sign-off", subjectId: 7, useCaseId: id },
          after: { kind: "security", verdict: "yes", requestedBy: bob.id, departmentId: 1, reviewedBy: 9999 },
        },
        whenAt(app.clock.at, { timeZone: "Europe/Paris", fiscalFirstMonth: 2 }),
      ),
    );
    const page = await ada.get("/audit?subject=sign-off");
    const [asked = ""] = linesOn(page);
    for (const words of [
      "Sorte Sécurité",
      "Verdict Oui",
      "Demandé par Bob Martin",
      "Département Ressources humaines",
      "Relu par n°\u00a09999".replace(/\s+/g, " "),
    ]) {
      expect(asked).toContain(words);
    }
    expect(page.find(`tbody a[href="/use-cases/${reference}"]`).text).toBe(reference);

    await aBusinessCase(app, id, 30_000);
    const written = (await ada.get("/audit?subject=business-case")).text;
    for (const words of ["Quantité par trimestre 1", "Valeur unitaire 30 000,00 €", "Adoption au plateau 100 %"]) {
      expect(written).toContain(words);
    }
    expect(written).not.toMatch(/likely|adoption \(|ramp quarters/);

    const finance = await app.signedIn("Fanny Roux", { roles: ["finance", "admin"] });
    await finance.submit("/quarter/2026-Q3?index", { intent: "collect", version: 0 });
    const opened = await finance.get("/audit?subject=quarter");
    expect(opened.find('tbody a[href="/quarter/2026-Q3"]').text).toBe("Trimestre T3 2026");

    const activity = await ada.get(`/use-cases/${reference}/activity`);
    expect(activity.text).toContain("Sorte Sécurité");
    expect(activity.text).toContain("Demandé par Bob Martin");
  });

  test("is filtered by person, act, subject and day of the organisation", async () => {
    const app = await openApp();
    const ada = await somethingDone(app);
    await app.signedIn("Bob Martin");
    const count = async (query: string) => linesOn(await ada.get(`/audit?${query}`)).length;
    expect(await count("who=verdier")).toBe(3);
    expect(await count("who=casebook")).toBe(2);
    expect(await count("act=department.edit")).toBe(2);
    expect(await count("subject=department&id=1")).toBe(2);
    expect(await count("subject=department&id=9")).toBe(0);
    // 23:30 in Greenwich is the next day in Paris.
    expect(await count("on=2026-11-22")).toBe(2);
    expect(await count("on=2026-11-20&act=department.edit")).toBe(1);
    expect(await count("on=9999-12-31&act=nonsense&older=x")).toBe(6);
  });

  test("is read page by page, newest first", async () => {
    const app = await openApp();
    const ada = await app.signedIn("Ada Verdier", { roles: ["admin"] });
    for (let index = 0; index < 60; index++) await ada.post("/preferences", { theme: index % 2 ? "dark" : "light" });
    const first = await ada.get("/audit");
    expect(linesOn(first)).toHaveLength(50);
    const href = (page: Page, rel: string) =>
      page.find(`a[rel=${rel}]`).getAttribute("href")?.replaceAll("&amp;", "&") ?? "";
    const second = await ada.get(href(first, "next"));
    expect(linesOn(second)).toHaveLength(13);
    expect(linesOn(await ada.get(href(second, "prev")))).toEqual(linesOn(first));
  });

  test("is open to administrators and finance, and to nobody else", async () => {
    const app = await openApp();
    const finance = await app.signedIn("Fiona Finance", { roles: ["finance"] });
    const chair = await app.signedIn("Claude Chair", {
      roles: ["chair", "executive", "legal", "security", "champion", "committee"],
    });
    expect((await finance.get("/audit")).status).toBe(200);
    expect((await finance.post("/audit", {})).status).toBe(200);
    expect((await chair.get("/audit")).status).toBe(403);
    expect((await chair.post("/audit", {})).status).toBe(403);
  });

  test("verifies its chain on demand, and finds the line that was altered behind its back", async () => {
    const app = await openApp();
    const ada = await somethingDone(app);
    const whole = await ada.post("/audit", {});
    expect(whole.text).toContain("La chaîne est entière");
    const events = await app.database.select().from(auditEvents);
    expect(whole.text).toContain(events.at(-1)?.hash);

    await tamper(app, 'update audit_events set after = \'{"code":"X"}\' where id = 3');
    const altered = await ada.post("/audit", {});
    expect(altered.find(".notice").text).toContain("rompue à la ligne 3");
  });

  test("finds the lines that were cut off its end", async () => {
    const app = await openApp();
    const ada = await somethingDone(app);
    await tamper(app, "delete from audit_events where id = (select max(id) from audit_events)");
    expect((await ada.post("/audit", {})).text).toContain("manquent à la fin");
  });
});

/** What somebody with the keys of the database could do: first the guard goes, then the line. */
async function tamper(app: App, statement: string): Promise<void> {
  const { database } = app;
  await expect(database.write((tx) => tx.rows(sql.raw(`${statement} returning id`)))).rejects.toThrow();
  if (database.engine === "postgres") {
    await database.write(async (tx) => {
      await tx.rows(sql`alter table audit_events disable trigger user`);
      await tx.rows(sql.raw(statement));
    });
    return;
  }
  const [{ file } = { file: "" }] = await database.rows<{ file: string }>(sql`select file from pragma_database_list`);
  const connection = new SQLite(file);
  const triggers = connection.prepare(
    "select name from sqlite_master where type = 'trigger' and tbl_name = 'audit_events'",
  );
  for (const { name } of triggers.all() as { name: string }[]) connection.exec(`drop trigger "${name}"`);
  connection.exec(statement);
  connection.close();
}
