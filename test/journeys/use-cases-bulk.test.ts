import { eq, inArray, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { checkTotals } from "#app/use-cases/list/kept-totals.server";
import { auditEvents, bulkActs, caseTags, notifications, people, trustCards, useCases } from "#db/schema.server";
import { type App, openApp, type Page, TODAY } from "../support/app";
import { aCase } from "../support/cases";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";

const preview = (page: Page) => ({
  kind: page.find('input[name="kind"]').getAttribute("value") ?? "",
  to: page.find('input[name="to"]').getAttribute("value") ?? "",
  cases: page.find('input[name="cases"]').getAttribute("value") ?? "",
});

async function waiting(app: App, count: number) {
  const departmentId = await app.department("LOG", "Logistique");
  const ids: number[] = [];
  for (let at = 1; at <= count; at++) ids.push((await aCase(app, { title: `Cas ${at}`, departmentId })).id);
  await app.database.write((tx) => tx.update(useCases).set({ stage: "submitted" }).where(inArray(useCases.id, ids)));
  return { ids, departmentId };
}

const caseOf = async (app: App, id: number) => {
  const [found] = await app.database.select().from(useCases).where(eq(useCases.id, id));
  if (!found) throw new Error("no case");
  return found;
};

const newsOf = async (app: App, personId: number) =>
  (await app.database.select().from(notifications).where(eq(notifications.personId, personId)))
    .filter(({ kind }) => kind === "made-owner")
    .map(({ href }) => href);

describe("Acting on several cases", () => {
  test("by program names the references that are none beside the others, and changes the others", async () => {
    const app = await openApp();
    const { ids } = await waiting(app, 2);
    const chair = await app.signedIn("Claire Roy", { roles: ["chair"] });
    const stranger = await app.signedIn("Lou Bernard", { roles: ["champion"] });
    const secret = await aCase(app, { stage: "draft", authorId: stranger.id, ownerId: stranger.id });
    const program = await aProgram(app, await openSite(app), chair.id);
    const [first, second] = await Promise.all(ids.map((id) => caseOf(app, id)));
    await app.database.write((tx) =>
      tx
        .update(useCases)
        .set({ stage: "merged", mergedIntoId: first?.id })
        .where(eq(useCases.id, second?.id ?? 0)),
    );
    const asked = [first?.reference, "UC-9999", second?.reference, secret.reference];
    const body = { act: "tag", tag: "RGPD", useCases: asked };
    const left = [
      { reason: "merged", useCases: [second?.reference] },
      { reason: "unknown", useCases: ["UC-9999", secret.reference] },
    ];
    const preview = await program.ask("POST", "/bulk-acts/preview", { body });
    expect([preview.status, preview.body]).toEqual([200, { changes: [first?.reference], left }]);
    const done = await program.ask("POST", "/bulk-acts", { body });
    expect([done.status, done.body.changed, done.body.left]).toEqual([200, 1, left]);
    const none = await program.ask("POST", "/bulk-acts/preview", { body: { ...body, useCases: ["UC-9999"] } });
    expect(none.body).toEqual({ changes: [], left: [{ reason: "unknown", useCases: ["UC-9999"] }] });
  });

  test("of one case tells who answers for it now, and who did until then", async () => {
    const app = await openApp();
    const was = await app.signedIn("Omar Owner");
    const owner = await app.signedIn("Lou Bernard");
    const admin = await app.signedIn("Ada Admin", { roles: ["admin"] });
    const { reference } = await aCase(app, { ownerId: was.id });
    const page = await admin.get(`/use-cases/${reference}/edit`);
    const form = Object.fromEntries(
      page
        .all("main form input[name], main form textarea[name], main form select[name]")
        .map((field) => [
          field.getAttribute("name") ?? "",
          field.tagName === "TEXTAREA"
            ? field.text
            : field.tagName === "SELECT"
              ? (field.querySelector("option[selected]")?.getAttribute("value") ?? "")
              : (field.getAttribute("value") ?? ""),
        ]),
    );
    const done = await admin.post(`/use-cases/${reference}/edit`, { ...form, ownerId: owner.id, intent: "save" });
    expect([done.status, done.text.slice(0, 300)]).toEqual([303, ""]);
    expect((await owner.get("/notifications")).text).toContain(`Ada Admin vous a nommé responsable de ${reference}`);
    expect((await was.get("/notifications")).text).toContain(`Ada Admin a passé ${reference}`);
    expect((await was.get("/notifications")).text).toContain("à Lou Bernard.");
    expect(await newsOf(app, owner.id)).toEqual([`/use-cases/${reference}`]);
  });

  test("previews, assigns in one act, records each case, and undoes what did not change since", async () => {
    const app = await openApp();
    const { ids, departmentId } = await waiting(app, 4);
    const champion = await app.signedIn("Camille Martin", { roles: ["champion"], departments: [departmentId] });
    const owner = await app.signedIn("Lou Bernard");
    const elsewhere = await aCase(app, { title: "Ailleurs" });
    const chosen = [...ids.slice(0, 3), elsewhere.id].map((id) => `case=${id}`).join("&");
    const page = await champion.get(`/use-cases/bulk?act=assign&person=lou+bernard&${chosen}`);
    expect(page.text).toContain("Donner Lou Bernard pour responsable");
    expect(page.text).toContain("3 cas changeront");
    expect(page.text).toContain("1 cas que vous ne pouvez pas changer");
    const before = await caseOf(app, ids[0] ?? 0);
    await app.database.write((tx) =>
      tx
        .update(useCases)
        .set({ version: sql`${useCases.version} + 1` })
        .where(eq(useCases.id, ids[2] ?? 0)),
    );
    const done = await champion.submit("/use-cases/bulk", preview(page));
    expect(done.html).toContain("2 cas ont changé");
    expect((await caseOf(app, ids[0] ?? 0)).ownerId).toBe(owner.id);
    // Told once, of both.
    const told = await owner.get("/notifications");
    expect(told.text).toContain("Camille Martin vous a nommé responsable de 2 cas d’usage.");
    expect(await newsOf(app, owner.id)).toEqual([`/use-cases?owner=${owner.id}`]);
    expect((await caseOf(app, ids[2] ?? 0)).ownerId).not.toBe(owner.id);
    expect((await caseOf(app, elsewhere.id)).ownerId).not.toBe(owner.id);
    const events = await app.database
      .select()
      .from(auditEvents)
      .where(inArray(auditEvents.useCaseId, ids.slice(0, 2)));
    expect(events.filter(({ after }) => after === JSON.stringify({ ownerId: owner.id })).length).toBe(2);
    // The first is edited meanwhile: it is not put back, and said so.
    await app.database.write((tx) =>
      tx
        .update(useCases)
        .set({ version: sql`${useCases.version} + 1` })
        .where(eq(useCases.id, ids[0] ?? 0)),
    );
    const undone = await champion.submit("/use-cases/bulk/acts", { intent: "undo", id: 1 });
    expect(undone.html).toContain("1 cas est revenu");
    expect(undone.html).toContain("UC-0001");
    expect((await caseOf(app, ids[0] ?? 0)).ownerId).toBe(owner.id);
    expect((await caseOf(app, ids[1] ?? 0)).ownerId).toBe(before.ownerId);
    // Who has it back is told of it by its name; who lost one is owner of the other still.
    expect(await newsOf(app, before.ownerId ?? 0)).toEqual(["/use-cases/UC-0002"]);
    expect(await newsOf(app, owner.id)).toHaveLength(1);
    expect((await champion.post("/use-cases/bulk/acts", { intent: "undo", id: 1 })).status).toBe(409);
    expect((await owner.post("/use-cases/bulk/acts", { intent: "undo", id: 1 })).status).toBe(404);
  });

  test("tags all of a view and takes the tag away again, and the counts follow", async () => {
    const app = await openApp();
    const { ids } = await waiting(app, 3);
    const chair = await app.signedIn("Camille Martin", { roles: ["chair"] });
    const page = await chair.get("/use-cases/bulk?act=tag&word=RGPD&all=yes&stage=submitted");
    await chair.submit("/use-cases/bulk", preview(page));
    expect((await app.database.select().from(caseTags)).length).toBe(3);
    const list = await chair.get("/use-cases?stage=submitted&columns=tags");
    expect(list.find('input[name="tag"][value="1"]').parentNode?.querySelector(".count")?.text).toBe("3");
    expect((await chair.get("/use-cases?tag=1")).all("tbody tr").length).toBe(3);
    expect((await chair.get("/use-cases?tag=none")).text).toContain("Aucun cas d’usage ne correspond");
    const off = await chair.get(`/use-cases/bulk?act=untag&word=rgpd&case=${ids[0]}`);
    await chair.submit("/use-cases/bulk", preview(off));
    expect((await app.database.select().from(caseTags)).length).toBe(2);
    await chair.submit("/use-cases/bulk/acts", { intent: "undo", id: 2 });
    await chair.submit("/use-cases/bulk/acts", { intent: "undo", id: 1 });
    expect((await app.database.select().from(caseTags)).length).toBe(0);
    expect(await checkTotals(app.database)).toEqual([]);
  });

  test("moves to assessment those that the gate lets in, and says what the others lack", async () => {
    const app = await openApp();
    const { ids } = await waiting(app, 3);
    const chair = await app.signedIn("Camille Martin", { roles: ["chair"] });
    await app.database.write(async (tx) => {
      for (const useCaseId of ids.slice(0, 2))
        await tx.insert(trustCards).values({
          ...{ useCaseId, prohibitedPractice: false, customerFacing: false, humanInTheLoop: true },
          ...{ augmentOrReplace: "augment" as const },
        });
    });
    const page = await chair.get("/use-cases/bulk?act=screen&all=yes");
    expect(page.text).toContain("2 cas changeront");
    expect(page.text).toContain("1 cas à qui il manque ce que le jalon demande");
    await chair.submit("/use-cases/bulk", preview(page));
    expect((await caseOf(app, ids[0] ?? 0)).stage).toBe("assessment");
    expect((await caseOf(app, ids[2] ?? 0)).stage).toBe("submitted");
    await chair.submit("/use-cases/bulk/acts", { intent: "undo", id: 1 });
    expect((await caseOf(app, ids[0] ?? 0)).stage).toBe("submitted");
    expect((await app.database.select().from(bulkActs)).every(({ undoneAt }) => undoneAt !== null)).toBe(true);
  });

  test("refuses what chooses nothing, names nobody or more than one, or takes too much", async () => {
    const app = await openApp();
    const { ids } = await waiting(app, 1);
    const chair = await app.signedIn("Camille Martin", { roles: ["chair"] });
    await app.signedIn("Lou Bernard");
    await app.database.write((tx) =>
      tx.insert(people).values({
        ...{ name: "lou Bernard", nameFolded: "lou bernard", email: "other@example.com", createdAt: TODAY },
      }),
    );
    expect((await chair.get(`/use-cases/bulk?act=assign&person=Lou+Bernard&case=${ids[0]}`)).text).toContain(
      "Plusieurs personnes",
    );
    expect((await chair.get("/use-cases/bulk?act=tag&word=x")).status).toBe(409);
    for (const asked of ["act=assign&person=Personne", "act=tag&word=%2C"]) {
      const again = await chair.get(`/use-cases/bulk?${asked}&case=${ids[0]}`);
      expect([asked, again.html.includes("field-wrong"), again.html.includes('name="cases"')]).toEqual([
        asked,
        true,
        false,
      ]);
    }
    expect((await chair.get("/use-cases/bulk?act=drop&all=yes")).status).toBe(409);
    for (const cases of ["", "1", "1:1;drop", "99:1", `${"1:1,".repeat(3)}`]) {
      const answer = await chair.post(`/use-cases/bulk?act=untag&word=x&case=${ids[0]}`, {
        kind: "untag",
        to: "x",
        cases,
      });
      expect(answer.status, cases).toBe(409);
    }
  });
});

describe("Views of the list", () => {
  test("are kept, shared, renamed and forgotten; a private one is nobody else's", async () => {
    const app = await openApp();
    await waiting(app, 2);
    const one = await app.signedIn("Camille Martin", { roles: ["champion"] });
    const other = await app.signedIn("Lou Bernard");
    const query = "stage=submitted,poc&sort=title&columns=npv,stage";
    // Beside it stands the way to all cases.
    const VIEW = '.menu-links a[href^="/use-cases?stage="]';
    const kept = await one.submit("/use-cases/views", {
      intent: "keep",
      name: "À voir",
      query: `${query}&case=1&after=x`,
    });
    expect(kept.find(VIEW).getAttribute("href")).toBe(`/use-cases?${query}`);
    expect(kept.find(VIEW).getAttribute("aria-current")).toBe("page");
    expect((await other.get("/use-cases/views")).text).not.toContain("À voir");
    expect((await other.post("/use-cases/views", { intent: "forget", id: 1 })).status).toBe(404);
    expect((await one.post("/use-cases/views", { intent: "keep", name: "À voir", query: "" })).status).toBe(409);
    const change = { intent: "change", id: 1, version: 1, name: "Revue", shared: "yes" };
    await one.submit("/use-cases/views", change);
    expect((await one.post("/use-cases/views", change)).status).toBe(409);
    expect((await other.get("/use-cases")).find(VIEW).text).toBe("Revue");
    expect((await other.post("/use-cases/views", { ...change, version: 2 })).status).toBe(403);
    await one.submit("/use-cases/views", { intent: "forget", id: 1 });
    expect((await other.get("/use-cases")).all(VIEW).length).toBe(0);
  });
});
