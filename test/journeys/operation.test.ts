/** What those who run it look at: health, metrics, the log, limits. */
import { connect } from "node:net";
import { expect, test } from "vitest";
import { openApp, PASSWORD } from "../support/app";
import { aCase } from "../support/cases";
import { openSite } from "../support/site";

test("It is alive, and ready as long as its database answers and it is not about to end", async () => {
  const app = await openApp();
  const { get, state } = await openSite(app);
  expect((await get("/healthz")).status).toBe(200);
  expect((await get("/readyz")).status).toBe(200);
  state.stopping = true;
  expect((await get("/readyz")).status).toBe(503);
  state.stopping = false;
  await app.database.close();
  expect((await get("/readyz")).status).toBe(503);
  expect((await get("/healthz")).status).toBe(200);
});

test("Metrics count requests by route and never by address, and tell the database's time", async () => {
  const app = await openApp();
  const { reference } = await aCase(app);
  const { get } = await openSite(app);
  await get(`/use-cases/${reference}`);
  await get("/use-cases?q=secret-word");
  await get("/nowhere");
  const page = await (await get("/metrics")).text();
  expect(page).toContain('casebook_http_requests_total{method="GET",route="/use-cases/:reference",status="200"} 1');
  expect(page).toContain('casebook_http_requests_total{method="GET",route="none",status="404"} 1');
  expect(page).toMatch(
    /casebook_http_request_duration_seconds_bucket\{le="0.02",method="GET",route="\/use-cases"\} \d/,
  );
  expect(page).toMatch(/casebook_database_statement_duration_seconds_count [1-9]/);
  expect(page).toMatch(/casebook_database_write_wait_seconds_count [1-9]/);
  expect(page).toMatch(/casebook_database_writers 0/);
  expect(page).toMatch(/nodejs_eventloop_lag_seconds \d/);
  expect(page).not.toContain(reference);
  expect(page).not.toContain("secret-word");
});

test.each([
  ["on this machine", {}, 200],
  ["through a proxy", { "X-Forwarded-For": "203.0.113.7" }, 403],
  [
    "through a proxy, with the token",
    { "X-Forwarded-For": "203.0.113.7", Authorization: "Bearer a-token-of-tests" },
    200,
  ],
  ["with a wrong token", { Authorization: "Bearer another" }, 403],
])("Metrics asked for %s answer %s", async (_who, headers, status) => {
  const { get } = await openSite(await openApp(), { metricsToken: "a-token-of-tests" });
  expect((await get("/metrics", headers as Record<string, string>)).status).toBe(status);
});

test("Without a token no token reads the metrics", async () => {
  const { get } = await openSite(await openApp());
  expect((await get("/metrics", { Authorization: "Bearer " })).status).not.toBe(500);
  expect((await get("/metrics", { Authorization: "Bearer undefined" })).status).toBe(403);
});

test("Each request is a line in the log with its id, and knows people by id alone", async () => {
  const app = await openApp();
  const { get, logged, cookie } = await openSite(app);
  const answer = await get("/use-cases?q=Camille");
  expect(logged.at(-1)).toMatchObject({ level: "info", method: "GET", path: "/use-cases", status: 200, person: 1 });
  expect(logged.at(-1)?.request).toBe(answer.headers.get("X-Request-Id"));
  await get("/use-cases?q=Camille");
  expect(logged.at(-1)).toMatchObject({ person: 1 });
  await get("/password/a-link-that-opens-an-account");
  const written = JSON.stringify(logged);
  for (const secret of ["Camille", "admin@example.com", PASSWORD, "a-link-that-opens", cookie.split("=")[1] ?? "?"]) {
    expect(written).not.toContain(secret);
  }
});

test("A body without a length, one that is too large, and an address that is none are refused in a sentence", async () => {
  const { address } = await openSite(await openApp());
  const port = Number(new URL(address).port);
  const say = (head: string) =>
    new Promise<string>((resolve, reject) => {
      let heard = "";
      const socket = connect(port, "127.0.0.1", () => socket.write(`${head}\r\n\r\n`));
      socket.on("data", (text) => {
        heard += text;
        socket.end();
      });
      socket.on("close", () => resolve(heard));
      socket.on("error", reject);
    });
  expect(await say("POST /sign-in HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked")).toContain(" 411 ");
  expect(await say(`POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: ${61 * 1024 * 1024}`)).toContain(" 413 ");
  expect(await say("GET / HTTP/1.1\r\nHost: [")).toMatch(/ 400 [\s\S]*This cannot be read/);
});
