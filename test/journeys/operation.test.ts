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

const TOKEN = "a-token-of-tests";
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

test.each([
  ["on this machine", {}, {}, 200],
  ["through a proxy that says so", {}, { "X-Forwarded-For": "203.0.113.7" }, 403],
  ["through a proxy that says it otherwise", {}, { "X-Real-IP": "203.0.113.7" }, 403],
  ["with any token where there is none", {}, { ...bearer("undefined"), Via: "1.1 proxy" }, 403],
  ["where a proxy is known to stand in front", { proxied: true }, {}, 403],
  ["on this machine, where a token is set", { metricsToken: TOKEN }, {}, 403],
  ["with a wrong token", { metricsToken: TOKEN }, bearer("another"), 403],
  [
    "with the token, from anywhere",
    { metricsToken: TOKEN },
    { ...bearer(TOKEN), "X-Forwarded-For": "203.0.113.7" },
    200,
  ],
])("Metrics asked for %s", async (_how, options, headers, status) => {
  const { get } = await openSite(await openApp(), options);
  expect((await get("/metrics", headers)).status).toBe(status);
});

test("Each request is a line in the log with its id, and knows people by id alone", async () => {
  const app = await openApp();
  const { get, logged, cookie } = await openSite(app);
  const answer = await get("/use-cases?q=Camille");
  expect(logged.at(-1)).toMatchObject({ level: "info", method: "GET", path: "/use-cases", status: 200, person: 1 });
  expect(logged.at(-1)?.request).toBe(answer.headers.get("X-Request-Id"));
  await get("/use-cases?q=Camille");
  expect(logged.at(-1)).toMatchObject({ person: 1 });
  for (const path of ["/password/", "/Password/", "/%70assword/", "/password%2F", "/password;/"]) {
    await get(`${path}a-link-that-opens-an-account`);
  }
  const written = JSON.stringify(logged);
  for (const secret of ["Camille", "admin@example.com", PASSWORD, "a-link-that-opens", cookie.split("=")[1] ?? "?"]) {
    expect(written).not.toContain(secret);
  }
});

/** Sends a head as it is, and hears what comes back. */
function say(port: number, head: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(`${head}\r\n\r\n`));
    socket.on("data", (text) => {
      heard += text;
      socket.end();
    });
    socket.on("close", () => resolve(heard));
    socket.on("error", reject);
  });
}

test.each([
  ["POST /sign-in HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked", 411],
  [`POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: ${61 * 1024 * 1024}`, 413],
  ["GET / HTTP/1.1\r\nHost: [", 400],
  ["GET /people HTTP/1.1\r\nHost: localhost/sign-in?", 400],
  ["GET /people HTTP/1.1\r\nHost: evil@localhost", 400],
  ["TRACE /use-cases HTTP/1.1\r\nHost: x", 405],
  ["GET // HTTP/1.1\r\nHost: x", null],
  ["GET /\\ HTTP/1.1\r\nHost: x", null],
  ["GET //a:99999/ HTTP/1.1\r\nHost: x", null],
  ["GET http://a:b@c:999999/ HTTP/1.1\r\nHost: x", null],
  ["GET /%E0%A4%A HTTP/1.1\r\nHost: x", null],
])("What is no request of ours is answered, and the process lives on: %j", async (head, status) => {
  const { address, get, logged } = await openSite(await openApp());
  const answer = await say(Number(new URL(address).port), head);
  const answered = Number(/^HTTP\/1.1 (\d+)/.exec(answer)?.[1]);
  if (status === null) expect(answered).toBeLessThan(500);
  else expect(answered).toBe(status);
  expect((await get("/healthz")).status).toBe(200);
  expect(logged.filter(({ level }) => level === "error")).toEqual([]);
});

test("What is refused at the door is refused in the language that is asked for", async () => {
  const { address } = await openSite(await openApp());
  const head = `POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: ${61 * 1024 * 1024}`;
  const port = Number(new URL(address).port);
  expect(await say(port, `${head}\r\nAccept-Language: fr-FR,fr`)).toContain("Le contenu dépasse 60 Mo");
  expect(await say(port, head)).toContain("The content is larger than 60 MB");
});
