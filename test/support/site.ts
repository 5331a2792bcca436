/** The whole site over HTTP, in this process: what a proxy or a browser would talk to. */
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { countMails } from "#app/people/mail-content.server";
import { metrics } from "../../http/metrics";
import { siteOf } from "../../http/site";
import { type App, PASSWORD } from "./app";
import { scratch } from "./programs";
import { serverBuild } from "./server-build";

export interface OpenSite {
  address: string;
  /** The lines that it logged. */
  logged: Record<string, unknown>[];
  state: { stopping: boolean };
  /** Asks as the first administrator, who is signed in. Redirects are not followed. */
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  cookie: string;
  /** Opens a session for another account; answers its cookie. */
  signIn(email: string): Promise<string>;
}

/** Serves this app's database on a free port. */
export async function openSite(
  app: App,
  options: { metricsToken?: string; proxied?: boolean; apiRequestsAMinute?: number } = {},
): Promise<OpenSite> {
  const folder = scratch();
  mkdirSync(join(folder, "client", "assets"), { recursive: true });
  const logged: Record<string, unknown>[] = [];
  const state = { stopping: false };
  const site = siteOf({
    environment: {
      trustProxy: options.proxied ? 1 : 0,
      secure: false,
      publicOrigin: null,
      mail: null,
      apiRequestsAMinute: options.apiRequestsAMinute ?? 100_000,
    },
    folder,
    build: await serverBuild(),
    database: app.database,
    secret: "a secret for tests",
    log: (entry) => void logged.push(entry),
    metrics: metrics({ token: options.metricsToken, proxied: options.proxied ?? false }, () =>
      countMails(app.database),
    ),
    clock: () => app.clock.at,
    stopping: () => state.stopping,
  });
  const server = createServer(site).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const signIn = async (email: string) => {
    const credentials = new URLSearchParams({ email, password: PASSWORD });
    const signedIn = await fetch(`${address}/sign-in`, { method: "POST", body: credentials, redirect: "manual" });
    const cookies = signedIn.headers.getSetCookie().map((line) => line.split(";")[0]);
    return cookies.join("; ");
  };
  const cookie = await signIn("admin@example.com");
  return {
    address,
    logged,
    state,
    cookie,
    signIn,
    get: (path, headers = {}) =>
      fetch(`${address}${path}`, { headers: { Cookie: cookie, ...headers }, redirect: "manual" }),
  };
}
