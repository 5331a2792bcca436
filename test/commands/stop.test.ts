/** The server is told to end while people use it. */
import { copyFileSync } from "node:fs";
import { Agent, get } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, inject, onTestFinished, test } from "vitest";
import { freePort } from "../../bin/port.mjs";
import { scratch, start } from "../support/programs";

/** The status of one request on a connection of its own. */
function ask(port: number, path: string): Promise<number> {
  return new Promise((answered, failed) => {
    const asked = get({ host: "127.0.0.1", port, path, agent: new Agent({ keepAlive: false }) }, (response) => {
      response.resume();
      response.on("end", () => answered(response.statusCode ?? 0));
    });
    asked.on("error", failed);
  });
}

test("What was asked is answered, nobody is sent more, and nothing silent holds it up", async () => {
  const file = join(scratch(), "casebook.db");
  copyFileSync(inject("demonstration"), file);
  const port = await freePort();
  const env = { DATABASE_URL: `file:${file}`, PORT: String(port), NODE_ENV: "production", LOG_LEVEL: "warn" };
  const server = start(process.execPath, ["build/server.js"], { env });
  await server.says("Casebook is ready");
  const silent = connect(port, "127.0.0.1");
  silent.on("error", () => undefined);
  onTestFinished(() => void silent.destroy());
  expect(await ask(port, "/readyz")).toBe(200);

  const asked = Array.from({ length: 40 }, () => ask(port, "/sign-in"));
  await wait(20);
  const from = performance.now();
  server.pressCtrlC();
  await wait(50);
  const ready = ask(port, "/readyz");
  expect(new Set(await Promise.all(asked))).toEqual(new Set([200]));
  expect(await ready).toBe(503);
  const { code } = await server.ended;
  expect(code).toBe(0);
  expect(performance.now() - from).toBeLessThan(8_000);
  await expect(ask(port, "/readyz")).rejects.toThrow();
});
