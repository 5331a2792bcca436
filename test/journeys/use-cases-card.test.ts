import { describe, expect, test } from "vitest";
import { openApp } from "../support/app";
import { withRules } from "../support/arbitration";
import { aCase } from "../support/cases";

describe("The card of a use case", () => {
  test("says what it is and where it stands", async () => {
    const app = await openApp();
    const { reference } = await aCase(app, { title: "Relire les contrats" });
    expect(reference).toBe("UC-0001");
    const reader = await app.signedIn("Lou Bernard");
    const page = await reader.get(`/use-cases/${reference}`);
    expect(page.status).toBe(200);
    expect(page.find("h1").text).toBe("Relire les contrats");
    expect(page.text).toContain("Soumis");
    expect((await reader.get("/use-cases/UC-9999")).status).toBe(404);
  });

  test("shows of a case that left its way how far it had come, and where it left", async () => {
    const app = await openApp();
    await withRules(app);
    const owner = await app.signedIn("Olivier Petit");
    const { reference } = await aCase(app, { ownerId: owner.id });
    const chair = await app.signedIn("Claire Chair", { roles: ["chair"] });
    const member = await app.signedIn("Hugo Membre", { roles: ["committee"] });
    const move = { intent: "move", reason: "Pas maintenant", learning: "", override: "yes" };
    const governance = `/use-cases/${reference}/governance`;
    await chair.submit(governance, { ...move, from: "submitted", to: "assessment", relookOn: "" });
    const held = { ...move, from: "assessment", to: "on-hold", relookOn: "2027-03-01" };
    const way = (await owner.submit(governance, held)).all(".steps .step").map((step) => step.textContent);
    expect(way.slice(0, 3)).toEqual([
      "Soumis (fait)",
      "En évaluation → En attente (sorti du parcours ici)",
      "Approuvé (à venir)",
    ]);
    const planned = await chair.submit("/committee", { heldOn: "2026-11-20", quorum: 1 });
    const session = `/committee/${/\d+/.exec(planned.find("h1").text)?.[0]}`;
    await chair.submit(session, { intent: "attendance", version: "1", "present[]": [String(member.id)] });
    await chair.submit(session, { intent: "agenda-add", reference });
    await chair.submit(session, { intent: "decide", reference, outcome: "reject", reason: "Sans objet" });
    const page = await chair.get(`/use-cases/${reference}`);
    const refused = page.all(".steps .step").map((step) => step.textContent);
    expect(refused.slice(1, 3)).toEqual(["En évaluation → Rejeté (sorti du parcours ici)", "Approuvé (non passée)"]);
  });
});
