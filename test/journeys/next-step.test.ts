import { describe, expect, test } from "vitest";
import { openApp, type Page } from "../support/app";
import { aBusinessCase, anAssessment } from "../support/arbitration";
import { aFirm, cardVersion, governanceOf, moving, POC_FORM, readyToRollOut, SCREENING } from "../support/delivery";

/** Who has what to do, as the page says it: the words of each turn. */
const turnsOn = (page: Page) =>
  page
    .find("#next-step")
    .querySelectorAll("dl > div")
    .map((turn) =>
      turn.innerHTML
        .replace(/<[^>]+>/g, " ")
        .replace(/\s+/g, " ")
        .trim(),
    );
const titleOn = (page: Page) => page.find("#next-step h2").text;

describe("The next step of a case", () => {
  test("is told to a champion who cannot take it, with who can, on the card and on the governance page", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { champion, chair, security, legal } = firm;
    const { id, reference } = await firm.newCase();
    for (const path of [`/use-cases/${reference}`, governanceOf(reference)]) {
      const page = await champion.get(path);
      expect(titleOn(page)).toBe("Prochaine étape\u202f: En évaluation");
      const [turn = "", ...others] = turnsOn(page);
      expect(others).toEqual([]);
      expect(turn).toContain("Un membre du comité qui n’est pas partie au cas");
      expect(turn).toContain("Répondre aux questions du contrôle d’entrée");
      expect(turn).toContain("Claire Chair, Hugo Garde et Ines Droit");
      expect(turn).not.toContain("à vous");
      expect(page.find('#next-step a[href$="/governance#screening"]')).toBeTruthy();
    }
    expect(turnsOn(await chair.get(`/use-cases/${reference}`))[0]).toContain("à vous");

    await security.submit(governanceOf(reference), { ...SCREENING, letIn: "yes" });
    const waiting = await champion.get(`/use-cases/${reference}`);
    expect(titleOn(waiting)).toBe("Prochaine étape\u202f: Approuvé");
    const [assessors = "", team = "", session = ""] = turnsOn(waiting);
    expect(assessors).toContain("Évaluer le cas");
    expect(team).toMatch(
      /L’équipe du cas à vous.*Écrire le business case.*Olivier Petit, Tara Leroy et Camille Martin/,
    );
    expect(session).toMatch(/La présidence du comité, en séance.*Décider en séance.*Claire Chair$/);
    // Whether the filters on its scores pass is not told to who still owes an assessment.
    expect((await legal.get(`/use-cases/${reference}`)).find("#next-step dl").text).not.toContain("filtre");

    for (const member of [security, legal]) await anAssessment(app, id, member.id);
    await aBusinessCase(app, id);
    expect(turnsOn(await champion.get(`/use-cases/${reference}`)).join(" ")).not.toContain("Évaluer le cas");
  }, 60_000);

  test("is led to from a POC that is defined, and every page of a case is titled by its reference", async () => {
    const app = await openApp();
    const { owner, newCase } = await aFirm(app);
    const { reference } = await newCase({ stage: "approved" });
    const poc = `/use-cases/${reference}/poc`;
    const way = `main a[href="/use-cases/${reference}/governance#next-step"]`;
    expect((await owner.get(poc)).all(way)).toEqual([]);
    const defined = await owner.submit(`${poc}/edit`, POC_FORM);
    expect(defined.find(way).text).toBe("Le passage à l’étape POC se fait dans Gouvernance");
    for (const [part, title] of [
      ["business-case", "Business case"],
      ["business-case/edit", "Modifier le business case"],
      ["poc", "POC"],
      ["governance", "Gouvernance"],
      ["kpis", "Indicateurs"],
      ["assessment", "Évaluation"],
    ]) {
      const page = await owner.get(`/use-cases/${reference.toLowerCase()}/${part}`);
      expect(page.find("title").text).toBe(`${reference} · ${title} · Casebook`);
    }
  });

  test("passes from who asks for a sign-off to who gives it, and ends with the reports", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { champion, owner, security } = firm;
    const { reference } = await firm.newCase({ stage: "approved" });
    const path = governanceOf(reference);
    const card = { intent: "trust-card", dataWhere: "Chez nous", dataWho: "L’équipe", dataUse: "Trier" };
    await owner.submit(path, { ...card, humanReviewer: "", version: await cardVersion(owner, reference) });
    await owner.submit(`/use-cases/${reference}/poc/edit`, POC_FORM);
    const missing = turnsOn(await security.get(path));
    expect(missing).toEqual([expect.stringMatching(/^L’équipe du cas .*Nommer un modèle ou un fournisseur/)]);

    const live = await firm.newCase({ stage: "pilot", title: "Rappeler les stocks" });
    const turns = async () => turnsOn(await champion.get(`/use-cases/${live.reference}`));
    expect((await turns())[0]).toMatch(/^L’équipe du cas.*Demander le visa de la sécurité/);
    const asking = await firm.newCase({ stage: "pilot", title: "Classer le courrier" });
    await owner.submit(governanceOf(asking.reference), { intent: "request", kind: "security", dueOn: "2026-12-01" });
    const asked = turnsOn(await champion.get(`/use-cases/${asking.reference}`));
    expect(asked).toContainEqual(expect.stringMatching(/^La sécurité .*Donner le visa de la sécurité.*Hugo Garde$/));
    await readyToRollOut(firm, live.reference);
    expect(await turns()).toEqual([expect.stringMatching(/^L’équipe du cas à vous.*Rien ne manque/)]);
    await owner.submit(governanceOf(live.reference), moving("pilot", "production"));
    expect(await turns()).toEqual([
      expect.stringMatching(/^Les responsables des indicateurs.*Rendre les relevés.*Olivier Petit$/),
    ]);

    await owner.submit(
      governanceOf(live.reference),
      moving("production", "retired", { reason: "Fini", learning: "Su" }),
    );
    expect((await champion.get(`/use-cases/${live.reference}`)).all("#next-step")).toEqual([]);
  }, 60_000);
});
