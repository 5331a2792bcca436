import { describe, expect, test } from "vitest";
import { type App, openApp } from "../support/app";
import { anAssessedCase, withRules } from "../support/arbitration";

async function aHouse(): Promise<{ app: App }> {
  const app = await openApp();
  await withRules(app);
  const member = await app.signedIn("Hugo Membre", { roles: ["committee"] });
  await anAssessedCase(app, [member.id]);
  return { app };
}

describe("What an address says and nobody can read", () => {
  test.each([
    ["/prioritise?budget=-5&people=abc&stage=poc", ["budget=-5", "people=abc"], "/prioritise?stage=poc"],
    ["/prioritise?department=abc", ["department=abc"], "/prioritise"],
    ["/prioritise?stage=nowhere", ["stage=nowhere"], "/prioritise"],
    ["/prioritise/what-if?budget=beaucoup", ["budget=beaucoup"], "/prioritise/what-if"],
    ["/pipeline?department=abc&lanes=department", ["department=abc"], "/pipeline?lanes=department"],
    ["/screening?department=abc", ["department=abc"], "/screening"],
    ["/debts?department=abc", ["department=abc"], "/debts"],
  ])("is named on %s, with the way to the page without it", async (address, named, without) => {
    const { app } = await aHouse();
    const chair = await app.signedIn("Claire Chair", { roles: ["chair", "committee"] });
    const page = await chair.get(address);
    expect(page.status).toBe(200);
    expect(page.all("code.unbroken").map((code) => code.textContent)).toEqual(named);
    expect(page.all(`a[href="${without}"]`).map((link) => link.textContent)).toContain(
      "Montrer la page sans ce qui n’a pas été compris",
    );
  });

  test("is not what says nothing, or what makes sense", async () => {
    const { app } = await aHouse();
    const chair = await app.signedIn("Claire Chair", { roles: ["chair", "committee"] });
    for (const address of ["/prioritise?budget=&people=2,5&department=", "/pipeline", "/debts?department=3"]) {
      expect((await chair.get(address)).all("code.unbroken")).toHaveLength(0);
    }
  });
});
