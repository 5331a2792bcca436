/** The product on one database, with people signed in; and the floors on the same one. */

import { writeFileSync } from "node:fs";
import { eq, inArray } from "drizzle-orm";
import { openDatabase } from "#db/open.server";
import { kpis, people } from "#db/schema.server";
import { SERVER_FLAGS } from "../bin/server-flags.mjs";
import { hearStatements } from "./floors/statements";
import type { Page } from "./pages";
import { type Caller, openAccounts, READER, signIn, tokenOf, WRITER } from "./people";
import { type Running, start } from "./processes";
import { median } from "./statistics";

const STARTS = 3;
const OWNED_KPIS = 60;
/** One program asks for more in a minute than is usual. */
const UNLIMITED = { API_REQUESTS_A_MINUTE: "1000000" };

/** Makes the bench's writer the owner of some KPIs, to report on. */
async function ownKpis(url: string): Promise<void> {
  const database = await openDatabase(url);
  try {
    await database.write(async (tx) => {
      const [writer] = await tx.select({ id: people.id }).from(people).where(eq(people.email, WRITER.email));
      if (!writer) throw new Error("The bench's account is not there");
      const some = await tx.select({ id: kpis.id }).from(kpis).limit(OWNED_KPIS);
      await tx
        .update(kpis)
        .set({ ownerId: writer.id })
        .where(
          inArray(
            kpis.id,
            some.map(({ id }) => id),
          ),
        );
    });
  } finally {
    await database.close();
  }
}

export interface Stand {
  product: Running;
  /** Milliseconds, the median of some starts. */
  startMs: number;
  reader: Caller;
  writer: Caller;
  env: NodeJS.ProcessEnv;
}

/** Prepares a fresh copy of a database for the bench, and serves it. */
export async function serve(url: string): Promise<Stand> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DATABASE_URL: url,
    LOG_LEVEL: "warn",
    NODE_ENV: "production",
    ...UNLIMITED,
  };
  await openAccounts(env);
  await ownKpis(url);
  // Before a server writes beside it.
  const tokens = new Map<string, string>();
  for (const { email } of [READER, WRITER]) tokens.set(email, await tokenOf(email, env));
  const starts: number[] = [];
  for (let at = 1; at < STARTS; at++) {
    const trial = await start([...SERVER_FLAGS, "build/server.js"], env);
    starts.push(await trial.ready);
    await trial.stop();
  }
  const product = await start([...SERVER_FLAGS, "build/server.js"], env);
  starts.push(await product.ready);
  const callerOf = async (email: string) => ({
    cookie: await signIn(product.port, email),
    token: tokens.get(email) ?? "",
  });
  return {
    product,
    startMs: median(starts),
    reader: await callerOf(READER.email),
    writer: await callerOf(WRITER.email),
    env,
  };
}

export interface Floors {
  bare: Running;
  framework: Running;
}

/** The floors over the same database, with the statements that the product sent for these pages. */
export async function serveFloors(stand: Stand, pages: readonly Page[], built: string, file: string): Promise<Floors> {
  writeFileSync(file, JSON.stringify(await hearStatements(pages, stand.reader, stand.env)));
  const env = { ...stand.env, BENCH_STATEMENTS: file, BENCH_FLOOR_BUILD: built };
  const bare = await start([`${built}/bare.mjs`], env);
  const framework = await start(["bench/floors/framework/server.mjs"], env);
  await Promise.all([bare.ready, framework.ready]);
  return { bare, framework };
}
