import { eq } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "#app/kernel/day";
import { minor } from "#app/kernel/money";
import { quarter } from "#app/kernel/quarter";
import { whenAt } from "#app/kernel/when";
import { mergeCases, unmergeCase } from "#app/measurement/merge-case.server";
import { CASEBOOK } from "#app/people/roles";
import { checkLedger } from "#app/use-cases/check-ledger.server";
import { checkStages } from "#app/use-cases/check-stages.server";
import {
  auditEvents,
  caseFiles,
  caseLinks,
  caseTags,
  comments,
  coSponsors,
  costs,
  followers,
  notifications,
  rollups,
  tags,
  useCases,
  votes,
} from "#db/schema.server";
import { type App, openApp } from "../support/app";
import { aFirm, type Firm } from "../support/delivery";

const AS_IT_STANDS = { timeZone: "Europe/Paris", fiscalFirstMonth: 2 };
const REASON = { fr: "Même besoin" };

async function rowsOf(app: App, table: SQLiteTable) {
  return (await app.database.select().from(table)).map((row) => JSON.stringify(row)).sort();
}

/** All that a merge moves, row by row; of the cases all but what says that something was written. */
async function picture(app: App) {
  const moved = { comments, votes, followers, caseTags, caseFiles, caseLinks, coSponsors, rollups };
  const rows = await Promise.all(Object.entries(moved).map(async ([name, table]) => [name, await rowsOf(app, table)]));
  const cases = await app.database.select().from(useCases).orderBy(useCases.id);
  return {
    ...Object.fromEntries(rows),
    rollups: (await rowsOf(app, rollups)).filter((row) => /Minor":-?[1-9]/.test(row)),
    cases: cases.map(({ version: _, updatedAt: __, ...rest }) => rest),
  };
}

async function twoCases(firm: Firm) {
  const stays = await firm.newCase({ title: "Trier les demandes" });
  const goes = await firm.newCase({ title: "Classer les demandes", stage: "on-hold", peopleAffected: 8 });
  return { stays, goes, path: `/use-cases/${goes.reference}/merge` };
}

/** Something on a case of every kind that goes along. */
async function hang(app: App, firm: Firm, id: number, other: number, letters: string) {
  const at = app.clock.at;
  const people = [firm.champion.id, firm.owner.id, firm.chair.id];
  await app.database.write(async (tx) => {
    await tx.insert(comments).values({ useCaseId: id, authorId: firm.owner.id, body: { fr: letters }, at });
    const chosen = people.filter((_, place) => letters.length % (place + 2) !== 0);
    if (chosen.length > 0) {
      await tx.insert(votes).values(chosen.map((personId) => ({ useCaseId: id, personId, at })));
      await tx.insert(followers).values(chosen.map((personId) => ({ useCaseId: id, personId, at })));
    }
    const folded = letters.slice(0, 2).toLowerCase() || "x";
    await tx.insert(tags).values({ name: folded, folded }).onConflictDoNothing();
    const [tag] = await tx.select().from(tags).where(eq(tags.folded, folded));
    await tx.insert(caseTags).values({ useCaseId: id, tagId: tag?.id ?? 0 });
    await tx.insert(caseFiles).values({
      ...{ useCaseId: id, name: letters, mediaType: "text/plain", size: 1, sha256: "0" },
      addedBy: firm.owner.id,
      addedAt: at,
    });
    await tx.insert(caseLinks).values({ fromId: id, toId: other, kind: "related", at });
    await tx
      .insert(coSponsors)
      .values({ useCaseId: id, personId: firm.chair.id, peopleAffected: 4, joinedOn: day("2026-11-01") });
  });
}

describe("Merging", () => {
  test("is chosen by likeness, shown side by side, and leads to the other case from then on", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { stays, goes, path } = await twoCases(firm);
    expect((await firm.owner.get(path)).status).toBe(403);
    expect((await firm.owner.post(path, { into: stays.reference, reason: "Moi" })).status).toBe(403);
    const chosen = await firm.chair.get(path);
    expect(chosen.text).toContain("Trier les demandes");
    const preview = await firm.chair.get(`${path}?into=${stays.reference}`);
    expect(preview.text).toContain(`Fusionner ${goes.reference} dans ${stays.reference}`);
    expect((await firm.chair.post(path, { intent: "merge", into: stays.reference, reason: "" })).status).toBe(400);
    expect((await firm.chair.post(path, { intent: "merge", into: goes.reference, reason: "Soi" })).status).toBe(409);
    expect((await firm.chair.post(path, { intent: "merge", into: "UC-9999", reason: "Rien" })).status).toBe(404);
    const typed = `${stays.reference.toLowerCase()} · Trier`;
    const arrived = await firm.chair.submit(path, { intent: "merge", into: typed, reason: "Même équipe" });
    expect(arrived.find("h1").text).toBe("Trier les demandes");
    const old = await firm.owner.get(`/use-cases/${goes.reference}`);
    expect(old.location).toBe(`/use-cases/${stays.reference}?from=${goes.reference}`);
    const stayed = await firm.owner.get(`/use-cases/${goes.reference}?stay`);
    expect(stayed.find(`main a[href="/use-cases/${stays.reference}"]`).text).toContain("Trier");
    const shared = await firm.owner.get(`/use-cases/${stays.reference}/join`);
    expect(shared.text).toContain("Camille Martin");
    const told = await app.database.select().from(notifications).where(eq(notifications.kind, "merged"));
    expect(told.map(({ personId }) => personId).sort()).toEqual(
      [firm.champion.id, firm.owner.id, firm.technicalOwner.id].sort(),
    );
    const events = await app.database.select().from(auditEvents).where(eq(auditEvents.act, "use-case.merge"));
    expect(events.map(({ useCaseId }) => useCaseId).sort()).toEqual([stays.id, goes.id].sort());
  });

  test("undone brings everything back to where it was, row by row", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ minLength: 1, maxLength: 12 }).map((text) => text.replaceAll("\0", "x")),
        fc.string({ minLength: 1, maxLength: 12 }).map((text) => text.replaceAll("\0", "x")),
        async (mine, theirs) => {
          const app = await openApp();
          const firm = await aFirm(app);
          const { stays, goes } = await twoCases(firm);
          const third = await firm.newCase({ title: "Traduire les contrats" });
          await hang(app, firm, goes.id, third.id, mine);
          await hang(app, firm, stays.id, third.id, theirs);
          await app.database.write((tx) =>
            tx.insert(caseLinks).values({ fromId: third.id, toId: goes.id, kind: "builds-on", at: app.clock.at }),
          );
          const before = await picture(app);
          const when = whenAt(app.clock.at, AS_IT_STANDS);
          const actor = { ...CASEBOOK, personId: firm.chair.id, roles: ["chair" as const] };
          await app.database.write((tx) =>
            mergeCases(tx, actor, { from: goes.id, into: stays.id, reason: REASON }, when),
          );
          const left = await app.database.select().from(comments).where(eq(comments.useCaseId, goes.id));
          expect(left).toEqual([]);
          expect(await picture(app)).not.toEqual(before);
          expect(await checkStages(app.database)).toEqual([]);
          await app.database.write((tx) => unmergeCase(tx, actor, { from: goes.id, reason: REASON }, when));
          expect(await picture(app)).toEqual(before);
          expect(await checkStages(app.database)).toEqual([]);
          expect(await checkLedger(app.database)).toEqual([]);
        },
      ),
      { numRuns: 6 },
    );
  });

  test("follows chains, refuses circles, and is undone from the last one back", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { stays, goes, path } = await twoCases(firm);
    const last = await firm.newCase({ title: "Répondre aux demandes" });
    const merge = (reference: string, into: string) =>
      firm.chair.post(`/use-cases/${reference}/merge`, { intent: "merge", into, reason: "Suite" });
    expect((await merge(goes.reference, stays.reference)).status).toBe(303);
    const back = await merge(stays.reference, goes.reference);
    expect(back.status).toBe(409);
    expect(back.text).toContain(`${goes.reference} est déjà fusionné dans ${stays.reference}, qui reste`);
    expect((await merge(stays.reference, last.reference)).status).toBe(303);
    expect((await firm.owner.get(`/use-cases/${goes.reference}`)).location).toBe(
      `/use-cases/${last.reference}?from=${goes.reference}`,
    );
    const undo = (at: string) => firm.chair.post(at, { intent: "unmerge", reason: "Finalement non" });
    const refused = await undo(path);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain(stays.reference);
    expect((await undo(`/use-cases/${stays.reference}/merge`)).status).toBe(303);
    expect((await undo(path)).status).toBe(303);
    const [again] = await app.database.select().from(useCases).where(eq(useCases.id, goes.id));
    expect(again).toMatchObject({ stage: "on-hold", mergedIntoId: null });
    expect((await undo(path)).status).toBe(409);
  });

  test("of a case into one that was merged goes to where that stands now", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { stays, goes, path } = await twoCases(firm);
    const late = await firm.newCase({ title: "Ranger les demandes" });
    await firm.chair.submit(path, { intent: "merge", into: stays.reference, reason: "Même besoin" });
    await firm.chair.submit(`/use-cases/${late.reference}/merge`, {
      intent: "merge",
      into: goes.reference,
      reason: "Aussi",
    });
    const [row] = await app.database.select().from(useCases).where(eq(useCases.id, late.id));
    expect(row?.mergedIntoId).toBe(stays.id);
  });

  test("says at its field why what was typed is no other case, and keeps it", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { stays, goes, path } = await twoCases(firm);
    const late = await firm.newCase({ title: "Répartir les demandes" });
    await firm.chair.submit(`/use-cases/${late.reference}/merge`, {
      ...{ intent: "merge", into: stays.reference, reason: "Même besoin" },
    });
    for (const [typed, why] of [
      ["trier les demandes", "Donnez la référence du cas d’usage"],
      ["UC-9999", "UC-9999"],
      [goes.reference, "ne peut pas être fusionné avec lui-même"],
      [late.reference, "lui-même fusionné"],
    ] as const) {
      const page = await firm.chair.get(`${path}?into=${encodeURIComponent(typed)}`);
      expect([typed, page.status, page.find('[name="into"]').getAttribute("value")]).toEqual([typed, 200, typed]);
      expect(page.text).toContain(why);
    }
    const written = `la même que ${stays.reference.toLowerCase()}`;
    const found = await firm.chair.get(`${path}?into=${encodeURIComponent(written)}`);
    expect(found.find('[name="into"]').getAttribute("value")).toBe(stays.reference);
  });

  test("leaves a case alone on which figures hang", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const stays = await firm.newCase({ title: "Trier les demandes" });
    const goes = await firm.newCase({ title: "Classer les demandes", stage: "poc" });
    await app.database.write(async (tx) => {
      await tx.insert(costs).values({
        ...{ useCaseId: goes.id, quarter: quarter("2026-Q3"), kind: "run", amountMinor: minor(100) },
        ...{ enteredBy: firm.owner.id, enteredOn: day("2026-11-01") },
      });
    });
    const path = `/use-cases/${goes.reference}/merge`;
    expect((await firm.chair.get(path)).text).toContain("un coût");
    const refused = await firm.chair.post(path, { intent: "merge", into: stays.reference, reason: "Même besoin" });
    expect(refused.status).toBe(409);
  });

  test("shows on the case that stays: who merged what, where to see it, and how to undo it", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { stays, goes, path } = await twoCases(firm);
    await firm.chair.submit(path, { intent: "merge", into: stays.reference, reason: "Même équipe" });
    const arrived = await firm.owner.get((await firm.owner.get(`/use-cases/${goes.reference}`)).location ?? "");
    expect(arrived.text).toContain(`Vous venez de ${goes.reference}, fusionné dans ${stays.reference}`);
    const page = await firm.chair.get(`/use-cases/${stays.reference}`);
    expect(page.text).not.toContain("Vous venez de");
    expect(page.text).toMatch(new RegExp(`${goes.reference} a été fusionné ici le .* par `));
    expect(page.find(`main a[href="/use-cases/${goes.reference}/merge"]`).text).toContain("Défaire");
    const theirs = await firm.owner.get(`/use-cases/${stays.reference}`);
    expect(theirs.all(`main a[href="/use-cases/${goes.reference}/merge"]`)).toEqual([]);
    expect(theirs.find(`main a[href="/use-cases/${goes.reference}?stay"]`).text).toContain("Voir");
    const activity = await firm.owner.get(`/use-cases/${stays.reference}/activity`);
    expect(activity.text).toContain(`a fusionné ${goes.reference} dans ce cas`);
    for (const from of [stays.reference, "UC-9999", "<script>", ""]) {
      const other = await firm.owner.get(`/use-cases/${stays.reference}?from=${encodeURIComponent(from)}`);
      expect(other.text).not.toContain("Vous venez de");
    }
    await firm.chair.submit(path, { intent: "unmerge", reason: "Finalement non" });
    const after = await firm.chair.get(`/use-cases/${stays.reference}`);
    expect(after.text).not.toContain("fusionné ici");
    expect((await firm.chair.get(`/use-cases/${stays.reference}/activity`)).text).toContain(
      `a défait la fusion de ${goes.reference}`,
    );
  });

  test("leaves the old case to be read as it was, and not written on", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { stays, goes, path } = await twoCases(firm);
    await firm.chair.submit(path, { intent: "merge", into: stays.reference, reason: "Même équipe" });
    const old = await firm.owner.get(`/use-cases/${goes.reference}?stay`);
    expect(old.status).toBe(200);
    expect(old.all('main [name="body"]')).toEqual([]);
    expect(old.all('main [value="vote"]')).toEqual([]);
    expect(old.all(`main a[href="/use-cases/${goes.reference}/edit"]`)).toEqual([]);
    expect(old.find(`nav a[href="/use-cases/${goes.reference}?stay"]`).text).toBe("Fiche");
    expect((await firm.owner.get(`/use-cases/${goes.reference}/activity`)).text).toContain("fusionné");
    const said = { intent: "comment", body: "Encore" };
    expect((await firm.owner.post(`/use-cases/${goes.reference}?index&stay`, said)).status).toBe(409);
    const vote = { intent: "vote", voted: "yes" };
    expect((await firm.owner.post(`/use-cases/${goes.reference}?index&stay`, vote)).status).toBe(409);
  });

  test("leaves the old case alone whatever is sent to it, and leads to the one that carries it", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { stays, goes, path } = await twoCases(firm);
    const other = await firm.newCase({ title: "Autre chose" });
    const old = `/use-cases/${goes.reference}`;
    await firm.chair.submit(path, { intent: "merge", into: stays.reference, reason: "Même équipe" });
    const before = await app.database.select().from(useCases).where(eq(useCases.id, goes.id));
    const acts: [string, Record<string, string>][] = [
      [`${old}?index`, { intent: "comment", body: "Ce que je voulais dire depuis longtemps" }],
      [`${old}?index`, { intent: "vote", voted: "yes" }],
      [`${old}?index`, { intent: "follow", follows: "yes" }],
      [`${old}/links`, { intent: "tag", tags: "papier" }],
      [`${old}/links`, { intent: "link", kind: "related", to: other.reference }],
      [`/use-cases/${other.reference}/links`, { intent: "link", kind: "related", to: goes.reference }],
      [`${old}/edit`, { intent: "save", version: String(before[0]?.version), "title.fr": "Autrement" }],
    ];
    for (const [to, sent] of acts) {
      const refused = await firm.owner.post(to, sent);
      expect([to, sent.intent, refused.status]).toEqual([to, sent.intent, 409]);
      expect(refused.text).toContain(`${goes.reference} est fusionné dans ${stays.reference}`);
      const way = refused.find(`main a.unbroken[href="/use-cases/${stays.reference}"]`);
      expect(way.text).toBe(stays.reference);
    }
    for (const page of ["edit", "business-case/edit", "poc/edit"]) {
      const closed = await firm.owner.get(`${old}/${page}`);
      expect([page, closed.status]).toEqual([page, 409]);
      expect(closed.text).toContain(`Écrivez dans ${stays.reference}`);
    }
    const said = await firm.owner.post(`${old}?index`, acts[0]?.[1] ?? {});
    expect(said.html).toContain("Ce que je voulais dire depuis longtemps");
    expect(await app.database.select().from(useCases).where(eq(useCases.id, goes.id))).toEqual(before);
  });

  test("that goes round in a circle, written from elsewhere, is read where it is", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { stays, goes } = await twoCases(firm);
    const into = (id: number, mergedIntoId: number) =>
      app.database.write((tx) => tx.update(useCases).set({ stage: "merged", mergedIntoId }).where(eq(useCases.id, id)));
    await into(goes.id, stays.id);
    await into(stays.id, goes.id);
    expect((await firm.owner.get(`/use-cases/${goes.reference}`)).status).toBe(200);
    expect((await firm.owner.get(`/use-cases/${stays.reference}`)).status).toBe(200);
  });
});

describe("Merging several cases from the list", () => {
  test("shows which one stays and what it will carry, and merges them all or none", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { stays, goes } = await twoCases(firm);
    const third = await firm.newCase({ title: "Ranger les demandes", peopleAffected: 4 });
    await hang(app, firm, goes.id, third.id, "un");
    const ticked = [stays, goes, third].map(({ id }) => `case=${id}`).join("&");
    const list = await firm.chair.get("/use-cases");
    expect(list.find('button[formaction="/use-cases/merge"]').text).toContain("Fusionner");
    expect((await firm.owner.get("/use-cases")).all('button[formaction="/use-cases/merge"]')).toEqual([]);
    expect((await firm.owner.get(`/use-cases/merge?${ticked}`)).status).toBe(403);
    expect((await firm.chair.get(`/use-cases/merge?case=${stays.id}`)).status).toBe(409);
    expect((await firm.chair.get(`/use-cases/merge?case=${stays.id}&case=9999`)).status).toBe(404);
    const page = await firm.chair.get(`/use-cases/merge?${ticked}&into=${third.id}`);
    expect(page.find('input[name="into"][checked]').getAttribute("value")).toBe(String(third.id));
    expect(page.all("tbody tr")).toHaveLength(3);
    expect(page.text).toContain(`Fusionner 2 cas dans ${third.reference}`);
    const ids = [stays.id, goes.id, third.id].map(String);
    const merge = { case: ids, into: third.id, reason: "Le même besoin" };
    expect((await firm.owner.post("/use-cases/merge", merge)).status).toBe(403);
    expect((await firm.chair.post(`/use-cases/merge?${ticked}`, { ...merge, reason: "" })).status).toBe(400);
    const other = { ...merge, into: 9999 };
    expect((await firm.chair.post(`/use-cases/merge?${ticked}`, other)).status).toBe(409);
    const done = await firm.chair.submit(`/use-cases/merge?${ticked}`, merge);
    expect(done.text).toContain("2 cas sont fusionnés dans celui-ci");
    const rows = await app.database.select().from(useCases).orderBy(useCases.id);
    expect(rows.map(({ mergedIntoId }) => mergedIntoId)).toEqual([third.id, third.id, null]);
    expect((await app.database.select().from(comments)).map(({ useCaseId }) => useCaseId)).toEqual([third.id]);
  });

  test("leaves all where one cannot go, and offers the one on which figures hang to stay", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const first = await firm.newCase({ title: "Trier les demandes" });
    const second = await firm.newCase({ title: "Classer les demandes", stage: "poc" });
    const third = await firm.newCase({ title: "Ranger les demandes", stage: "poc" });
    const spend = (useCaseId: number) =>
      app.database.write((tx) =>
        tx.insert(costs).values({
          ...{ useCaseId, quarter: quarter("2026-Q3"), kind: "run", amountMinor: minor(100) },
          ...{ enteredBy: firm.owner.id, enteredOn: day("2026-11-01") },
        }),
      );
    await spend(second.id);
    const two = await firm.chair.get(`/use-cases/merge?case=${first.id}&case=${second.id}`);
    expect(two.find('input[name="into"][checked]').getAttribute("value")).toBe(String(second.id));
    expect(two.text).toContain(`Fusionner un cas dans ${second.reference}`);
    await spend(third.id);
    const ticked = [first, second, third].map(({ id }) => `case=${id}`).join("&");
    const page = await firm.chair.get(`/use-cases/merge?${ticked}`);
    expect(page.text).toContain("Un cas ne peut pas partir");
    expect(page.all('[name="reason"]')).toEqual([]);
    const ids = [first.id, second.id, third.id].map(String);
    const merge = { case: ids, into: second.id, reason: "Le même besoin" };
    expect((await firm.chair.post(`/use-cases/merge?${ticked}`, merge)).status).toBe(409);
    const rows = await app.database.select().from(useCases);
    expect(rows.every(({ mergedIntoId }) => mergedIntoId === null)).toBe(true);
  });
});
