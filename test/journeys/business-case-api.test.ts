/** What programs get for a business case that they work out: published figures, and a sentence for whatever is absurd. */
import { describe, expect, test } from "vitest";
import { MAX_HORIZON_QUARTERS, MAX_LINES } from "#app/business-cases/schema";
import { openApp } from "../support/app";
import { aProgram, type Program } from "../support/program";
import { sharedData, sharedText } from "../support/shared-data";
import { openSite } from "../support/site";

const EVALUATE = "/business-cases/evaluate";

async function open(): Promise<Program> {
  const app = await openApp();
  const nadia = await app.signedIn("Nadia");
  return aProgram(app, await openSite(app), nadia.id, "read");
}

async function worked(program: Program, body: unknown) {
  const answer = await program.ask("POST", EVALUATE, { body });
  expect(answer.status, JSON.stringify(answer.body).slice(0, 400)).toBe(200);
  return answer.body;
}

interface Vector {
  id: string;
  function: string;
  args: { cashflows?: number[]; rate?: number; first_period?: number; cost?: number; total_return?: number };
  expected: number | number[] | null;
  source_tolerance?: number;
  all_real_irrs?: number[];
}

const STATED = ["npv", "irr", "payback", "discounted_payback", "profitability_index", "roi_percent"];
const vectors: Vector[] = sharedData ? JSON.parse(sharedText("finance_vectors.json")).vectors : [];
const stated = vectors.filter((vector) => STATED.includes(vector.function));

const flowsOf = ({ args }: Vector): number[] => {
  if (args.cost !== undefined) return [-args.cost, args.total_return ?? 0];
  return args.first_period === 1 ? [0, ...(args.cashflows ?? [])] : (args.cashflows ?? []);
};

/** What the answer says of what the vector asks for, in its unit. */
function answered({ function: asked }: Vector, body: Awaited<ReturnType<typeof worked>>, scale: number) {
  const { outputs } = body;
  if (asked === "npv") return outputs.npvExact / scale;
  if (asked === "irr") return outputs.irrPerPeriod[0] ?? null;
  if (asked === "payback") return outputs.payback;
  if (asked === "discounted_payback") return outputs.discountedPayback;
  if (asked === "profitability_index") return outputs.profitabilityIndex;
  return outputs.roi * 100;
}

function expectVector(vector: Vector, found: number | null, dust: number) {
  const [expected] = [vector.expected].flat();
  if (expected === null || expected === undefined) return expect(found, vector.id).toBeNull();
  const tolerance = (vector.source_tolerance ?? 0) * Math.max(1, Math.abs(expected)) + dust;
  expect(Math.abs(Number(found) - expected), vector.id).toBeLessThanOrEqual(tolerance);
}

describe("Published vectors of NPV, IRR, payback and ROI", () => {
  test.skipIf(!sharedData)("hold for a plain cash flow by year, stated in cents", async () => {
    const program = await open();
    expect(stated.length).toBeGreaterThan(25);
    for (const vector of stated) {
      const flows = flowsOf(vector);
      const body = await worked(program, {
        period: "year",
        discountRate: vector.args.rate ?? 0,
        cashFlow: flows.map((flow) => flow * 100),
      });
      expectVector(vector, answered(vector, body, 100), 1e-9);
      expect(body.outputs.irr.rates).toEqual(body.outputs.irrPerPeriod);
      if (vector.function !== "irr") continue;
      for (const [at, rate] of (vector.all_real_irrs ?? []).entries()) {
        expect(body.outputs.irr.rates[at], vector.id).toBeCloseTo(rate, 10);
      }
      if (vector.all_real_irrs) expect(body.outputs.irr.rates).toHaveLength(vector.all_real_irrs.length);
    }
  });

  test.skipIf(!sharedData)("hold for lines: amounts by quarter, at the rate of a quarter", async () => {
    const program = await open();
    for (const vector of stated) {
      const flows = flowsOf(vector);
      const body = await worked(program, {
        ratePerPeriod: vector.args.rate ?? 0,
        horizonQuarters: flows.length,
        lines: [{ kind: "by-quarter", label: { en: "Flow" }, amounts: flows.map((flow) => Math.round(flow * 1e8)) }],
      });
      expectVector(vector, answered(vector, body, 1e8), 2e-8);
      expect(body.quarters).toHaveLength(flows.length);
    }
  });
});

/** Facts worked out by hand, money in cents. */
const FACTS: [string, unknown, Record<string, unknown>][] = [
  [
    "a cash flow in cents",
    { cashFlow: [-100_000, 50_000, 60_000], discountRate: 0 },
    { payback: 1 + 50 / 60, roi: 0.1 },
  ],
  [
    "period 0 not discounted, a year's rate turned into a quarter's",
    { cashFlow: [-100, 0, 0, 0, 108], discountRate: 0.08 },
    { npv: { minor: 0, currency: "EUR" }, irr: { kind: "one", rates: [0.08] }, discountedPayback: 4 },
  ],
  ["a payback that is lost again", { cashFlow: [-100, 150, -100, 20], discountRate: 0 }, { payback: null }],
  ["a payback that is lost and found", { cashFlow: [-100, 150, -100, 100], discountRate: 0 }, { payback: 2.5 }],
  ["no flow at all", { cashFlow: [0, 0, 0] }, { payback: null, irr: { kind: "none", rates: [] }, roi: null }],
  ["nothing to pay back", { cashFlow: [10, 20] }, { payback: 0, irr: { kind: "none", rates: [] }, roi: null }],
  ["spending alone", { cashFlow: [-10, -20] }, { payback: null, irr: { kind: "none", rates: [] }, roi: -1 }],
  [
    "two rates of return",
    { cashFlow: [-1600, 10_000, -10_000], period: "year" },
    { irr: { kind: "several", rates: [0.25, 4] } },
  ],
  [
    "a loss: a negative rate of return",
    { cashFlow: [-100, 50], period: "year" },
    { irr: { kind: "one", rates: [-0.5] } },
  ],
  [
    "a quarter's rate of return as a year's",
    { cashFlow: [-100, 110] },
    { irr: { kind: "one", rates: [1.1 ** 4 - 1] } },
  ],
  ["fractions of a cent", { cashFlow: [-0.3, 0.1, 0.2], discountRate: 0 }, { payback: 2, npvExact: 0 }],
  ["a cash flow of one payment", { cashFlow: [-4200] }, { npv: { minor: -4200, currency: "EUR" }, payback: null }],
  [
    "what is discounted away to nothing",
    { cashFlow: [-100, 110], ratePerPeriod: 0.1 },
    { discountedPayback: 1, npv: { minor: 0, currency: "EUR" } },
  ],
  [
    "a negative rate",
    { cashFlow: [-100, 50], ratePerPeriod: -0.5 },
    { npv: { minor: 0, currency: "EUR" }, discountedPayback: 1 },
  ],
];

describe("A plain cash flow", () => {
  test("has the figures that one works out by hand", async () => {
    const program = await open();
    for (const [said, body, outputs] of FACTS) {
      const found = (await worked(program, body)).outputs;
      for (const [name, value] of Object.entries(outputs)) {
        if (typeof value === "number") expect(found[name], `${said}: ${name}`).toBeCloseTo(value, 12);
        else if (name === "irr") {
          const { kind, rates } = value as { kind: string; rates: number[] };
          expect(found.irr.kind, said).toBe(kind);
          expect(found.irr.rates, said).toHaveLength(rates.length);
          for (const [at, rate] of rates.entries()) expect(found.irr.rates[at], said).toBeCloseTo(rate, 12);
        } else expect(found[name], `${said}: ${name}`).toEqual(value);
      }
    }
  });

  test("by the year tells each year's first quarter, and says that its times are years", async () => {
    const body = await worked(await open(), {
      firstQuarter: "2027-Q2",
      period: "year",
      cashFlow: [-100_00, 40_00, 40_00, 40_00],
    });
    expect(body).toMatchObject({ period: "year", horizonQuarters: 16, ratePerPeriod: 0.08, discountRate: 0.08 });
    expect(body.quarters.map(({ quarter }: { quarter: string }) => quarter)).toEqual([
      "2027-Q2",
      "2028-Q2",
      "2029-Q2",
      "2030-Q2",
    ]);
    expect(body.outputs.payback).toBe(2.5);
    expect(body.uncertainty).toMatchObject({ p10: body.outputs.npv, p90: body.outputs.npv, probabilityPositive: 1 });
  });

  test("begins in the current quarter when nothing else is said", async () => {
    const body = await worked(await open(), { cashFlow: [1] });
    expect(body.firstQuarter).toMatch(/^20\d\d-Q[1-4]$/);
    expect(body.quarters[0].quarter).toBe(body.firstQuarter);
  });
});

const LINE = { kind: "build", label: { en: "Build" }, amount: 100 };
const BENEFIT = {
  kind: "cost-avoided",
  label: { en: "Saved" },
  quantityPerQuarter: 1,
  unitValue: 1,
  adoption: 1,
  rampQuarters: 0,
  attribution: 1,
};

describe("Absurd input", () => {
  const bodies: [string, unknown, string][] = [
    ["a horizon of nothing", { lines: [LINE], horizonQuarters: 0 }, "#/horizonQuarters"],
    ["a horizon of a century", { lines: [LINE], horizonQuarters: 400 }, "#/horizonQuarters"],
    ["half a quarter", { lines: [LINE], horizonQuarters: 1.5 }, "#/horizonQuarters"],
    ["a billion billions", { lines: [LINE, { ...LINE, amount: 1e18 }] }, "#/lines/1/amount"],
    ["beyond every number", { lines: [{ ...LINE, amount: Number.MAX_VALUE }] }, "#/lines/0/amount"],
    [
      "a product beyond every number",
      { lines: [{ ...BENEFIT, quantityPerQuarter: 1e200, unitValue: 1e300 }] },
      "#/lines/0/unitValue",
    ],
    ["too much together", { lines: Array.from({ length: 40 }, () => ({ ...LINE, amount: 3e14 })) }, "#/lines"],
    ["a negative price", { lines: [{ ...LINE, amount: -5 }] }, "#/lines/0/amount"],
    ["a number in letters", { lines: [{ ...LINE, amount: "100" }] }, "#/lines/0/amount"],
    ["no number", { lines: [{ ...LINE, amount: null }] }, "#/lines/0/amount"],
    ["more than everybody", { lines: [{ ...BENEFIT, adoption: 1.2 }] }, "#/lines/0/adoption"],
    ["low above likely", { lines: [{ ...LINE, amount: { low: 2, likely: 1, high: 3 } }] }, "#/lines/0/amount/low"],
    ["a kind that is none", { lines: [{ ...LINE, kind: "magic" }] }, "#/lines/0/kind"],
    ["a start after the end", { lines: [{ ...LINE, startsAfterQuarters: 12 }] }, "#/lines/0/startsAfterQuarters"],
    ["a rate in percent", { lines: [LINE], discountRate: 8 }, "#/discountRate"],
    ["a negative yearly rate", { lines: [LINE], discountRate: -0.1 }, "#/discountRate"],
    ["a rate of −100 %", { cashFlow: [1], ratePerPeriod: -1 }, "#/ratePerPeriod"],
    ["two rates", { cashFlow: [1], ratePerPeriod: 0.1, discountRate: 0.1 }, "#/ratePerPeriod"],
    ["a rate that blows up what is far", { cashFlow: Array(400).fill(1e9), ratePerPeriod: -0.9 }, "#/ratePerPeriod"],
    ["neither lines nor flow", { firstQuarter: "2026-Q1" }, "#/lines"],
    ["both", { lines: [LINE], cashFlow: [1] }, "#/lines"],
    ["an empty flow", { cashFlow: [] }, "#/cashFlow"],
    ["a flow without end", { cashFlow: Array(401).fill(1) }, "#/cashFlow"],
    ["a flow beyond the cent", { cashFlow: [1e17] }, "#/cashFlow/0"],
    ["a flow of nothing that is something", { cashFlow: [-1e-300, 1] }, "#/cashFlow/0"],
    ["a flow of holes", { cashFlow: [1, null, 2] }, "#/cashFlow/1"],
    ["a horizon that the flow denies", { cashFlow: [1, 2], horizonQuarters: 12 }, "#/horizonQuarters"],
    ["years of lines", { lines: [LINE], period: "year" }, "#/period"],
    ["a month", { cashFlow: [1], period: "month" }, "#/period"],
    ["a misspelt rate", { cashFlow: [1], rate: 0.1 }, "#/rate"],
    ["a misspelt field of a line", { lines: [{ ...LINE, starts: 3 }] }, "#/lines/0/starts"],
    [
      "amounts past the horizon",
      {
        horizonQuarters: 2,
        lines: [{ kind: "by-quarter", label: { en: "Flow" }, amounts: [1, 2, 3] }],
      },
      "#/lines/0/amounts",
    ],
    [
      "half a cent in a line",
      { lines: [{ kind: "by-quarter", label: { en: "Flow" }, amounts: [1, 2.5] }] },
      "#/lines/0/amounts/1",
    ],
    [
      "a line twice",
      {
        lines: [
          { ...LINE, id: "a" },
          { ...LINE, id: "a" },
        ],
      },
      "#/lines/1/id",
    ],
    ["a quarter that is none", { lines: [LINE], firstQuarter: "2026-Q5" }, "#/firstQuarter"],
  ];

  test("gets a sentence that names the field, never a figure", async () => {
    const program = await open();
    for (const [said, body, pointer] of bodies) {
      const answer = await program.ask("POST", EVALUATE, { body });
      expect([said, answer.status]).toEqual([said, 400]);
      const faults = answer.body.errors as { pointer: string; detail: string }[];
      expect(
        faults.map((fault) => fault.pointer),
        said,
      ).toContain(pointer);
      for (const { detail } of faults) expect(detail, said).toMatch(/^[A-Z].+[.!]$/);
    }
  });

  test("as large as a request may be is turned away before it costs anything", async () => {
    const program = await open();
    const started = performance.now();
    const lines = await program.ask("POST", EVALUATE, { body: { lines: Array(1_000_000).fill({}) } });
    const many = await program.ask("POST", EVALUATE, { body: { lines: Array(MAX_LINES + 1).fill(LINE) } });
    const flow = await program.ask("POST", EVALUATE, { body: { cashFlow: Array(1_000_000).fill(1) } });
    expect([lines.status, many.status, flow.status]).toEqual([400, 400, 400]);
    for (const { body } of [lines, many, flow]) expect(body.errors).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test("is not what is merely large", async () => {
    const program = await open();
    const body = await worked(program, {
      horizonQuarters: MAX_HORIZON_QUARTERS,
      lines: Array.from({ length: MAX_LINES }, (_, at) => ({ ...LINE, amount: 1e12, startsAfterQuarters: at % 80 })),
    });
    expect(body.outputs.totalCost.minor).toBe(2e14);
    const turns = Array.from({ length: 400 }, (_, at) => (at % 2 ? 1 : -1) * (100 + (at % 7)));
    expect((await worked(program, { cashFlow: turns })).outputs.irr.kind).toBeTypeOf("string");
  });
});

describe("The break-even of an input", () => {
  test("is the value at which the same case, sent again with it, is worth nothing", async () => {
    const program = await open();
    const lines = [
      { ...LINE, id: "build", amount: 300_000 },
      { ...BENEFIT, id: "saved", quantityPerQuarter: 100, unitValue: 1000, adoption: 0.6 },
      { kind: "run", id: "run", label: { en: "Run" }, amountPerQuarter: 10_000 },
    ];
    const { breakEven, outputs } = await worked(program, { lines });
    expect(outputs.npv.minor).toBeGreaterThan(0);
    const of = (line: string, input: string) =>
      breakEven.find((each: { line: string; input: string }) => each.line === line && each.input === input);
    expect(of("build", "amount")).toMatchObject({ kind: "up-to", likely: 300_000 });
    expect(of("saved", "adoption")).toMatchObject({ kind: "from" });
    for (const { line, input, kind, value } of breakEven) {
      if (kind === "always" || kind === "never") continue;
      const again = lines.map((each) => (each.id === line ? { ...each, [input]: value } : each));
      const { npv } = (await worked(program, { lines: again })).outputs;
      expect(Math.abs(npv.minor), `${line} ${input}`).toBeLessThanOrEqual(12);
    }
  });
});

test("A name that is not known is told with what it is, and a line’s start past every horizon as its own", async () => {
  const program = await open();
  const body = { lines: [{ ...LINE, starts: 3, startsAfterQuarters: 999 }], rat: 0.1 };
  const { errors } = (await program.ask("POST", EVALUATE, { body })).body;
  const said = new Map(errors.map((one: { pointer: string; detail: string }) => [one.pointer, one.detail]));
  expect(said.get("#/lines/0/starts")).toContain("“starts”");
  expect(said.get("#/rat")).toContain("“rat”");
  expect(said.get("#/lines/0/startsAfterQuarters")).toBe("A start, a ramp or a delay is said in 0 to 80 quarters.");
});
