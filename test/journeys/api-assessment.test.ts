/** Assessing through the API: the same blindness, the same figures, and each score opened to its inputs. */
import { describe, expect, test } from "vitest";
import { openApp } from "../support/app";
import { anAssessment, withRules } from "../support/arbitration";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";
import { addCase } from "../support/standing";

async function committee() {
  const app = await openApp();
  await withRules(app);
  const site = await openSite(app);
  const useCaseId = await addCase(app, "UC-0001");
  const hugo = await app.signedIn("Hugo Petit", { roles: ["committee"] });
  const ines = await app.signedIn("Inès Morel", { roles: ["committee"] });
  const claire = await app.signedIn("Claire Roy", { roles: ["chair"] });
  const programOf = (id: number) => aProgram(app, site, id, "write");
  return { app, useCaseId, hugo, ines: await programOf(ines.id), claire: await programOf(claire.id) };
}

const AT = "/use-cases/UC-0001";

describe("A program of a member", () => {
  test("sees no score before it has submitted its own, by criteria’s keys, and then each with its inputs", async () => {
    const { app, useCaseId, hugo, ines } = await committee();
    await anAssessment(app, useCaseId, hugo.id, 5);
    const blind = await ines.get(`${AT}/assessment`);
    expect(blind.body).toMatchObject({ owed: true, submitted: 1, rounds: [], mine: null });
    expect((await ines.get(`${AT}/score`)).status).toBe(409);
    expect((await ines.get("/assessments/agreement")).body).toMatchObject({ hidden: 1 });
    const criteria = blind.body.criteria as { key: string; axis: string }[];
    const scores = criteria.map(({ key, axis }) => ({ key, score: axis === "value" ? 3 : 1 }));
    const strange = await ines.ask("POST", `${AT}/assessment`, {
      body: { submit: true, scores: [{ key: "x", score: 3 }] },
    });
    expect(strange.status).toBe(409);
    const partial = await ines.ask("POST", `${AT}/assessment`, { body: { submit: true, scores: scores.slice(1) } });
    expect(partial.status).toBe(409);
    const both = await ines.ask("POST", `${AT}/assessment`, { body: { submit: true, abstain: true, scores } });
    expect(both).toMatchObject({ status: 400, body: { errors: [{ pointer: "#/abstain" }] } });
    const done = await ines.ask("POST", `${AT}/assessment`, { body: { submit: true, scores } });
    expect(done.body.rounds).toMatchObject([{ number: 1, value: 75, complexity: 50, risk: null, contested: 9 }]);
    const opened = await ines.get(`${AT}/score`);
    expect(opened.body).toMatchObject({ round: 1, model: { line: "value-complexity", number: 1 }, native: null });
    const [value] = opened.body.axes as {
      inputs: { weight: number; mean: number; scores: unknown }[];
      score: number;
    }[];
    const weights = value?.inputs.reduce((sum, { weight }) => sum + weight, 0) ?? 0;
    const again = value?.inputs.reduce((sum, { weight, mean }) => sum + (weight * (mean - 1)) / 4, 0) ?? 0;
    expect((again / weights) * 100).toBeCloseTo(value?.score ?? 0, 9);
    expect(value?.inputs[0]?.scores).toEqual([
      { assessor: "Hugo Petit", score: 5 },
      { assessor: "Inès Morel", score: 3 },
    ]);
  });

  test("overrides no score that it may not see, and one that it may beside the computed one", async () => {
    const { app, useCaseId, hugo, claire } = await committee();
    await anAssessment(app, useCaseId, hugo.id, 5);
    const override = { body: { axis: "value", score: 40, reason: "Seen elsewhere at half the benefit" } };
    expect((await claire.ask("POST", `${AT}/score-overrides`, override)).status).toBe(409);
    await claire.ask("POST", `${AT}/conflict`, { body: { reason: "I know the seller" } });
    expect((await claire.ask("POST", `${AT}/score-overrides`, override)).status).toBe(409);
    await claire.ask("POST", `${AT}/conflict/withdrawal`);
    await claire.ask("POST", `${AT}/assessment`, { body: { submit: true, abstain: true } });
    const beside = await claire.ask("POST", `${AT}/score-overrides`, override);
    expect(beside.body.axes).toMatchObject([{ score: 40, computed: 100, override: { by: "Claire Roy" } }, {}]);
    const round = await claire.ask("POST", `${AT}/rounds`, { body: { reason: { en: "Once more" } } });
    expect(round.body).toMatchObject({ round: 2, owed: true, submitted: 0 });
    expect((await claire.get(`${AT}/score`)).status).toBe(409);
  });
});
