import { inArray } from "drizzle-orm";
import { scoresHiddenFrom } from "#app/assessment/blind.server";
import type { Day } from "#app/kernel/day";
import type { Told } from "#app/kernel/told";
import { permits } from "#app/people/permissions";
import type { Actor, Hearing } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { people } from "#db/schema.server";
import { type AgendaCase, agendaOf } from "./agenda.server";
import { type Candidate, candidatesFor } from "./candidates.server";
import { type LeftTo, leftToOthers, waitingElsewhere } from "./other-agenda.server";
import { type Quorum, quorumOf } from "./quorum";
import { seatsOf } from "./seats.server";
import type { SessionStatus } from "./sessions";
import { type CommitteeSession, sessionByNumber } from "./sessions.server";

export interface SessionPage {
  number: number;
  version: number;
  heldOn: Day;
  status: SessionStatus;
  /** Null unless it was taken back. */
  cancelled: { reason: Told; by: string; at: number } | null;
  chair: string | null;
  quorum: number;
  notes: Told | null;
  hears: Hearing[];
  members: { id: number; name: string; roles: string[]; present: boolean }[];
  quorumNow: Quorum;
  /** What absent members wrote, for those who judge. */
  opinions: { name: string; opinion: Told }[];
  /** Whether the reader has a seat and is not there: they may write. */
  mayWrite: boolean;
  ownOpinion: Told | null;
  /** Milliseconds. */
  frozenAt: number | null;
  signed: { by: string; at: number; hash: string } | null;
  agenda: AgendaCase[];
  /** Cases that could come to this session. */
  candidates: Candidate[];
  /** Those that could come and wait on the agenda of another open session: how many, by session. */
  left: LeftTo[];
  mayPlan: boolean;
  /** Whether the reader takes the committee's decisions, save on what they are a party to. */
  chairs: boolean;
  mayClose: boolean;
  /** Its day is still to come: nothing is decided before it. */
  early: boolean;
  /** As long as nothing was decided. */
  mayCancel: boolean;
  maySign: boolean;
}

/** One session as a page shows it, in a fixed number of queries. */
export async function sessionPage(
  db: Reader,
  actor: Actor,
  number: number,
  calendar: { today: Day; assessmentsNeeded: number },
): Promise<SessionPage> {
  const session = await sessionByNumber(db, number);
  const seats = await seatsOf(db, session.id);
  const named = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [session.chairId ?? 0, session.signedBy ?? 0, session.cancelledBy ?? 0]));
  const nameOf = (id: number | null) => named.find((one) => one.id === id)?.name ?? null;
  const hidden = scoresHiddenFrom(actor);
  const open = session.status === "planned";
  const elsewhere = open ? await waitingElsewhere(db, session.id) : new Map<number, number>();
  const { items, ids } = await agendaOf(db, actor, session, hidden, seats, elsewhere);
  const mayPlan = permits(actor, "session.plan");
  const judges = permits(actor, "note.read");
  const own = seats.find(({ id }) => id === actor.personId);
  return {
    number,
    version: session.version,
    heldOn: session.heldOn,
    status: session.status,
    cancelled: session.cancelReason && {
      ...{ reason: session.cancelReason, by: nameOf(session.cancelledBy) ?? "" },
      at: session.closedAt?.getTime() ?? 0,
    },
    chair: nameOf(session.chairId),
    quorum: session.quorum,
    hears: session.hears,
    notes: session.notes,
    members: seats.map(({ id, name, roles, present }) => ({ id, name, roles: [...roles], present })),
    quorumNow: quorumOf(seats, session.quorum, session.hears),
    opinions: judges ? seats.flatMap(({ name, opinion }) => (opinion ? [{ name, opinion }] : [])) : [],
    mayWrite: open && own !== undefined && !own.present,
    ownOpinion: own?.opinion ?? null,
    frozenAt: session.frozenAt?.getTime() ?? null,
    signed:
      session.signedAt && session.signedHash
        ? { by: nameOf(session.signedBy) ?? "", at: session.signedAt.getTime(), hash: session.signedHash }
        : null,
    agenda: items,
    ...(mayPlan && open
      ? await comingTo(db, session, { ids, elsewhere }, calendar.assessmentsNeeded)
      : { candidates: [], left: [] }),
    mayPlan,
    chairs: permits(actor, "decision.take"),
    early: open && session.heldOn > calendar.today,
    mayClose: permits(actor, "session.close"),
    mayCancel: open && !items.some(({ decision }) => decision) && permits(actor, "session.cancel"),
    maySign: session.status === "closed" && !session.signedAt && permits(actor, "session.sign"),
  };
}

/** What could come to a session: what is free, and what other sessions have. */
async function comingTo(
  db: Reader,
  { heldOn }: CommitteeSession,
  { ids, elsewhere }: { ids: readonly number[]; elsewhere: ReadonlyMap<number, number> },
  asked: number,
) {
  return {
    candidates: await candidatesFor(db, { without: [...ids, ...elsewhere.keys()] }, heldOn, asked),
    left: await leftToOthers(db, elsewhere, heldOn, asked),
  };
}
