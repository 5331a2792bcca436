import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { verifyAudit } from "#app/people/audit.server";
import { agendaItems, auditEvents, committeeSessions } from "#db/schema.server";
import { openApp, type Person } from "../support/app";
import { anAssessedCase, withRules } from "../support/arbitration";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";

async function aHouse() {
  const app = await openApp();
  await withRules(app);
  const chair = await app.signedIn("Claire Chair", { roles: ["chair", "committee"] });
  const hugo = await app.signedIn("Hugo Membre", { roles: ["committee", "security"] });
  const ines = await app.signedIn("Ines Membre", { roles: ["committee", "legal"] });
  const admin = await app.signedIn("Sami Admin", { roles: ["admin"] });
  const assessors = [hugo.id, ines.id];
  const useCase = await anAssessedCase(app, assessors, { title: "Relire les contrats" });
  return { app, chair, hugo, ines, admin, useCase };
}

async function aSession(chair: Person, agenda: readonly string[]) {
  const planned = await chair.submit("/committee", { heldOn: "2026-11-20", quorum: 2 });
  const path = `/committee/${/\d+/.exec(planned.find("h1").text)?.[0]}`;
  for (const reference of agenda) await chair.submit(path, { intent: "agenda-add", reference });
  return path;
}

const WHY = "Trop peu d’entre nous peuvent venir";

describe("A session that decided nothing", () => {
  test("is taken back with a reason that its members are told; its cases come to another", async () => {
    const { app, chair, hugo, useCase } = await aHouse();
    const path = await aSession(chair, [useCase.reference]);
    expect((await hugo.get(path)).text).not.toContain("Annuler la séance");
    expect((await hugo.post(path, { intent: "cancel", reason: WHY })).status).toBe(403);
    expect((await chair.get(path)).text).toContain("Les membres l’apprendront");
    expect((await chair.post(path, { intent: "cancel", reason: " " })).status).toBe(400);
    const page = await chair.submit(path, { intent: "cancel", reason: WHY });
    expect(page.text).toContain("La séance est annulée et les membres sont prévenus");
    expect(page.text).toContain("Annulée par Claire Chair");
    expect(page.text).toContain(WHY);
    expect(page.text).toContain("Relire les contrats");
    expect(page.all("[name=outcome]")).toHaveLength(0);
    expect((await hugo.get("/notifications")).text).toContain("est annulée");
    expect((await hugo.get("/notifications")).text).toContain(WHY);
    expect((await chair.get("/committee")).find("tbody").text).toContain("Annulée");
    const again = await aSession(chair, []);
    const drawn = await chair.submit(again, { intent: "draw", count: 5 });
    expect(drawn.find(`#entry-${useCase.reference}`).text).toContain("Relire les contrats");
    const [event] = await app.database.select().from(auditEvents).where(eq(auditEvents.act, "session.cancel"));
    expect(event).toMatchObject({ subject: "session", actorName: "Claire Chair" });
    expect(event?.after).toContain(WHY);
    expect(await verifyAudit(app.database)).toMatchObject({ whole: true });
  });

  test("changes no more once it is taken back, and has no minutes", async () => {
    const { chair, hugo, useCase } = await aHouse();
    const path = await aSession(chair, [useCase.reference]);
    await chair.submit(path, { intent: "cancel", reason: WHY });
    const decide = { intent: "decide", reference: useCase.reference, outcome: "reject", reason: "Non" };
    for (const [person, fields] of [
      [chair, { intent: "cancel", reason: WHY }],
      [chair, { intent: "agenda-remove", reference: useCase.reference }],
      [chair, { intent: "freeze" }],
      [chair, { intent: "close" }],
      [chair, decide],
      [hugo, { intent: "opinion", opinion: "Oui" }],
    ] as const) {
      const refused = await person.post(path, fields);
      expect([fields.intent, refused.status]).toEqual([fields.intent, 423]);
      expect(refused.text).toContain("a été annulée");
    }
    expect((await chair.get(`${path}/minutes.md`)).location).toBe(path);
    expect((await chair.post(path, { intent: "sign" })).status).toBe(409);
  });

  test("is taken back by an administrator too, and never once it decided", async () => {
    const { app, chair, hugo, ines, admin, useCase } = await aHouse();
    const empty = await aSession(chair, []);
    expect((await admin.submit(empty, { intent: "cancel", reason: WHY })).text).toContain("Rien n’était encore");
    const path = await aSession(chair, [useCase.reference]);
    await chair.submit(path, { intent: "attendance", version: 1, "present[]": [hugo.id, ines.id].map(String) });
    await chair.submit(path, {
      ...{ intent: "decide", reference: useCase.reference, outcome: "not-now", reason: "Plus tard" },
      relookOn: "2027-02-01",
    });
    expect((await chair.get(path)).text).not.toContain("Annuler la séance");
    const refused = await chair.post(path, { intent: "cancel", reason: WHY });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("a déjà décidé");
    const statuses = await app.database.select({ status: committeeSessions.status }).from(committeeSessions);
    expect(statuses.map(({ status }) => status)).toEqual(["cancelled", "planned"]);
  });
});

test("A case waits on one agenda at a time: another session is refused it, is not offered it and does not draw it", async () => {
  const { app, chair, useCase } = await aHouse();
  const path = await aSession(chair, [useCase.reference]);
  const other = await aSession(chair, []);
  const refused = await chair.post(other, { intent: "agenda-add", reference: useCase.reference });
  expect(refused.status).toBe(409);
  expect(refused.text).toContain(
    `${useCase.reference} est déjà à l’ordre du jour de la séance n° ${path.split("/").pop()}`,
  );
  const first = Number(path.split("/").pop());
  expect(refused.find(`.notice a[href="${path}"]`).text).toBe(`séance n° ${first}`);
  expect((await chair.get(other)).text).not.toContain("Relire les contrats");
  const program = await aProgram(app, await openSite(app), chair.id);
  const asked = await program.ask("POST", `${other.replace("/committee", "/sessions")}/agenda`, {
    body: { add: [useCase.reference] },
  });
  expect([asked.status, asked.body.detail]).toEqual([409, expect.stringContaining(`session no. ${first}`)]);
  const drawn = await chair.submit(other, { intent: "draw", count: 5 });
  expect(drawn.all(`#entry-${useCase.reference}`)).toHaveLength(0);
  expect(drawn.text.replace(/\s/g, " ")).toContain(
    `Aucun cas classé n’est libre pour venir. D’autres attendent à un autre ordre du jour : séance n° ${first} (un cas).`,
  );
  expect(drawn.find(`ul a[href="${path}"]`).text).toContain("un cas");
  await chair.submit(path, { intent: "agenda-remove", reference: useCase.reference });
  const page = await chair.submit(other, { intent: "agenda-add", reference: useCase.reference });
  expect(page.find(`#entry-${useCase.reference}`).text).toContain("Relire les contrats");
  expect(await verifyAudit(app.database)).toMatchObject({ whole: true });
});

test("A case that waits on two agendas from before is told on both, until the chair takes it off one", async () => {
  const { app, chair, hugo, useCase } = await aHouse();
  const path = await aSession(chair, [useCase.reference]);
  const other = await aSession(chair, []);
  const [item] = await app.database.select().from(agendaItems);
  if (!item) throw new Error("no agenda");
  await app.database.write((tx) =>
    tx.insert(agendaItems).values({ ...item, sessionId: Number(other.split("/").pop()) }),
  );
  const said = async (at: string, who = chair) => (await who.get(at)).all(`#entry-${useCase.reference} .notice a`);
  expect((await said(path)).map((link) => link.getAttribute("href"))).toContain(`${other}#${useCase.reference}`);
  expect((await said(other)).map((link) => link.getAttribute("href"))).toContain(`${path}#${useCase.reference}`);
  expect((await chair.get(path)).text).toContain("retirez-le de l’une des deux");
  expect((await hugo.get(path)).text).not.toContain("retirez-le de l’une des deux");
  const left = await chair.submit(other, { intent: "agenda-remove", reference: useCase.reference });
  expect(left.all(`#entry-${useCase.reference}`)).toHaveLength(0);
  expect((await chair.get(path)).text).not.toContain("attend aussi à l’ordre du jour");
});
