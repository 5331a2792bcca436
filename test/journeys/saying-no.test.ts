/** Who may say no to a case, and from when on: a screener alone at the door, a session from the assessment on. */
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Role } from "#app/people/roles";
import type { Stage } from "#app/use-cases/stages";
import { stageChanges, useCases } from "#db/schema.server";
import { type App, openApp, type Person } from "../support/app";
import { anAssessedCase, whenOf, withRules } from "../support/arbitration";
import { aCase } from "../support/cases";
import { importPath, runImport } from "../support/import-steps";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";

async function aHouse() {
  const app = await openApp();
  await withRules(app);
  const chair = await app.signedIn("Claire Chair", { roles: ["chair", "committee"] });
  const hugo = await app.signedIn("Hugo Membre", { roles: ["committee", "security"] });
  const ines = await app.signedIn("Ines Membre", { roles: ["committee", "legal"] });
  return { app, chair, hugo, ines };
}

const MOVING = { intent: "move", reason: "Parce que", learning: "", relookOn: "" };
const stageOf = async (app: App, id: number) =>
  (await app.database.select({ stage: useCases.stage }).from(useCases).where(eq(useCases.id, id)))[0]?.stage;
const governanceOf = (reference: string) => `/use-cases/${reference}/governance`;

const onAgenda = async (chair: Person, references: readonly string[], heldOn = "2026-11-20") => {
  const planned = await chair.submit("/committee", { heldOn, quorum: 2 });
  const path = `/committee/${/\d+/.exec(planned.find("h1").text)?.[0]}`;
  for (const reference of references) await chair.submit(path, { intent: "agenda-add", reference });
  return path;
};

const attended = async (chair: Person, path: string, present: readonly Person[]) => {
  const version = (await chair.get(path)).find("[name=version]").getAttribute("value") ?? "";
  await chair.submit(path, { intent: "attendance", version, "present[]": present.map(({ id }) => String(id)) });
};

describe("A case under assessment", () => {
  test("is refused by nobody alone: not by page, board or program, not with an override, and not by a way round", async () => {
    const { app, chair, hugo, ines } = await aHouse();
    const site = await openSite(app);
    const { id, reference } = await anAssessedCase(app, [hugo.id, ines.id]);
    for (const person of [hugo, chair]) {
      const { ask } = await aProgram(app, site, person.id);
      const moving = (to: Stage, more: object = {}) =>
        ask("POST", `/use-cases/${reference}/moves`, {
          body: { from: "assessment", to, reason: { fr: "Non" }, ...more },
        });
      const refused = await moving("rejected", { override: true });
      expect([refused.status, refused.body.detail]).toEqual([
        409,
        expect.stringMatching(/decided in a session.*plan a session under Committee/),
      ]);
      const putOff = await moving("on-hold", { relookOn: "2027-02-01" });
      expect([putOff.status, putOff.body.detail]).toEqual([409, expect.stringContaining("Putting")]);
      const ended = await moving("retired", { override: true, learning: { fr: "Rien" } });
      expect(ended.status).toBe(409);
      const offered = await ask("GET", `/use-cases/${reference}/moves`);
      const named = offered.body.moves.map(({ to }: { to: string }) => to);
      expect(named).not.toContain("rejected");
      expect(named).not.toContain("on-hold");
      for (const path of [governanceOf(reference), `/pipeline/${reference}`]) {
        const typed = { ...MOVING, from: "assessment", to: "rejected", override: "yes" };
        const page = await person.post(path, typed);
        expect([page.status, page.text]).toEqual([409, expect.stringContaining("prévoyez une séance dans Comité")]);
      }
      expect(await stageOf(app, id)).toBe("assessment");
    }
    // Back at the door it is still the committee's, since the committee has begun.
    await hugo.submit(governanceOf(reference), { ...MOVING, from: "assessment", to: "submitted" });
    const alone = await hugo.post(governanceOf(reference), { ...MOVING, from: "submitted", to: "rejected" });
    expect([alone.status, await stageOf(app, id)]).toEqual([409, "submitted"]);
    const path = await onAgenda(chair, [reference]);
    const led = await hugo.post(governanceOf(reference), { ...MOVING, from: "submitted", to: "rejected" });
    expect(led.text).toContain(`à l’ordre du jour de la séance n° ${path.split("/").at(-1)}`);
  });

  test("is refused by a session that has its quorum, which no override replaces", async () => {
    const { app, chair, hugo, ines } = await aHouse();
    const { id, reference } = await anAssessedCase(app, [chair.id, hugo.id, ines.id]);
    const path = await onAgenda(chair, [reference]);
    const deciding = { intent: "decide", reference, outcome: "reject", reason: "Trop peu", override: "yes" };
    const alone = await chair.post(path, deciding);
    expect([alone.status, alone.text]).toEqual([409, expect.stringContaining("aucune dérogation ne l’ouvre")]);
    expect(alone.find(`#reason-${reference}`).text).toContain("Trop peu");
    await attended(chair, path, [chair, hugo]);
    await chair.submit(path, deciding);
    expect(await stageOf(app, id)).toBe("rejected");
  });

  test("is put off by those whose case it is, and withdrawn by its author until it is approved", async () => {
    const { app, hugo, ines } = await aHouse();
    const lou = await app.signedIn("Lou Porteuse", { roles: ["champion"] });
    const { id, reference } = await anAssessedCase(app, [hugo.id, ines.id], { authorId: lou.id, ownerId: lou.id });
    const held = { ...MOVING, to: "on-hold", relookOn: "2027-02-01" };
    await lou.submit(governanceOf(reference), { ...held, from: "assessment" });
    expect(await stageOf(app, id)).toBe("on-hold");
    const alone = await hugo.post(governanceOf(reference), { ...MOVING, from: "on-hold", to: "rejected" });
    expect([alone.status, await stageOf(app, id)]).toEqual([409, "on-hold"]);
    await app.database.write(async (tx) => {
      await tx.update(useCases).set({ stage: "approved" }).where(eq(useCases.id, id));
      await tx.insert(stageChanges).values({ useCaseId: id, from: "on-hold", to: "approved", on: whenOf(app).today });
    });
    await lou.submit(governanceOf(reference), { ...held, from: "approved" });
    const page = await lou.get(`/use-cases/${reference}/edit`);
    expect(page.all('[name=intent][value="withdraw"]')).toHaveLength(0);
    const back = await lou.post(`/use-cases/${reference}/edit`, { intent: "withdraw", reason: "Je n’en veux plus" });
    expect([back.status, back.text]).toEqual([409, expect.stringContaining("Le comité a déjà décidé")]);
  });

  test("at the door is refused by a screener alone, and what was approved is stopped or retired", async () => {
    const { app, hugo, chair } = await aHouse();
    const { id, reference } = await aCase(app, { stage: "submitted" });
    await hugo.submit(governanceOf(reference), { ...MOVING, from: "submitted", to: "rejected" });
    expect(await stageOf(app, id)).toBe("rejected");
    const running = await aCase(app, { stage: "poc" });
    const refused = await chair.post(governanceOf(running.reference), { ...MOVING, from: "poc", to: "rejected" });
    expect([refused.status, await stageOf(app, running.id)]).toEqual([409, "poc"]);
  });

  test("keeps its stage when a register says another, and the dry run says why", async () => {
    const { app, chair, hugo } = await aHouse();
    const file = (stage: string) => `Réf.;Intitulé;Étape\r\nA-1;Trier;${stage}\r\nA-2;Prévoir;${stage}`;
    await runImport(chair, await importPath(chair, file("En évaluation")));
    const [judged, other] = await app.database.select().from(useCases).orderBy(useCases.id);
    await hugo.submit(`/use-cases/${judged?.reference}/assessment`, { intent: "submit", abstain: "yes", version: "0" });
    const path = await importPath(chair, file("Rejeté"));
    expect((await chair.get(`${path}/check`)).text).toContain("Le comité évalue ce cas ici");
    await runImport(chair, path);
    expect(await Promise.all([judged, other].map((one) => stageOf(app, one?.id ?? 0)))).toEqual([
      "assessment",
      "rejected",
    ]);
  });
});

describe("Who declared a conflict of interest in a case", () => {
  test.each<Role[]>([["committee"], ["chair"]])("neither moves nor merges it, as %s", async (role) => {
    const { app, hugo } = await aHouse();
    const torn = await app.signedIn("Tom Partagé", { roles: [role] });
    const { id, reference } = await anAssessedCase(app, [hugo.id], { chairsOwe: true });
    const other = await anAssessedCase(app, [hugo.id]);
    await torn.submit(`/use-cases/${reference}/assessment`, { intent: "conflict", why: "Mon frère vend cet outil" });
    const said = "Vous avez déclaré un conflit d’intérêts sur ce cas";
    for (const to of ["submitted", "rejected", "approved", "poc"]) {
      const page = await torn.post(governanceOf(reference), { ...MOVING, from: "assessment", to, override: "yes" });
      expect([to, page.status, page.text]).toEqual([to, 409, expect.stringContaining(said)]);
    }
    for (const [from, into] of [
      [reference, other.reference],
      [other.reference, reference],
    ]) {
      const merged = await torn.post(`/use-cases/${from}/merge`, { into: into ?? "", reason: "Le même besoin" });
      expect([merged.status, merged.text]).toEqual([409, expect.stringContaining(said)]);
    }
    expect(await stageOf(app, id)).toBe("assessment");
  });
});
