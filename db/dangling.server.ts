/** The code with which each engine refuses a reference that would lead nowhere. */
const CODES = ["SQLITE_CONSTRAINT_FOREIGNKEY", "23503"];

/** Whether a write failed because what it points to is not there, or because something still points to what it removes. */
export function isDangling(problem: unknown): boolean {
  if (!(problem instanceof Error)) return false;
  // Drizzle wraps what the driver of PostgreSQL says.
  return ("code" in problem && CODES.includes(String(problem.code))) || isDangling(problem.cause);
}
