import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { isBlind, owesAssessment, type Said } from "#app/assessment/blind";
import { casesHiddenFrom, hiddenFromAll, owedBy } from "#app/assessment/blind.server";
import { planSession } from "#app/committee/sessions.server";
import { day } from "#app/kernel/day";
import type { Parties } from "#app/people/permissions";
import { CASEBOOK, ROLES } from "#app/people/roles";
import type { HiddenScores } from "#app/use-cases/hidden-scores.server";
import { STAGES } from "#app/use-cases/stages";
import { agendaItems, assessments, committeeSessions, useCases } from "#db/schema.server";
import { type App, openApp, type Page, type Person } from "../support/app";
import { actorOf, anAssessedCase, anAssessment, whenOf, withRules } from "../support/arbitration";
import { aCase } from "../support/cases";

const WORDS = "masqué tant que vous n’avez pas évalué";

/**
 * Three cases that Hugo has assessed, at 75, 50 and 25 on both axes; Inès has assessed the second alone. The first
 * fails the filter on complexity.
 */
async function committee(app: App) {
  await withRules(app);
  const hugo = await app.signedIn("Hugo Petit", { roles: ["committee"] });
  const ines = await app.signedIn("Inès Morel", { roles: ["committee", "admin"] });
  const helene = await app.signedIn("Hélène Darcy", { roles: ["executive", "admin"] });
  const high = await anAssessedCase(app, [hugo.id], { title: "Relire les contrats", score: 4 });
  const middle = await anAssessedCase(app, [hugo.id, ines.id], { title: "Prévoir les ventes", score: 3 });
  const low = await anAssessedCase(app, [hugo.id], { title: "Trier les courriels", score: 2 });
  return { hugo, ines, helene, high, middle, low };
}

async function aSession(app: App, ids: readonly number[]) {
  await app.database.write(async (tx) => {
    await planSession(tx, CASEBOOK, { heldOn: day("2026-11-25"), quorum: 1, hears: [] }, whenOf(app));
    const [session] = await tx.select().from(committeeSessions);
    await tx
      .insert(agendaItems)
      .values(ids.map((useCaseId, position) => ({ sessionId: session?.id ?? 0, useCaseId, position })));
  });
}

const submitAbstention = (person: Person, reference: string) =>
  person.submit(`/use-cases/${reference}/assessment`, { abstain: "yes", intent: "submit", version: "0" });

/** Value and complexity as a row of the list shows them, by reference. */
function scoresOn(page: Page): Record<string, string[]> {
  return Object.fromEntries(
    page.all("tbody tr").map((row) => {
      const cells = row.querySelectorAll("td").map((cell) => cell.text.trim());
      return [row.querySelector("th .hint")?.text.trim() ?? "", [cells.at(-4) ?? "", cells.at(-3) ?? ""]];
    }),
  );
}

const order = (page: Page) => page.all("tbody th .hint").map((cell) => cell.text.trim());

describe("Who still owes an assessment", () => {
  test("sees the scores of the others neither in the list, nor by its order, nor in its file", async () => {
    const app = await openApp();
    const { hugo, ines, helene, high, middle, low } = await committee(app);
    const hidden = ["– ".concat(WORDS), "– ".concat(WORDS)];
    expect(scoresOn(await ines.get("/use-cases"))).toEqual({
      [high.reference]: hidden,
      [middle.reference]: ["50", "50"],
      [low.reference]: hidden,
    });
    for (const reader of [hugo, helene]) {
      expect(scoresOn(await reader.get("/use-cases"))).toMatchObject({ [high.reference]: ["75", "75"] });
    }
    for (const sort of ["value", "complexity"]) {
      for (const direction of ["ascending", "descending"]) {
        const page = await ines.get(`/use-cases?sort=${sort}&direction=${direction}`);
        expect(order(page), `${sort} ${direction}`).toEqual([middle.reference, high.reference, low.reference]);
      }
    }
    expect(order(await hugo.get("/use-cases?sort=value"))).toEqual([high, middle, low].map((one) => one.reference));
    const file = await ines.get("/use-cases/export.csv?sort=value");
    expect(file.html).toContain(";50;50;");
    expect(file.html).not.toMatch(/;(75|25);/);
    expect((await hugo.get("/use-cases/export.csv")).html).toMatch(/;75;75;/);
  });

  test("walks a list sorted by a hidden score once through every case, forwards and back", async () => {
    const app = await openApp();
    await withRules(app);
    const hugo = await app.signedIn("Hugo Petit", { roles: ["committee"] });
    const ines = await app.signedIn("Inès Morel", { roles: ["committee"] });
    for (let at = 1; at <= 60; at++) {
      const { id } = await aCase(app, { title: `Cas ${at}`, stage: "assessment" });
      if (at % 3 > 0) await anAssessment(app, id, hugo.id, 1 + (at % 5));
      if (at % 3 > 1) await anAssessment(app, id, ines.id, 1 + (at % 5));
    }
    const first = await ines.get("/use-cases?sort=value");
    const next = first.find('a[rel="next"]').getAttribute("href") ?? "";
    const second = await ines.get(next.replaceAll("&amp;", "&"));
    const back = second.find('a[rel="prev"]').getAttribute("href") ?? "";
    expect(new Set([...order(first), ...order(second)]).size).toBe(60);
    expect(order(await ines.get(back.replaceAll("&amp;", "&")))).toEqual(order(first));
    const shown = Object.values(scoresOn(first)).map(([value]) => value ?? "");
    const known = shown.filter((value) => /^\d+$/.test(value)).map(Number);
    expect(known).toHaveLength(20);
    expect(known).toEqual([...known].sort((a, b) => b - a));
  });

  test("reads on the case’s own pages that they are hidden, with the way to their assessment", async () => {
    const app = await openApp();
    const { hugo, ines, high } = await committee(app);
    const at = `/use-cases/${high.reference}`;
    const card = await ines.get(at);
    expect(card.text).toContain(WORDS);
    expect(card.all(`a[href="${at}/assessment"]`).some((link) => link.text === WORDS)).toBe(true);
    expect(card.text).not.toContain("75");
    expect((await hugo.get(at)).text).toContain("75");
    expect((await ines.get(`${at}/governance`)).text).toContain(WORDS);
    expect((await hugo.get(`${at}/governance`)).text).not.toContain(WORDS);
    expect((await ines.get("/assess")).text).toContain(high.reference);
  });

  test("finds such cases without a rank, and the others ranked without them", async () => {
    const app = await openApp();
    const { hugo, ines, high, middle, low } = await committee(app);
    const all = await hugo.get("/prioritise");
    expect(all.html).toContain("Complexité 75");
    const page = await ines.get("/prioritise");
    expect(page.html).not.toContain("Complexité 75");
    expect(page.html).not.toContain('"x":25');
    expect(page.text).toContain("2 cas n’ont pas de rang ici");
    const unplaced = page.all("table").at(-1)?.text ?? "";
    expect(unplaced).toContain(high.reference);
    expect(unplaced).toContain(low.reference);
    expect(unplaced).toContain(WORDS);
    expect(unplaced).not.toContain(middle.reference);
    await submitAbstention(ines, high.reference);
    await submitAbstention(ines, low.reference);
    expect((await ines.get("/prioritise")).html).toContain("Complexité 75");
  });

  test("comes to a session blind: neither scores, nor rank, nor filters of such a case", async () => {
    const app = await openApp();
    const { hugo, ines, high } = await committee(app);
    await aSession(app, [high.id]);
    const seen = await hugo.get("/committee/1");
    expect(seen.text).toContain("75");
    expect(seen.text).toMatch(/filtres? non passé/);
    const blind = await ines.get("/committee/1");
    expect(blind.text).toContain(WORDS);
    expect(blind.text).not.toContain("75");
    expect(blind.text).not.toMatch(/filtres? non passé/);
    expect(blind.text).not.toMatch(/sur 3/);
  });

  test("reads in the audit log that it was scored, and not how", async () => {
    const app = await openApp();
    const { ines, helene, high } = await committee(app);
    const chair = await app.signedIn("Claire Bonnet", { roles: ["chair"] });
    await submitAbstention(chair, high.reference);
    const override = { intent: "override", axis: "value", score: "91", reason: "Ouvre trois autres cas" };
    await chair.submit(`/use-cases/${high.reference}/assessment`, {
      ...override,
      "version.value": "0",
      "version.complexity": "0",
    });
    for (const path of ["/audit?act=score.override", `/use-cases/${high.reference}/activity`]) {
      expect((await helene.get(path)).text, path).toContain("Ouvre trois autres cas");
      const blind = await ines.get(path);
      expect(blind.text, path).toContain("Claire Bonnet");
      expect(blind.text, path).not.toContain("91");
      expect(blind.text, path).not.toContain("Ouvre trois autres cas");
    }
    expect((await ines.get("/audit?act=score.override")).text).toContain(WORDS);
    await submitAbstention(ines, high.reference);
    expect((await ines.get("/audit?act=score.override")).text).toContain("Ouvre trois autres cas");
  });

  test("is the same person for the rule and for the queries", async () => {
    const app = await openApp();
    await withRules(app);
    const me = (await app.signedIn("Moi Même")).id;
    const other = (await app.signedIn("Une Autre")).id;
    const departmentId = await app.department("LOG");
    const cases: (Parties & { id: number; stage: string; said: Said })[] = [];
    for (const stage of STAGES.filter((one) => one === "assessment" || one === "approved")) {
      for (const parties of [{}, { authorId: me }, { ownerId: me }, { technicalOwnerId: me }, { ownerId: other }]) {
        for (const mine of ["none", "draft", "submitted", "conflict", "before"] as const) {
          const { id } = await aCase(app, { stage, departmentId, ...parties });
          await app.database.write(async (tx) => {
            const key = { useCaseId: id, modelId: 1 };
            await tx.insert(assessments).values({ ...key, assessorId: other, submittedAt: app.clock.at });
            if (mine === "none") return;
            const submittedAt = mine === "draft" ? null : app.clock.at;
            const more = { conflicted: mine === "conflict", superseded: mine === "before" };
            await tx.insert(assessments).values({ ...key, assessorId: me, submittedAt, ...more });
          });
          const said: Said = mine === "submitted" || mine === "conflict" ? mine : "nothing";
          cases.push({ id, stage, departmentId, said, ...parties });
        }
      }
    }
    const ids = cases.map(({ id }) => id);
    for (const actor of [CASEBOOK, ...ROLES.map((role) => ({ ...actorOf(me, role), departmentIds: [departmentId] }))]) {
      const sorted = (found: Iterable<number>) => [...found].sort((a, b) => a - b);
      const by = (rule: typeof isBlind) =>
        cases.filter(({ said, ...useCase }) => rule(actor, useCase, said)).map(({ id }) => id);
      const asked = async (hidden: HiddenScores) => {
        const rows = await app.database
          .select({ id: useCases.id })
          .from(useCases)
          .where(hidden(sql`${useCases}`));
        return sorted(rows.map(({ id }) => id));
      };
      expect(sorted(await casesHiddenFrom(app.database, actor, ids)), actor.roles.join()).toEqual(by(isBlind));
      expect(await asked(hiddenFromAll(actor)), actor.roles.join()).toEqual(by(isBlind));
      expect(await asked(owedBy(actor)), actor.roles.join()).toEqual(by(owesAssessment));
    }
  });
});
