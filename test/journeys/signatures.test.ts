/** Signatures: until when, by whom and in whose place, on what conditions, for how long, and what makes them stale. */
import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { remindSignOffs } from "#app/delivery/remind-sign-offs.server";
import { renewSignOffs } from "#app/delivery/renew-sign-offs.server";
import { day } from "#app/kernel/day";
import { verifyAudit } from "#app/people/audit.server";
import { coSponsors, notifications, pocs, signOffs, useCases } from "#db/schema.server";
import { type App, openApp } from "../support/app";
import { whenOf } from "../support/arbitration";
import { aWholeCase } from "../support/at-the-gate";
import { aFirm, type Firm, governanceOf, moving, SCREENING } from "../support/delivery";
import { doJobs } from "../support/jobs";
import { aProgram, type Program } from "../support/program";
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

/** Asks for security's signature on a case at this stage; answers where it is signed. */
async function asked(firm: Firm, program: Program, more: object = {}) {
  const made = await firm.newCase({ stage: "poc" });
  const { status, body } = await program.ask("POST", `/use-cases/${made.reference}/sign-offs`, {
    body: { role: "security", ...more },
  });
  expect(status).toBe(200);
  return { ...made, signOff: body.items[0].id as number, path: `/sign-offs/${body.items[0].id}` };
}

const yes = (more: object = {}) => ({ body: { verdict: "yes", ...more } });
const told = async (app: App, kind: string, personId: number) =>
  (
    await app.database
      .select()
      .from(notifications)
      .where(and(eq(notifications.kind, kind), eq(notifications.personId, personId)))
  ).length;
const rowsOf = (app: App, id: number) =>
  app.database.select().from(signOffs).where(eq(signOffs.useCaseId, id)).orderBy(signOffs.id);

describe("A request", () => {
  test("is due in the days that its role has, at the next gate, and reminds once when it is late", async () => {
    const { app, firm, admin, as } = await aHouse();
    const owner = await as(firm.owner);
    await admin.submit("/admin/gates", {
      ...{ intent: "terms", kind: "security", version: "0", daysToAnswer: "5", monthsValid: "6" },
    });
    const { id, path } = await asked(firm, owner);
    expect(await rowsOf(app, id)).toMatchObject([{ dueOn: "2026-11-25", gate: "pilot", requestedOn: "2026-11-20" }]);
    app.clock.at = new Date("2026-11-26T10:00:00Z");
    expect((await firm.security.get("/sign-offs")).text).toContain("en retard d’un jour");
    await doJobs(app);
    await app.database.write((tx) => remindSignOffs(tx, whenOf(app)));
    expect(await told(app, "sign-off-late", firm.security.id)).toBe(1);
    const signed = await (await as(firm.security)).ask("POST", `${path}/signature`, yes());
    expect(signed.body.items[0]).toMatchObject({ state: "yes", expiresOn: "2027-05-26" });
    expect(await verifyAudit(app.database)).toMatchObject({ whole: true });
  });
});

describe("Four eyes", () => {
  test("hold for who owns, wrote, shares, tries or asked for a case, through the API as on its page", async () => {
    const { app, firm, second, as } = await aHouse();
    const owner = await as(firm.owner);
    const reviewer = await as(second);
    const set = (id: number, change: Partial<typeof useCases.$inferInsert>) =>
      app.database.write(async (tx) => void (await tx.update(useCases).set(change).where(eq(useCases.id, id))));
    const involved: [string, (id: number) => Promise<unknown>][] = [
      ["owns it", (id) => set(id, { technicalOwnerId: second.id })],
      ["wrote it", (id) => set(id, { authorId: second.id })],
      ["wrote it with its author", (id) => set(id, { coAuthorId: second.id })],
      [
        "sponsors it",
        (id) =>
          app.database.write(
            async (tx) =>
              void (await tx.insert(coSponsors).values({
                ...{ useCaseId: id, personId: second.id, departmentId: firm.department },
                ...{ additional: false, joinedOn: day("2026-11-20") },
              })),
          ),
      ],
      [
        "is on its team",
        (id) =>
          app.database.write(
            async (tx) =>
              void (await tx.insert(pocs).values({
                ...{ useCaseId: id, hypothesis: { fr: "Dix minutes" }, startsOn: day("2026-11-20") },
                ...{ endsOn: day("2027-01-15"), peopleCap: 3, budgetCapMinor: 0 as never, baseline: 15, threshold: 10 },
                ...{ kpiName: { fr: "Minutes" }, kpiUnit: "min", direction: "down" as const },
                team: [{ name: "samir  GARDE", role: { fr: "Sécurité" }, side: "technical" as const }],
              })),
          ),
      ],
      [
        "asked for it",
        (id) =>
          app.database.write(
            async (tx) =>
              void (await tx.update(signOffs).set({ requestedBy: second.id }).where(eq(signOffs.useCaseId, id))),
          ),
      ],
    ];
    for (const [why, involve] of involved) {
      const { id, path, reference } = await asked(firm, owner);
      await involve(id);
      expect([why, (await reviewer.ask("POST", `${path}/signature`, yes())).status]).toEqual([why, 403]);
      expect((await second.get(governanceOf(reference))).all('form [name="verdict"]'), why).toHaveLength(0);
      // Nor is it given to them, nor do they choose who signs.
      const first = await as(firm.security);
      const given = await first.ask("POST", `${path}/delegation`, { body: { toId: second.id } });
      expect([why, given.status]).toEqual([why, 409]);
      if (why !== "asked for it") {
        const gives = await reviewer.ask("POST", `${path}/delegation`, { body: { toId: firm.security.id } });
        expect([why, gives.status]).toEqual([why, 403]);
      }
      expect((await first.ask("POST", `${path}/signature`, yes())).status).toBe(200);
    }
  });
});

describe("Delegation", () => {
  test("of one sign-off goes to the same role, and leaves both names", async () => {
    const { app, firm, second, as } = await aHouse();
    const { path, reference, id } = await asked(firm, await as(firm.owner));
    const first = await as(firm.security);
    const give = (toId: number) => first.ask("POST", `${path}/delegation`, { body: { toId } });
    expect((await give(firm.legal.id)).status).toBe(409);
    expect((await give(firm.security.id)).status).toBe(409);
    expect((await (await as(firm.legal)).ask("POST", `${path}/delegation`, { body: { toId: second.id } })).status).toBe(
      403,
    );
    expect((await give(second.id)).body.items[0]).toMatchObject({
      delegatedTo: "Samir Garde",
      delegatedBy: "Hugo Garde",
    });
    expect(await told(app, "sign-off-given", second.id)).toBe(1);
    expect((await second.get("/sign-offs")).text).toContain("Confié par Hugo Garde à Samir Garde");
    await (await as(second)).ask("POST", `${path}/signature`, yes());
    expect((await firm.owner.get(governanceOf(reference))).text).toContain("Samir Garde, à la place de Hugo Garde");
    expect(await rowsOf(app, id)).toMatchObject([{ byId: second.id, forId: firm.security.id }]);
  });

  test("for an absence sends requests and signatures to the stand-in between two days, and not beyond", async () => {
    const { app, firm, second, as } = await aHouse();
    const away = { role: "security", fromId: firm.security.id, startsOn: "2026-11-20", endsOn: "2026-11-24" };
    const first = await as(firm.security);
    const announce = (more: object) => first.ask("POST", "/sign-off-absences", { body: { ...away, ...more } });
    expect((await announce({ toId: firm.legal.id })).status).toBe(409);
    expect((await announce({ fromId: second.id, toId: firm.security.id })).status).toBe(403);
    const page = await firm.security.submit("/sign-offs", {
      ...{ intent: "absence", kind: "security", fromId: String(firm.security.id), toId: String(second.id) },
      ...{ startsOn: "2026-11-20", endsOn: "2026-11-24" },
    });
    expect(page.find("#absences").text).toContain("Samir Garde");
    expect((await announce({ toId: second.id })).status).toBe(409);
    const before = await told(app, "sign-off-asked", firm.security.id);
    const { path, id } = await asked(firm, await as(firm.owner));
    expect(await told(app, "sign-off-asked", second.id)).toBe(1);
    expect(await told(app, "sign-off-asked", firm.security.id)).toBe(before);
    await (await as(second)).ask("POST", `${path}/signature`, yes());
    expect(await rowsOf(app, id)).toMatchObject([{ byId: second.id, forId: firm.security.id }]);
    app.clock.at = new Date("2026-11-25T10:00:00Z");
    const later = await asked(firm, await as(firm.owner));
    await (await as(second)).ask("POST", `${later.path}/signature`, yes());
    expect(await rowsOf(app, later.id)).toMatchObject([{ byId: second.id, forId: null }]);
  });

  test("is no way around four eyes: who stands in for a party signs in nobody’s place", async () => {
    const { app, firm, second, as } = await aHouse();
    await (await as(firm.security)).ask("POST", "/sign-off-absences", {
      body: {
        ...{ role: "security", fromId: firm.security.id, toId: second.id },
        ...{ startsOn: "2026-11-20", endsOn: "2026-11-24" },
      },
    });
    const { id, path } = await asked(firm, await as(firm.owner));
    await app.database.write(
      async (tx) => void (await tx.update(useCases).set({ authorId: firm.security.id }).where(eq(useCases.id, id))),
    );
    await (await as(second)).ask("POST", `${path}/signature`, yes());
    expect(await rowsOf(app, id)).toMatchObject([{ byId: second.id, forId: null }]);
  });
});

describe("Conditions", () => {
  test("of a yes have an owner and a day; past it they stand in the next gate’s way, and show as a debt", async () => {
    const { app, firm, as } = await aHouse();
    const { id, reference } = await aWholeCase(firm, "pilot");
    const owner = await as(firm.owner);
    const security = await as(firm.security);
    const request = await owner.ask("POST", `/use-cases/${reference}/sign-offs`, { body: { role: "security" } });
    const path = `/sign-offs/${request.body.items[0].id}/signature`;
    const condition = { text: { fr: "Journal gardé un an" }, ownerId: firm.owner.id, dueOn: "2026-11-23" };
    const no = await security.ask("POST", path, {
      body: { verdict: "no", note: { fr: "Pas de journal" }, conditions: [condition] },
    });
    expect(no.status).toBe(409);
    const past = await security.ask("POST", path, yes({ conditions: [{ ...condition, dueOn: "2026-11-01" }] }));
    expect(past.status).toBe(409);
    const signed = await security.ask("POST", path, yes({ conditions: [condition] }));
    const [{ id: conditionId, version }] = signed.body.items[0].conditions;
    const move = () =>
      owner.ask("POST", `/use-cases/${reference}/moves`, {
        body: { from: "pilot", to: "production", reason: { fr: "Prêt" } },
      });
    app.clock.at = new Date("2026-11-24T10:00:00Z");
    expect((await move()).body.missing).toEqual(["sign-off-conditions"]);
    expect((await firm.owner.get(`/use-cases/${reference}`)).find("#debts").text).toContain("conditions échues");
    expect((await firm.owner.get("/debts")).text).toContain(reference);
    expect((await firm.security.get("/sign-offs")).text).toContain("Journal gardé un an");
    const meeting = { body: { answer: { fr: "Réglé le 24" } }, headers: { "If-Match": `"${version}"` } };
    const stranger = await as(await app.signedIn("Lou Bernard"));
    expect((await stranger.ask("PATCH", `/sign-off-conditions/${conditionId}`, meeting)).status).toBe(403);
    expect((await owner.ask("PATCH", `/sign-off-conditions/${conditionId}`, meeting)).body.metOn).toBe("2026-11-24");
    expect((await owner.ask("PATCH", `/sign-off-conditions/${conditionId}`, meeting)).status).toBe(412);
    expect((await move()).status).toBe(200);
    expect(await rowsOf(app, id)).toHaveLength(3);
  });

  test("are written and met on the pages", async () => {
    const { firm, as } = await aHouse();
    const { reference, signOff } = await asked(firm, await as(firm.owner));
    const path = governanceOf(reference);
    await firm.security.submit(path, {
      ...{ intent: "answer", signOffId: String(signOff), verdict: "yes", note: "", conditions: "" },
      ...{
        "asked.0.text": "Journal gardé un an",
        "asked.0.ownerId": String(firm.owner.id),
        "asked.0.dueOn": "2026-12-15",
      },
      ...{ "asked.1.text": "", "asked.1.ownerId": "", "asked.1.dueOn": "" },
    });
    const page = await firm.owner.get(path);
    expect(page.text).toContain("Oui, sous conditions");
    const form = 'form:has([name="intent"][value="meet"])';
    const conditionId = page.find(`${form} [name="conditionId"]`).getAttribute("value") ?? "";
    const met = await firm.owner.submit(path, { intent: "meet", conditionId, version: "1", answer: "Réglé hier" });
    expect(met.text).toContain("Réglé hier");
  });
});

describe("A signature", () => {
  test("ends with its months: it is asked for again ahead of it, and lapses for a live case as a debt", async () => {
    const { app, firm, as } = await aHouse();
    const { id, reference } = await aWholeCase(firm, "production");
    await app.database.write(
      async (tx) =>
        void (await tx
          .update(signOffs)
          .set({ expiresOn: day("2026-12-04") })
          .where(and(eq(signOffs.useCaseId, id), eq(signOffs.kind, "security")))),
    );
    expect((await firm.owner.get(governanceOf(reference))).text).toContain("Vaut jusqu’au 4 décembre 2026");
    await doJobs(app);
    await app.database.write((tx) => renewSignOffs(tx, whenOf(app)));
    const rows = await rowsOf(app, id);
    expect(rows).toHaveLength(3);
    expect(rows[2]).toMatchObject({ kind: "security", verdict: null, renewsId: rows[0]?.id, requestedBy: null });
    expect((await firm.security.get("/sign-offs")).text).toContain("vaut encore jusqu’au 4 décembre");
    const owner = await as(firm.owner);
    // It still holds meanwhile.
    expect((await firm.owner.get(`/use-cases/${reference}`)).all("#debts")).toHaveLength(0);
    app.clock.at = new Date("2026-12-04T09:00:00Z");
    const again = await app.signedIn("Nora Neuve", { roles: ["champion"], departments: [firm.department] });
    expect((await again.get(`/use-cases/${reference}`)).find("#debts").text).toContain("Le visa de la sécurité");
    expect((await owner.get(`/use-cases/${reference}/sign-offs`)).body.items[2]).toMatchObject({ state: "expired" });
  });

  test.each([
    [
      "data",
      async (firm: Firm, path: string) =>
        firm.owner.submit(path, {
          ...{ intent: "trust-card", dataWhere: "Chez un hébergeur", dataWho: "L’équipe", dataUse: "Trier" },
          ...{ personalData: "no", humanReviewer: "Olivier Petit", version: "1" },
        }),
    ],
    [
      "audience",
      async (firm: Firm, path: string) =>
        firm.legal.submit(path, { ...SCREENING, customerFacing: "yes", version: "1" }),
    ],
  ] as const)("is stale after a change of %s, is asked for again, and lets no gate pass", async (cause, change) => {
    const { app, firm, as } = await aHouse();
    const { id, reference } = await aWholeCase(firm, "pilot");
    const path = governanceOf(reference);
    await change(firm, path);
    const rows = await rowsOf(app, id);
    expect(rows.map(({ kind, verdict, staleCause, staleOn }) => [kind, verdict, staleCause, staleOn])).toEqual([
      ["security", "yes", cause, "2026-11-20"],
      ["legal", "yes", cause, "2026-11-20"],
      ["security", null, null, null],
      ["legal", null, null, null],
    ]);
    const page = await firm.owner.get(path);
    expect(page.text).toContain("À renouveler depuis le 20 novembre 2026");
    const owner = await as(firm.owner);
    const move = await owner.ask("POST", `/use-cases/${reference}/moves`, {
      body: { from: "pilot", to: "production", reason: { fr: "Prêt" } },
    });
    expect(move.body.missing).toEqual(["security-sign-off", "legal-sign-off"]);
    // A live case is not stopped: it owes them.
    expect((await firm.owner.get(`/use-cases/${reference}`)).find("#debts").text).toContain("Le visa du juridique");
    const security = await as(firm.security);
    await security.ask("POST", `/sign-offs/${rows[2]?.id}/signature`, yes());
    const legal = await as(firm.legal);
    await legal.ask("POST", `/sign-offs/${rows[3]?.id}/signature`, yes());
    await firm.owner.submit(path, moving("pilot", "production"));
  });

  test("stays when nothing material changes", async () => {
    const { app, firm } = await aHouse();
    const { id, reference } = await aWholeCase(firm, "pilot");
    const same = { dataWhere: "Chez nous", dataWho: "L’équipe", dataUse: "Trier", personalData: "no" };
    const card = { intent: "trust-card", ...same, humanReviewer: "Tara Leroy", version: "1" };
    await firm.owner.submit(governanceOf(reference), card);
    expect((await rowsOf(app, id)).filter(({ staleOn }) => staleOn !== null)).toEqual([]);
  });
});
