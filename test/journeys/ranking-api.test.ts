import { describe, expect, test } from "vitest";
import { activeModel } from "#app/assessment/model.server";
import { openApp } from "../support/app";
import { anAssessedCase, withRules } from "../support/arbitration";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";

describe("The ranking, for programs", () => {
  test("gives today's order, and with other weights, thresholds and means who moves and who crosses the line", async () => {
    const app = await openApp();
    await withRules(app);
    const hugo = await app.signedIn("Hugo Petit", { roles: ["committee"] });
    const first = await anAssessedCase(app, [hugo.id], { euros: 30_000, score: 3 });
    const second = await anAssessedCase(app, [hugo.id], { euros: 20_000, score: 3 });
    const reader = await app.signedIn("Hélène Petit", { roles: ["executive"] });
    const program = await aProgram(app, await openSite(app), reader.id, "read");
    const rank = (body: unknown) => program.ask("POST", "/ranking", { body });
    const today = await rank({});
    expect(today.status).toBe(200);
    expect(today.body.items.map((one: { reference: string }) => one.reference)).toEqual([
      first.reference,
      second.reference,
    ]);
    expect(today.body).toMatchObject({ ranked: 2, changes: { ranks: 0, crossing: 0, quadrants: 0 }, next: null });
    const line = await rank({
      budget: 3_000_000,
      thresholds: { value: 90, complexity: 50 },
      limit: 1,
    });
    expect(line.body).toMatchObject({
      changes: { ranks: 0, quadrants: 2 },
      line: { by: "budget", above: { count: 1, cost: { minor: 2_000_000 } } },
      items: [{ reference: first.reference, side: "above", quadrantToday: "quick-win", quadrant: "fill-in" }],
      next: 1,
    });
    const page = await rank({ budget: 3_000_000, after: 1 });
    expect(page.body.items).toMatchObject([{ reference: second.reference, side: "below", rank: 2 }]);
    const { criteria } = await activeModel(app.database);
    const weights = criteria.map(({ key, weight }) => ({ line: "value-complexity", criterion: key, weight }));
    const same = await rank({ weights });
    expect(same.body).toEqual(today.body);
    const wrong = await rank({
      weights: [{ line: "value-complexity", criterion: "no", weight: 1 }],
    });
    expect(wrong.status).toBe(400);
    expect(wrong.body.errors).toMatchObject([{ pointer: "#/weights/0" }]);
  });

  test("sets cases side by side, and says of each pair which beats which", async () => {
    const app = await openApp();
    await withRules(app);
    const hugo = await app.signedIn("Hugo Petit", { roles: ["committee"] });
    const first = await anAssessedCase(app, [hugo.id], { euros: 30_000, score: 4 });
    const second = await anAssessedCase(app, [hugo.id], { euros: 20_000, score: 2 });
    const reader = await app.signedIn("Hélène Petit", { roles: ["executive"] });
    const program = await aProgram(app, await openSite(app), reader.id, "read");
    const found = await program.get(`/comparison?cases=${first.reference},${second.reference}`);
    expect(found.status).toBe(200);
    expect(found.body.pairs).toEqual([
      {
        ...{ first: first.reference, second: second.reference, npv: { first: 1, second: 0, tied: 0 } },
        members: [
          { axis: "value", both: 1, firstHigher: 1, secondHigher: 0 },
          { axis: "complexity", both: 1, firstHigher: 1, secondHigher: 0 },
        ],
      },
    ]);
    expect(found.body.cases[0]).toMatchObject({ reference: first.reference, scores: { members: 1 }, aiActClass: null });
    expect((await program.get(`/comparison?cases=${first.reference},UC-9999`)).status).toBe(404);
    expect((await program.get(`/comparison?cases=${first.reference}`)).status).toBe(400);
  });
});
