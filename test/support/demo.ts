/** The demonstration portfolio, played once a run on each engine; each test works on a copy of its own. */
import { randomBytes } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { inject, onTestFinished } from "vitest";
import type { Database } from "#db/client.server";
import { openDatabase } from "#db/open.server";
import { type Account, DEMONSTRATION_PASSWORD } from "#seeds/accounts";
import { playStory } from "#seeds/run";
import { story } from "#seeds/story/index";
import { type App, openApp, type Person } from "./app";
import { TEMPLATE } from "./engines";

const PLAYED = "casebook_demo";
const PATIENCE = 1_200;

async function play(url: string): Promise<void> {
  const database = await openDatabase(url);
  await playStory(database, () => undefined).finally(() => database.close());
}

/** The first who asks plays it; whoever asks meanwhile waits. */
async function playedFile(folder: string): Promise<string> {
  const played = join(folder, `${PLAYED}.db`);
  const lock = join(folder, `${PLAYED}.lock`);
  for (let tries = 0; tries < PATIENCE && !existsSync(played); tries++) {
    try {
      mkdirSync(lock);
    } catch {
      await wait(100);
      continue;
    }
    copyFileSync(join(folder, `${TEMPLATE}.db`), `${played}.loading`);
    await play(`file:${played}.loading`);
    renameSync(`${played}.loading`, played);
  }
  return played;
}

async function copyOfPlayed(server: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(8)");
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [PLAYED]);
    if (rowCount === 0) {
      await client.query(`create database ${PLAYED}_loading template ${TEMPLATE}`);
      await play(`${server}/${PLAYED}_loading`);
      await client.query(`alter database ${PLAYED}_loading rename to ${PLAYED}`);
    }
    await client.query(`create database ${name} template ${PLAYED}`);
  } finally {
    await client.end();
  }
}

/** The address of a database of its own that holds the whole demonstration. */
export async function demoDatabaseUrl(): Promise<string> {
  const { engine, folder, server } = inject("engines");
  const name = `demo_${randomBytes(6).toString("hex")}`;
  if (engine === "sqlite") {
    copyFileSync(await playedFile(folder), join(folder, `${name}.db`));
    return `file:${join(folder, `${name}.db`)}`;
  }
  await copyOfPlayed(server, name);
  return `${server}/${name}`;
}

/** The demonstration in a database that is closed when the test ends. */
export async function demoDatabase(): Promise<Database> {
  const database = await openDatabase(await demoDatabaseUrl());
  onTestFinished(() => database.close());
  return database;
}

export interface Demo extends App {
  /** Signs in as somebody of the story, by their key there, such as `claire`. */
  as(key: string): Promise<Person>;
}

export function emailOf(key: string): Account["email"] {
  const found = story.people.find((person) => person.key === key);
  if (!found) throw new Error(`Nobody of the story is called ${key}`);
  return found.email;
}

/** The product with the whole demonstration in it, on the day on which the story stops. */
export async function openDemo(): Promise<Demo> {
  const app = await openApp({ database: await demoDatabase() });
  return {
    ...app,
    as: async (key) => {
      const person = app.stranger();
      const answer = await person.post("/sign-in", { email: emailOf(key), password: DEMONSTRATION_PASSWORD });
      if (answer.status !== 303) throw new Error(`${key} could not sign in: ${answer.status} ${answer.text}`);
      return person;
    },
  };
}
