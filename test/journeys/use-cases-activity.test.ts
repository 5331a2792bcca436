import { describe, expect, test } from "vitest";
import { whenAt } from "#app/kernel/when";
import { permit } from "#app/people/permit";
import { caseById } from "#app/use-cases/cases.server";
import { moveCase } from "#app/use-cases/move.server";
import { openApp } from "../support/app";
import { aCase } from "../support/cases";

describe("The activity of a use case", () => {
  test("tells each act in a sentence, with before and after, and marks overrides", async () => {
    const app = await openApp();
    const from = await app.department("A", "Achats");
    const to = await app.department("B", "Boutique");
    const { id, reference } = await aCase(app, { departmentId: from });
    const owner = await app.signedIn("Camille Martin", { roles: ["admin"] });
    const form = await owner.get(`/use-cases/${reference}/edit`);
    const typed = Object.fromEntries(
      [...form.all("form.form input[name], form.form textarea[name]")].map((field) => [
        field.getAttribute("name") ?? "",
        field.getAttribute("value") ?? field.text,
      ]),
    );
    const chosen = Object.fromEntries(
      form
        .all("form.form select")
        .map((list) => [
          list.getAttribute("name") ?? "",
          list.querySelector("option[selected]")?.getAttribute("value") ?? "",
        ]),
    );
    await owner.submit(`/use-cases/${reference}/edit`, { ...typed, ...chosen, departmentId: to });
    await owner.submit(`/use-cases/${reference}?index`, { intent: "comment", body: "À revoir en janvier" });
    const when = whenAt(app.clock.at, { timeZone: "Europe/Paris", fiscalFirstMonth: 2 });
    const chair = { personId: 1, name: "Paul Président", roles: ["chair"] as const, departmentIds: [] };
    await app.database.write(async (tx) => {
      const useCase = { ...(await caseById(tx, id)), ownerId: null };
      const move = { to: "assessment", reason: { fr: "Urgence réglementaire" }, override: true } as const;
      await moveCase(tx, permit(chair, "use-case.move", useCase), move, ["screened"], when);
    });
    const page = await owner.get(`/use-cases/${reference}/activity`);
    expect(page.status).toBe(200);
    const sentences = page.all(".timeline-title").map((title) => title.text.trim());
    expect(sentences[0]).toContain("Paul Président a fait passer le cas de");
    expect(sentences[1]).toBe("Camille Martin a commenté");
    expect(sentences[2]).toBe("Camille Martin a modifié la fiche");
    expect(sentences[3]).toContain("a créé le cas d’usage");
    expect(page.text).toContain("Urgence réglementaire");
    expect(page.text).toContain("Dérogation");
    expect(page.text).toContain("Achats → Boutique");
  });
});
