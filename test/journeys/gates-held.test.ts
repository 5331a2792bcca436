/** Gates that hold where somebody goes round them: leaps, sign-offs of the wrong gate, overrides without a word. */
import { and, eq, isNull } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { gateChecks, pocs, signOffs, stageChanges, useCases } from "#db/schema.server";
import { openApp } from "../support/app";
import { aWholeCase, TAKEN } from "../support/at-the-gate";
import { aFirm, governanceOf, moving, POC_FORM } from "../support/delivery";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";

const CHECK = { kind: "yes-no", expected: true, question: { fr: "Le support est-il prévenu ?", en: "Is it told?" } };

async function aHouse() {
  const app = await openApp();
  const firm = await aFirm(app);
  const admin = await app.signedIn("Ada Admin", { roles: ["admin"] });
  const site = await openSite(app);
  const as = (person: { id: number }) => aProgram(app, site, person.id);
  const ofAdmin = await as(admin);
  const check = async (gate: string, more: object = {}) =>
    (await ofAdmin.ask("POST", "/gate-checks", { body: { ...CHECK, gate, ...more } })).body.id as number;
  return { app, firm, admin, as, check };
}

describe("A leap", () => {
  const reason = { fr: "Tout est prêt" };

  test("asks the organisation’s own checks of every gate that it leaps over, and answered ones let it pass", async () => {
    const { app, firm, as, check } = await aHouse();
    const [pilot, production] = [await check("pilot"), await check("production")];
    const owner = await as(firm.owner);
    for (const from of ["approved", "poc"] as const) {
      const { id, reference } = await aWholeCase(firm, from);
      const leap = () =>
        owner.ask("POST", `/use-cases/${reference}/moves`, { body: { from, to: "production", reason } });
      const refused = await leap();
      expect([refused.status, refused.body.missing]).toEqual([409, [`own:${pilot}`, `own:${production}`]]);
      const answer = (checkId: number) =>
        owner.ask("POST", `/use-cases/${reference}/checks`, { body: { checkId, said: true } });
      await answer(production);
      expect((await leap()).body.missing).toEqual([`own:${pilot}`]);
      const page = await firm.owner.post(governanceOf(reference), moving(from, "production"));
      expect([page.status, page.text.includes("un contrôle de l’organisation manque")]).toEqual([409, true]);
      await answer(pilot);
      expect((await leap()).status).toBe(200);
      const [row] = await app.database.select().from(useCases).where(eq(useCases.id, id));
      expect(row?.stage).toBe("production");
    }
  });

  test("by way of a hold is the same leap; to where a case stood it is none", async () => {
    const { app, firm, as, check } = await aHouse();
    const pilot = await check("pilot");
    const owner = await as(firm.owner);
    const heldAt = async (stage: "poc" | "production") => {
      const { id, reference } = await aWholeCase(firm, stage);
      await app.database.write(
        async (tx) =>
          void (await tx
            .insert(stageChanges)
            .values({ useCaseId: id, from: null, to: stage, on: "2026-11-20" as never, byId: null })),
      );
      const held = { from: stage, to: "on-hold", reason, relookOn: "2027-01-10" };
      expect((await owner.ask("POST", `/use-cases/${reference}/moves`, { body: held })).status).toBe(200);
      return owner.ask("POST", `/use-cases/${reference}/moves`, {
        body: { from: "on-hold", to: "production", reason },
      });
    };
    const leap = await heldAt("poc");
    expect([leap.status, leap.body.missing]).toEqual([409, [`own:${pilot}`]]);
    expect((await heldAt("production")).status).toBe(200);
  });

  test("asks nothing of a check that was retired, whose answers stay on the record", async () => {
    const { app, firm, as, admin, check } = await aHouse();
    const pilot = await check("pilot");
    const { reference } = await aWholeCase(firm, "poc");
    const owner = await as(firm.owner);
    await owner.ask("POST", `/use-cases/${reference}/checks`, {
      body: { checkId: pilot, said: false, note: { fr: "Pas encore prévenu" } },
    });
    const [row] = await app.database.select().from(gateChecks).where(eq(gateChecks.id, pilot));
    await (await as(admin)).ask("POST", `/gate-checks/${pilot}/retirement`, {
      body: {},
      headers: { "If-Match": `"${row?.version}"` },
    });
    const leap = { from: "poc", to: "production", reason };
    expect((await owner.ask("POST", `/use-cases/${reference}/moves`, { body: leap })).status).toBe(200);
    expect((await firm.owner.get(`/use-cases/${reference}/activity`)).text).toContain("Pas encore prévenu");
  });
});

describe("A sign-off", () => {
  test("is asked for at a gate that asks it, and is refused elsewhere with that gate’s name", async () => {
    const { app, firm, as, check } = await aHouse();
    const { id, reference } = await firm.newCase({ stage: "approved" });
    const owner = await as(firm.owner);
    const ask = (body: object) => owner.ask("POST", `/use-cases/${reference}/sign-offs`, { body });
    for (const [body, named] of [
      [{ role: "security", gate: "retired" }, "the gate of the pilot does"],
      [{ role: "legal", gate: "poc" }, "the gate of the pilot does"],
      [{ role: "finance", gate: "pilot" }, "no gate does of this case"],
    ] as const) {
      const { status, body: refused } = await ask(body);
      expect([status, refused.detail]).toEqual([409, expect.stringContaining(named)]);
    }
    expect(await app.database.select().from(signOffs).where(eq(signOffs.useCaseId, id))).toEqual([]);
    // Where the organisation asks finance at the POC, that is where it may be asked, and where it is when none is said.
    await check("poc", { kind: "sign-off", expected: null, role: "finance" });
    expect((await ask({ role: "finance", gate: "pilot" })).body.detail).toContain("the gate of the POC does");
    expect((await ask({ role: "finance" })).body.items).toMatchObject([{ role: "finance", gate: "poc" }]);
    expect((await ask({ role: "security", gate: "production" })).status).toBe(200);
  });

  test("is refused to who is on the team in words of four eyes, in both languages", async () => {
    const { app, firm, as } = await aHouse();
    const { id, reference } = await firm.newCase({ stage: "poc" });
    const asked = await (await as(firm.owner)).ask("POST", `/use-cases/${reference}/sign-offs`, {
      body: { role: "legal" },
    });
    const path = `/sign-offs/${asked.body.items[0].id}/signature`;
    const set = (technicalOwnerId: number | null) =>
      app.database.write(
        async (tx) => void (await tx.update(useCases).set({ technicalOwnerId }).where(eq(useCases.id, id))),
      );
    await set(firm.legal.id);
    const legal = await as(firm.legal);
    const french = await legal.ask("POST", path, { body: { verdict: "yes" }, headers: { "Accept-Language": "fr" } });
    expect([french.status, french.body.detail]).toEqual([
      403,
      expect.stringContaining("Une autre personne du juridique"),
    ]);
    expect(french.body.detail).toContain("Quatre yeux");
    const english = await legal.ask("POST", path, { body: { verdict: "yes" } });
    expect(english.body.detail).toContain("Somebody else of legal signs");
    // Who does not hold the role at all is still told of roles.
    const stranger = await (await as(firm.champion)).ask("POST", path, { body: { verdict: "yes" } });
    expect([stranger.status, stranger.body.detail]).toEqual([403, expect.stringContaining("Your roles")]);
  });
});

test("An override without its reason asks for the reason, and whoever may not override is refused first", async () => {
  const { app, firm, as } = await aHouse();
  const { id, reference } = await aWholeCase(firm, "poc");
  await app.database.write(async (tx) => void (await TAKEN.kpi(tx, id)));
  const move = { from: "poc", to: "pilot", override: true };
  const mute = await (await as(firm.chair)).ask("POST", `/use-cases/${reference}/moves`, { body: move });
  expect([mute.status, mute.body.detail]).toEqual([409, expect.stringContaining("An override needs its reason")]);
  const page = await firm.chair.post(governanceOf(reference), {
    ...moving("poc", "pilot"),
    override: "yes",
    reason: "",
  });
  expect([page.status, page.text.includes("Une dérogation demande sa raison")]).toEqual([409, true]);
  expect((await (await as(firm.owner)).ask("POST", `/use-cases/${reference}/moves`, { body: move })).status).toBe(403);
});

test("A second POC beside one that is defined and has not started is told so", async () => {
  const { app, firm } = await aHouse();
  const { id, reference } = await aWholeCase(firm, "poc");
  const set = (change: object) =>
    app.database.write(async (tx) => void (await tx.update(pocs).set(change).where(eq(pocs.useCaseId, id))));
  const path = `/use-cases/${reference}/poc/edit`;
  await set({ verdict: null, startedOn: null });
  const defined = await firm.owner.post(path, POC_FORM);
  expect([defined.status, defined.text.includes("n’a pas commencé")]).toEqual([409, true]);
  await set({ startedOn: "2026-11-20" });
  expect((await firm.owner.post(path, POC_FORM)).text).toContain("donnez-lui son verdict");
});

describe("A roll-out that reaches further", () => {
  test("has its signatures asked for again, says so before, and lets what does not grow pass", async () => {
    const { app, firm, as } = await aHouse();
    const { id, reference } = await aWholeCase(firm, "production");
    const owner = await as(firm.owner);
    const path = `/use-cases/${reference}/roll-out`;
    const add = async (more: object) =>
      (await owner.ask("POST", path, { body: { country: "FR", stage: "live", on: "2026-11-02", ...more } })).body;
    const read = (site: { id: number }, on: string, eligible: number) =>
      owner.ask("POST", `/roll-out-sites/${site.id}/readings`, { body: { on, eligible } });
    const anew = async () => {
      const rows = await app.database.select().from(signOffs).where(eq(signOffs.useCaseId, id));
      return [
        rows.filter(({ staleCause }) => staleCause === "audience").length,
        rows.filter((one) => !one.verdict).length,
      ];
    };
    // Signed once more, so that the next change is seen by itself.
    const signAgain = () =>
      app.database.write(async (tx) => {
        await tx.delete(signOffs).where(and(eq(signOffs.useCaseId, id), isNull(signOffs.verdict)));
        await tx.update(signOffs).set({ staleOn: null, staleCause: null }).where(eq(signOffs.useCaseId, id));
      });
    const notice = async () => (await firm.owner.get(path)).text.includes("redemander");

    expect(await notice()).toBe(false);
    const france = await add({});
    expect([await notice(), await anew()]).toEqual([true, [0, 0]]);
    await read(france, "2026-11-03", 100);
    await read(france, "2026-11-04", 149);
    const planned = await add({ country: "DE", stage: "planned", on: "2027-01-01" });
    expect(await anew()).toEqual([0, 0]);

    await read(france, "2026-11-05", 230);
    expect(await anew()).toEqual([2, 2]);
    expect((await firm.owner.get(governanceOf(reference))).text).toContain("le public visé a changé (France)");
    await signAgain();
    const opened = await owner.ask("PATCH", `/roll-out-sites/${planned.id}`, {
      body: { stage: "pilot", on: "2026-11-18" },
      headers: { "If-Match": `"${planned.version}"` },
    });
    expect([opened.status, await anew()]).toEqual([200, [2, 2]]);
    await signAgain();
    await firm.owner.submit(path, { intent: "site", country: "BE", branch: "Liège", stage: "live", on: "2026-11-19" });
    expect(await anew()).toEqual([2, 2]);
    expect(await notice()).toBe(false);
  });

  test("is judged against the signature: small growths add up, and start anew at the next signature", async () => {
    const { app, firm, admin, as } = await aHouse();
    const { id, reference } = await aWholeCase(firm, "production");
    const [owner, security, ofAdmin] = [await as(firm.owner), await as(firm.security), await as(admin)];
    const sign = async (signOff: number) =>
      (await security.ask("POST", `/sign-offs/${signOff}/signature`, { body: { verdict: "yes" } })).status;
    const rows = () => app.database.select().from(signOffs).where(eq(signOffs.useCaseId, id)).orderBy(signOffs.id);
    const newest = async () => (await rows()).findLast(({ kind }) => kind === "security");
    const site = (
      await owner.ask("POST", `/use-cases/${reference}/roll-out`, {
        body: { country: "FR", stage: "live", on: "2026-11-02" },
      })
    ).body;
    const read = (on: string, eligible: number) =>
      owner.ask("POST", `/roll-out-sites/${site.id}/readings`, { body: { on, eligible } });
    await read("2026-11-03", 100);
    await owner.ask("POST", `/use-cases/${reference}/sign-offs`, { body: { role: "security" } });
    expect(await sign((await newest())?.id ?? 0)).toBe(200);
    const signed = (await newest())?.id;

    await read("2026-11-04", 120);
    await read("2026-11-05", 140);
    expect((await newest())?.id).toBe(signed);
    await read("2026-11-06", 160);
    expect(await newest()).toMatchObject({ renewsId: signed, verdict: null });
    expect(await sign((await newest())?.id ?? 0)).toBe(200);
    await read("2026-11-07", 200);
    expect(await newest()).toMatchObject({ renewsId: signed, verdict: "yes", staleOn: null });

    const affects = async (peopleAffected: number) => {
      const { body } = await ofAdmin.get(`/use-cases/${reference}`);
      const headers = { "If-Match": `"${body.version}"` };
      const { status } = await ofAdmin.ask("PATCH", `/use-cases/${reference}`, { body: { peopleAffected }, headers });
      expect(status).toBe(200);
      return (await newest())?.verdict;
    };
    const each: unknown[] = [];
    for (const people of [22, 26, 29, 31]) each.push(await affects(people));
    expect(each).toEqual(["yes", "yes", "yes", null]);
  });
});
