import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { readOrganisation } from "#app/people/organisation.server";
import { type Database, DatabaseProblem } from "#db/client.server";
import { shownAccounts } from "#seeds/accounts";
import { plantRegister } from "#seeds/bulk/plant";
import { playStory } from "#seeds/run";
import { TODAY } from "#seeds/story/organisation";
import { type Command, CommandProblem, type Door, type Given, UsageProblem } from "./command";

export const seed: Command = {
  name: "seed",
  summary: "Load the demonstration portfolio into an empty database.",
  options: {
    "if-empty": { type: "boolean", what: "do nothing, successfully, when the database holds something" },
    cases: { type: "string", value: "N", what: "grow a register of so many cases on top, for a look at scale" },
    reports: { type: "string", value: "M", what: "with so many reports; ten for each case when left out" },
    seed: { type: "string", value: "S", what: "another register of that size; the same seed gives the same one" },
  },
  async run(given, door) {
    const fill = fillerOf(given, door);
    const loaded = (await isNew(door.environment.databaseUrl))
      ? await playBeside(door, fill)
      : await playInPlace(door, fill);
    if (loaded) {
      const lines = loaded.map(({ email, name, roles }) => `  ${email}  ${name}: ${roles.join(", ") || "no role"}`);
      const password = loaded[0] ? `The password of each account is: ${loaded[0].password}` : "";
      return {
        ok: true,
        lines: ["The demonstration portfolio is loaded.", password, ...lines],
        data: { loaded: true, accounts: loaded },
      };
    }
    const database = await door.open(door.environment.databaseUrl);
    const organisation = await readOrganisation(database).finally(() => database.close());
    const name = organisation?.name ?? "";
    if (!given.flag("if-empty")) {
      throw new CommandProblem(`The database already holds ${name}: name an empty one with DATABASE_URL.`);
    }
    const accounts = organisation?.demo ? shownAccounts() : [];
    return { ok: true, lines: [`The database already holds ${name}.`], data: { loaded: false, accounts } };
  },
};

/** Fills an empty database, with the demonstration alone or with a register on top of it. */
type Fill = (database: Database) => Promise<void>;

function fillerOf(given: Given, { progress }: Door): Fill {
  const cases = wholeOf(given, "cases");
  const reports = wholeOf(given, "reports");
  const seed = wholeOf(given, "seed") ?? 1;
  if (cases === undefined) {
    if (reports !== undefined) throw new UsageProblem("The option --reports goes with --cases.");
    return async (database) => {
      await playStory(database, progress);
    };
  }
  return async (database) => {
    try {
      await plantRegister(database, { cases, reports: reports ?? cases * 10, seed, today: TODAY, progress });
    } catch (problem) {
      throw problem instanceof RangeError ? new CommandProblem(problem.message) : problem;
    }
  };
}

function wholeOf(given: Given, name: string): number | undefined {
  const text = given.text(name);
  if (text === undefined) return undefined;
  if (!/^\d{1,8}$/.test(text)) throw new UsageProblem(`The option --${name} takes a whole number, not «${text}».`);
  return Number(text);
}

function fileOf(url: string): string | null {
  return url.startsWith("file:") ? resolve(url.slice("file:".length)) : null;
}

async function isNew(url: string): Promise<boolean> {
  const file = fileOf(url);
  return file !== null && !existsSync(file);
}

/** Loads beside and moves into place: a load that is cut short leaves nothing, and the next start begins again. */
async function playBeside({ environment, open }: Door, fill: Fill) {
  const file = fileOf(environment.databaseUrl) ?? "";
  const beside = `${file}.loading`;
  const clear = () => {
    for (const end of ["", "-wal", "-shm"]) rmSync(`${beside}${end}`, { force: true });
  };
  try {
    mkdirSync(dirname(file), { recursive: true });
    clear();
  } catch (problem) {
    const code = problem instanceof Error && "code" in problem ? String(problem.code) : "";
    throw new DatabaseProblem(
      `The database ${file} cannot be written: give this user the right to write there, or set DATABASE_URL to another file (${code}).`,
    );
  }
  const database = await open(`file:${beside}`);
  try {
    await fill(database).finally(() => database.close());
    renameSync(beside, file);
    return shownAccounts();
  } finally {
    clear();
  }
}

async function playInPlace({ environment, open }: Door, fill: Fill) {
  const database = await open(environment.databaseUrl);
  try {
    if (await readOrganisation(database)) return null;
    await fill(database);
    return shownAccounts();
  } finally {
    await database.close();
  }
}
