import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { addDays } from "#app/kernel/day";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { recordAll } from "#app/people/audit.server";
import { notify } from "#app/people/notify.server";
import type { Act } from "#app/people/permissions";
import { type Permitted, permit } from "#app/people/permit";
import type { Reader, Writer } from "#db/client.server";
import { signOffs } from "#db/schema.server";
import { caseById, type UseCase } from "../cases.server";
import { reviewersOf } from "./reviewers.server";
import { type LaterEvent, SIGN_OFF_KINDS, type SignOffKind, type StaleCause, stateOf } from "./signature";
import { eventsSince } from "./since.server";
import { readTerms } from "./terms.server";

type Row = typeof signOffs.$inferSelect;

/** What changed of a case since its signatures, such that they are to be given anew. */
export interface MaterialChange {
  cause: Exclude<StaleCause, "expired">;
  /** What changed, in words; null where the cause says it. */
  detail: Told | null;
  /** Whether it is material to a signature, by all that happened since it; always, where this does not say. */
  concerns?: (later: readonly LaterEvent[]) => boolean;
}

/** The last answer of each kind, and the kinds that are asked for and wait. */
async function answersOf(db: Reader, useCaseId: number): Promise<{ last: Row[]; waiting: Set<SignOffKind> }> {
  const rows = await db.select().from(signOffs).where(eq(signOffs.useCaseId, useCaseId)).orderBy(desc(signOffs.id));
  const last = SIGN_OFF_KINDS.flatMap((kind) => rows.find((row) => row.kind === kind && row.verdict !== null) ?? []);
  return { last, waiting: new Set(rows.filter(({ verdict }) => verdict === null).map(({ kind }) => kind)) };
}

/**
 * Part of the act that changed a case: what was signed for another model, other data or another audience is stale from
 * today, and is asked for anew. Answers the kinds that are.
 */
export async function renewSignatures(
  tx: Writer,
  may: Permitted<Act, UseCase>,
  { cause, detail, concerns }: MaterialChange,
  when: When,
): Promise<SignOffKind[]> {
  const { subject: useCase } = may;
  const { last, waiting } = await answersOf(tx, useCase.id);
  const signed = last.filter((row) => stateOf(row, when.today) === "yes");
  const standing: Row[] = [];
  for (const row of signed) {
    if (!concerns || concerns(await eventsSince(tx, useCase.id, row.id))) standing.push(row);
  }
  if (standing.length === 0) return [];
  const stale = { staleOn: when.today, staleCause: cause, staleDetail: detail };
  await tx
    .update(signOffs)
    .set(stale)
    .where(
      inArray(
        signOffs.id,
        standing.map(({ id }) => id),
      ),
    );
  const changes = standing.map(({ id, kind }) => ({ subject: "sign-off", subjectId: id, after: { kind, ...stale } }));
  await recordAll(
    tx,
    may,
    changes.map((change) => ({ ...change, useCaseId: useCase.id })),
    when,
  );
  await askAnew(
    tx,
    may,
    standing.filter(({ kind }) => !waiting.has(kind)),
    when,
  );
  return standing.map(({ kind }) => kind);
}

/** The same for many cases that one act changed, such as a file that is brought in: only those that are signed are read. */
export async function renewSignaturesOf(
  tx: Writer,
  may: Permitted<"use-case.import">,
  ids: readonly number[],
  changeOf: (useCaseId: number) => MaterialChange,
  when: When,
): Promise<void> {
  if (ids.length === 0) return;
  const signed = await tx
    .selectDistinct({ useCaseId: signOffs.useCaseId })
    .from(signOffs)
    .where(and(inArray(signOffs.useCaseId, [...ids]), eq(signOffs.verdict, "yes"), isNull(signOffs.staleOn)));
  for (const { useCaseId } of signed) {
    const useCase = await caseById(tx, useCaseId);
    await renewSignatures(tx, permit(may.actor, may.act, useCase), changeOf(useCaseId), when);
  }
}

/** Asks for signatures again, each until its role's day; nobody asked in person, so that no reviewer is kept from signing. */
export async function askAnew(
  tx: Writer,
  may: Permitted<Act, UseCase>,
  signatures: readonly Pick<Row, "id" | "kind" | "gate">[],
  when: When,
): Promise<void> {
  if (signatures.length === 0) return;
  const { subject: useCase, actor } = may;
  const terms = await readTerms(tx);
  for (const { id, kind, gate } of signatures) {
    const days = terms.find((one) => one.kind === kind)?.daysToAnswer ?? 0;
    const asked = { kind, gate, requestedOn: when.today, dueOn: addDays(when.today, days), renewsId: id };
    const [made] = await tx
      .insert(signOffs)
      .values({ useCaseId: useCase.id, ...asked })
      .returning({ id: signOffs.id });
    const change = { subject: "sign-off", subjectId: made?.id ?? 0, useCaseId: useCase.id, after: asked };
    await recordAll(tx, may, [change], when);
    const href = `/use-cases/${useCase.reference}/governance#sign-offs`;
    const values = { signOff: kind, dueOn: asked.dueOn };
    const news = { kind: "sign-off-anew" as const, useCaseId: useCase.id, href, values };
    await notify(tx, actor, news, await reviewersOf(tx, kind, useCase, when.today), when);
  }
}

/** The waiting requests of a case by kind: asked for once at a time. */
export async function openRequest(db: Reader, useCaseId: number, kind: SignOffKind): Promise<boolean> {
  const [open] = await db
    .select({ id: signOffs.id })
    .from(signOffs)
    .where(and(eq(signOffs.useCaseId, useCaseId), eq(signOffs.kind, kind), isNull(signOffs.verdict)));
  return open !== undefined;
}
