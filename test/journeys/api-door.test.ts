/** The API's door under abuse: odd addresses, bodies that nobody reads, and figures that no sum could carry. */
import { once } from "node:events";
import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { openApp } from "../support/app";
import { aCase } from "../support/cases";
import { aMeasuredCase } from "../support/measurement";
import { aProgram, newKey } from "../support/program";
import { openSite } from "../support/site";

async function open(options: Parameters<typeof openSite>[1] = {}) {
  const app = await openApp();
  const site = await openSite(app, options);
  const nadia = await app.signedIn("Nadia", { roles: ["champion"] });
  return { app, site, nadia, program: await aProgram(app, site, nadia.id) };
}

describe("An address of the API", () => {
  test.each(["/api/v1/me", "/%61pi/v1/me", "/api/%761/me", "/API/v1/me"])(
    "is counted however it is spelled: %s",
    async (path) => {
      const { site, program } = await open({ apiRequestsAMinute: 2 });
      const ask = () => fetch(`${site.address}${path}`, { headers: { Authorization: `Bearer ${program.token}` } });
      const answers = [await ask(), await ask(), await ask()];
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
      expect(answers[2]?.headers.get("Content-Type")).toContain("application/problem+json");
    },
  );

  test.each(["_data=routes", "_routes=root", "index"])(
    "knows no name that is another program's own: %s",
    async (query) => {
      const { program } = await open();
      const read = await program.get(`/me?${query}`);
      const written = await program.ask("POST", `/use-cases?${query}`, { body: {} });
      for (const answer of [read, written]) {
        expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
        expect(answer).toMatchObject({ status: 400, body: { errors: [{ parameter: query.split("=")[0] }] } });
      }
    },
  );

  test("that cannot be read is not blamed on the body", async () => {
    const { program } = await open();
    const answer = await program.get("/use-cases/%ff");
    expect(answer).toMatchObject({ status: 400, body: { detail: expect.stringContaining("address") } });
  });

  test("of the description says which methods it takes", async () => {
    const { program } = await open();
    const answer = await program.ask("PUT", "/openapi.json", { body: {} });
    expect([answer.status, answer.body.type]).toEqual([405, "/api#problem-wrong-method"]);
    expect(answer.headers.get("Allow")).toBe("GET");
  });
});

describe("A place in a list", () => {
  test("is one in the order that gave it, and in no other", async () => {
    const { app, nadia, program } = await open();
    await aCase(app);
    for (const after of ["1.5", "1e300", "Infinity"]) {
      expect((await nadia.get(`/quarter/2026-Q3/review?after=${after}`)).status, after).toBe(200);
    }
    const places = ["0~sabc~1", "0~s~1", "0~s%00~1", "0~t1.5~1", "0~t1e308~1", "0~t1e19~1", "0~n~1", "1~n~1", "1~t5~1"];
    const taken: Record<string, string[]> = {};
    for (const sort of ["title", "stage", "updated", "value", "complexity", "npv", "realised"]) {
      const asked = places.map(async (place) => {
        const after = `sort=${sort}&after=${encodeURIComponent(place)}`;
        expect((await nadia.get(`/use-cases?${after}`)).status, `the screen begins anew: ${after}`).toBe(200);
        const { status, body } = await program.get(`/use-cases?${after}`);
        expect([200, 400], `${after}: ${body.detail}`).toContain(status);
        return status === 200 ? [place] : [];
      });
      taken[sort] = (await Promise.all(asked)).flat();
    }
    expect(taken).toEqual({
      title: ["0~sabc~1", "0~s~1"],
      stage: ["0~n~1", "1~n~1"],
      updated: [],
      value: ["0~t1.5~1", "0~t1e308~1", "0~t1e19~1", "1~n~1"],
      complexity: ["0~t1.5~1", "0~t1e308~1", "0~t1e19~1", "1~n~1"],
      npv: ["1~n~1"],
      realised: ["1~n~1"],
    });
  });
});

describe("A refusal", () => {
  test("before the body was read leaves the connection to its next request", async () => {
    const { site, program } = await open();
    const socket = connect(Number(new URL(site.address).port), "127.0.0.1");
    await once(socket, "connect");
    const head = `Host: localhost\r\nAuthorization: Bearer ${program.token}\r\n`;
    const body = JSON.stringify({ need: { fr: "x".repeat(300_000) } });
    let heard = "";
    const second = new Promise<void>((answered, failed) => {
      socket.on("data", (data) => {
        heard += data;
        if (heard.match(/HTTP\/1\.1 /g)?.length === 2) answered();
      });
      setTimeout(() => failed(new Error(`Only this was answered: ${heard.slice(0, 200)}`)), 5_000).unref();
    });
    // Without If-Match it is refused by its head alone.
    socket.write(
      `PATCH /api/v1/use-cases/UC-0001 HTTP/1.1\r\n${head}Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    socket.write(`GET /api/v1/me HTTP/1.1\r\n${head}\r\n`);
    await second.finally(() => socket.destroy());
    expect([...heard.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual(["428", "200"]);
  });

  test("of one program's expired token does not lock out the others that come by the same network", async () => {
    const { site, program } = await open();
    expect((await program.get("/me")).status).toBe(200);
    const wrong = () => fetch(`${site.address}/api/v1/me`, { headers: { Authorization: "Bearer cbk_old" } });
    let last = 401;
    for (let asked = 0; asked < 61; asked++) last = (await wrong()).status;
    expect(last).toBe(429);
    expect((await program.get("/me")).status).toBe(200);
  });
});

describe("A fault", () => {
  test("is told once, at a place that was sent", async () => {
    const { program } = await open();
    const line = { kind: "run", label: { fr: "Exploitation" }, amountPerQuarter: -1 };
    const answer = await program.ask("POST", "/business-cases/evaluate", {
      body: { firstQuarter: "2027-Q1", lines: [line] },
    });
    expect(answer.body.errors).toEqual([{ pointer: "#/lines/0/amountPerQuarter", detail: expect.any(String) }]);
  });
});

describe("A business case", () => {
  test("whose horizon ends after the years that people say is answered as described", async () => {
    const { program } = await open();
    const lines = [{ kind: "run", label: { fr: "Exploitation" }, amountPerQuarter: 1 }];
    const answer = await program.ask("POST", "/business-cases/evaluate", { body: { firstQuarter: "2999-Q4", lines } });
    const { components } = (await program.get("/openapi.json")).body;
    const { pattern } = components.schemas.EvaluatedBusinessCase.properties.quarters.items.properties.quarter;
    expect(answer.body.quarters.at(-1).quarter).toBe("3002-Q3");
    expect(answer.body.quarters.at(-1).quarter).toMatch(new RegExp(pattern));
  });
});

describe("A figure beyond counting", () => {
  test("is refused where it is reported, and the dashboard goes on", async () => {
    const app = await openApp();
    const site = await openSite(app);
    const { champion, reference, kpiId } = await aMeasuredCase(app);
    const program = await aProgram(app, site, champion.id);
    const report = (kpi: number, actual: number) =>
      program.ask("POST", "/reports", {
        headers: { "Idempotency-Key": newKey() },
        body: { quarter: "2026-Q3", reports: [{ kpiId: kpi, actual, note: { fr: "Vraiment" } }] },
      });
    expect(await report(kpiId, -1e12)).toMatchObject({ status: 409, body: { errors: [{ pointer: "#/reports/0" }] } });
    expect((await report(kpiId, 4)).status).toBe(200);
    const { headers } = await program.get(`/kpis/${kpiId}`);
    const absurd = { baseline: 1e12, valuePerUnit: { minor: 1e12, currency: "EUR" } };
    const edit = { body: absurd, headers: { "If-Match": String(headers.get("ETag")) } };
    expect((await program.ask("PATCH", `/kpis/${kpiId}`, edit)).status).toBe(409);
    expect((await program.get("/dashboard?quarter=2026-Q3")).status).toBe(200);
    expect((await program.get(`/use-cases/${reference}`)).body.realised.minor).toBeGreaterThan(0);
    expect(site.logged.filter(({ level }) => level === "error")).toEqual([]);
  });
});

describe("A colleague's draft", () => {
  test("is open to the champion of its department, with its KPIs, as on the screens", async () => {
    const app = await openApp();
    const site = await openSite(app);
    const departmentId = await app.department("SC", "Service client");
    const camille = await app.signedIn("Camille", { roles: ["champion"], departments: [departmentId] });
    const [lea, hugo] = [await app.signedIn("Léa"), await app.signedIn("Hugo", { roles: ["security"] })];
    const { reference } = await aCase(app, { stage: "draft", authorId: lea.id, departmentId });
    const [hers, his] = [await aProgram(app, site, camille.id), await aProgram(app, site, hugo.id)];
    const kpi = {
      name: { fr: "Délai" },
      unit: "h",
      direction: "down",
      baseline: 15,
      ownerId: camille.id,
      attribution: 1,
      overTime: "average",
      firstQuarter: "2026-Q1",
    };
    const made = await hers.ask("POST", `/use-cases/${reference}/kpis`, { body: kpi });
    expect(made.status).toBe(201);
    expect((await hers.get(`/kpis/${made.body.id}`)).body.useCase).toBe(reference);
    expect((await hers.get(`/kpis?useCase=${reference}`)).body.items).toHaveLength(1);
    expect((await his.ask("POST", `/use-cases/${reference}/kpis`, { body: kpi })).status).toBe(404);
    expect((await his.get(`/kpis/${made.body.id}`)).status).toBe(404);
    expect((await his.get("/kpis")).body.items).toEqual([]);
  });
});
