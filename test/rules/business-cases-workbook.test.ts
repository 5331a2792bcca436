import { describe, expect, it } from "vitest";
import { evaluate } from "#app/business-cases/evaluate";
import { fitting, type KeptScenario } from "#app/business-cases/kept-scenarios";
import { certain, type Draft } from "#app/business-cases/lines";
import { scenarios } from "#app/business-cases/scenarios";
import { simulate } from "#app/business-cases/simulate";
import { workbookOf } from "#app/business-cases/workbook";
import { day } from "#app/kernel/day";
import { speechFor } from "#app/locales/speech";
import { office, recomputed } from "../support/office";
import {
  buildLine,
  byQuarterLine,
  costLines,
  draftOf,
  timeLine,
  valuedLine,
  workedCase,
} from "./business-cases-drafts";

const fr = speechFor("fr", "EUR", "Europe/Paris");
const en = speechFor("en", "EUR", "Europe/Paris");
const TITLE = { reference: "UC-0042", title: "L’achat d’« électricité »", number: 3 };
const book = (draft: Draft, speech = fr) => workbookOf(draft, simulate(draft, { draws: 200 }), TITLE, speech);

const everyKind = (): Draft =>
  draftOf(
    [
      buildLine({ amount: { low: 2_000_000, likely: 3_000_033, high: 4_000_000 } }),
      timeLine({ startsAfterQuarters: 1, rampQuarters: 3, minutesSaved: { low: 5, likely: 7.3, high: 11 } }),
      valuedLine({
        ...{ id: "cut", kind: "quality", unitValue: certain(50_000) },
        calibration: { answer: "taken", factor: 0.72, cases: 9, on: day("2026-11-22") },
      }),
      valuedLine({ kind: "revenue", unitValue: certain(123_456.789), rampQuarters: 2 }),
      ...Object.values(costLines),
      byQuarterLine([-100_000, 50_001, 0, 75_000], { startsAfterQuarters: 2, share: certain(0.9) }),
      { ...workedCase().lines[3], id: "points" } as Draft["lines"][number],
    ],
    { horizonQuarters: 10, discountRate: 0.115 },
  );

const CASES: [string, Draft][] = [
  ["a case of every kind of line", everyKind()],
  ["the worked case", workedCase()],
  ["a case without lines", draftOf([])],
  ["a case that only costs", draftOf([costLines.run])],
  ["a case without cost", draftOf([timeLine()])],
  [
    "a payback that is lost and found again",
    draftOf([byQuarterLine([-10_000, 15_000, -10_000, 10_000, 1])], { horizonQuarters: 5, discountRate: 0 }),
  ],
  ["two rates of return", draftOf([byQuarterLine([-1600, 10_000, -10_000])], { horizonQuarters: 3 })],
  ["a case of one quarter", draftOf([buildLine()], { horizonQuarters: 1 })],
  ["an extreme rate of return", draftOf([byQuarterLine([-100, 900_000, 900_000])], { horizonQuarters: 3 })],
  ["a loss", draftOf([byQuarterLine([-90_000, 10_000, 20_000, 30_000])], { horizonQuarters: 4 })],
];

/** LibreOffice writes a rate in full, in percent. */
const numeral = (said: string): number => (said.endsWith("%") ? Number(said.slice(0, -1)) / 100 : Number(said));

describe("The workbook of a business case", () => {
  it("never lets what people type become a formula", () => {
    const evil = '=HYPERLINK("http://x")';
    const draft = draftOf([buildLine({ label: { fr: evil } }), byQuarterLine([1], { label: { fr: "+1+1" } })]);
    const parts = workbookOf(draft, simulate(draft, { draws: 10 }), { ...TITLE, title: "@SUM(A1)" }, fr);
    const formulas = Object.values(parts).flatMap((xml) =>
      [...xml.matchAll(/<f>([^<]*)<\/f>/g)].map(([, said]) => said),
    );
    expect(formulas.length).toBeGreaterThan(100);
    for (const said of formulas) expect(said).not.toMatch(/HYPERLINK|SUM\(A1\)|^\+1/);
    expect(parts["xl/worksheets/sheet2.xml"]).toContain(`t="inlineStr" s="2"><is><t xml:space="preserve">=HYPERLINK`);
  });

  it("names each input once, and colours those that may be changed", () => {
    const xml = book(everyKind())["xl/worksheets/sheet2.xml"] ?? "";
    expect(xml.match(/ s="(8|9|10|11)"/g)?.length).toBeGreaterThan(40);
    expect(xml).not.toContain("NaN");
  });

  it.skipIf(!office)(
    "is recomputed by LibreOffice to the figures that the product shows",
    async () => {
      const sheets = await recomputed([...CASES.map(([, draft]) => book(draft)), book(everyKind(), en)]);
      for (const [at, [said, draft]] of CASES.entries()) {
        const { outputs, quarters } = evaluate(draft);
        const summary = sheets[at]?.[fr.t("business-cases.workbook.summary")] ?? [];
        const found = (label: string) => summary.find(([name]) => name === label)?.[1] ?? "missing";
        const near = (label: string, expected: number, digits: number) =>
          expect(numeral(found(label)), `${said}: ${label} is ${found(label)}`).toBeCloseTo(expected, digits);
        near("VAN", outputs.npv / 100, 6);
        near("Gain total", outputs.totalBenefit / 100, 6);
        near("Coût total", outputs.totalCost / 100, 6);
        near("Besoin de financement maximal", outputs.peakFunding / 100, 6);
        if (outputs.roi === null) expect(found("ROI")).toBe("–");
        else near("ROI", outputs.roi, 10);
        if (outputs.payback === null) expect(found("Retour sur investissement"), said).toBe("Jamais sur l’horizon");
        else near("Retour sur investissement", outputs.payback, 9);
        if (outputs.irr.kind === "one") near("TRI", outputs.irr.rate, outputs.irr.rate > 100 ? -4 : 8);
        if (outputs.irr.kind === "several") {
          for (const [place, rate] of outputs.irr.rates.entries()) near(`TRI possible ${place + 1}`, rate, 8);
        }
        if (outputs.irr.kind !== "one")
          expect(found("TRI"), said).toContain(outputs.irr.kind === "none" ? "aucun" : "plusieurs");
        const flow = sheets[at]?.[fr.t("business-cases.workbook.flow")] ?? [];
        const row = (label: string) =>
          flow
            .find(([name]) => name === label)
            ?.slice(3, 3 + quarters.length)
            .map(Number);
        expect(row("Flux net"), said).toEqual(quarters.map(({ net }) => net / 100));
        expect(row("Cumul net"), said).toEqual(quarters.map(({ cumulative }) => cumulative / 100));
      }
      const english = sheets.at(-1)?.Summary ?? [];
      expect(Number(english.find(([name]) => name === "NPV")?.[1])).toBeCloseTo(
        evaluate(everyKind()).outputs.npv / 100,
        6,
      );
    },
    180_000,
  );

  it.skipIf(!office)(
    "finds the rate of return of other inputs than those it was made with",
    async () => {
      const lines = (adoption: number) => [
        buildLine({ amount: certain(2_000_000) }),
        timeLine({ adoption: certain(adoption), rampQuarters: 3 }),
      ];
      const drafted = (adoption: number) => draftOf(lines(adoption), { horizonQuarters: 16 });
      const tried = [0.06, 0.13, 0.29, 0.97];
      const made = book(drafted(0.713));
      const changed = tried.map((adoption) =>
        Object.fromEntries(
          Object.entries(made).map(([name, xml]) => [name, xml.replaceAll("<v>0.713</v>", `<v>${adoption}</v>`)]),
        ),
      );
      const sheets = await recomputed(changed);
      for (const [at, adoption] of tried.entries()) {
        const summary = sheets[at]?.[fr.t("business-cases.workbook.summary")] ?? [];
        const found = summary.find(([name]) => name === "TRI")?.[1] ?? "missing";
        const { irr } = evaluate(drafted(adoption)).outputs;
        expect(irr.kind).toBe("one");
        if (irr.kind === "one") expect(numeral(found), `${adoption}: ${found}`).toBeCloseTo(irr.rate, 8);
      }
    },
    180_000,
  );

  const KEPT: KeptScenario[] = [
    {
      ...{ name: "Départ lent", benefits: 0.6, costs: 1.25, delayQuarters: 2 },
      changes: [
        { lineId: "time", input: "volumePerQuarter", value: 777 },
        { lineId: "time", input: "adoption", value: 0.35 },
      ],
    },
    { name: "=1+1", benefits: 1, costs: 1, delayQuarters: 0, changes: [] },
  ];

  it("sets the scenarios that its author named beside the likely case, each with its inputs and its flow", () => {
    const draft = everyKind();
    const plain = Object.keys(book(draft)).filter((path) => path.includes("worksheets/"));
    // Inputs and flow of the likely case and of its two ends, their summary, and the ends side by side.
    expect(plain).toHaveLength(8);
    const parts = workbookOf(draft, simulate(draft, { draws: 10 }), TITLE, fr, KEPT);
    expect(Object.keys(parts).filter((path) => path.includes("worksheets/"))).toHaveLength(12);
    expect(parts["xl/workbook.xml"]).toContain("Scénarios");
    const side = parts["xl/worksheets/sheet4.xml"] ?? "";
    expect(side).toContain("1 · Départ lent");
    for (const { outputs } of scenarios(draft, null, KEPT)) {
      expect(side).toContain(`<v>${outputs.npv / 100}</v>`);
    }
    for (const [, said = ""] of Object.values(parts).flatMap((xml) => [...xml.matchAll(/<f>([^<]*)<\/f>/g)])) {
      expect(said).not.toBe("1+1");
    }
  });

  it.skipIf(!office)(
    "has LibreOffice recompute each scenario to the figures that the product shows",
    async () => {
      const drafts = [everyKind(), workedCase()];
      const sheets = await recomputed(
        drafts.map((draft) => workbookOf(draft, simulate(draft, { draws: 10 }), TITLE, fr, fittingAll(draft))),
      );
      for (const [at, draft] of drafts.entries()) {
        const side = sheets[at]?.Scénarios ?? [];
        const found = (label: string, column: number) => numeral(side.find(([name]) => name === label)?.[column] ?? "");
        const expected = scenarios(draft, null, fittingAll(draft));
        expect(side[0]?.slice(1, 4)).toEqual(["Prudent", "Probable", "Audacieux"]);
        for (const [place, { outputs }] of expected.entries()) {
          expect(found("VAN", 1 + place)).toBeCloseTo(outputs.npv / 100, 6);
          expect(found("Gain total", 1 + place)).toBeCloseTo(outputs.totalBenefit / 100, 6);
          expect(found("Coût total", 1 + place)).toBeCloseTo(outputs.totalCost / 100, 6);
        }
      }
    },
    180_000,
  );

  /** Those of the scenarios' changes that this draft has lines for. */
  function fittingAll(draft: Draft): KeptScenario[] {
    return fitting(draft, KEPT);
  }

  it("holds beside each formula the value that it has", () => {
    for (const [said, draft] of CASES) {
      const { outputs } = evaluate(draft);
      const summary = book(draft)["xl/worksheets/sheet1.xml"] ?? "";
      const values = [...summary.matchAll(/<\/f><v>([^<]*)<\/v>/g)].map(([, value]) => value);
      expect(values[0], said).toBe(String(outputs.npv / 100));
      expect(summary, said).not.toContain("NaN");
    }
  });
});
