import { randomBytes } from "node:crypto";
import { errorsOf } from "#app/kernel/input";
import { type When, whenAt } from "#app/kernel/when";
import { speechFor } from "#app/locales/speech";
import { SCOPES, tokenInput } from "#app/people/api-token";
import { issueToken, revokeToken, tokensOf } from "#app/people/api-tokens.server";
import { personByEmail } from "#app/people/directory.server";
import { readOrganisation } from "#app/people/organisation.server";
import { CASEBOOK } from "#app/people/roles";
import type { Database } from "#db/client.server";
import { keptSecret } from "#db/secret.server";
import { type Command, CommandProblem, type Door, type Given, type Outcome, UsageProblem } from "./command";

const email = {
  type: "string",
  required: true,
  value: "ADDRESS",
  what: "whose token: what the person signs in with",
} as const;

/** Runs on the open database, with today as the organisation counts it. */
async function at(door: Door, work: (database: Database, when: When) => Promise<Outcome>): Promise<Outcome> {
  const database = await door.open(door.environment.databaseUrl);
  try {
    const organisation = await readOrganisation(database);
    if (!organisation) {
      throw new CommandProblem(
        "This database holds no organisation yet: open Casebook once in a browser to set it up.",
      );
    }
    return await work(database, whenAt(door.now, organisation));
  } finally {
    await database.close();
  }
}

async function personOf(database: Database, given: Given) {
  const address = (given.text("email") ?? "").trim().toLowerCase();
  const person = await personByEmail(database, address);
  if (!person) throw new CommandProblem(`Nobody signs in with ${address}.`);
  return person;
}

const iso = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());

export const tokenCreate: Command = {
  name: "token create",
  summary: "Make an access token by which a program acts for a person; it is shown once.",
  options: {
    email,
    name: { type: "string", required: true, value: "NAME", what: "the program that is to use it" },
    scope: { type: "string", value: "SCOPE", what: `one of: ${SCOPES.join(", ")}; read where it is not given` },
    days: { type: "string", value: "DAYS", what: "how long it lasts, 1 to 366; 90 where it is not given" },
  },
  run: (given, door) => {
    const wanted = understand(given);
    return at(door, async (database, when) => {
      const person = await personOf(database, given);
      const secret =
        door.environment.sessionSecret ?? (await keptSecret(database, () => randomBytes(32).toString("base64url")));
      const { id, token, expiresAt } = await database.write((tx) =>
        issueToken(tx, CASEBOOK, person.id, wanted, secret, when),
      );
      const until = expiresAt.toISOString();
      return {
        ok: true,
        lines: [
          `${person.name} <${person.email}> has a token for «${wanted.name}», to ${wanted.scope}, until ${until}.`,
          "It is shown this once:",
          token,
        ],
        data: { id, token, email: person.email, name: wanted.name, scope: wanted.scope, expiresAt: until },
      };
    });
  },
};

export const tokenList: Command = {
  name: "token list",
  summary: "List a person's access tokens: how each begins, what it may do, until when, and when it was last used.",
  options: { email },
  run: (given, door) =>
    at(door, async (database, when) => {
      const person = await personOf(database, given);
      const tokens = (await tokensOf(database, person.id, when.now)).map((token) => ({
        ...token,
        createdAt: iso(token.createdAt),
        expiresAt: iso(token.expiresAt),
        lastUsedAt: iso(token.lastUsedAt),
      }));
      const lines = tokens.map(
        ({ id, prefix, name, scope, state, expiresAt, lastUsedAt }) =>
          `${id}  ${prefix}…  ${scope.padEnd(5)}  ${state.padEnd(7)}  until ${expiresAt}  last used ${lastUsedAt ?? "never"}  ${name}`,
      );
      return { ok: true, lines: lines.length ? lines : [`${person.name} has no token.`], data: { tokens } };
    }),
};

export const tokenRevoke: Command = {
  name: "token revoke",
  summary: "End an access token at once.",
  options: { id: { type: "string", required: true, value: "ID", what: "as `casebook token list` numbers it" } },
  run: (given, door) => {
    const id = Number(given.text("id"));
    if (!Number.isSafeInteger(id) || id <= 0) throw new UsageProblem("--id: Write the number of a token.");
    return at(door, async (database, when) => {
      await database.write((tx) => revokeToken(tx, CASEBOOK, id, when));
      return { ok: true, lines: [`The token ${id} is revoked.`], data: { id } };
    });
  },
};

function understand(given: Given) {
  const read = tokenInput.safeParse({
    name: given.text("name"),
    scope: given.text("scope") ?? "read",
    days: given.text("days") ?? "90",
  });
  if (read.success) return read.data;
  const { t } = speechFor("en", "EUR", "UTC");
  const [fault] = Object.entries(errorsOf(read.error)).map(([name, { key, values }]) => `--${name}: ${t(key, values)}`);
  throw new UsageProblem(fault ?? "The token cannot be read.");
}
