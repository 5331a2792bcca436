import { eq } from "drizzle-orm";
import type { Database } from "./client.server";
import { settings } from "./schema.server";

const NAME = "session-secret";

/** The secret that keys session tokens, made on the first start and kept with the database, so that every process shares it. */
export async function keptSecret(database: Database, make: () => string): Promise<string> {
  const read = async () => (await database.select().from(settings).where(eq(settings.name, NAME)))[0]?.value;
  const kept = await read();
  if (kept) return kept;
  return database.write(async (tx) => {
    await tx.insert(settings).values({ name: NAME, value: make() }).onConflictDoNothing();
    const [row] = await tx.select().from(settings).where(eq(settings.name, NAME));
    if (!row) throw new Error("The session secret could not be kept");
    return row.value;
  });
}
