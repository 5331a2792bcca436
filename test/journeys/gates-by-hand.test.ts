/** The acts around gates walked through to their end: by forms, and by a program that sends each request twice. */
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { verifyAudit } from "#app/people/audit.server";
import {
  gateAnswers,
  gateChecks,
  incidentPauses,
  incidents,
  rollOutReadings,
  rollOutSites,
  signOffAbsences,
  signOffs,
  useCases,
} from "#db/schema.server";
import { openApp } from "../support/app";
import { aWholeCase } from "../support/at-the-gate";
import { aFirm, governanceOf } from "../support/delivery";
import { aProgram, newKey, type Program } from "../support/program";
import { openSite } from "../support/site";

async function aHouse() {
  const app = await openApp();
  const firm = await aFirm(app);
  const admin = await app.signedIn("Ada Admin", { roles: ["admin"] });
  const second = await app.signedIn("Samir Garde", { roles: ["security"] });
  const site = await openSite(app);
  const as = (person: { id: number }) => aProgram(app, site, person.id);
  return { app, firm, admin, second, as };
}

test("A program that sends each act of a gate twice with one key does it once, and hears the same both times", async () => {
  const { app, firm, admin, second, as } = await aHouse();
  const { reference } = await aWholeCase(firm, "production");
  const [owner, security, other, chair] = [
    await as(firm.owner),
    await as(firm.security),
    await as(second),
    await as(firm.chair),
  ];
  const twice = async (program: Program, path: string, body: object) => {
    const headers = { "Idempotency-Key": newKey() };
    const first = await program.ask("POST", path, { body, headers });
    expect([path, first.status < 300, first.body.detail]).toEqual([path, true, undefined]);
    const again = await program.ask("POST", path, { body, headers });
    expect([path, again.status, again.headers.get("Idempotency-Replayed")]).toEqual([path, first.status, "true"]);
    expect(again.body).toEqual(first.body);
    return first.body;
  };
  const count = async (table: Parameters<ReturnType<typeof app.database.select>["from"]>[0]) =>
    (await app.database.select().from(table)).length;
  const question = { fr: "Le support est-il prévenu ?", en: "Is the help desk told?" };
  const check = await twice(await as(admin), "/gate-checks", {
    gate: "production",
    kind: "yes-no",
    expected: true,
    question,
  });
  await twice(owner, `/use-cases/${reference}/checks`, { checkId: check.id, said: true });
  expect([await count(gateChecks), await count(gateAnswers)]).toEqual([1, 1]);

  const asked = await twice(owner, `/use-cases/${reference}/sign-offs`, { role: "security" });
  const waiting = asked.items.find((one: { state: string }) => one.state === "waiting");
  const away = {
    role: "security",
    fromId: firm.security.id,
    toId: second.id,
    startsOn: "2026-11-20",
    endsOn: "2026-11-27",
  };
  await twice(security, "/sign-off-absences", away);
  expect(await count(signOffAbsences)).toBe(1);
  const signed = await twice(other, `/sign-offs/${waiting.id}/signature`, { verdict: "yes" });
  expect(signed.items.find((one: { id: number }) => one.id === waiting.id)).toMatchObject({
    ...{ state: "yes", signedBy: "Samir Garde", inPlaceOf: "Hugo Garde" },
  });

  const place = await twice(owner, `/use-cases/${reference}/roll-out`, {
    country: "FR",
    stage: "live",
    on: "2026-11-02",
  });
  await twice(owner, `/roll-out-sites/${place.id}/readings`, { on: "2026-11-03", eligible: 100, active: 10 });
  expect([await count(rollOutSites), await count(rollOutReadings)]).toEqual([1, 1]);

  const told = { title: { fr: "Faux montant" }, what: { fr: "Deux colonnes" }, severity: 2 };
  const days = { startedOn: "2026-11-10", detectedOn: "2026-11-10", endedOn: "2026-11-11" };
  const more = { cause: { fr: "Une mise à jour" }, correction: { fr: "Un contrôle" } };
  const incident = await twice(security, `/use-cases/${reference}/incidents`, { ...told, ...days, ...more });
  const pause = { reason: { fr: "Le temps de corriger" }, relookOn: "2027-01-10" };
  await twice(security, `/incidents/${incident.id}/pause`, pause);
  await twice(chair, `/incidents/${incident.id}/resumption`, { reason: { fr: "Corrigé" } });
  expect([await count(incidents), await count(incidentPauses)]).toEqual([1, 1]);
  const [row] = await app.database.select().from(useCases).where(eq(useCases.reference, reference));
  expect(row?.stage).toBe("production");
  expect(await verifyAudit(app.database)).toMatchObject({ whole: true });
});

test("A reviewer who goes away hands over by forms, takes a sign-off from hand to hand, and comes back", async () => {
  const { app, firm, second } = await aHouse();
  const { security, owner } = firm;
  const { id, reference } = await firm.newCase({ stage: "poc" });
  const path = governanceOf(reference);
  await owner.submit(path, { intent: "request", kind: "security", dueOn: "" });
  const away = { intent: "absence", kind: "security", startsOn: "2026-11-20", endsOn: "2026-11-27" };
  const self = await security.post("/sign-offs", { ...away, fromId: String(security.id), toId: String(security.id) });
  expect(self.status).toBe(400);
  const announced = { ...away, fromId: String(security.id), toId: String(second.id) };
  expect((await owner.post("/sign-offs", announced)).status).toBe(403);
  const page = await security.submit("/sign-offs", announced);
  expect(page.text).toContain("Samir Garde");
  expect((await security.post("/sign-offs", announced)).status).toBe(409);
  const signOffId = page.find('[name="signOffId"]').getAttribute("value") ?? "";
  const given = await security.submit(path, { intent: "delegate", signOffId, toId: String(second.id) });
  expect(given.text).toContain("Confié par Hugo Garde à Samir Garde");
  const signed = await second.submit(path, { intent: "answer", signOffId, verdict: "yes", note: "Vu", conditions: "" });
  expect(signed.text).toContain("Samir Garde, à la place de Hugo Garde");
  const [absence] = await app.database.select().from(signOffAbsences);
  const back = { intent: "withdraw-absence", absenceId: String(absence?.id), version: "1" };
  await security.submit("/sign-offs", back);
  expect((await security.post("/sign-offs", back)).status).toBe(409);
  expect((await app.database.select().from(signOffs).where(eq(signOffs.useCaseId, id)))[0]).toMatchObject({
    ...{ byId: second.id, forId: security.id, delegatedTo: second.id },
  });
});
