import { createHash } from "node:crypto";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import { type Actor, CASEBOOK } from "#app/people/roles";
import { type HiddenScores, NOTHING_HIDDEN } from "#app/use-cases/hidden-scores.server";
import type { Reader, Writer } from "#db/client.server";
import { agendaItems, committeeSessions, decisions, people, useCases } from "#db/schema.server";
import { agendaOf } from "./agenda.server";
import type { Minutes, MinutesItem } from "./minutes";
import { overridesUntil } from "./overrides.server";
import { seatsOf } from "./seats.server";
import { type CommitteeSession, refuseEarly, sessionByNumber } from "./sessions.server";
import { tallyOf } from "./votes";
import { namedIn, type Seen } from "./why-against";
import { seenBy } from "./why-against.server";

/** The minutes of a closed session, as they were signed where they were. @throws Refusal 404; 409 while it is open */
export async function readMinutes(
  db: Reader,
  number: number,
): Promise<{ session: CommitteeSession; minutes: Minutes }> {
  const session = await sessionByNumber(db, number);
  if (session.status === "cancelled") throw new Refusal(409, "committee.refusal.cancelled", { number });
  if (session.status !== "closed") throw new Refusal(409, "committee.refusal.open", { number });
  if (session.minutes) return { session, minutes: session.minutes };
  const seats = await seatsOf(db, session.id);
  const [chair] = session.chairId
    ? await db.select({ name: people.name }).from(people).where(eq(people.id, session.chairId))
    : [];
  // As the record has it, whoever asks: what a reader may not see is taken out where it is shown.
  const { items } = await agendaOf(db, CASEBOOK, session, NOTHING_HIDDEN, seats);
  const setAgainst = await db
    .select({ reference: useCases.reference, is: decisions.setAgainst })
    .from(decisions)
    .innerJoin(useCases, eq(useCases.id, decisions.useCaseId))
    .where(eq(decisions.sessionId, session.id));
  const againstOf = new Map(setAgainst.map(({ reference, is }) => [reference, is]));
  const minutes: Minutes = {
    number,
    heldOn: session.heldOn,
    chair: chair?.name ?? null,
    quorum: session.quorum,
    hears: session.hears,
    present: seats.filter((seat) => seat.present).map(({ name }) => name),
    inWriting: seats.flatMap(({ name, opinion }) => (opinion ? [{ name, opinion }] : [])),
    items: items.map(
      ({ reference, title, figures, votes, decision, asked }): MinutesItem => ({
        ...{ reference, title, figures },
        votes: votes?.tally ?? tallyOf([]),
        decision: decision && {
          outcome: decision.outcome,
          reason: decision.reason,
          relookOn: decision.relookOn,
          budgetMinor: decision.budgetMinor,
          againstRank: decision.againstRank,
          setAgainst: decision.againstRank ? (againstOf.get(reference) ?? null) : null,
          againstVotes: decision.againstVotes,
          quorate: decision.quorate,
          overridden: decision.overridden?.length ?? 0,
          by: decision.by,
          asked: asked.map(({ text, owner, dueOn }) => ({ text, owner, dueOn })),
        },
      }),
    ),
    overrides: await overridesUntil(db, session),
    notes: session.notes,
  };
  return { session, minutes };
}

/**
 * Signs the minutes of a closed session: from then on its hash says whether they are still what was signed.
 * @throws Refusal 409 while it is open, or when it was signed
 */
export async function signMinutes(tx: Writer, actor: Actor, number: number, when: When): Promise<void> {
  const may = permit(actor, "session.sign", NO_PARTIES);
  const { session, minutes } = await readMinutes(tx, number);
  refuseEarly(session, when.today);
  if (session.signedAt) throw new Refusal(409, "committee.refusal.signed", { number });
  const signedHash = hashOf(minutes);
  await tx
    .update(committeeSessions)
    .set({ signedAt: when.now, signedBy: actor.personId, minutes, signedHash, version: session.version + 1 })
    .where(eq(committeeSessions.id, session.id));
  await record(tx, may, { subject: "session", subjectId: session.id, after: { signedHash } }, when);
}

/** Sessions whose kept minutes are no longer what was signed. */
export async function brokenMinutes(db: Reader): Promise<number[]> {
  const { number, minutes, signedHash } = committeeSessions;
  const signed = await db.select({ number, minutes, signedHash }).from(committeeSessions).where(isNotNull(signedHash));
  return signed
    .filter((one) => one.minutes === null || hashOf(one.minutes) !== one.signedHash)
    .map((one) => one.number);
}

const hashOf = (minutes: Minutes) => createHash("sha256").update(JSON.stringify(minutes)).digest("hex");

/** Who signed the minutes of a session, and when; null where nobody did. */
export async function signatureOf(
  db: Reader,
  { signedAt, signedBy, signedHash }: CommitteeSession,
): Promise<{ by: string; at: Date; hash: string } | null> {
  if (!signedAt || !signedHash) return null;
  const [signer] = await db
    .select({ name: people.name })
    .from(people)
    .where(eq(people.id, signedBy ?? 0));
  return { by: signer?.name ?? "", at: signedAt, hash: signedHash };
}

/** The same for a reader from whom the scores of these cases are hidden. */
export function veiledMinutes(minutes: Minutes, hidden: ReadonlySet<string>): Minutes {
  const veil = { value: null, complexity: null, rank: null, filtersFailed: 0 };
  const items = minutes.items.map((item) =>
    hidden.has(item.reference) ? { ...item, figures: { ...item.figures, ...veil } } : item,
  );
  return { ...minutes, items };
}

/** The references on a session's table whose scores are hidden. One query. */
export async function hiddenInSession(db: Reader, sessionId: number, hidden: HiddenScores): Promise<Set<string>> {
  const rows = await db
    .select({ reference: useCases.reference })
    .from(agendaItems)
    .innerJoin(useCases, eq(useCases.id, agendaItems.useCaseId))
    .where(and(eq(agendaItems.sessionId, sessionId), hidden(sql`${useCases}`)));
  return new Set(rows.map(({ reference }) => reference));
}

/** What a reader may see of the cases that the decisions of these minutes passed over. At most two queries. */
export const seenOf = (db: Reader, actor: Actor, { items }: Minutes): Promise<Seen> =>
  seenBy(
    db,
    actor,
    items.flatMap(({ decision }) => namedIn(decision?.setAgainst ?? null)),
  );
