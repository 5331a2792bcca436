import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { readOrganisation } from "#app/people/organisation.server";
import { DatabaseProblem } from "#db/client.server";
import { shownAccounts } from "#seeds/accounts";
import { playStory } from "#seeds/run";
import { type Command, CommandProblem, type Door } from "./command";

export const seed: Command = {
  name: "seed",
  summary: "Load the demonstration portfolio into an empty database.",
  options: { "if-empty": { type: "boolean", what: "do nothing, successfully, when the database holds something" } },
  async run(given, door) {
    const loaded = (await isNew(door.environment.databaseUrl)) ? await playBeside(door) : await playInPlace(door);
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

function fileOf(url: string): string | null {
  return url.startsWith("file:") ? resolve(url.slice("file:".length)) : null;
}

async function isNew(url: string): Promise<boolean> {
  const file = fileOf(url);
  return file !== null && !existsSync(file);
}

/** Loads beside and moves into place: a load that is cut short leaves nothing, and the next start begins again. */
async function playBeside({ environment, open, progress }: Door) {
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
    const { accounts } = await playStory(database, progress).finally(() => database.close());
    renameSync(beside, file);
    return accounts;
  } finally {
    clear();
  }
}

async function playInPlace({ environment, open, progress }: Door) {
  const database = await open(environment.databaseUrl);
  try {
    if (await readOrganisation(database)) return null;
    return (await playStory(database, progress)).accounts;
  } finally {
    await database.close();
  }
}
