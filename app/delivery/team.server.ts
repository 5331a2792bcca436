import { inArray } from "drizzle-orm";
import type { Speech } from "#app/locales/speech";
import type { UseCase } from "#app/use-cases/cases.server";
import type { Reader } from "#db/client.server";
import { people } from "#db/schema.server";

/** The case's two owners, as the first members of a POC's team. */
export async function ownersAsTeam(
  db: Reader,
  { ownerId, technicalOwnerId }: Pick<UseCase, "ownerId" | "technicalOwnerId">,
  { t }: Speech,
) {
  const ids = [ownerId, technicalOwnerId].filter((id) => id !== null);
  const rows = ids.length
    ? await db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, ids))
    : [];
  const named = (id: number | null, role: string, side: "business" | "technical") => {
    const person = rows.find((row) => row.id === id);
    return person ? [{ name: person.name, role, side }] : [];
  };
  return [
    ...named(ownerId, t("use-cases.field.ownerId"), "business"),
    ...named(technicalOwnerId, t("use-cases.field.technicalOwnerId"), "technical"),
  ];
}
