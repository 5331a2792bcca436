import { eq } from "drizzle-orm";
import type { Reader, Writer } from "#db/client.server";
import { settings } from "#db/schema.server";

/** How far work that goes through all cases, some at a time, has come. */
export async function readBookmark(db: Reader, name: string): Promise<string | null> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.name, name));
  return row?.value ?? null;
}

export async function setBookmark(tx: Writer, name: string, value: string): Promise<void> {
  await tx.insert(settings).values({ name, value }).onConflictDoUpdate({ target: settings.name, set: { value } });
}
