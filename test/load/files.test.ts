/** Files of ten megabytes in and out of the real server, several at once: it holds a part of each, never a whole one. */
import { createHash, randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { DEMONSTRATION_PASSWORD } from "#seeds/accounts";
import { aDemonstration, ENGINES } from "../support/demonstrations";
import { realServer } from "../support/real-server";

const MB = 1024 * 1024;
const SIZE = 10 * MB - 4096;
const FILES = 3;
const MOST_GROWTH = 30 * MB;

async function signedIn(port: number, email: string) {
  const base = `http://127.0.0.1:${port}`;
  const form = new URLSearchParams({ email, password: DEMONSTRATION_PASSWORD });
  const done = await fetch(`${base}/sign-in`, { method: "POST", body: form, redirect: "manual" });
  const Cookie = done.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  return (path: string, init: RequestInit = {}) =>
    fetch(`${base}${path}`, { redirect: "manual", ...init, headers: { Cookie, ...init.headers } });
}

const pdfOf = (size: number) => Buffer.concat([Buffer.from("%PDF-1.7\n"), randomBytes(size - 9)]);

/** How much memory the process took more than before, at most, while this was done. */
async function growth(memory: () => Promise<number>, work: () => Promise<unknown>): Promise<number> {
  const before = await memory();
  let most = before;
  let going = true;
  const watching = (async () => {
    while (going) {
      most = Math.max(most, await memory());
      await wait(20);
    }
  })();
  await work().finally(() => {
    going = false;
  });
  await watching;
  return most - before;
}

describe.each(ENGINES)("On %s", (engine) => {
  test("ten megabytes go in and come out without the process growing by more than thirty", async () => {
    const server = await realServer(await aDemonstration(engine));
    const ask = await signedIn(server.port, "claire.vasseur@halvenne.example");
    const files = "/use-cases/UC-0001/files";
    const add = (bytes: Buffer, name: string) => {
      const form = new FormData();
      form.append("file", new File([new Uint8Array(bytes)], name));
      return ask(files, { method: "POST", body: form });
    };
    const memory = () => server.metric("process_resident_memory_bytes");
    // What a process takes for its first file stays its own, as the database's cache of pages does, whose size is fixed.
    expect((await add(pdfOf(SIZE), "essai.pdf")).status).toBe(303);
    const [, first = ""] = /href="(\/use-cases\/UC-0001\/files\/\d+)"/.exec(await (await ask(files)).text()) ?? [];
    expect((await (await ask(first)).arrayBuffer()).byteLength).toBe(SIZE);

    const sent = Array.from({ length: FILES }, () => pdfOf(SIZE));
    let goingIn = 0;
    for (const [at, bytes] of sent.entries()) {
      const grown = await growth(memory, async () => {
        expect((await add(bytes, `grand-${at}.pdf`)).status).toBe(303);
      });
      goingIn = Math.max(goingIn, grown);
    }
    const page = await (await ask(files)).text();
    const links = [...page.matchAll(/href="(\/use-cases\/UC-0001\/files\/\d+)"[^>]*>grand-/g)].map(
      ([, href]) => href ?? "",
    );
    expect(links).toHaveLength(FILES);
    const sums = new Set(sent.map((bytes) => createHash("sha256").update(bytes).digest("hex")));
    let goingOut = 0;
    for (const link of links) {
      const grown = await growth(memory, async () => {
        const hash = createHash("sha256");
        const answer = await ask(link);
        expect(answer.headers.get("content-disposition")).toMatch(/^attachment/);
        const reader = answer.body?.getReader();
        // A slow line: what it does not take in must wait in the database, not in the process.
        for (let parts = 0; ; parts++) {
          const next = await reader?.read();
          if (!next || next.done) break;
          hash.update(next.value);
          if (parts % 20 === 0) await wait(10);
        }
        expect(sums.has(hash.digest("hex"))).toBe(true);
      });
      goingOut = Math.max(goingOut, grown);
    }
    console.log(
      `${engine}: a file of ten megabytes goes in with at most +${Math.round(goingIn / MB)} MB, out with +${Math.round(goingOut / MB)} MB`,
    );
    expect(goingIn).toBeLessThan(MOST_GROWTH);
    expect(goingOut).toBeLessThan(MOST_GROWTH);
  });
});
