import { desc, eq, sql } from "drizzle-orm";
import { countryToKeep } from "#app/kernel/country";
import type { Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { type Permitted, permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseById, type UseCase } from "#app/use-cases/cases.server";
import { renewSignatures } from "#app/use-cases/signatures/renew.server";
import type { Reader, Writer } from "#db/client.server";
import { aiActClassifications, people, trustCards, trustCardVersions } from "#db/schema.server";
import {
  type AiActClass,
  type CardContent,
  contentOfCard,
  NOTHING_ON_CARD,
  signedAnewFor,
  type TrustCard,
} from "./trust-card";

type Stored = typeof trustCards.$inferSelect;
type WritesCard = "use-case.screen" | "trust-card.write" | "ai-act.confirm";
type Said = Partial<Omit<Stored, "useCaseId" | "version">>;

async function storedCard(db: Reader, useCaseId: number): Promise<Stored | null> {
  const [card] = await db.select().from(trustCards).where(eq(trustCards.useCaseId, useCaseId));
  return card ?? null;
}

/** Writes a part of the card; the parts have one version, so that nobody answers beside what another just said. */
async function write(
  tx: Writer,
  may: Permitted<WritesCard, UseCase>,
  said: Said,
  version: number | undefined,
  when: When,
): Promise<void> {
  const useCaseId = may.subject.id;
  const before = await storedCard(tx, useCaseId);
  if (version !== undefined && version !== (before?.version ?? 0)) throw new Refusal(409, "desk.refusal.stale");
  const fields = Object.keys(said) as (keyof Said)[];
  const was = before && Object.fromEntries(fields.map((field) => [field, before[field]]));
  if (before) {
    const next = { ...said, version: before.version + 1 };
    await tx.update(trustCards).set(next).where(eq(trustCards.useCaseId, useCaseId));
  } else await tx.insert(trustCards).values({ useCaseId, ...said });
  await keepVersion(tx, may, before, when);
  await record(tx, may, { subject: "trust-card", subjectId: useCaseId, useCaseId, before: was, after: said }, when);
  const cause = before && signedAnewFor(before, said);
  if (cause) await renewSignatures(tx, may, { cause, detail: null }, when);
}

/** Keeps the card as it stands now; and as it stood before, where nothing kept it then. */
async function keepVersion(
  tx: Writer,
  may: Permitted<WritesCard, UseCase>,
  before: Stored | null,
  when: When,
): Promise<void> {
  const useCaseId = may.subject.id;
  const after = await storedCard(tx, useCaseId);
  if (!after) throw new Error("The card was not written");
  const kept = { useCaseId, version: after.version, content: contentOfCard(after) };
  await tx.insert(trustCardVersions).values({ ...kept, byId: may.actor.personId, at: when.now });
  if (!before) return;
  const old = { useCaseId, version: before.version, content: contentOfCard(before), byId: null, at: when.now };
  await tx.insert(trustCardVersions).values(old).onConflictDoNothing();
}

export interface Screening {
  useCaseId: number;
  prohibitedPractice: boolean;
  customerFacing: boolean;
  humanInTheLoop: boolean;
  augmentOrReplace: "augment" | "replace";
  /** The committee's written exception to the red-line charter. */
  redLineException: Told | null;
  personalData?: boolean;
  /** The version that the form started from; left out by those who write without having read. */
  version?: number;
}

/** The committee's look at the door. Four eyes: never by a party to the case. */
export async function screen(tx: Writer, actor: Actor, { useCaseId, version, ...answers }: Screening, when: When) {
  const may = permit(actor, "use-case.screen", await caseById(tx, useCaseId));
  await write(tx, may, { ...answers, screenedBy: actor.personId, screenedOn: when.today }, version, when);
}

/** What the team answers for; what is left out stays. */
export type TrustCardSaid = Partial<
  Omit<
    CardContent,
    | "prohibitedPractice"
    | "customerFacing"
    | "humanInTheLoop"
    | "augmentOrReplace"
    | "redLineException"
    | "aiActClass"
    | "aiActBasis"
  >
> & { useCaseId: number; version?: number };

/**
 * What is said of a transfer hangs together: «no» takes back to whom, where and on what basis, and does not go with them.
 * @throws Refusal 409 when it does not, or names what is no country
 */
function transferSaid<Answers extends Partial<CardContent>>(said: Answers, stored: Stored | null): Answers {
  const { transferTo = null, transferCountry = null, transferBasis = null } = said;
  const none = (said.transfer === undefined ? (stored?.transfer ?? null) : said.transfer) === false;
  if (none && (transferTo ?? transferCountry ?? transferBasis) !== null) {
    throw new Refusal(409, "trust.refusal.transfer-none");
  }
  if (said.transfer === false) return { ...said, transferTo: null, transferCountry: null, transferBasis: null };
  if (said.transferCountry === undefined) return said;
  return { ...said, transferCountry: countryToKeep(said.transferCountry, stored?.transferCountry ?? null) };
}

/** What the team answers for: where the data is, who reaches it, for what use, and who reviews. */
export async function saveTrustCard(
  tx: Writer,
  actor: Actor,
  { useCaseId, version, ...said }: TrustCardSaid,
  when: When,
): Promise<void> {
  const may = permit(actor, "trust-card.write", await caseById(tx, useCaseId));
  await write(tx, may, transferSaid(said, await storedCard(tx, useCaseId)), version, when);
}

/** Legal's word on the class under the EU AI Act, with its basis. */
export async function confirmAiActClass(
  tx: Writer,
  actor: Actor,
  {
    useCaseId,
    aiActClass,
    aiActBasis,
    version,
    classificationId,
  }: {
    useCaseId: number;
    aiActClass: AiActClass;
    aiActBasis: Told;
    version?: number;
    /** The answers that are confirmed; without them it is legal's own word, which is kept beside the answers. */
    classificationId?: number;
  },
  when: When,
): Promise<void> {
  const may = permit(actor, "ai-act.confirm", await caseById(tx, useCaseId));
  const confirmed: { aiActConfirmedBy: number | null; aiActConfirmedOn: Day } = {
    aiActConfirmedBy: actor.personId,
    aiActConfirmedOn: when.today,
  };
  await write(tx, may, { aiActClass, aiActBasis, ...confirmed }, version, when);
  const word = { class: aiActClass, basis: aiActBasis, confirmedBy: actor.personId, confirmedOn: when.today };
  if (classificationId !== undefined) {
    const next = { ...word, version: sql`${aiActClassifications.version} + 1` };
    await tx.update(aiActClassifications).set(next).where(eq(aiActClassifications.id, classificationId));
    return;
  }
  const [last] = await tx
    .select({ answers: aiActClassifications.answers })
    .from(aiActClassifications)
    .where(eq(aiActClassifications.useCaseId, useCaseId))
    .orderBy(desc(aiActClassifications.id))
    .limit(1);
  const answered = { answers: last?.answers ?? {}, answeredBy: actor.personId, answeredAt: when.now };
  await tx.insert(aiActClassifications).values({ useCaseId, ...word, ...answered });
}

const NOTHING_SAID: TrustCard = {
  ...NOTHING_ON_CARD,
  screenedBy: null,
  screenedOn: null,
  aiActConfirmedBy: null,
  aiActConfirmedOn: null,
  version: 0,
};

/** The card of a case with the names of who signed its parts; nothing said yet where there is none. */
export async function readTrustCard(db: Reader, useCaseId: number): Promise<TrustCard> {
  const screener = db.select({ id: people.id, name: people.name }).from(people).as("screener");
  const [row] = await db
    .select({ card: trustCards, screener: screener.name, lawyer: people.name })
    .from(trustCards)
    .leftJoin(screener, eq(screener.id, trustCards.screenedBy))
    .leftJoin(people, eq(people.id, trustCards.aiActConfirmedBy))
    .where(eq(trustCards.useCaseId, useCaseId));
  if (!row) return NOTHING_SAID;
  const { useCaseId: _, ...card } = row.card;
  return { ...card, screenedBy: row.screener, aiActConfirmedBy: row.lawyer };
}

/** Every version of a case's card, newest first, with who wrote it. One query. */
export function cardVersions(db: Reader, useCaseId: number) {
  return db
    .select({
      version: trustCardVersions.version,
      content: trustCardVersions.content,
      by: people.name,
      at: trustCardVersions.at,
    })
    .from(trustCardVersions)
    .leftJoin(people, eq(people.id, trustCardVersions.byId))
    .where(eq(trustCardVersions.useCaseId, useCaseId))
    .orderBy(desc(trustCardVersions.version));
}
