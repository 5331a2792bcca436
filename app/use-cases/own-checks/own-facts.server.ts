import { and, desc, eq, isNotNull, isNull, or } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import { among } from "#db/among.server";
import type { Reader } from "#db/client.server";
import { caseFiles, gateAnswers, trustCards } from "#db/schema.server";
import type { OwnFact } from "../gates";
import { type Standing, standingsOf } from "../signatures/standing.server";
import { checksOn } from "./checks.server";
import { concerns, isMet, type OwnCheck } from "./own-check";

export interface CheckedCase {
  id: number;
  departmentId: number | null;
  aiType: string | null;
}

/** A check that concerns a case, and whether it is met. */
export interface Concerning {
  check: OwnCheck;
  met: boolean;
}

/** The newest answers of these cases, in one query: those whose file was taken off count no more. */
async function newestAnswers(db: Reader, ids: readonly number[]) {
  const rows = await db
    .select({ useCaseId: gateAnswers.useCaseId, checkId: gateAnswers.checkId, passes: gateAnswers.passes })
    .from(gateAnswers)
    .leftJoin(caseFiles, eq(caseFiles.id, gateAnswers.fileId))
    .where(and(among(db, gateAnswers.useCaseId, ids), or(isNull(gateAnswers.fileId), isNotNull(caseFiles.id))))
    .orderBy(desc(gateAnswers.id));
  const found = new Map<string, { passes: boolean }>();
  for (const { useCaseId, checkId, passes } of rows) {
    const key = `${useCaseId} ${checkId}`;
    if (!found.has(key)) found.set(key, { passes });
  }
  return (useCaseId: number, checkId: number) => found.get(`${useCaseId} ${checkId}`) ?? null;
}

/**
 * The checks that concern each of these cases. One query where the organisation has none, else four however many cases.
 * @param standings the signatures of the cases, where they are known already
 */
export async function concerningOf(
  db: Reader,
  cases: readonly CheckedCase[],
  today: Day,
  standings?: ReadonlyMap<number, Standing>,
): Promise<Map<number, Concerning[]>> {
  const checks = cases.length ? await checksOn(db, today) : [];
  if (checks.length === 0) return new Map();
  const ids = cases.map(({ id }) => id);
  const cards = await db
    .select({
      useCaseId: trustCards.useCaseId,
      customerFacing: trustCards.customerFacing,
      exception: trustCards.redLineException,
    })
    .from(trustCards)
    .where(among(db, trustCards.useCaseId, ids));
  const byCase = new Map(cards.map((card) => [card.useCaseId, card]));
  const answerOf = await newestAnswers(db, ids);
  const asksSignature = checks.some(({ kind }) => kind === "sign-off");
  const signatures = standings ?? (asksSignature ? await standingsOf(db, ids, today) : new Map<number, Standing>());
  return new Map(
    cases.map(({ id, departmentId, aiType }) => {
      const card = byCase.get(id);
      const of = { departmentId, aiType, customerFacing: card?.customerFacing ?? null };
      const exception = Boolean(card?.exception?.fr?.trim() || card?.exception?.en?.trim());
      const signed = signatures.get(id)?.signed ?? new Set();
      const concerning = checks
        .filter((check) => concerns(check, of))
        .map((check) => ({ check, met: isMet(check, { answer: answerOf(id, check.id), exception, signed }) }));
      return [id, concerning];
    }),
  );
}

/** What the organisation itself asks of each of these cases, as gates take it. */
export async function ownFactsOf(
  db: Reader,
  cases: readonly CheckedCase[],
  today: Day,
  standings?: ReadonlyMap<number, Standing>,
): Promise<Map<number, OwnFact[]>> {
  const concerning = await concerningOf(db, cases, today, standings);
  const factOf = ({ check: { id, gate, question }, met }: Concerning): OwnFact => ({ id, gate, question, met });
  return new Map([...concerning].map(([id, all]) => [id, all.map(factOf)]));
}
