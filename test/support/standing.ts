import { eq } from "drizzle-orm";
import { whenAt } from "#app/kernel/when";
import { standings, useCases } from "#db/schema.server";
import { type App, TODAY } from "./app";
import { aCase, type CaseOptions } from "./cases";

/** The moment at which journeys begin. */
export const WHEN = whenAt(TODAY, { timeZone: "Europe/Paris", fiscalFirstMonth: 2 });

type Standing = Partial<Omit<typeof standings.$inferInsert, "useCaseId">>;

/** A case in assessment of a chosen reference, standing as its assessments and business case would have left it. */
export async function addCase(
  app: App,
  reference: string,
  { standing, ...options }: CaseOptions & { standing?: Standing } = {},
): Promise<number> {
  const { id } = await aCase(app, { stage: "assessment", ...options });
  await app.database.write(async (tx) => {
    await tx.update(useCases).set({ reference }).where(eq(useCases.id, id));
    if (standing) await tx.update(standings).set(standing).where(eq(standings.useCaseId, id));
  });
  return id;
}
