import { randomBytes } from "node:crypto";
import { errorsOf } from "#app/kernel/input";
import { whenAt } from "#app/kernel/when";
import { speechFor } from "#app/locales/speech";
import { hashPassword } from "#app/people/auth.server";
import { createPerson } from "#app/people/create-person.server";
import { readOrganisation } from "#app/people/organisation.server";
import { newPassword } from "#app/people/password";
import { issuePasswordLink } from "#app/people/password-link.server";
import { personInput } from "#app/people/person";
import { CASEBOOK, ROLES } from "#app/people/roles";
import { keptSecret } from "#db/secret.server";
import { type Command, CommandProblem, type Given, UsageProblem } from "./command";

export const userCreate: Command = {
  name: "user create",
  summary: "Open an account, with a one-time link to choose a password or with a password read from standard input.",
  options: {
    email: { type: "string", required: true, value: "ADDRESS", what: "what the person signs in with" },
    name: { type: "string", required: true, value: "NAME", what: "the person's name" },
    role: { type: "string", multiple: true, value: "ROLE", what: `one of: ${ROLES.join(", ")}; may be repeated` },
    "password-stdin": { type: "boolean", what: "read the password from standard input instead of making a link" },
  },
  async run(given, { environment, now, open, readStandardInput }) {
    const person = understand(given);
    const withPassword = given.flag("password-stdin");
    const password = withPassword ? passwordFrom(await readStandardInput()) : null;
    const database = await open(environment.databaseUrl);
    try {
      const organisation = await readOrganisation(database);
      if (!organisation) {
        throw new CommandProblem(
          "This database holds no organisation yet: open Casebook once in a browser to set it up.",
        );
      }
      const when = whenAt(now, organisation);
      const passwordHash = password === null ? null : await hashPassword(password);
      const secret =
        environment.sessionSecret ?? (await keptSecret(database, () => randomBytes(32).toString("base64url")));
      const { personId, link } = await database.write(async (tx) => {
        const made = await createPerson(tx, CASEBOOK, person, passwordHash, when);
        return {
          ...made,
          link: withPassword ? null : await issuePasswordLink(tx, CASEBOOK, made.personId, secret, when),
        };
      });
      const address = link && `${environment.publicUrl}${link.path}`;
      return {
        ok: true,
        lines: [
          `${person.name} <${person.email}> has an account${person.roles.length ? `: ${person.roles.join(", ")}` : ""}.`,
          ...(link ? [`Until ${link.expiresAt.toISOString()} this link sets the password, once:`, `${address}`] : []),
        ],
        data: { personId, email: person.email, roles: person.roles, link: address, expiresAt: link?.expiresAt ?? null },
      };
    } finally {
      await database.close();
    }
  },
};

function understand(given: Given) {
  const unknown = given.list("role").find((role) => !(ROLES as readonly string[]).includes(role));
  if (unknown) throw new UsageProblem(`There is no role «${unknown}»: take one of ${ROLES.join(", ")}.`);
  const read = personInput.safeParse({
    name: given.text("name"),
    email: given.text("email"),
    roles: given.list("role"),
  });
  if (read.success) return read.data;
  const { t } = speechFor("en", "EUR", "UTC");
  const [fault] = Object.entries(errorsOf(read.error)).map(([name, { key, values }]) => `--${name}: ${t(key, values)}`);
  throw new UsageProblem(fault ?? "The person cannot be read.");
}

function passwordFrom(typed: string): string {
  const read = newPassword.safeParse(typed.replace(/\r?\n$/, ""));
  if (read.success) return read.data;
  throw new CommandProblem("The password must have 10 to 200 characters.");
}
