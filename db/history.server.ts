import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseProblem } from "./client.server";

interface Journal {
  entries: { when: number }[];
}

const ELSEWHERE = "restore a backup, or set DATABASE_URL to another database";

/**
 * The migrations that a database has had must be the first of ours, in their order: what follows would not fit otherwise.
 * @param where the database as a sentence names it
 * @param applied when each of them was written, the oldest first
 * @throws DatabaseProblem
 */
export function refuseOtherHistory(where: string, applied: readonly number[], migrationsFolder: string): void {
  const journal = JSON.parse(readFileSync(join(migrationsFolder, "meta", "_journal.json"), "utf8")) as Journal;
  const ours = journal.entries.map(({ when }) => when);
  if (applied.some((when, at) => at < ours.length && when !== ours[at])) {
    throw new DatabaseProblem(
      `${where} has another history than this version of Casebook: it cannot be brought up to date, and was left as it is; ${ELSEWHERE}.`,
    );
  }
  if (applied.length > ours.length) {
    throw new DatabaseProblem(`${where} was written by a newer version of Casebook: start that one, or ${ELSEWHERE}.`);
  }
}

/** Why a migration failed, which undoes itself: the engine's own words, without those of the statement. */
export function migrationProblem(where: string, problem: Error): DatabaseProblem {
  const [said = ""] = (problem.cause instanceof Error ? problem.cause : problem).message.split("\n");
  return new DatabaseProblem(
    `${where} could not be brought to this version, and was left as it was (${said}); ${ELSEWHERE}.`,
  );
}
