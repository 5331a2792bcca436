/** Who asks: accounts of the bench's own, opened by the command as an administrator would. */
import type { Page } from "./pages";
import { run } from "./processes";
import { requestOf, Wire } from "./wire";

const PASSWORD = "a-long-word-for-the-bench";

/** Reads as executives do; may do nothing that changes a page. */
export const READER = { email: "reader@bench.example", name: "Bench Reader", roles: ["executive"] };
/** Submits, reports on what it owns, imports. */
export const WRITER = { email: "writer@bench.example", name: "Bench Writer", roles: ["champion", "admin"] };

export interface Caller {
  cookie: string;
  /** For the API. */
  token: string;
}

export async function openAccounts(env: NodeJS.ProcessEnv): Promise<void> {
  for (const { email, name, roles } of [READER, WRITER]) {
    const named = ["--email", email, "--name", name, ...roles.flatMap((role) => ["--role", role])];
    await run(["build/cli.js", "user", "create", ...named, "--password-stdin"], env, PASSWORD);
  }
}

/** A token by which a program reads as somebody. */
export async function tokenOf(email: string, env: NodeJS.ProcessEnv): Promise<string> {
  const made = await run(["build/cli.js", "token", "create", "--email", email, "--name", "Bench", "--json"], env);
  return JSON.parse(made).token;
}

export const form = (fields: Record<string, string>) => ({
  method: "POST",
  headers: { "Content-Type": "application/x-www-form-urlencoded" },
  body: Buffer.from(new URLSearchParams(fields).toString()),
});

/** Signs in, and answers the cookie. */
export async function signIn(port: number, email: string): Promise<string> {
  const wire = new Wire(port);
  try {
    const { status, headers } = await wire.ask(requestOf("/sign-in", form({ email, password: PASSWORD })));
    const cookies = headers.get("set-cookie") ?? [];
    if (status !== 303 || cookies.length === 0) throw new Error(`Signing in answered ${status}.`);
    return cookies.map((line) => line.split(";")[0]).join("; ");
  } finally {
    wire.close();
  }
}

export function headersOf({ cookie, token }: Caller, page: Page): Record<string, string> {
  return page.bearer ? { Authorization: `Bearer ${token}` } : { Cookie: cookie };
}
