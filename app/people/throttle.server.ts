import { and, count, eq, gt, inArray, or } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { Writer } from "#db/client.server";
import { signInFailures } from "#db/schema.server";
import { networkOf } from "./network";

/** For how long a failed try counts. */
export const WINDOW_MS = 15 * 60_000;
const FAILURES_PER_ACCOUNT = 5;
const FAILURES_PER_NETWORK = 30;
/** Tries of a network that failed or are under way: a whole house signs in at nine, from one address. */
const TRIES_PER_NETWORK = 200;

/** A try that is under way. */
export interface Attempt {
  account: string;
  network: string;
  ids: number[];
}

const trying = (network: string) => `trying ${network}`;

/**
 * Counts a try at a password before the password is looked at: a hundred tries at once would all pass a check that
 * only counts finished ones. For its account it counts as failed until it is forgiven.
 * @throws Refusal 429 after too many failures for the account, or for the network that they come from.
 */
export async function countAttempt(tx: Writer, email: string, address: string, now: Date): Promise<Attempt> {
  const account = `account ${email}`;
  const network = `address ${networkOf(address)}`;
  const since = new Date(now.getTime() - WINDOW_MS);
  const failures = await tx
    .select({ key: signInFailures.key, count: count() })
    .from(signInFailures)
    .where(and(inArray(signInFailures.key, [account, network, trying(network)]), gt(signInFailures.at, since)))
    .groupBy(signInFailures.key);
  const of = (key: string) => failures.find((failure) => failure.key === key)?.count ?? 0;
  const tries = of(network) + of(trying(network));
  if (of(account) >= FAILURES_PER_ACCOUNT || of(network) >= FAILURES_PER_NETWORK || tries >= TRIES_PER_NETWORK) {
    throw new Refusal(429, "people.refusal.throttled", { minutes: WINDOW_MS / 60_000 });
  }
  const counted = await tx
    .insert(signInFailures)
    .values([account, trying(network)].map((key) => ({ key, at: now })))
    .returning({ id: signInFailures.id });
  return { account, network, ids: counted.map(({ id }) => id) };
}

/** The password was wrong: now its network has failed, too. */
export async function failAttempt(tx: Writer, { network, ids }: Attempt): Promise<void> {
  await tx
    .update(signInFailures)
    .set({ key: network })
    .where(and(inArray(signInFailures.id, ids), eq(signInFailures.key, trying(network))));
}

/** The password was right: the account starts afresh. The network keeps its other failures. */
export async function forgiveAttempt(tx: Writer, { account, ids }: Attempt): Promise<void> {
  await tx.delete(signInFailures).where(or(eq(signInFailures.key, account), inArray(signInFailures.id, ids)));
}

/** A new password was chosen: what was tried on the old one no longer counts. */
export async function forgiveAccount(tx: Writer, email: string): Promise<void> {
  await tx.delete(signInFailures).where(eq(signInFailures.key, `account ${email}`));
}

/**
 * Counts one more use of something that is open without an account, unless it was used too often lately.
 * @param limits the most uses of each key in the window
 * @returns whether it may be used; nothing is counted where it may not
 */
export async function countUse(tx: Writer, limits: Readonly<Record<string, number>>, now: Date): Promise<boolean> {
  const keys = Object.keys(limits);
  const since = new Date(now.getTime() - WINDOW_MS);
  const used = await tx
    .select({ key: signInFailures.key, count: count() })
    .from(signInFailures)
    .where(and(inArray(signInFailures.key, keys), gt(signInFailures.at, since)))
    .groupBy(signInFailures.key);
  if (used.some(({ key, count: uses }) => uses >= (limits[key] ?? 0))) return false;
  await tx.insert(signInFailures).values(keys.map((key) => ({ key, at: now })));
  return true;
}
