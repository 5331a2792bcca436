import { and, asc, desc, eq, gt, inArray, like } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { auditEvents } from "#db/schema.server";
import type { LaterEvent } from "./signature";

/** Whose events tell for whom a case is. */
const OF_AUDIENCE = ["use-case", "roll-out-site", "roll-out-reading"];

const sideOf = (kept: string | null): LaterEvent["before"] => (kept === null ? null : JSON.parse(kept));

/** What happened to a case's audience since a signature, in order; nothing where the signature itself was never told. */
export async function eventsSince(db: Reader, useCaseId: number, signOffId: number): Promise<LaterEvent[]> {
  const [signed] = await db
    .select({ id: auditEvents.id })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.subject, "sign-off"),
        eq(auditEvents.subjectId, signOffId),
        like(auditEvents.after, '%"verdict":"yes"%'),
      ),
    )
    .orderBy(desc(auditEvents.id))
    .limit(1);
  if (!signed) return [];
  const events = await db
    .select()
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.useCaseId, useCaseId),
        gt(auditEvents.id, signed.id),
        inArray(auditEvents.subject, OF_AUDIENCE),
      ),
    )
    .orderBy(asc(auditEvents.id));
  return events.map(({ subject, subjectId, before, after }) => ({
    ...{ subject, subjectId },
    ...{ before: sideOf(before), after: sideOf(after) },
  }));
}
