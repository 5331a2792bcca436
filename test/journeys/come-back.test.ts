/** «Not now» ends by itself, and late answers are reminded of: what the installation does on its days. */
import { eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { bringBack } from "#app/committee/come-back.server";
import { whenAt } from "#app/kernel/when";
import { remindScreeners } from "#app/safeguards/remind-screeners.server";
import { agendaItems, auditEvents, notifications, screeners, stageChanges, useCases } from "#db/schema.server";
import { type App, openApp } from "../support/app";
import { aCase } from "../support/cases";
import { doJobs } from "../support/jobs";

const whenOf = (app: App) => whenAt(app.clock.at, { timeZone: "Europe/Paris", fiscalFirstMonth: 2 });
const at = (app: App, day: string, time = "08:00") => {
  app.clock.at = new Date(`${day}T${time}:00Z`);
};
const caseOf = async (app: App, id: number) =>
  (await app.database.select().from(useCases).where(eq(useCases.id, id)))[0];
const toldTo = async (app: App, personId: number) =>
  (
    await app.database
      .select()
      .from(notifications)
      .where(eq(notifications.personId, personId))
      .orderBy(notifications.id)
  ).map(({ kind, values }) => (kind === "answers-late" ? `${kind} ${values.count}` : kind));

async function onHold(app: App, options: Parameters<typeof aCase>[1], relookOn: string) {
  // At the door the committee puts off; from the assessment on, who owns the case does, or a session.
  const owner = await app.signedIn(`Owner until ${relookOn}`);
  const made = await aCase(app, { ...options, ...(options?.stage && { ownerId: owner.id }) });
  const chair = options?.stage ? owner : await app.signedIn(`Chair of ${made.reference}`, { roles: ["chair"] });
  const move = { intent: "move", from: options?.stage ?? "submitted", to: "on-hold", learning: "" };
  await chair.submit(`/use-cases/${made.reference}/governance`, { ...move, reason: "Pas maintenant", relookOn });
  return { ...made, chair };
}

test("A case comes back on its day to the stage where it stood, once, and those whom it concerns are told", async () => {
  const app = await openApp();
  const nadia = await app.signedIn("Nadia Belkacem", { roles: ["champion"] });
  const { id, reference, chair } = await onHold(app, { authorId: nadia.id }, "2026-12-01");
  at(app, "2026-11-30");
  await doJobs(app);
  expect(await caseOf(app, id)).toMatchObject({ stage: "on-hold" });
  at(app, "2026-12-01");
  await doJobs(app);
  expect(await caseOf(app, id)).toMatchObject({ stage: "submitted", stageSince: "2026-12-01", relookOn: null });
  await app.database.write((tx) => bringBack(tx, whenOf(app)));
  at(app, "2026-12-02");
  await doJobs(app);
  expect(await toldTo(app, nadia.id)).toEqual(["not-now", "came-back"]);
  expect((await nadia.get("/notifications")).text).toContain("est revenu comme prévu, à l’étape « Soumis »");
  const moves = await app.database.select().from(stageChanges).where(eq(stageChanges.useCaseId, id));
  expect(moves.map(({ to }) => to)).toEqual(["submitted", "on-hold", "submitted"]);
  const own = await app.database.select().from(auditEvents).where(isNull(auditEvents.actorId));
  const last = own.filter(({ useCaseId }) => useCaseId === id).at(-1);
  expect(last).toMatchObject({ act: "use-case.move", actorName: "Casebook" });
  expect((await chair.get("/screening")).text).toContain(reference);
});

test("After weeks of standing still all that is due comes back at once; what was in assessment on the next agenda", async () => {
  const app = await openApp();
  const chair = await app.signedIn("Claire Vasseur", { roles: ["chair"] });
  await chair.submit("/committee", { heldOn: "2027-02-10", quorum: 1 });
  const [one, two, later] = [
    await onHold(app, { stage: "assessment" }, "2026-12-01"),
    await onHold(app, { stage: "poc" }, "2027-01-10"),
    await onHold(app, { stage: "assessment" }, "2027-06-01"),
  ];
  at(app, "2027-02-01");
  await doJobs(app);
  expect(await caseOf(app, one.id)).toMatchObject({ stage: "assessment", stageSince: "2027-02-01" });
  expect(await caseOf(app, two.id)).toMatchObject({ stage: "poc" });
  expect(await caseOf(app, later.id)).toMatchObject({ stage: "on-hold" });
  const agenda = await app.database.select().from(agendaItems);
  expect(agenda.map(({ useCaseId }) => useCaseId)).toEqual([one.id]);
  expect(await toldTo(app, chair.id)).toEqual(["came-back"]);
  const held = await app.database.select().from(useCases).where(eq(useCases.stage, "on-hold"));
  expect(held.map(({ id }) => id)).toEqual([later.id]);
});

test("What waits on the agenda of a later session already stays there when it comes back", async () => {
  const app = await openApp();
  const chair = await app.signedIn("Claire Vasseur", { roles: ["chair"] });
  for (const heldOn of ["2027-02-10", "2027-03-10"]) await chair.submit("/committee", { heldOn, quorum: 1 });
  const { id, reference } = await onHold(app, { stage: "assessment" }, "2026-12-01");
  await chair.submit("/committee/2", { intent: "agenda-add", reference });
  at(app, "2027-02-01");
  await doJobs(app);
  expect(await caseOf(app, id)).toMatchObject({ stage: "assessment" });
  const items = await app.database.select({ useCaseId: agendaItems.useCaseId }).from(agendaItems);
  expect(items).toEqual([{ useCaseId: id }]);
  const told = await app.database.select().from(notifications).where(eq(notifications.personId, chair.id));
  expect(told.map(({ href }) => href)).toEqual(["/committee/2"]);
});

test("One put off again comes back to where it first stood, on the later day", async () => {
  const app = await openApp();
  const { id, reference, chair } = await onHold(app, { stage: "assessment" }, "2026-12-01");
  const again = { intent: "move", from: "on-hold", to: "on-hold", learning: "", reason: "Encore trop tôt" };
  await chair.submit(`/use-cases/${reference}/governance`, { ...again, relookOn: "2026-12-08" });
  at(app, "2026-12-02");
  await doJobs(app);
  expect(await caseOf(app, id)).toMatchObject({ stage: "on-hold" });
  at(app, "2026-12-08");
  await doJobs(app);
  expect(await caseOf(app, id)).toMatchObject({ stage: "assessment" });
});

test("Late answers are reminded of once each working day: who has them, all where nobody has, the chair after days", async () => {
  const app = await openApp();
  const [claire, omar, lea] = [
    await app.signedIn("Claire Vasseur", { roles: ["chair"] }),
    await app.signedIn("Omar Haddad", { roles: ["committee"] }),
    await app.signedIn("Léa Roux", { roles: ["committee"] }),
  ];
  const own = await aCase(app, { ownerId: lea.id, stageSince: "2026-11-06" });
  await aCase(app, { stageSince: "2026-11-06" });
  await app.database.write((tx) =>
    tx.insert(screeners).values({ useCaseId: own.id, personId: omar.id, since: whenOf(app).today }),
  );
  const kindsOf = async () => Promise.all([claire, omar, lea].map(({ id }) => toldTo(app, id)));
  const remind = () => app.database.write((tx) => remindScreeners(tx, whenOf(app)));
  // Due on the 20th: that day is still in time.
  await remind();
  at(app, "2026-11-22");
  await remind();
  at(app, "2026-11-23", "06:30");
  await remind();
  expect(await kindsOf()).toEqual([[], [], ["submitted"]]);
  at(app, "2026-11-23", "07:30");
  await remind();
  await remind();
  expect(await kindsOf()).toEqual([["answers-late 1"], ["answers-late 2"], ["submitted", "answers-late 1"]]);
  at(app, "2026-11-25", "09:00");
  await remind();
  expect((await kindsOf())[0]).toEqual(["answers-late 1", "answers-late 2"]);
  expect((await claire.get("/notifications")).text).toContain("2 cas d’usage attendent une réponse au-delà du délai");
});
