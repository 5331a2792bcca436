/** Beyond what was agreed shows before it happens, where those look who answer for it; and a stopped POC comes back as a result. */
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { remindCheckIns } from "#app/delivery/running/remind-check-ins.server";
import { day } from "#app/kernel/day";
import { whenAt } from "#app/kernel/when";
import { notifications, pocs } from "#db/schema.server";
import { type App, openApp } from "../support/app";
import { aFirm, governanceOf, moving, POC_FORM, startPoc } from "../support/delivery";

const week = (pocId: string, on: string, spentMinor: string) => ({
  ...{ intent: "check-in", pocId, on, confidence: "on-track", value: "", spentMinor, personDays: "" },
  ...{ blockers: "", next: "" },
});

async function aWarnedPoc(app: App) {
  const firm = await aFirm(app);
  const { reference, id } = await firm.newCase({ stage: "poc", title: "Lire les formulaires" });
  await firm.owner.submit(`/use-cases/${reference}/poc/edit`, POC_FORM);
  const pocId = await startPoc(firm.owner, reference);
  const path = `/use-cases/${reference}/poc`;
  await firm.owner.submit(path, week(pocId, "2026-11-13", "1 000"));
  await firm.owner.submit(path, week(pocId, "2026-11-20", "4 500"));
  return { ...firm, reference, id, pocId, path };
}

test("A cap that will be passed shows on the board, on every page of the case, and to its owners and the chair at home", async () => {
  const app = await openApp();
  const { owner, technicalOwner, chair, champion, legal, reference, pocId, path } = await aWarnedPoc(app);
  // 500 € a day: the 5,500 € that are left last eleven days.
  const sentence = "À ce rythme, le plafond de 10 000 € est atteint le 1er décembre 2026, 27 jours avant la fin";
  const said = sentence.replace("27 jours", "3 semaines");
  expect((await legal.get(`/use-cases/${reference}`)).text).toContain(said);
  expect((await legal.get(governanceOf(reference))).text).toContain(said);
  for (const person of [owner, technicalOwner, chair]) expect((await person.get("/")).text).toContain(said);
  for (const person of [champion, legal]) expect((await person.get("/")).text).not.toContain("À ce rythme");
  expect((await legal.get("/pipeline")).text).toContain("POC : plafond de dépense atteint avant la fin");

  // An amendment waits at the chair's home, and at no other's.
  const wish = {
    ...{
      intent: "amend",
      pocId,
      version: 2,
      hypothesis: POC_FORM.hypothesis,
      kpiName: POC_FORM.kpiName,
      kpiUnit: "min",
    },
    ...{ threshold: "10", endsOn: "2026-12-28", peopleCap: "3", budgetCapMinor: "20 000", personDaysCap: "" },
    reason: "Le fournisseur a doublé son prix",
  };
  await owner.submit(path, wish);
  expect((await chair.get("/")).text).toContain("Un amendement attend votre signature");
  expect((await owner.get("/")).text).not.toContain("Un amendement attend votre signature");
});

test("Owners are reminded of a check-in that is missing, once a week and on working days", async () => {
  const app = await openApp();
  const { owner, technicalOwner, chair, id } = await aWarnedPoc(app);
  const told = async () =>
    (await app.database.select().from(notifications).where(eq(notifications.kind, "check-in-due"))).map((one) => ({
      person: one.personId,
      weeks: one.values.weeks,
      useCase: one.useCaseId,
    }));
  const run = (at: string) =>
    app.database.write((tx) =>
      remindCheckIns(tx, whenAt(new Date(`${at}T10:00:00Z`), { timeZone: "Europe/Paris", fiscalFirstMonth: 2 })),
    );
  await run("2026-11-27");
  expect(await told()).toEqual([]);
  // A Saturday and a Sunday, on which nobody is reminded.
  await run("2026-11-28");
  await run("2026-11-29");
  expect(await told()).toEqual([]);
  for (const at of ["2026-11-30", "2026-11-30", "2026-12-02"]) await run(at);
  const both = [owner.id, technicalOwner.id].sort();
  expect((await told()).map(({ person }) => person).sort()).toEqual(both);
  expect(await told()).toContainEqual({ person: owner.id, weeks: 1, useCase: id });
  await run("2026-12-07");
  expect((await told()).map(({ weeks }) => weeks)).toEqual([1, 1, 2, 2]);
  expect((await told()).map(({ person }) => person)).not.toContain(chair.id);
  // With its verdict it is over, and so are the reminders.
  await app.database.write((tx) => tx.update(pocs).set({ verdict: "stop", verdictOn: day("2026-12-08") }));
  await run("2026-12-21");
  expect(await told()).toHaveLength(4);
});

test("A stopped POC is a result: the pipeline lists what it taught, and it comes back when a similar need is typed", async () => {
  const app = await openApp();
  const { owner, champion, reference, pocId, path } = await aWarnedPoc(app);
  const learning = "Les formulaires manuscrits se lisent mal : il faut d’abord les remplacer";
  await owner.submit(path, { intent: "verdict", pocId, version: 2, verdict: "stop", result: "", reason: "", learning });
  const similar = async () => {
    const query = new URLSearchParams({ q: "Lire les formulaires", need: "Lire les formulaires reçus" });
    return (await champion.get(`/use-cases/similar?${query}`)).html;
  };
  expect(await similar()).toContain("POC arrêté, et ce qu’il a appris");
  expect(await similar()).toContain("Les formulaires manuscrits se lisent mal");
  await owner.submit(governanceOf(reference), moving("poc", "stopped", { reason: "Le seuil n’est pas atteint" }));
  expect(await similar()).toContain("Les formulaires manuscrits se lisent mal");
  const board = await champion.get("/pipeline");
  expect(board.text).toContain("Ce que les POC arrêtés ont appris");
  expect(board.text).toContain("Les formulaires manuscrits se lisent mal");
});
