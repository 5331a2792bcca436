import { describe, expect, test } from "vitest";
import { minor } from "#app/kernel/money";
import { openApp } from "../support/app";
import { aProgram, type Program } from "../support/program";
import { sharedData, sharedText } from "../support/shared-data";
import { openSite } from "../support/site";
import { addCase } from "../support/standing";

async function open(): Promise<Program & { address: string }> {
  const app = await openApp();
  const site = await openSite(app);
  const person = await app.signedIn("Pia Program", { roles: ["committee"] });
  return { ...(await aProgram(app, site, person.id, "read")), address: `${site.address}/api/v1` };
}

const optimise = (program: Program, body: unknown, headers = {}) =>
  program.ask("POST", "/portfolio/optimise", { body, headers });

const THREE = [
  { id: "A", value: 60, cost: 50, people: 2, department: "hr", riskClass: "high" },
  { id: "B", value: 50, cost: 40, people: 1, department: "it" },
  { id: "C", value: 40, cost: 30.5, people: 0.5, department: "it", riskClass: "high" },
];

interface Instance {
  profits: number[];
  weights: number[][];
  capacities: number[];
  optimal_value: number;
}

describe("The choice of a portfolio, by programs", () => {
  test("answers the selection, what each constraint and each place costs, and the frontier", async () => {
    const program = await open();
    const { status, body } = await optimise(program, {
      candidates: THREE,
      constraints: { budget: 90 },
      frontierPoints: 3,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: "optimal",
      value: 110,
      bound: 110,
      cost: 90,
      people: 3,
      selection: ["A", "B"],
    });
    expect(body.candidates[2]).toEqual({
      ...{ id: "C", chosen: false, impossible: false, loss: { amount: 10, sureness: "exact" } },
      ...{ comes: [], goes: ["B"], because: "Out: forcing it in would lose 10. Would go out: B." },
    });
    expect(body.constraints).toMatchObject([
      { constraint: { kind: "budget", words: "Budget" }, used: 90, limit: 90, gainWithout: { amount: 40 } },
    ]);
    expect(body.frontier.map(({ budget, value }: { budget: number; value: number }) => [budget, value])).toEqual([
      [45, 50],
      [90, 110],
      [135, 150],
    ]);
    const told = await optimise(
      program,
      { candidates: THREE, constraints: { budget: 90 } },
      { "Accept-Language": "fr" },
    );
    expect(told.body.candidates[2].because).toContain("Non retenu");
  });

  test("names the constraints that conflict", async () => {
    const constraints = { budget: 60, include: ["A", "C"], people: 9 };
    const { status, body } = await optimise(await open(), { candidates: THREE, constraints });
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: "infeasible", value: null, selection: [] });
    expect(body.conflict.smallest).toBe(true);
    expect(body.conflict.constraints.map(({ words }: { words: string }) => words)).toEqual([
      "Budget",
      "A forced in",
      "C forced in",
    ]);
  });

  test("lists apart who lacks a figure", async () => {
    const candidates = [...THREE, { id: "D", value: null, cost: 1 }, { id: "E", value: 1_000 }];
    const { body } = await optimise(await open(), { candidates, constraints: { budget: 90 } });
    expect(body.value).toBe(110);
    expect(body.leftAside).toEqual([
      { id: "D", missing: ["value"] },
      { id: "E", missing: ["cost"] },
    ]);
  });

  test.runIf(sharedData)("finds the known optima of project selection", { timeout: 60_000 }, async () => {
    const program = await open();
    const { instances } = JSON.parse(sharedText("knapsack_instances.json")) as { instances: Instance[] };
    for (const { profits, weights, capacities, optimal_value } of instances) {
      const { body } = await optimise(program, {
        candidates: profits.map((value, at) => ({
          ...{ id: `${at}`, value },
          uses: Object.fromEntries(weights.map((row, index) => [`r${index}`, row[at]])),
        })),
        constraints: { resources: capacities.map((capacity, index) => ({ name: `r${index}`, capacity })) },
        explain: false,
        frontierPoints: 0,
        seconds: 30,
      });
      expect(body).toMatchObject({ status: "optimal", value: optimal_value });
    }
  });

  const ABSURD: [says: string, body: Record<string, unknown>, pointer: string, detail: RegExp][] = [
    ["nobody", { candidates: [] }, "#/candidates", /at least 1/],
    ["a negative budget", { candidates: THREE, constraints: { budget: -1 } }, "#/constraints/budget", /negative/],
    ["10¹⁸", { candidates: [{ id: "A", value: 1e18 }] }, "#/candidates/0/value", /exact/],
    ["the same twice", { candidates: [THREE[0], THREE[0]] }, "#/candidates/1/id", /“A” is there twice/],
    ["text for a number", { candidates: [{ id: "A", value: "NaN" }] }, "#/candidates/0/value", /number/],
    [
      "in and out",
      { candidates: THREE, constraints: { include: ["A"], exclude: ["A"] } },
      "#/constraints/include/0",
      /forced in and out|in and forced out/,
    ],
    ["unknown", { candidates: THREE, constraints: { exclude: ["Z"] } }, "#/constraints/exclude/0", /called “Z”/],
    ["no such resource", { candidates: [{ id: "A", value: 1, uses: { gpu: 1 } }] }, "#/candidates/0/uses/gpu", /“gpu”/],
    [
      "a hundred thousand",
      { candidates: Array.from({ length: 100_000 }, (_, at) => ({ id: `${at}`, value: 1 })) },
      "#/candidates",
      /2,?000/,
    ],
  ];
  test.each(ABSURD)("turns away %s with a sentence", async (_, sent, pointer, detail) => {
    const { status, body } = await optimise(await open(), sent);
    expect(status).toBe(400);
    expect(body.errors[0].pointer).toBe(pointer);
    expect(body.errors[0].detail).toMatch(detail);
  });

  test("says once that nobody is there to choose", async () => {
    expect((await optimise(await open(), { candidates: [] })).body.errors).toHaveLength(1);
  });

  test("stops for a program that has gone, and serves the next at once", { timeout: 30_000 }, async () => {
    const program = await open();
    const hard = Array.from({ length: 1_500 }, (_, at) => ({
      ...{ id: `H${at}`, value: 1_000_000 + ((at * 7_919) % 1_009), cost: 1_000_000 + ((at * 104_729) % 1_013) },
      uses: { a: 900_000 + ((at * 15_485_863) % 100_003), b: 900_000 + ((at * 32_452_843) % 100_019) },
    }));
    const resources = [
      { name: "a", capacity: 480_000_001 },
      { name: "b", capacity: 480_000_003 },
    ];
    const gone = new AbortController();
    const asked = fetch(`${program.address}/portfolio/optimise`, {
      method: "POST",
      headers: { Authorization: `Bearer ${program.token}`, "Content-Type": "application/json" },
      body: JSON.stringify({ candidates: hard, constraints: { budget: 490_000_007, resources }, seconds: 60 }),
      signal: gone.signal,
    });
    setTimeout(() => gone.abort(), 1_000);
    await expect(asked).rejects.toThrow();
    const began = performance.now();
    const next = await optimise(program, { candidates: THREE, constraints: { budget: 90 } });
    expect(next.body.value).toBe(110);
    expect(performance.now() - began).toBeLessThan(15_000);
  });

  test("keeps a scenario, answers it once it is worked out, and stops only what runs", async () => {
    const app = await openApp();
    const site = await openSite(app);
    await addCase(app, "UC-0001", { standing: { npvP50Minor: minor(1_000), totalCostMinor: minor(500) } });
    await addCase(app, "UC-0002", { standing: { npvP50Minor: minor(2_000), totalCostMinor: minor(600) } });
    const person = await app.signedIn("Pia Program", { roles: ["committee"] });
    const program = await aProgram(app, site, person.id);
    const made = await program.ask("POST", "/portfolio/scenarios", { body: { name: "Budget 2027", budget: 700 } });
    expect(made.status).toBe(201);
    const path = (made.headers.get("Location") ?? "").replace("/api/v1", "");
    const read = async (): Promise<Awaited<ReturnType<Program["get"]>>> => {
      const answer = await program.get(path);
      return answer.body.status === "running" ? read() : answer;
    };
    const { body } = await read();
    expect(body).toMatchObject({
      status: "done",
      outcome: "optimal",
      chosen: 1,
      value: { minor: 800, currency: "EUR" },
    });
    expect(body.result).toMatchObject({ selection: ["UC-0002"], constraints: [{ limit: 700, used: 600 }] });
    const listed = await program.get("/portfolio/scenarios?limit=1");
    expect(listed.body).toMatchObject({ items: [{ name: "Budget 2027" }], next: null });
    expect((await program.ask("POST", `${path}/cancellation`)).status).toBe(409);
    const unknown = await program.ask("POST", "/portfolio/scenarios", { body: { name: "x", include: ["UC-0099"] } });
    expect(unknown.status).toBe(400);
    expect(unknown.body.detail).toContain("UC-0099");
    const stranger = await aProgram(app, site, (await app.signedIn("Eva", { roles: ["executive"] })).id);
    expect((await stranger.ask("POST", "/portfolio/scenarios", { body: { name: "x" } })).status).toBe(403);
  });
});
