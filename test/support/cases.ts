import { eq } from "drizzle-orm";
import { day } from "#app/kernel/day";
import { whenAt } from "#app/kernel/when";
import { CASEBOOK } from "#app/people/roles";
import type { CaseContent } from "#app/use-cases/content";
import type { Stage } from "#app/use-cases/stages";
import { type Submitted, submitUseCase } from "#app/use-cases/submit.server";
import { people, useCases } from "#db/schema.server";
import type { App } from "./app";

export interface CaseOptions extends Partial<Omit<CaseContent, "title">> {
  title?: string;
  authorId?: number;
  /** Entered straight at this stage, as a case that is there already. */
  stage?: Stage;
  stageSince?: string;
}

/** A submitted case, complete at its first gate, with a department and an owner of its own unless they are given. */
export async function aCase(app: App, options: CaseOptions = {}): Promise<{ id: number; reference: string }> {
  const { title = "Trier les demandes de remboursement", authorId, stage = "submitted", stageSince, ...said } = options;
  const when = whenAt(app.clock.at, { timeZone: "Europe/Paris", fiscalFirstMonth: 2 });
  const departmentId = said.departmentId ?? (await app.department(anyCode()));
  return app.database.write(async (tx) => {
    const [admin] = await tx.select({ id: people.id }).from(people).where(eq(people.email, "admin@example.com"));
    const made: Submitted = await submitUseCase(
      tx,
      CASEBOOK,
      {
        need: {
          fr: "Lire chaque demande prend un quart d’heure",
          en: "Reading each request takes a quarter of an hour",
        },
        expectedBenefit: { fr: "Une demande lue en deux minutes" },
        affected: { fr: "Les gestionnaires du service client" },
        peopleAffected: 20,
        timesPer: "day",
        times: 6,
        minutesPerTime: 15,
        dataInvolved: { fr: "Courriels et factures" },
        source: "field",
        aiType: "generative",
        country: null,
        coAuthorId: null,
        toolInMind: null,
        technicalOwnerId: null,
        ...said,
        departmentId,
        ownerId: said.ownerId ?? admin?.id ?? null,
        title: { fr: title },
        similarLookedAt: true,
        whyNew: null,
      },
      when,
      { stage, stageSince: stageSince ? day(stageSince) : when.today },
    );
    if (authorId) await tx.update(useCases).set({ authorId }).where(eq(useCases.id, made.id));
    return made;
  });
}

/** Without digits, which a test may look for on the page. */
function anyCode(): string {
  return `D${Math.random()
    .toString(36)
    .slice(2, 8)
    .replace(/\d/g, (digit) => "ghijklmnop"[Number(digit)] ?? "")}`;
}
