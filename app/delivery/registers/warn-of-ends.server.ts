import { and, eq, inArray } from "drizzle-orm";
import type { When } from "#app/kernel/when";
import { notify } from "#app/people/notify.server";
import { CASEBOOK } from "#app/people/roles";
import type { Writer } from "#db/client.server";
import { notifications } from "#db/schema.server";
import { stepReached } from "./ends";
import { liveOn, readEnds } from "./ends.server";

/**
 * Tells the owner of what ends or renews, at ninety, thirty, seven and no days; of a model, the technical owners of what
 * lives on it as well. Each of them is told each step once.
 */
export async function warnOfEnds(tx: Writer, when: When): Promise<void> {
  const due = (await readEnds(tx, when.today)).flatMap((end) => {
    const step = stepReached(end);
    return step === null ? [] : [{ ...end, step, href: `/registers/${end.register}/${end.id}` }];
  });
  if (due.length === 0) return;
  const affected = await liveOn(
    tx,
    due.filter(({ register }) => register === "models").map(({ id }) => id),
  );
  const told = due.map((end) => {
    const owners = affected.filter(({ modelId }) => end.register === "models" && modelId === end.id);
    return { ...end, people: [end.ownerId, ...owners.map(({ technicalOwnerId }) => technicalOwnerId)] };
  });
  const everybody = [...new Set(told.flatMap(({ people }) => people))].filter((id) => id !== null);
  if (everybody.length === 0) return;
  const known = await tx
    .select({ personId: notifications.personId, href: notifications.href, values: notifications.values })
    .from(notifications)
    .where(and(inArray(notifications.personId, everybody), eq(notifications.kind, "register-end")));
  const keyOf = (personId: number, href: string, on: unknown, step: unknown) => `${personId} ${href} ${on} ${step}`;
  const before = new Set(known.map(({ personId, href, values }) => keyOf(personId, href, values.actOn, values.step)));
  for (const { href, on, step, kind, name, people } of told) {
    const to = people.filter((id) => id !== null && !before.has(keyOf(id, href, on, step)));
    const values = { end: kind, name, actOn: on, step };
    await notify(tx, CASEBOOK, { kind: "register-end", useCaseId: null, href, values }, to, when);
  }
}
