/** A case that has all that every gate asks for, and the ways to take one thing away from it. */
import { eq } from "drizzle-orm";
import { day } from "#app/kernel/day";
import { minor } from "#app/kernel/money";
import { quarter } from "#app/kernel/quarter";
import type { BuiltIn } from "#app/use-cases/gates";
import type { Stage } from "#app/use-cases/stages";
import type { Writer } from "#db/client.server";
import {
  businessCases,
  committeeSessions,
  decisions,
  kpis,
  pocs,
  signOffConditions,
  signOffs,
  standings,
  trustCards,
  useCases,
  useCaseVendors,
  vendors,
} from "#db/schema.server";
import { aBusinessCase, anAssessment, chairsAbstain } from "./arbitration";
import type { Firm } from "./delivery";

const TODAY = day("2026-11-20");
const told = (text: string) => ({ fr: text });

/** A case at this stage that lacks nothing of any gate. */
export async function aWholeCase(firm: Firm, stage: Stage): Promise<{ id: number; reference: string }> {
  const { app, security, legal, owner, chair } = firm;
  // A case that was entered live owes no verdict: this one came in at the door.
  const made = await firm.newCase({ stage: "submitted" });
  await app.database.write((tx) =>
    tx
      .update(useCases)
      .set({ stage: "assessment" })
      .where(eq(useCases.id, made.id))
      .then(() => undefined),
  );
  for (const member of [security, legal]) await anAssessment(app, made.id, member.id);
  await chairsAbstain(app, made.id);
  await aBusinessCase(app, made.id);
  await app.database.write((tx) => complete(tx, made.id, { owner: owner.id, chair: chair.id, firm }));
  await app.database.write((tx) =>
    tx
      .update(useCases)
      .set({ stage })
      .where(eq(useCases.id, made.id))
      .then(() => undefined),
  );
  return made;
}

async function complete(
  tx: Writer,
  useCaseId: number,
  { owner, chair, firm }: { owner: number; chair: number; firm: Firm },
): Promise<void> {
  await tx.insert(trustCards).values({
    ...{ useCaseId, prohibitedPractice: false, customerFacing: false, humanInTheLoop: true },
    ...{ augmentOrReplace: "augment", screenedOn: TODAY, personalData: false, humanReviewer: "Olivier Petit" },
    ...{ dataWhere: told("Chez nous"), dataWho: told("L’équipe"), dataUse: told("Trier") },
    ...{ aiActClass: "minimal", aiActBasis: told("Rien"), aiActConfirmedOn: TODAY },
  });
  const [session] = await tx
    .insert(committeeSessions)
    .values({ number: 900 + useCaseId, heldOn: TODAY, status: "closed", chairId: chair, quorum: 1 })
    .returning({ id: committeeSessions.id });
  const decision = { outcome: "approve", reason: told("Oui"), quorate: true, snapshot: {}, byId: chair, on: TODAY };
  await tx.insert(decisions).values({ sessionId: session?.id ?? 0, useCaseId, ...decision });
  const [vendor] = await tx
    .insert(vendors)
    .values({ name: `Fabrique ${useCaseId}`, type: "internal" })
    .returning({ id: vendors.id });
  await tx.insert(pocs).values({
    ...{ useCaseId, hypothesis: told("Dix minutes"), startsOn: TODAY, endsOn: day("2027-01-15"), peopleCap: 3 },
    ...{ budgetCapMinor: minor(1_000_000), team: [{ name: "Ada Pilote", role: told("Métier"), side: "business" }] },
    ...{ kpiName: told("Minutes"), kpiUnit: "min", direction: "down", baseline: 15, threshold: 10 },
    ...{ vendorId: vendor?.id ?? null, startedOn: TODAY, verdict: "scale", learning: told("Les scans suffisent") },
  });
  for (const kind of ["security", "legal"] as const) {
    const asked = { kind, requestedBy: owner, requestedOn: TODAY, verdict: "yes" as const, on: TODAY };
    await tx
      .insert(signOffs)
      .values({ useCaseId, ...asked, byId: kind === "legal" ? firm.legal.id : firm.security.id });
  }
  const kpi = {
    ...{ useCaseId, name: told("Minutes"), unit: "min", direction: "down" as const, baseline: 15, target: 5 },
    ...{ ownerId: owner, valuePerUnitMinor: 1_000, overTime: "average" as const, firstQuarter: quarter("2026-Q4") },
  };
  await tx.insert(kpis).values(kpi);
  await tx.insert(kpis).values({ ...kpi, name: told("Réclamations"), target: null, isGuardrail: true, limit: 20 });
}

type Taking = (tx: Writer, useCaseId: number) => PromiseLike<unknown>;

const onCase =
  (set: Partial<typeof useCases.$inferInsert>): Taking =>
  (tx, id) =>
    tx.update(useCases).set(set).where(eq(useCases.id, id));
const onCard =
  (set: Partial<typeof trustCards.$inferInsert>): Taking =>
  (tx, id) =>
    tx.update(trustCards).set(set).where(eq(trustCards.useCaseId, id));
const onPoc =
  (set: Partial<typeof pocs.$inferInsert>): Taking =>
  (tx, id) =>
    tx.update(pocs).set(set).where(eq(pocs.useCaseId, id));
const unsigned =
  (kind: "security" | "legal"): Taking =>
  async (tx, id) => {
    const rows = await tx.select().from(signOffs).where(eq(signOffs.useCaseId, id));
    const own = rows.find((row) => row.kind === kind);
    await tx
      .update(signOffs)
      .set({ verdict: null, on: null, byId: null })
      .where(eq(signOffs.id, own?.id ?? 0));
  };

/** What takes this one thing away from a whole case, and nothing else of its gate. */
export const TAKEN: Record<Exclude<BuiltIn, "poc" | "reason">, Taking> = {
  need: onCase({ need: null }),
  department: onCase({ departmentId: null }),
  affected: onCase({ affected: null }),
  owner: onCase({ ownerId: null }),
  "expected-benefit": onCase({ expectedBenefit: null }),
  "similar-looked-at": onCase({ similarLookedAt: false }),
  screened: onCard({ humanInTheLoop: null }),
  "not-prohibited": onCard({ prohibitedPractice: true }),
  "red-lines": onCard({ augmentOrReplace: "replace" }),
  assessments: (tx, id) => tx.update(standings).set({ assessments: 1 }).where(eq(standings.useCaseId, id)),
  "business-case": (tx, id) => tx.delete(businessCases).where(eq(businessCases.useCaseId, id)),
  filters: (tx, id) => tx.update(standings).set({ paybackQuarters: 9 }).where(eq(standings.useCaseId, id)),
  decision: (tx, id) => tx.update(decisions).set({ quorate: false }).where(eq(decisions.useCaseId, id)),
  "poc-team": onPoc({ team: [] }),
  "poc-kpi": onPoc({ threshold: 15 }),
  "poc-sealed": onPoc({ startedOn: null, verdict: null }),
  "data-questions": onCard({ dataWho: null }),
  "model-or-vendor": async (tx, id) => {
    await tx.delete(useCaseVendors).where(eq(useCaseVendors.useCaseId, id));
    await tx.update(pocs).set({ vendorId: null }).where(eq(pocs.useCaseId, id));
  },
  "business-owner": onCase({ ownerId: null }),
  "technical-owner": onCase({ technicalOwnerId: null }),
  verdict: onPoc({ verdict: "pivot" }),
  "security-sign-off": unsigned("security"),
  "legal-sign-off": unsigned("legal"),
  "sign-off-conditions": async (tx, id) => {
    const [signed] = await tx.select().from(signOffs).where(eq(signOffs.useCaseId, id));
    const condition = { text: told("Journal gardé un an"), ownerId: signed?.requestedBy ?? 0 };
    await tx
      .insert(signOffConditions)
      .values({ ...condition, useCaseId: id, signOffId: signed?.id ?? 0, dueOn: day("2026-11-19") });
  },
  "ai-act-class": onCard({ aiActConfirmedOn: null }),
  "human-reviewer": onCard({ humanReviewer: null }),
  kpi: (tx, id) => tx.update(kpis).set({ target: null }).where(eq(kpis.useCaseId, id)),
  guardrail: async (tx, id) => {
    const rows = await tx.select().from(kpis).where(eq(kpis.useCaseId, id));
    const own = rows.find(({ isGuardrail }) => isGuardrail);
    await tx.delete(kpis).where(eq(kpis.id, own?.id ?? 0));
  },
  learning: onPoc({ learning: null }),
};
