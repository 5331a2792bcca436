import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "#app/kernel/day";
import { speechFor } from "#app/locales/speech";
import { type Answers, faultIn } from "#app/safeguards/ai-act/answers";
import { type AiActClass, classify } from "#app/safeguards/ai-act/classify";
import { isProvision, PROVISION_KEYS, SHIPPED } from "#app/safeguards/ai-act/law/shipped";
import { classFrom, obligationsOf, owedFrom } from "#app/safeguards/ai-act/obligations";
import { NONE } from "#app/safeguards/ai-act/question";
import { type Asked, QUESTIONS, questionOf } from "#app/safeguards/ai-act/questions";
import { readQuestion, resultOf } from "#app/safeguards/ai-act/result";
import { shippedLaw } from "#app/safeguards/ai-act/wording";
import { sharedData, sharedText } from "../support/shared-data";
import { JUDGED } from "./ai-act-judged-systems";
import { ORDINARY, OWN, SHARED, type System } from "./ai-act-systems";

const speech = speechFor("en", "EUR", "Europe/Paris");
const today = day("2026-11-22");
const dayOf = (provision: keyof typeof SHIPPED) => SHIPPED[provision].appliesFrom;
const articles = (found: { provision: keyof typeof SHIPPED }[]) =>
  found.map(({ provision }) => SHIPPED[provision].article);

/** Answers as they may come: any question, any of its options, or nothing. */
const anyAnswer = (question: Asked) => {
  const values = question.options.map(({ value }) => value);
  const one: fc.Arbitrary<string | string[]> = fc.constantFrom(...values);
  const some: fc.Arbitrary<string | string[]> = fc.uniqueArray(
    fc.constantFrom(...values.filter((value) => value !== NONE)),
    { maxLength: 3 },
  );
  return fc.option(question.kind === "many" ? some : one, { nil: null });
};
const anyAnswers = fc.record(
  Object.fromEntries(QUESTIONS.map((question) => [question.key, anyAnswer(question)])),
) as fc.Arbitrary<Answers>;

/** Answers that follow the questions until nothing is asked. */
function answered(answers: Answers, pick: (question: Asked) => string): Answers {
  const all: Answers = { ...answers };
  for (let left = QUESTIONS.length; left > 0; left -= 1) {
    const [next] = classify(all).unanswered;
    if (!next) return all;
    all[next] = pick(questionOf(next));
  }
  return all;
}

describe("A described system", () => {
  test.each(
    [...SHARED, ...OWN, ...JUDGED].map((system): [string, string, System] => [system.id, system.about, system]),
  )("%s, %s, has its class and its articles", (_, __, system) => {
    const found = classify(system.answers);
    expect(found.class).toBe(system.class);
    expect(articles(found.basis)).toEqual(expect.arrayContaining(system.basis));
    expect(articles(found.also)).toEqual(expect.arrayContaining(system.also ?? []));
  });

  test.runIf(sharedData)(
    "of the shared data is answered here, flagged where readers may differ, and never what it must not be",
    () => {
      const { items } = JSON.parse(sharedText("ai_act_cases.json")) as {
        items: {
          id: string;
          expected_class: AiActClass;
          confidence: string;
          must_not?: string[];
          also_applies?: string[];
        }[];
      };
      expect(SHARED.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
      for (const item of items) {
        const system = SHARED.find(({ id }) => id === item.id);
        const found = classify(system?.answers ?? {});
        if (item.confidence !== "interpretive") expect(found.class, item.id).toBe(item.expected_class);
        expect(system?.interpretive ?? false, item.id).toBe(item.confidence === "interpretive");
        const byAnnexIII = found.class === "high_risk" && found.routes.includes("annex-iii");
        const is = [found.class, ...(byAnnexIII ? ["high_risk_annex_iii"] : [])];
        for (const wrong of item.must_not ?? []) expect(is, item.id).not.toContain(wrong);
      }
    },
  );

  if (!sharedData) test.skip("of the shared data: skipped, ../shared/data is not here", () => {});

  test("is described at least forty times beside the shared data, each class among them", () => {
    expect(OWN.length).toBeGreaterThanOrEqual(40);
    expect(new Set(OWN.map((system) => system.class)).size).toBe(6);
  });
});

describe("The class", () => {
  test("of a product that Article 6(3) takes out of Annex III is founded on its product's law alone", () => {
    const found = classify({
      ...ORDINARY,
      annexIProduct: "medical-devices",
      productRole: "product-itself",
      thirdPartyAssessment: "required",
      annexIIIAreas: ["employment"],
      employment: ["recruitment"],
      profiling: "no",
      derogationGround: ["narrow-procedural-task"],
      significantRisk: "no",
    });
    expect(found).toMatchObject({ class: "high_risk", routes: ["annex-i-a"] });
    expect(found.basis.map(({ provision, effect }) => `${provision} ${effect}`)).toEqual([
      "art-6-1 establishes",
      "annex-iii-4-a derogated",
      "art-6-3-a excludes",
    ]);
  });

  test("is never lowered by a prohibited practice", () => {
    const practices: [string, Answers][] = [
      ["manipulation", { manipulationHarm: "yes" }],
      ["face-scraping", { faceScrapingTarget: "untargeted" }],
      ["intimate-imagery", { intimateConsent: "no", intimateUnchanged: "no", intimateReach: "used-for-it" }],
    ];
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...practices), (answers, [practice, met]) => {
        const before = classify(answers).class;
        const said = [answers.prohibitedPractices ?? []].flat().filter((one) => one !== NONE);
        const after = classify({ ...answers, ...met, prohibitedPractices: [...said, practice] }).class;
        if (before === "out_of_scope") return;
        if (before !== null) expect(after).toBe("prohibited");
      }),
      { numRuns: 1_000 },
    );
  });

  test("is never minimal, and never let off, while an answer that could change it is missing", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const found = classify(answers);
        if (found.class !== "minimal" && found.class !== "not_high_risk_art6_3") return;
        const deciding = found.unanswered.filter((key) => questionOf(key).part !== "duties" && key !== "roles");
        expect(deciding.filter((key) => found.class === "minimal" || questionOf(key).part !== "transparency")).toEqual(
          [],
        );
      }),
      { numRuns: 2_000 },
    );
    expect(classify({}).class).toBeNull();
    for (const key of Object.keys(ORDINARY).filter((one) => one !== "roles")) {
      expect(classify({ ...ORDINARY, [key]: null }).class, `without ${key}`).toBeNull();
    }
  });

  test("does not change by answers to questions that are not asked", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const found = classify(answers);
        const kept = Object.fromEntries(found.answered.map((key) => [key, answers[key]]));
        expect(classify(kept).class).toBe(found.class);
      }),
      { numRuns: 1_000 },
    );
  });

  test("is reached by answering what is asked next, whatever is answered", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 80, maxLength: 80 }), (numbers) => {
        let at = 0;
        const all = answered({}, ({ options }) => options[(numbers[at++] ?? 0) % options.length]?.value ?? "");
        expect(classify(all)).toMatchObject({ class: expect.any(String), unanswered: [] });
      }),
      { numRuns: 500 },
    );
  });
});

describe("Every question", () => {
  test("is reached by some answers", () => {
    const seen = new Set<string>();
    const look = (answers: Answers) => {
      const found = classify(answers);
      for (const key of [...found.answered, ...found.unanswered]) seen.add(key);
    };
    for (const { answers } of [...SHARED, ...OWN]) look(answers);
    const high = { ...ORDINARY, annexIIIAreas: ["employment"], employment: ["recruitment"], profiling: "yes" };
    look({ ...high, roles: ["deployer"] });
    look({ ...ORDINARY, gpaiModel: "yes" });
    look({
      ...ORDINARY,
      roles: ["product-manufacturer"],
      annexIProduct: "toys",
      productRole: "safety-component",
      thirdPartyAssessment: "required",
    });
    expect(QUESTIONS.map(({ key }) => key).filter((key) => !seen.has(key))).toEqual([]);
  });

  test("hangs on an option that is there, and on a question before it", () => {
    const order = QUESTIONS.map(({ key }) => key as string);
    for (const { key, when } of QUESTIONS) {
      for (const { of, is } of when ?? []) {
        expect(order.indexOf(of), key).toBeLessThan(order.indexOf(key));
        const values = questionOf(of).options.map(({ value }) => value);
        expect(values, key).toEqual(expect.arrayContaining([...is]));
      }
    }
  });

  test.each(["fr", "en"] as const)("has words in %s, and so has each option", (locale) => {
    const said = speechFor(locale, "EUR", "Europe/Paris");
    for (const { key } of QUESTIONS) {
      const { text, help, options } = readQuestion(key, said, shippedLaw);
      expect(text).not.toContain("ai-act.");
      expect(help).not.toContain("ai-act.");
      for (const { value, label } of options) expect(label, `${key} ${value}`).not.toBe(value);
    }
  });

  test("refuses an option that it has not, several where one is asked, and none beside another", () => {
    expect(faultIn(questionOf("aiSystem"), "perhaps")).toBe("option");
    expect(faultIn(questionOf("productRole"), ["product-itself", "safety-component"])).toBe("several");
    expect(faultIn(questionOf("euLink"), ["none", "deployer-in-union"])).toBe("none-and");
    expect(faultIn(questionOf("euLink"), ["deployer-in-union"])).toBeNull();
  });
});

describe("What is owed", () => {
  const owed = (answers: Answers) => {
    const all = answered(answers, ({ kind, options }) => (kind === "yes-no" ? "no" : (options.at(-1)?.value ?? "")));
    return obligationsOf(classify(all), all);
  };
  const provisions = (answers: Answers, role: string) =>
    owed(answers).flatMap((one) => (one.role === role ? [one.provision] : []));

  test("has its provision and its day in every line, whatever the answers", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        for (const line of obligationsOf(classify(answers), answers)) {
          expect(isProvision(line.provision)).toBe(true);
          expect(owedFrom(line, dayOf)).not.toBeNull();
        }
      }),
      { numRuns: 500 },
    );
  });

  const hiring = { ...ORDINARY, annexIIIAreas: ["employment"], employment: ["recruitment"], profiling: "yes" };

  test("of a high-risk system differs by role", () => {
    expect(provisions({ ...hiring, roles: ["importer"] }, "importer")).toEqual(["art-23"]);
    const deployer = {
      ...hiring,
      roles: ["deployer"],
      workplace: "yes",
      decidesOnPersons: "yes",
      deployerBody: "other",
    };
    expect(provisions(deployer, "deployer")).toEqual(
      expect.arrayContaining(["art-26-1", "art-26-7", "art-26-11", "art-86", "art-4"]),
    );
    expect(provisions(deployer, "deployer")).not.toContain("art-27");
    expect(provisions(deployer, "provider")).toEqual([]);
  });

  test("by a private deployer includes the impact assessment for credit scores, not for hiring", () => {
    const credit = {
      ...ORDINARY,
      roles: ["deployer"],
      annexIIIAreas: ["essential-services"],
      essentialServices: ["creditworthiness"],
      creditPurpose: "scores-persons",
      profiling: "yes",
      deployerBody: "other",
    };
    expect(provisions(credit, "deployer")).toContain("art-27");
    expect(provisions({ ...credit, deployerBody: "public-body" }, "deployer")).toContain("art-26-8");
  });

  test("by whoever changes the purpose is the provider's (Article 25)", () => {
    const flipped = { ...hiring, roles: ["deployer"], becomesProvider: ["new-purpose"] };
    expect(provisions(flipped, "provider")).toContain("art-43");
  });

  test("for a product of section B is its own law's", () => {
    const product = {
      annexIProduct: "motor-vehicles",
      productRole: "safety-component",
      thirdPartyAssessment: "required",
    };
    const brake = { ...ORDINARY, ...product };
    expect(provisions(brake, "provider")).toEqual(["art-2-2"]);
    expect(provisions({ ...hiring, ...product }, "provider")).toEqual(
      expect.arrayContaining(["art-2-2", "art-9", "art-4"]),
    );
  });

  test("of who identifies people afterwards includes the authorisation (Article 26(10))", () => {
    const search = {
      ...ORDINARY,
      roles: ["deployer"],
      annexIIIAreas: ["biometrics"],
      biometrics: ["remote-identification"],
      biometricVerification: "no",
      profiling: "yes",
    };
    expect(provisions(search, "deployer")).toContain("art-26-10");
    expect(provisions({ ...hiring, roles: ["deployer"] }, "deployer")).not.toContain("art-26-10");
  });

  test("begins on the day of its route, of the practice, or of the grace", () => {
    const found = classify(hiring);
    expect(classFrom(found, dayOf)).toBe("2027-12-02");
    const device = {
      ...ORDINARY,
      annexIProduct: "medical-devices",
      productRole: "product-itself",
      thirdPartyAssessment: "required",
    };
    expect(classFrom(classify(device), dayOf)).toBe("2028-08-02");
    const risk = owed(device).find(({ provision }) => provision === "art-9");
    expect(risk && owedFrom(risk, dayOf)).toBe("2028-08-02");
    const generator = { ...ORDINARY, transparency: ["synthetic-content"], syntheticExempt: "neither" };
    const mark = (answers: Answers) => {
      const line = owed(answers).find(({ provision }) => provision === "art-50-2");
      return line && owedFrom(line, dayOf);
    };
    expect(mark({ ...generator, onMarketBefore: "no" })).toBe("2026-08-02");
    expect(mark({ ...generator, onMarketBefore: "yes" })).toBe("2026-12-02");
  });

  test.each([
    ["2026-12-01", false],
    ["2026-12-02", true],
  ] as const)("of a new prohibition on %s is in force: %s", (on, inForce) => {
    const answers = {
      ...ORDINARY,
      prohibitedPractices: ["intimate-imagery"],
      intimateConsent: "no",
      intimateUnchanged: "no",
      intimateReach: "intended-purpose",
    };
    const result = resultOf(answers, day(on), speech, shippedLaw);
    expect(result).toMatchObject({ class: "prohibited", appliesFrom: "2026-12-02", inForce });
  });

  test("by a model's provider is less under an open licence, and more with systemic risk", () => {
    const model = { ...ORDINARY, roles: ["provider"], gpaiModel: "yes" };
    const of = (more: Answers) =>
      provisions({ ...model, ...more }, "provider").filter((one) => /^art-5[2-5]/.test(one));
    expect(of({ gpaiOpenSource: "yes", gpaiSystemicRisk: "no" })).toEqual(["art-53-1-c", "art-53-1-d"]);
    expect(of({ gpaiOpenSource: "no", gpaiSystemicRisk: "no" })).toHaveLength(5);
    expect(of({ gpaiOpenSource: "yes", gpaiSystemicRisk: "yes" })).toEqual(
      expect.arrayContaining(["art-53-1-a", "art-54", "art-55"]),
    );
  });

  test("are owed for a general-purpose model without a system, whose class stays out of scope", () => {
    const model: Answers = { aiSystem: "no", roles: ["provider"], euLink: ["placed-in-union"], exclusion: ["none"] };
    expect(classify(model)).toMatchObject({ class: "out_of_scope", also: [], unanswered: ["gpaiModel"] });
    expect(classify({ aiSystem: "no" }).unanswered).toEqual(["roles"]);
    expect(classify({ ...model, roles: ["deployer"] }).unanswered).toEqual([]);
    const on = { ...model, gpaiModel: "yes", gpaiOpenSource: "no", gpaiSystemicRisk: "yes" };
    expect(classify(on)).toMatchObject({
      class: "out_of_scope",
      also: [{ question: "gpaiModel", provision: "art-53-1-c", effect: "adds" }],
    });
    expect(provisions(on, "provider")).toEqual([
      ...["art-53-1-a", "art-53-1-b", "art-53-1-c", "art-53-1-d", "art-54", "art-52", "art-55"],
    ]);
    expect(provisions({ ...on, gpaiOpenSource: "yes", gpaiSystemicRisk: "no" }, "provider")).toHaveLength(2);
    for (const more of [
      { roles: ["deployer"] },
      { euLink: ["none"] },
      { exclusion: ["research-only"] },
      { gpaiModel: "no" },
    ]) {
      expect(provisions({ ...on, ...more }, "provider"), JSON.stringify(more)).toEqual([]);
    }
  });

  test.each([
    ["shop-chatbot", "provider", "deployer", "art-50-1"],
    ["advert-deep-fake", "deployer", "provider", "art-50-4-deep-fake"],
    ["cv-format", "provider", "deployer", "art-6-4"],
    ["consumer-credit", "deployer", "provider", "art-27"],
    ["copilot-model", "provider", "deployer", "art-53-1-c"],
  ])("of %s is the %s's, and not the %s's: %s", (id, role, other, provision) => {
    const { answers } = JUDGED.find((system) => system.id === id) ?? { answers: {} };
    expect(provisions(answers, role)).toContain(provision);
    expect(provisions(answers, other)).not.toContain(provision);
  });

  test("is every role's where no role was said", () => {
    const { roles: _, ...nobody } = hiring;
    const result = resultOf(nobody, today, speech, shippedLaw);
    expect(result.roles).toBeNull();
    expect(new Set(result.obligations.map(({ role }) => role))).toEqual(
      new Set(["provider", "deployer", "importer", "distributor", "authorised-representative"]),
    );
  });
});

describe("A result", () => {
  test("says its path, what brought the class, and that it is no legal advice", () => {
    const result = resultOf(SHARED.find(({ id }) => id === "aia-32")?.answers ?? {}, today, speech, shippedLaw);
    expect(result.path.at(0)).toMatchObject({ question: "aiSystem", answerText: ["Yes"], why: [] });
    const ground = result.path.find(({ question }) => question === "derogationGround");
    expect(ground?.why[0]).toBe("Art. 6(3)(c) applies: Detects patterns or deviations in decisions.");
    expect(result.notLegalAdvice).toContain("not legal advice");
    expect(result.asOf).toBe("2026-11-21");
  });

  test("cites in the reader's language", () => {
    const french = speechFor("fr", "EUR", "Europe/Paris");
    const result = resultOf(SHARED.find(({ id }) => id === "aia-31")?.answers ?? {}, today, french, shippedLaw);
    expect(result.legalBasis.map(({ article }) => article)).toContain("Annexe III point 3(d)");
  });

  test("ships every provision in both languages, with a day and a source", () => {
    for (const key of PROVISION_KEYS) {
      const { title, text, source } = SHIPPED[key];
      for (const part of [title.fr, title.en, text.fr, text.en, source]) expect(part.length, key).toBeGreaterThan(3);
    }
  });
});
