import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { minor } from "#app/kernel/money";
import type { CaseContent } from "#app/use-cases/content";
import { AI_TYPES, NOTHING_SAID, TIMES_PER } from "#app/use-cases/content";
import { estimate, REUSED, SAVED } from "#app/use-cases/intake/estimate";
import { exampleFor } from "#app/use-cases/intake/examples";
import { answeredQuestions, numberOf, QUESTIONS } from "#app/use-cases/intake/questions";
import { toolInsteadOfNeed } from "#app/use-cases/intake/tool-first";
import { contentTyped } from "#app/use-cases/intake/typed";
import { between } from "../support/numbers";

const said = (content: Partial<CaseContent>): CaseContent => ({ ...NOTHING_SAID, ...content });
const volumes = { peopleAffected: 40, times: 5, timesPer: "week", minutesPerTime: 30 } as const;
const EURO = 2;

describe("The questions of the form", () => {
  test("are at most nine, numbered in their order", () => {
    expect(QUESTIONS.length).toBeLessThanOrEqual(9);
    expect(QUESTIONS.map(numberOf)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test.each<[string, Partial<CaseContent>, number]>([
    ["nothing", {}, 0],
    ["a need in the other language", { need: { en: "Too slow" } }, 1],
    ["who, without a department", { affected: { fr: "Les acheteurs" } }, 0],
    ["who, with a department", { affected: { fr: "Les acheteurs" }, departmentId: 3 }, 1],
    ["how often, without a period", { times: 4 }, 0],
    ["volumes", volumes, 2],
    ["zero minutes, which is an answer", { minutesPerTime: 0 }, 1],
  ])("count as answered: %s", (_, content, answered) => {
    expect(answeredQuestions(said(content))).toBe(answered);
  });
});

describe("The estimate beside the form", () => {
  test("says nothing while nothing is known", () => {
    const { value, complexity, benefit, hours } = estimate(said({}), minor(5_200), EURO);
    expect({ value, complexity, benefit, hours }).toEqual({
      value: null,
      complexity: null,
      benefit: null,
      hours: null,
    });
  });

  test("is worth hours × hourly cost × share saved × share put to use", () => {
    const { hours, benefit } = estimate(said(volumes), minor(5_200), EURO);
    // 40 people × 5 a week × 46 weeks × half an hour.
    expect(hours).toBe(4_600);
    expect(benefit).toEqual({
      low: 4_600 * 5_200 * SAVED.low * REUSED,
      likely: 4_600 * 5_200 * SAVED.likely * REUSED,
      high: 4_600 * 5_200 * SAVED.high * REUSED,
    });
  });

  test("adds up as the scoring model does: what is not known counts once as 2 and once as 4", () => {
    const { value } = estimate(said(volumes), minor(5_200), EURO);
    // Benefit 17,940 to 59,800 euros: 2 to 3, weight 4; reach of 40: 2, weight 2; strategy and experience to come, weight 4.
    expect(value?.low).toBeCloseTo(((4 * 1 + 2 * 1 + 4 * 1) / 4 / 10) * 100);
    expect(value?.high).toBeCloseTo(((4 * 2 + 2 * 1 + 4 * 3) / 4 / 10) * 100);
  });

  test("has no benefit without the department's hourly cost, and says so", () => {
    const { benefit, factors } = estimate(said(volumes), null, EURO);
    expect(benefit).toBeNull();
    expect(factors.find(({ key }) => key === "benefit")).toMatchObject({
      score: null,
      because: "benefit.no-hourly-cost",
    });
  });

  test.each<[string, Partial<CaseContent>, string, number | null]>([
    ["payroll", { dataInvolved: { fr: "Les bulletins de paie" } }, "data", 5],
    ["customers' letters", { dataInvolved: { en: "Letters of customers" } }, "data", 4],
    ["a public catalogue", { dataInvolved: { fr: "Le catalogue et les notices" } }, "data", 2],
    ["no word of it", {}, "data", null],
    ["hiring", { need: { fr: "Trier les candidatures avant l’embauche" } }, "risk", 5],
    ["customers", { affected: { en: "Customers who call" } }, "risk", 3],
    ["our own notes", { need: { fr: "Relire nos comptes rendus" } }, "risk", 2],
    ["an agent", { aiType: "agentic" }, "integration", 4],
    ["a type that a file brought", { aiType: "constructor" }, "integration", null],
  ])("reads what the texts tell: %s", (_, content, key, score) => {
    const factor = estimate(said(content), null, EURO).factors.find((one) => one.key === key);
    expect(factor?.score?.high ?? null).toBe(score);
  });

  const contents = fc.record({
    peopleAffected: fc.option(fc.nat(1_000_000)),
    times: fc.option(between(0, 1_000)),
    timesPer: fc.option(fc.constantFrom(...TIMES_PER)),
    minutesPerTime: fc.option(between(0, 10_000)),
    dataInvolved: fc.option(fc.record({ fr: fc.string() })),
    need: fc.option(fc.record({ en: fc.string() })),
    aiType: fc.option(fc.constantFrom(...AI_TYPES)),
  });

  test("stays within 0 and 100, low never above high, whatever is said", () => {
    fc.assert(
      fc.property(contents, fc.option(fc.nat(100_000)), (content, cost) => {
        const { value, complexity } = estimate(said(content), cost === null ? null : minor(cost), EURO);
        for (const range of [value, complexity]) {
          if (!range) continue;
          expect(range.low).toBeGreaterThanOrEqual(0);
          expect(range.high).toBeLessThanOrEqual(100);
          expect(range.low).toBeLessThanOrEqual(range.high + 1e-9);
        }
      }),
    );
  });

  test("never grows less sure by an answer", () => {
    const spread = (content: Partial<CaseContent>) => {
      const { complexity } = estimate(said(content), null, EURO);
      return complexity ? complexity.high - complexity.low : Number.POSITIVE_INFINITY;
    };
    let answered: Partial<CaseContent> = { need: { fr: "Relire nos comptes rendus" } };
    for (const answer of [volumes, { dataInvolved: { fr: "Comptes rendus" } }, { aiType: "generative" }]) {
      const before = spread(answered);
      answered = { ...answered, ...answer };
      expect(spread(answered)).toBeLessThanOrEqual(before);
    }
  });
});

describe("Who comes with a tool", () => {
  test.each<[string, string | null]>([
    ["Nous voulons un chatbot", "chatbot"],
    ["Déployer Microsoft Copilot pour tous", "Microsoft Copilot"],
    ["Use an AI agent in purchasing", "AI agent"],
    ["On perd deux heures par jour à chercher ; ChatGPT aiderait", null],
    ["We lose orders because letters wait; a chatbot could help", null],
    ["Les fragments de rapport", null],
    ["", null],
  ])("is asked for the need: %s", (need, tool) => {
    expect(toolInsteadOfNeed(null, { fr: need })).toBe(tool);
  });
});

describe("An example of the department's trade", () => {
  test.each<[string, string, RegExp]>([
    ["Finance et contrôle de gestion", "FIN", /factures/],
    ["Human resources", "HR", /salariés/],
    ["Magasins", "MAG", /ruptures/],
    ["Service client", "SCL", /conseiller/],
    ["Chaîne logistique", "LOG", /palettes/],
    ["Zzz", "Z", /comptes rendus/],
  ])("of %s", (name, code, words) => {
    expect(exampleFor({ code, name: { fr: name } }).need.fr).toMatch(words);
  });

  test("of nobody's department", () => {
    expect(exampleFor(null).need.en).toMatch(/meeting notes/);
  });
});

describe("What a form says so far", () => {
  test("is read field by field: an answer that cannot be read takes no other along", () => {
    const { content, unread } = contentTyped([
      ["title.fr", "Trier"],
      ["peopleAffected", "beaucoup"],
      ["times", "4"],
      ["timesPer", "fortnight"],
    ]);
    expect(content).toMatchObject({ title: { fr: "Trier" }, peopleAffected: null, times: 4, timesPer: null });
    expect(unread.sort()).toEqual(["peopleAffected", "timesPer"]);
  });

  test("never fails, whatever is sent", () => {
    const names = fc.constantFrom(
      "title.fr",
      "need",
      "peopleAffected",
      "times",
      "departmentId",
      "need.fr.x",
      "",
      "a.b",
    );
    fc.assert(fc.property(fc.array(fc.tuple(names, fc.string())), (fields) => void contentTyped(fields)));
  });
});
