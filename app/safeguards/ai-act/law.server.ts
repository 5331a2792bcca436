import { and, eq } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Reader, Writer } from "#db/client.server";
import { lawProvisions } from "#db/schema.server";
import { isProvision, PROVISION_KEYS, type ProvisionKey, SHIPPED } from "./law/shipped";
import type { Law, Worded } from "./wording";

export interface Provision extends Worded {
  key: ProvisionKey;
  area: (typeof SHIPPED)[ProvisionKey]["area"];
  edited: boolean;
  /** 0 while nobody edited it. */
  version: number;
}

/** Every provision as it stands here, in the order of the law. One query. */
export async function listProvisions(db: Reader): Promise<Provision[]> {
  const rows = await db.select().from(lawProvisions);
  return PROVISION_KEYS.map((key) => {
    const row = rows.find((one) => one.key === key);
    const { area, ...shipped } = SHIPPED[key];
    return { key, area, ...shipped, ...row?.content, edited: Boolean(row?.content), version: row?.version ?? 0 };
  });
}

/** The law as this organisation words and dates it. */
export async function readLaw(db: Reader): Promise<Law> {
  const all = new Map(
    (await db.select({ key: lawProvisions.key, content: lawProvisions.content }).from(lawProvisions)).map((row) => [
      row.key,
      row.content,
    ]),
  );
  return (provision) => ({ ...SHIPPED[provision], ...all.get(provision) });
}

export interface ProvisionContent {
  article: string;
  title: Told;
  text: Told;
  appliesFrom: Day | null;
  source: string;
  asOf: Day;
  /** Of a provision that sets a delay; the shipped one where it is left out. */
  days?: number;
}

/**
 * Words and dates a provision anew, or with null restores it as shipped. Classes never move by it; the days of duties do.
 * @throws Refusal 404 for a key that none has; 409 when somebody edited it since `version`
 */
export async function editProvision(
  tx: Writer,
  actor: Actor,
  { key, version, content }: { key: string; version: number; content: ProvisionContent | null },
  when: When,
): Promise<Provision> {
  const may = permit(actor, "law.edit", NO_PARTIES);
  if (!isProvision(key)) throw new Refusal(404, "ai-act.refusal.no-provision");
  const [row] = await tx.select().from(lawProvisions).where(eq(lawProvisions.key, key));
  if ((row?.version ?? 0) !== version) throw new Refusal(409, "desk.refusal.stale");
  const { area, ...shipped } = SHIPPED[key];
  const before = row?.content ?? shipped;
  let id = row?.id;
  if (row) {
    const [changed] = await tx
      .update(lawProvisions)
      .set({ content, updatedAt: when.now, version: version + 1 })
      .where(and(eq(lawProvisions.key, key), eq(lawProvisions.version, version)))
      .returning({ id: lawProvisions.id });
    if (!changed) throw new Refusal(409, "desk.refusal.stale");
  } else {
    const [made] = await tx.insert(lawProvisions).values({ key, content, updatedAt: when.now }).returning({
      id: lawProvisions.id,
    });
    id = made?.id;
  }
  const after = { ...shipped, ...content };
  await record(
    tx,
    may,
    { subject: "provision", subjectId: id ?? 0, before: { key, ...before }, after: { key, ...after } },
    when,
  );
  return { key, area, ...after, edited: content !== null, version: version + 1 };
}
