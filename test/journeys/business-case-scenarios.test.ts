/** Scenarios that an author names: kept with the business case, by its page and by its API, side by side with the three of every one. */
import { expect, test } from "vitest";
import { evaluate } from "#app/business-cases/evaluate";
import { certain } from "#app/business-cases/lines";
import { ownDraft } from "#app/business-cases/scenarios";
import { freezeBusinessCase, newestBusinessCase, writeBusinessCase } from "#app/business-cases/write.server";
import { speechFor } from "#app/locales/speech";
import { permit } from "#app/people/permit";
import { CASEBOOK } from "#app/people/roles";
import { draftOf, timeLine, workedCase } from "../rules/business-cases-drafts";
import { openApp } from "../support/app";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";
import { addCase, WHEN } from "../support/standing";

const PAGE = "/use-cases/UC-0001/business-case";
const fr = speechFor("fr", "EUR", "Europe/Paris");
const plain = (text: string) => text.replace(/\s+/g, " ");

async function written() {
  const app = await openApp();
  const departmentId = await app.department("ACH", "Achats");
  const owner = await app.signedIn("Awa Diop", { roles: ["champion"], departments: [departmentId] });
  const useCaseId = await addCase(app, "UC-0001", { ownerId: owner.id, departmentId });
  const input = { useCaseId, draft: workedCase(), note: null };
  await app.database.write((tx) => writeBusinessCase(tx, CASEBOOK, input, WHEN));
  const kept = async () => (await newestBusinessCase(app.database, useCaseId))?.scenarios ?? [];
  return { app, owner, useCaseId, kept };
}

const SLOW = {
  intent: "keep-scenario",
  number: 1,
  version: 1,
  name: "Démarrage lent",
  benefits: "50",
  costs: "120",
  delay: "2",
  input1: "1.adoption",
  value1: "40",
};

test("By the page: kept, shown beside the others with the figures of its own inputs, replaced by its name, taken away", async () => {
  const { app, owner, kept } = await written();
  const page = await owner.submit(PAGE, SLOW);
  expect(page.find("#scenarios table").text).toMatch(/Prudent.*Probable.*Audacieux.*Démarrage lent/s);
  const changes = [{ lineId: "time", input: "adoption", value: 0.4 }];
  expect(await kept()).toEqual([{ name: "Démarrage lent", benefits: 0.5, costs: 1.2, delayQuarters: 2, changes }]);
  const draft = workedCase();
  const lines = draft.lines.map((line) => (line.kind === "time" ? { ...line, adoption: certain(0.4) } : line));
  const { outputs } = evaluate(ownDraft({ ...draft, lines }, { benefits: 0.5, costs: 1.2, delayQuarters: 2 }));
  expect(plain(page.find("#scenarios table").text)).toContain(plain(fr.wholeMoney(outputs.npv)));
  expect(page.find("#scenarios").text).toMatch(/Adoption au plateau\s40\s%/);
  await owner.submit(PAGE, { ...SLOW, version: 2, name: "démarrage lent", benefits: "60", input1: "" });
  expect(await kept()).toMatchObject([{ name: "démarrage lent", benefits: 0.6, changes: [] }]);
  expect((await owner.post(PAGE, { ...SLOW, version: 2 })).status).toBe(409);
  const other = await app.signedIn("Paul Roy", { roles: ["committee"] });
  expect((await other.get(PAGE)).html).not.toContain("keep-scenario");
  expect((await other.post(PAGE, { ...SLOW, version: 3 })).status).toBe(403);
  await owner.submit(PAGE, { intent: "drop-scenario", name: "démarrage lent", number: 1, version: 3 });
  expect(await kept()).toEqual([]);
});

test("What cannot be is told at its field; four are enough; what a decision froze keeps its own", async () => {
  const { app, owner, useCaseId, kept } = await written();
  const wrong = await owner.post(PAGE, { ...SLOW, value1: "140" });
  expect([wrong.status, wrong.find("#value1").getAttribute("aria-invalid")]).toEqual([400, "true"]);
  expect(wrong.find("#scenario-name").getAttribute("value")).toBe("Démarrage lent");
  for (const [place, name] of ["Un", "Deux", "Trois", "Quatre"].entries()) {
    await owner.submit(PAGE, { ...SLOW, name, version: place + 1 });
  }
  const fifth = await owner.post(PAGE, { ...SLOW, name: "Cinq", version: 5 });
  expect([fifth.status, fifth.text.includes("au plus 4 scénarios")]).toEqual([409, true]);
  expect((await owner.get(PAGE)).all("#scenarios tbody tr").length).toBeGreaterThanOrEqual(7);
  await app.database.write((tx) => freezeBusinessCase(tx, permit(CASEBOOK, "decision.take", {}), useCaseId, WHEN));
  expect((await owner.get(PAGE)).html).not.toContain("keep-scenario");
  expect((await owner.post(PAGE, { ...SLOW, name: "Un", version: 6 })).status).toBe(409);
  // The next number begins with them, without what they changed in a line that it has no more.
  const draft = draftOf([timeLine({ id: "other" })]);
  await app.database.write((tx) => writeBusinessCase(tx, CASEBOOK, { useCaseId, draft, note: null }, WHEN));
  expect((await kept()).map(({ name, changes }) => [name, changes])).toEqual(
    ["Un", "Deux", "Trois", "Quatre"].map((name) => [name, []]),
  );
});

test("By the API: written with the lines, read with what each comes to, refused at its place", async () => {
  const { app, owner, kept } = await written();
  const program = await aProgram(app, await openSite(app), owner.id, "write");
  const path = "/use-cases/UC-0001/business-case";
  const read = (await program.get(path)).body;
  expect(read.sideBySide.map(({ scenario }: { scenario: string }) => scenario)).toEqual(["cautious", "likely", "bold"]);
  const { firstQuarter, horizonQuarters, discountRate, lines } = read;
  const draft = { firstQuarter, horizonQuarters, discountRate, lines };
  const changes = [{ lineId: "time", input: "adoption", value: 0.4 }];
  const write = (scenarios: unknown, version: number) =>
    program.ask("POST", path, { body: { startedFrom: { number: 1, version }, draft, scenarios } });
  const wrong = await write([{ name: "Slow", changes: [{ ...changes[0], lineId: "nowhere" }] }], 1);
  expect([wrong.status, JSON.stringify(wrong.body)]).toEqual([400, expect.stringContaining("#/scenarios/0/changes/0")]);
  expect((await write([{ name: "A" }, { name: "a" }], 1)).status).toBe(400);
  expect((await write([{ name: "Slow", changes }], 1)).status).toBe(200);
  const after = (await program.get(path)).body;
  expect(after.scenarios).toEqual([{ name: "Slow", benefits: 1, costs: 1, delayQuarters: 0, changes }]);
  expect(after.sideBySide[3]).toMatchObject({ scenario: "kept", name: "Slow" });
  expect(after.sideBySide[3].npv.minor).toBeLessThan(after.sideBySide[1].npv.minor);
  // Left out, they stay.
  expect((await write(undefined, 2)).status).toBe(200);
  expect(await kept()).toHaveLength(1);
});

test("A scenario of one’s own says its delay as people do, also where there is none", async () => {
  const { owner } = await written();
  const said = async (delay: number) =>
    plain((await owner.get(`${PAGE}?benefits=80&delay=${delay}`)).find("#scenarios").text);
  expect(await said(0)).toContain("80 % des gains probables, 100 % des coûts, gains à l’heure.");
  expect(await said(1)).toContain("gains retardés d’un trimestre.");
  expect(await said(3)).toContain("gains retardés de 3 trimestres.");
});

test("A step that the form does not know saves nothing and says so", async () => {
  const { owner, useCaseId, app } = await written();
  const refused = await owner.post(`${PAGE}/edit`, { do: "sav", number: 1, version: 1, horizonQuarters: "4" });
  expect([refused.status, refused.text.includes("Ce formulaire ne connaît pas")]).toEqual([400, true]);
  expect((await newestBusinessCase(app.database, useCaseId))?.version).toBe(1);
});
