import { type Verification, verifyAudit } from "#app/people/audit.server";
import { readOrganisation } from "#app/people/organisation.server";
import { checkCounts } from "#app/use-cases/check-counts.server";
import { checkLedger } from "#app/use-cases/check-ledger.server";
import { checkTotals } from "#app/use-cases/list/kept-totals.server";
import type { Reader } from "#db/client.server";
import { brokenReferences } from "#db/references.server";
import { CommandProblem } from "./command";

/** What a copy of a database was proved to be. */
export interface Proof {
  organisation: string;
  /** Events of the audit log, and the hash of the last one. */
  events: number;
  head: string;
}

/**
 * Proves that a copy is a whole Casebook: its audit chain, its references, its kept sums and counts.
 * @throws CommandProblem with what is broken
 */
export async function prove(what: string, db: Reader): Promise<Proof> {
  const audit: Verification = await verifyAudit(db);
  if (!audit.whole)
    throw new CommandProblem(`${what} is not sound: its audit log is broken at event ${audit.brokenAt}.`);
  const { broken } = await brokenReferences(db);
  if (broken[0]) throw new CommandProblem(`${what} is not sound: the reference ${broken[0].reference} is broken.`);
  if ((await checkLedger(db)).length > 0) throw new CommandProblem(`${what} is not sound: its kept sums are off.`);
  if ((await checkCounts(db)).length > 0) throw new CommandProblem(`${what} is not sound: its kept counts are off.`);
  if ((await checkTotals(db)).length > 0) throw new CommandProblem(`${what} is not sound: its kept totals are off.`);
  const organisation = await readOrganisation(db);
  if (!organisation) throw new CommandProblem(`${what} holds no casebook: nobody has set one up in it.`);
  return { organisation: organisation.name, events: audit.events, head: audit.head };
}
