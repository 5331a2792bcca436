/** What keeps a database from answering that is nobody's fault here and passes: told to people as such. */
export type Trouble = "busy" | "full" | "away";

const CODES: readonly [Trouble, RegExp][] = [
  ["busy", /^(SQLITE_BUSY|SQLITE_LOCKED|55P03)/],
  ["full", /^(SQLITE_FULL|ENOSPC|53100)/],
  // Connections that were refused or cut, a server that starts or stops, and too many clients.
  [
    "away",
    /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|08|57P0[123]|25P03|53300|SQLITE_CANTOPEN)/,
  ],
];
/** The driver of PostgreSQL tells these in words alone. */
const WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|timeout expired|Client has encountered a connection error)/;

/** What kept the database from answering, or null when the problem is another one. Causes are looked through. */
export function troubleOf(problem: unknown): Trouble | null {
  if (!(problem instanceof Error)) return null;
  const code = "code" in problem ? String(problem.code) : "";
  const found = CODES.find(([, codes]) => codes.test(code))?.[0];
  return found ?? (WORDS.test(problem.message) ? "away" : troubleOf(problem.cause));
}
