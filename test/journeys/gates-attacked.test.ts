/** Every gate, attacked through the API: each forward move with each single thing missing, and with nothing missing. */
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { type BuiltIn, GATES } from "#app/use-cases/gates";
import type { Stage } from "#app/use-cases/stages";
import { pocs, stageChanges, useCases } from "#db/schema.server";
import { openApp } from "../support/app";
import { aWholeCase, TAKEN } from "../support/at-the-gate";
import { aFirm } from "../support/delivery";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";

/** Every move that goes forward, with the stage that it starts from. */
const FORWARD: [from: Stage, to: Stage][] = [
  ["draft", "submitted"],
  ["submitted", "assessment"],
  ["assessment", "approved"],
  ["approved", "poc"],
  ["poc", "pilot"],
  ["pilot", "production"],
  ["production", "retired"],
  ["poc", "stopped"],
];

async function aSiege() {
  const app = await openApp();
  const firm = await aFirm(app);
  const site = await openSite(app);
  // Nobody's case, and every role that opens a gate: what is refused here is refused by the gate alone.
  const sovereign = await app.signedIn("Sacha Partout", { roles: ["chair", "committee", "admin"] });
  const program = await aProgram(app, site, sovereign.id);
  const move = (reference: string, from: Stage, to: Stage, more: object = {}) =>
    program.ask("POST", `/use-cases/${reference}/moves`, {
      body: { from, to, reason: { fr: "Parce qu’il le faut" }, ...more },
    });
  const stageOf = async (id: number) =>
    (await app.database.select({ stage: useCases.stage }).from(useCases).where(eq(useCases.id, id)))[0]?.stage;
  return { app, firm, program, move, stageOf };
}

describe.each(FORWARD)("The gate from %s to %s", (from, to) => {
  const asked = (GATES[to] ?? []).filter((one): one is keyof typeof TAKEN => Object.hasOwn(TAKEN, one));

  test("refuses a case that lacks one thing, whichever it is, and names that one alone", {
    timeout: 120_000,
  }, async () => {
    const { app, firm, move, stageOf } = await aSiege();
    for (const requirement of asked) {
      const { id, reference } = await aWholeCase(firm, from);
      await app.database.write(async (tx) => void (await TAKEN[requirement](tx, id)));
      const { status, body } = await move(reference, from, to);
      expect([requirement, status, body.missing]).toEqual([requirement, 409, [requirement]]);
      expect([requirement, await stageOf(id)]).toEqual([requirement, from]);
    }
  });

  test("lets a case through that lacks nothing", async () => {
    const { firm, move, stageOf } = await aSiege();
    const { id, reference } = await aWholeCase(firm, from);
    const { status, body } = await move(reference, from, to);
    expect([status, body.missing]).toEqual([200, undefined]);
    expect(await stageOf(id)).toBe(to);
  });

  test("is passed by a chair who says why, and what was passed is on the record by its name", async () => {
    const { app, firm, move, stageOf } = await aSiege();
    const requirement = asked[0];
    if (!requirement || to === "submitted") return;
    const { id, reference } = await aWholeCase(firm, from);
    await app.database.write(async (tx) => void (await TAKEN[requirement](tx, id)));
    const mute = await move(reference, from, to, { override: true, reason: {} });
    expect(mute.status).toBe(409);
    expect((await move(reference, from, to, { override: true })).status).toBe(200);
    expect(await stageOf(id)).toBe(to);
    const steps = await app.database.select().from(stageChanges).where(eq(stageChanges.useCaseId, id));
    expect(steps.at(-1)).toMatchObject({ to, overridden: [requirement], reason: { fr: "Parce qu’il le faut" } });
  });
});

test("A case without its POC lacks all that a POC says", async () => {
  const { app, firm, move } = await aSiege();
  const { id, reference } = await aWholeCase(firm, "approved");
  await app.database.write(async (tx) => void (await tx.delete(pocs).where(eq(pocs.useCaseId, id))));
  const { status, body } = await move(reference, "approved", "poc");
  const missing: BuiltIn[] = ["poc", "poc-team", "poc-kpi", "model-or-vendor", "poc-sealed"];
  expect([status, body.missing]).toEqual([409, missing]);
});

test("A move out, or to retirement, is refused without its reason", async () => {
  const { firm, move, stageOf } = await aSiege();
  for (const [from, to] of [
    ["production", "retired"],
    ["poc", "stopped"],
    ["poc", "on-hold"],
    ["submitted", "rejected"],
  ] as const) {
    const { id, reference } = await aWholeCase(firm, from);
    const { status, body } = await move(reference, from, to, { reason: {}, relookOn: "2027-01-10" });
    expect([to, status, body.detail]).toEqual([to, 409, expect.stringMatching(/reason/i)]);
    expect(await stageOf(id)).toBe(from);
  }
});
