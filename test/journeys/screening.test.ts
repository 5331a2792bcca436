/** The queue of what is submitted: by the day its answer is due, who has it, and what its author reads of it. */
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { day } from "#app/kernel/day";
import { auditEvents, notifications, organisations, screeners, stageChanges, useCases } from "#db/schema.server";
import { type App, openApp } from "../support/app";
import { aCase } from "../support/cases";

async function aHouse() {
  const app = await openApp();
  const nadia = await app.signedIn("Nadia Belkacem", { roles: ["champion"] });
  const claire = await app.signedIn("Claire Vasseur", { roles: ["chair"] });
  const omar = await app.signedIn("Omar Haddad", { roles: ["committee"] });
  return { app, nadia, claire, omar };
}

const bodies = (page: Awaited<ReturnType<Awaited<ReturnType<App["signedIn"]>>["get"]>>) =>
  page.all("tbody tr").map((row) => row.textContent.replace(/\s+/g, " ").trim());

test("Cases wait in the order in which answers are due, the late ones said to be late", async () => {
  const { app, nadia, omar } = await aHouse();
  const authorId = nadia.id;
  await aCase(app, { title: "Récent", authorId, stageSince: "2026-11-18" });
  await aCase(app, { title: "Ancien", authorId, stageSince: "2026-11-02" });
  await aCase(app, { title: "Juste à temps", authorId, stageSince: "2026-11-06" });
  await aCase(app, { title: "Pas soumis", authorId, stage: "assessment" });
  const page = await omar.get("/screening");
  const rows = bodies(page);
  expect(rows.map((row) => /UC-\d+ · (Récent|Ancien|Juste à temps)/.exec(row)?.[1])).toEqual([
    "Ancien",
    "Juste à temps",
    "Récent",
  ]);
  expect(rows[0]).toContain("16 novembre 2026 en retard");
  expect(rows[0]).toContain("14 jours ouvrés");
  expect(rows[1]).toContain("20 novembre 2026 dans le délai");
  expect(bodies(await omar.get("/screening?late=yes"))).toHaveLength(1);
  await app.database.write((tx) => tx.update(organisations).set({ screeningDays: 15 }));
  expect(bodies(await omar.get("/screening?late=yes"))).toHaveLength(0);
  expect((await nadia.get("/screening")).status).toBe(403);
});

test("A case is given to a member of the committee, who is told; its author sees who has it and by when", async () => {
  const { app, nadia, claire, omar } = await aHouse();
  const { id, reference } = await aCase(app, { authorId: nadia.id });
  const before = await nadia.get(`/use-cases/${reference}`);
  expect(before.text).toContain("Première réponse au plus tard le 4 décembre 2026");
  expect(before.text).toContain("personne ne l’a encore pris");
  const given = await claire.submit("/screening", { intent: "assign", personId: omar.id, "cases[]": String(id) });
  expect(given.text).toContain("1 cas a changé de mains");
  expect(bodies(await omar.get("/screening?holder=mine"))).toHaveLength(1);
  expect(bodies(await omar.get("/screening?holder=nobody"))).toHaveLength(0);
  expect((await nadia.get(`/use-cases/${reference}`)).text).toContain("Omar Haddad l’a entre les mains.");
  expect((await omar.get("/notifications")).text).toContain("réponse attendue le 4 décembre 2026");
  const events = await app.database.select().from(auditEvents).where(eq(auditEvents.act, "use-case.screen"));
  expect(events.map(({ after }) => after)).toEqual([JSON.stringify({ screenerId: omar.id })]);
  await omar.submit("/screening", { intent: "release", "cases[]": String(id) });
  expect(await app.database.select().from(screeners)).toEqual([]);
  await omar.submit("/screening", { intent: "take", "cases[]": String(id) });
  expect((await app.database.select().from(notifications).where(eq(notifications.personId, omar.id))).length).toBe(1);
});

test("Nobody who is party to a case has it to screen, nor gives it away; nor is one given that was answered", async () => {
  const { app, nadia, claire, omar } = await aHouse();
  const own = await aCase(app, { title: "Le mien", authorId: nadia.id, ownerId: omar.id });
  const other = await aCase(app, { title: "Autre", authorId: nadia.id });
  const page = await omar.get("/screening");
  expect(page.all('td.cell-tick > input[name="cases[]"]')).toHaveLength(1);
  expect(page.text).toContain("vous êtes partie prenante");
  const toOmar = await claire.post("/screening", { intent: "assign", personId: omar.id, "cases[]": [String(own.id)] });
  expect(toOmar.status).toBe(409);
  expect(toOmar.text).toContain(`Omar Haddad ne peut pas contrôler ${own.reference}`);
  expect((await omar.post("/screening", { intent: "take", "cases[]": [String(own.id)] })).status).toBe(403);
  const toNadia = { intent: "assign", personId: nadia.id, "cases[]": [String(other.id)] };
  expect((await claire.post("/screening", toNadia)).status).toBe(409);
  expect((await nadia.post("/screening", { ...toNadia, intent: "take" })).status).toBe(403);
  expect((await claire.post("/screening", { intent: "assign", personId: "", "cases[]": ["1"] })).status).toBe(400);
  expect((await claire.post("/screening", { intent: "take" })).status).toBe(400);
  await app.database.write((tx) => tx.update(useCases).set({ stage: "assessment" }).where(eq(useCases.id, other.id)));
  const late = await claire.post("/screening", { intent: "take", "cases[]": [String(other.id)] });
  expect(late.status).toBe(409);
  expect(late.text).toContain("n’attend plus de première réponse");
  expect(await app.database.select().from(screeners)).toEqual([]);
});

test("The median time to an answer and the share in time are those of the last ninety days", async () => {
  const { app, nadia, claire } = await aHouse();
  for (const stageSince of ["2026-11-02", "2026-11-18", "2026-11-19"]) {
    const { reference } = await aCase(app, { authorId: nadia.id, stageSince });
    const move = { intent: "move", from: "submitted", to: "rejected", reason: "Non", learning: "", relookOn: "" };
    await claire.submit(`/use-cases/${reference}/governance`, move);
  }
  const page = await claire.get("/screening");
  expect(page.text).toContain("2 jours ouvrés");
  expect(page.text).toContain("67 %");
  expect(page.text).toContain("3 réponses en 90 jours");
});

test("What somebody does with a case of their own is no answer, and a case that waits is not theirs to put off", async () => {
  const { app, nadia, claire } = await aHouse();
  const { id, reference } = await aCase(app, { authorId: nadia.id, ownerId: nadia.id });
  const page = `/use-cases/${reference}/governance`;
  const form = (await nadia.get(page)).all('select[name="to"] option').map((option) => option.getAttribute("value"));
  expect(form).toEqual(["", "withdrawn"]);
  const hold = { intent: "move", from: "submitted", to: "on-hold", reason: "Plus tard", learning: "" };
  expect((await nadia.post(page, { ...hold, relookOn: "2027-01-04" })).status).toBe(403);
  expect((await nadia.post(page, { ...hold, to: "retired", learning: "Rien", relookOn: "" })).status).toBe(403);
  await app.database.write((tx) =>
    tx.insert(stageChanges).values([
      // As it was written before cases that wait were the screeners' alone.
      { useCaseId: id, from: "submitted", to: "on-hold", on: day("2026-11-20"), byId: nadia.id },
      { useCaseId: id, from: "submitted", to: "merged", on: day("2026-11-20"), byId: nadia.id },
      { useCaseId: id, from: "submitted", to: "withdrawn", on: day("2026-11-20"), byId: nadia.id },
    ]),
  );
  expect((await claire.get("/screening")).text).toContain("aucune réponse en 90 jours");
  // A merge by the committee that was undone: the case waits again.
  await app.database.write((tx) =>
    tx
      .insert(stageChanges)
      .values({ useCaseId: id, from: "submitted", to: "merged", on: day("2026-11-20"), byId: claire.id }),
  );
  expect((await claire.get("/screening")).text).toContain("aucune réponse en 90 jours");
  await app.database.write((tx) =>
    tx
      .insert(stageChanges)
      .values({ useCaseId: id, from: "submitted", to: "on-hold", on: day("2026-11-20"), byId: claire.id }),
  );
  expect((await claire.get("/screening")).text).toContain("1 réponse en 90 jours");
});

test("A hundred cases take two pages, each once", async () => {
  const { app, omar } = await aHouse();
  const departmentId = await app.department("RH");
  for (let at = 0; at < 70; at++) {
    await aCase(app, { title: `Cas ${at}`, departmentId, stageSince: at % 2 ? "2026-11-17" : "2026-11-18" });
  }
  const first = await omar.get("/screening");
  const second = await omar.get(first.find('a[rel="next"]').getAttribute("href") ?? "");
  const seen = [...bodies(first), ...bodies(second)].map((row) => /UC-\d+/.exec(row)?.[0]);
  expect(seen).toHaveLength(70);
  expect(new Set(seen).size).toBe(70);
});
