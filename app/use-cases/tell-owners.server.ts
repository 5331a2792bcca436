import { inArray } from "drizzle-orm";
import type { When } from "#app/kernel/when";
import { notify } from "#app/people/notify.server";
import type { Actor } from "#app/people/roles";
import type { Writer } from "#db/client.server";
import { people } from "#db/schema.server";
import type { UseCase } from "./cases.server";

export interface OwnerChange extends Pick<UseCase, "id" | "reference" | "stage" | "ownerId"> {
  /** Who answers for it from now on. */
  to: number | null;
}

function groupBy<One>(all: readonly One[], keyOf: (one: One) => string): One[][] {
  const groups = new Map<string, One[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups.values()];
}

/** Tells who answers for these cases from now on, and who did until now, each once for all; of a draft nobody but its authors knows. */
export async function tellOwners(tx: Writer, actor: Actor, changes: readonly OwnerChange[], when: When): Promise<void> {
  const told = changes.filter(({ stage, ownerId, to }) => stage !== "draft" && ownerId !== to);
  const ids = [...new Set(told.flatMap(({ to }) => to ?? []))];
  const named = ids.length
    ? await tx.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, ids))
    : [];
  for (const owned of groupBy(told, ({ to }) => String(to))) {
    const [first] = owned;
    if (!first || first.to === null) continue;
    const href = owned.length === 1 ? `/use-cases/${first.reference}` : `/use-cases?owner=${first.to}`;
    await notify(tx, actor, { kind: "made-owner", href, ...aboutOf(owned) }, [first.to], when);
  }
  for (const left of groupBy(told, ({ ownerId, to }) => `${ownerId} ${to}`)) {
    const [first] = left;
    if (!first || first.ownerId === null) continue;
    const name = named.find(({ id }) => id === first.to)?.name ?? "";
    const cases = `/use-cases?case=${left.map(({ id }) => id).join(",")}`;
    const href = left.length === 1 ? `/use-cases/${first.reference}` : cases;
    const { useCaseId, values } = aboutOf(left);
    const news = {
      kind: "owner-replaced",
      useCaseId,
      href,
      values: { ...values, name, whom: name ? "somebody" : "nobody" },
    } as const;
    await notify(tx, actor, news, [first.ownerId], when);
  }
}

function aboutOf(cases: readonly OwnerChange[]) {
  const [first] = cases;
  return { useCaseId: cases.length === 1 && first ? first.id : null, values: { count: cases.length } };
}
