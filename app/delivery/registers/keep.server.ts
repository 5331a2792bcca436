/** Keeping the registers: what is in them is added, edited, retired and brought back, and never deleted. */
import { countryToKeep } from "#app/kernel/country";
import type { Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Reader, Writer } from "#db/client.server";
import {
  changedFields,
  type Entry,
  fieldsOf,
  POINTED,
  type Pointed,
  type Register,
  renewsBefore,
  type Values,
} from "./fields";
import { isThere, type Store, storedEntry, storeOf } from "./stores.server";

const isPointer = (kind: string): kind is Pointed => (POINTED as readonly string[]).includes(kind);

/** What the log says of an entry: only what is known. */
const known = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ""));

/** Its country by its code; one that was typed in the past may stay. @throws Refusal 409 for what is no country */
function withCountry<Kept extends object>(entry: Kept, was: Values): Kept {
  if (!("country" in entry)) return entry;
  const plain = (value: unknown) => (typeof value === "string" ? value : null);
  return { ...entry, country: countryToKeep(plain(entry.country), plain(was.country)) };
}

async function check<Of extends Register>(db: Reader, store: Store<Of>, entry: Entry<Of>, id: number): Promise<void> {
  const values: Values = { ...entry };
  if (await store.hasTwin(db, entry, id)) throw new Refusal(409, store.twin, { name: String(values.name) });
  for (const { name, kind } of fieldsOf(store.register)) {
    const to = values[name];
    if (!isPointer(kind) || typeof to !== "number") continue;
    if ((kind === "model" && to === id) || !(await isThere(db, kind, to))) {
      throw new Refusal(409, `registers.refusal.no-${kind}`);
    }
  }
  if (typeof values.successorId === "number") await refuseRing(db, values.successorId, id);
  if (renewsBefore(values)) throw new Refusal(409, "registers.refusal.renews-before");
}

/** Who follows whom must end somewhere. As many queries as the line is long, which is a few. @throws Refusal 409 */
async function refuseRing(db: Reader, successorId: number, id: number): Promise<void> {
  const seen = new Set<number>();
  for (let next: number | null = successorId; next !== null && !seen.has(next); ) {
    if (next === id) throw new Refusal(409, "registers.refusal.successor-ring");
    seen.add(next);
    next = (await storedEntry(db, storeOf("models"), next)).entry.successorId;
  }
}

/** @throws Refusal 409 when the register has its name already, or it points at what is not there */
export async function addEntry<Of extends Register>(
  tx: Writer,
  actor: Actor,
  { register, entry: said }: { register: Of; entry: Entry<Of> },
  when: When,
): Promise<{ id: number }> {
  const may = permit(actor, "vendor.write", {});
  const store = storeOf(register);
  const entry = withCountry(said, {});
  await check(tx, store, entry, 0);
  const id = await store.insert(tx, entry);
  if (id === undefined) throw new Error("The entry was not written");
  await record(tx, may, { subject: store.subject, subjectId: id, after: known({ ...entry }) }, when);
  return { id };
}

/** @throws Refusal 409 when somebody changed it since `version`, or its name is another one's */
export async function editEntry<Of extends Register>(
  tx: Writer,
  actor: Actor,
  { register, id, version, entry: said }: { register: Of; id: number; version: number; entry: Entry<Of> },
  when: When,
): Promise<void> {
  const store = storeOf(register);
  const stored = await storedEntry(tx, store, id);
  const was: Values = { ...stored.entry };
  const may = permit(actor, "vendor.write", { accountOf: Number(was.ownerId ?? 0) });
  if (stored.version !== version) throw new Refusal(409, "desk.refusal.stale");
  const entry = withCountry(said, was);
  const is: Values = { ...entry };
  const changed = changedFields(register, was, is);
  if (changed.length === 0) return;
  await check(tx, store, entry, id);
  if (!(await store.update(tx, id, version, entry))) throw new Refusal(409, "desk.refusal.stale");
  const side = (values: Values) => Object.fromEntries(changed.map(({ name }) => [name, values[name] ?? null]));
  await record(tx, may, { subject: store.subject, subjectId: id, before: side(was), after: side(is) }, when);
}

/** Takes an entry out of use: it stays, with what it is linked to, and no longer is offered. */
export async function retireEntry(
  tx: Writer,
  actor: Actor,
  { register, id, version, reason }: { register: Register; id: number; version: number; reason: Told },
  when: When,
): Promise<void> {
  await turn(tx, actor, { register, id, version, on: when.today, reason }, when);
}

/** Takes a retired entry back into use, for a reason. */
export async function bringBackEntry(
  tx: Writer,
  actor: Actor,
  { register, id, version, reason }: { register: Register; id: number; version: number; reason: Told },
  when: When,
): Promise<void> {
  await turn(tx, actor, { register, id, version, on: null, reason }, when);
}

async function turn(
  tx: Writer,
  actor: Actor,
  {
    register,
    id,
    version,
    on,
    reason,
  }: { register: Register; id: number; version: number; on: Day | null; reason: Told },
  when: When,
): Promise<void> {
  const store = storeOf(register);
  const stored = await storedEntry(tx, store, id);
  const may = permit(actor, "vendor.write", { accountOf: stored.entry.ownerId ?? 0 });
  if ((stored.retiredOn === null) === (on === null)) {
    throw new Refusal(409, on === null ? "registers.refusal.not-retired" : "registers.refusal.retired");
  }
  const kept = { retiredOn: on, retiredReason: on === null ? null : reason };
  if (stored.version !== version || !(await store.retire(tx, id, version, kept))) {
    throw new Refusal(409, "desk.refusal.stale");
  }
  const before = { retiredOn: stored.retiredOn };
  await record(tx, may, { subject: store.subject, subjectId: id, before, after: { retiredOn: on, reason } }, when);
}
