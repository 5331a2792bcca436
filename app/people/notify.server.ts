import { and, eq, inArray } from "drizzle-orm";
import type { When } from "#app/kernel/when";
import type { Writer } from "#db/client.server";
import { notifications, people } from "#db/schema.server";
import type { News } from "./notification";
import type { Actor } from "./roles";

/** Tells people, each once and never of what they did themselves. Part of the act's own transaction. */
export async function notify(
  tx: Writer,
  actor: Actor,
  news: News,
  to: readonly (number | null | undefined)[],
  when: When,
): Promise<void> {
  const wanted = [...new Set(to)].filter((id): id is number => typeof id === "number" && id !== actor.personId);
  if (wanted.length === 0) return;
  const reached = await tx
    .select({ personId: people.id })
    .from(people)
    .where(and(inArray(people.id, wanted), eq(people.active, true)));
  const { kind, useCaseId, href, values } = news;
  const told = { kind, useCaseId, href, values, actorId: actor.personId, at: when.now };
  if (reached.length > 0)
    await tx.insertMany(
      notifications,
      reached.map(({ personId }) => ({ personId, ...told })),
    );
}
