import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { Refusal } from "#app/kernel/refusal";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { auditEvents } from "#db/schema.server";
import type { UseCase } from "../cases.server";
import { type CaseContent, CONTENT_FIELDS } from "../content";
import { type CaseThen, makesVersion, replay } from "./replay";

export interface Version {
  number: number;
  /** The event that made it. */
  eventId: number;
  /** Milliseconds. */
  at: number;
  who: string;
  then: CaseThen;
}

/**
 * Every version of a case that the actor may see, the first one first. A draft was its author's business, and what it
 * said stays so. One query.
 */
export async function readVersions(db: Reader, actor: Actor, useCase: UseCase): Promise<Version[]> {
  const events = await db
    .select({
      id: auditEvents.id,
      at: auditEvents.at,
      who: auditEvents.actorName,
      before: auditEvents.before,
      after: auditEvents.after,
    })
    .from(auditEvents)
    .where(and(eq(auditEvents.useCaseId, useCase.id), eq(auditEvents.subject, "use-case")))
    .orderBy(asc(auditEvents.id));
  const made = events.filter(makesVersion);
  const mayEdit = permits(actor, "use-case.edit", useCase);
  return replay(made)
    .map((then, at) => {
      const event = made[at];
      return { number: at + 1, eventId: event?.id ?? 0, at: event?.at.getTime() ?? 0, who: event?.who ?? "", then };
    })
    .filter(({ then }) => mayEdit || then.stage !== "draft");
}

/** The number of a version as an address writes it: `3`, or `e420` for the one that an event made. @throws Refusal 404 */
export function numberOf(versions: readonly Version[], written: string | undefined): number {
  const [, sign, digits] = /^(e?)(\d{1,15})$/.exec(written ?? "") ?? [];
  const wanted = Number(digits);
  const found = sign ? versions.find(({ eventId }) => eventId === wanted)?.number : wanted;
  if (!found) throw new Refusal(404, "case.refusal.no-version", { number: written ?? "" });
  return found;
}

/** One of them, and the one that it is compared with: the one before, where none is asked for. @throws Refusal 404 */
export function chosenVersions(versions: readonly Version[], number: number, beside: number | null) {
  const at = versions.findIndex((one) => one.number === number);
  const shown = versions[at];
  if (!shown) throw new Refusal(404, "case.refusal.no-version", { number });
  const other = beside === null ? (versions[at - 1] ?? null) : versions.find((one) => one.number === beside);
  if (other === undefined) throw new Refusal(404, "case.refusal.no-version", { number: beside ?? 0 });
  return { shown, beside: other };
}

const told = z.object({ fr: z.string().optional(), en: z.string().optional() }).nullable().catch(null);
const words = z.string().nullable().catch(null);
const amount = z.number().nullable().catch(null);
const kept = z.object({
  title: told.transform((title) => title ?? {}),
  need: told,
  expectedBenefit: told,
  affected: told,
  peopleAffected: amount,
  timesPer: z.enum(["day", "week", "month", "quarter", "year"]).nullable().catch(null),
  times: amount,
  minutesPerTime: amount,
  dataInvolved: told,
  source: words,
  aiType: words,
  country: words,
  departmentId: amount,
  ownerId: amount,
  technicalOwnerId: amount,
  coAuthorId: amount,
  toolInMind: words,
});

/** What a version said of its case, to be said again; what later versions of the product ask for is taken from now. */
export function contentThen(then: CaseThen, now: CaseContent): CaseContent {
  const fields = Object.fromEntries(CONTENT_FIELDS.map((field) => [field, then[field]]));
  return { ...now, ...kept.parse(fields) };
}
