/** The EU AI Act from a program's side: by answers with stable keys, from the document alone. */
import { describe, expect, test } from "vitest";
import { QUESTIONS } from "#app/safeguards/ai-act/questions";
import { ORDINARY, OWN, SHARED } from "../rules/ai-act-systems";
import { openApp } from "../support/app";
import { aProgram, type Program } from "../support/program";
import { openSite } from "../support/site";

async function open(): Promise<Program> {
  const app = await openApp();
  const site = await openSite(app);
  const person = await app.signedIn("Pia Program", { roles: [] });
  return aProgram(app, site, person.id, "read");
}

const classify = (program: Program, body: unknown, headers = {}) =>
  program.ask("POST", "/ai-act/classify", { body, headers });

describe("Classifying by program", () => {
  test("answers class, legal basis, path and obligations, and knows every described system", {
    timeout: 60_000,
  }, async () => {
    const program = await open();
    for (const { id, answers, class: expected, basis } of [...SHARED, ...OWN]) {
      const { status, body } = await classify(program, { answers, on: "2026-11-22" });
      expect(status, id).toBe(200);
      expect(body.class, id).toBe(expected);
      const articles = body.legalBasis.map(({ article }: { article: string }) => article);
      expect(articles, id).toEqual(expect.arrayContaining(basis));
    }
  });

  test("says what to answer next until it knows, and never guesses", async () => {
    const program = await open();
    const answers: Record<string, unknown> = {};
    const said: Record<string, unknown> = {
      ...ORDINARY,
      annexIIIAreas: ["employment"],
      employment: ["recruitment"],
      profiling: true,
    };
    const asked: string[] = [];
    for (;;) {
      const { body } = await classify(program, { answers });
      if (body.class !== null) {
        expect(body).toMatchObject({ class: "high_risk", appliesFrom: "2027-12-02", inForce: false });
        break;
      }
      expect(body.next.key).toBe(body.unanswered[0]);
      expect(body.next.options.length).toBeGreaterThan(1);
      asked.push(body.next.key);
      answers[body.next.key] = said[body.next.key];
    }
    expect(asked).toEqual([
      ...["aiSystem", "roles", "euLink", "exclusion", "prohibitedPractices", "annexIProduct", "annexIIIAreas"],
      ...["employment", "profiling"],
    ]);
  });

  test("tells what is owed for a general-purpose model without a system", async () => {
    const program = await open();
    const answers = { aiSystem: false, roles: ["provider"], euLink: ["placed-in-union"], exclusion: [] };
    const before = await classify(program, { answers, on: "2026-11-22" });
    expect(before.body).toMatchObject({ class: "out_of_scope", obligations: [], next: { key: "gpaiModel" } });
    const model = { gpaiModel: true, gpaiOpenSource: false, gpaiSystemicRisk: true };
    const { body } = await classify(program, { answers: { ...answers, ...model }, on: "2026-11-22" });
    const articles = body.obligations.map(({ article }: { article: string }) => article).join(" · ");
    for (const one of ["Art. 53(1)(a)", "Art. 53(1)(d)", "Art. 55"]) expect(articles).toContain(one);
    expect([body.class, body.unanswered]).toEqual(["out_of_scope", []]);
  });

  test("tells by its day whether an obligation applies yet, in the language asked for", async () => {
    const program = await open();
    const { answers } = SHARED.find(({ id }) => id === "aia-61") ?? { answers: {} };
    const before = await classify(program, { answers, on: "2026-08-01" });
    const after = await classify(program, { answers, on: "2026-08-02" }, { "Accept-Language": "fr" });
    const marking = (body: { obligations: { provision: string }[] }) =>
      body.obligations.find(({ provision }) => provision === "art-50-2");
    expect(marking(before.body)).toMatchObject({ role: "provider", inForce: false, appliesFrom: "2026-08-02" });
    expect(marking(after.body)).toMatchObject({ inForce: true });
    expect(after.body.notLegalAdvice).toContain("pas un avis juridique");
  });

  test.each([
    [{ colour: "blue" }, "#/answers/colour"],
    [{ aiSystem: "perhaps" }, "#/answers/aiSystem"],
    [{ annexIProduct: ["toys"] }, "#/answers/annexIProduct"],
    [{ euLink: ["none", "deployer-in-union"] }, "#/answers/euLink"],
    [{ prohibitedPractices: ["social_scoring"] }, "#/answers/prohibitedPractices/0"],
  ])("refuses %j at its place", async (answers, pointer) => {
    const { status, body } = await classify(await open(), { answers });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ pointer }]);
  });

  test("takes plain words for answers where they can only mean one thing", async () => {
    const program = await open();
    const loose = { ...ORDINARY, aiSystem: true, exclusion: [], euLink: "placed-in-union", annexIIIAreas: "none" };
    expect((await classify(program, { answers: loose })).body.class).toBe("minimal");
  });

  test("describes every question in the document, with its options, so that nothing else has to be read", async () => {
    const program = await open();
    const { body: document } = await program.get("/openapi.json");
    const operation = document.paths["/ai-act/classify"].post;
    const { properties } = operation.requestBody.content["application/json"].schema.properties.answers;
    expect(Object.keys(properties)).toEqual(QUESTIONS.map(({ key }) => key));
    for (const { key, kind, article, options } of QUESTIONS) {
      const { description } = properties[key];
      expect(description).toContain(article);
      if (kind !== "yes-no") for (const { value } of options) expect(description).toContain(`- ${value}: `);
    }
  });

  test("lists the questions with the answers after which they are asked", async () => {
    const { body } = await (await open()).get("/ai-act/questions");
    expect(body.items).toHaveLength(QUESTIONS.length);
    const credit = body.items.find(({ key }: { key: string }) => key === "creditPurpose");
    expect(credit).toMatchObject({
      kind: "one",
      askedWhen: [{ question: "essentialServices", answers: ["creditworthiness"] }],
    });
    expect(body.classes).toHaveLength(6);
  });
});
