import { asc } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import type { Told } from "#app/kernel/told";
import { type BuiltIn, GATES } from "#app/use-cases/gates";
import { allChecks, type CheckChange, changesOfChecks } from "#app/use-cases/own-checks/checks.server";
import type { Lacking } from "#app/use-cases/own-checks/lacking";
import { lackingOfChecks } from "#app/use-cases/own-checks/lacking.server";
import { inForce, type OwnCheck } from "#app/use-cases/own-checks/own-check";
import { type RoleTerms, readTerms } from "#app/use-cases/signatures/terms.server";
import { STAGES, type Stage } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import { departments } from "#db/schema.server";

export interface ListedCheck extends OwnCheck {
  /** Asked today; not where it begins later or was retired. */
  asked: boolean;
  /** How many cases lack it; null where it is not asked. */
  lacking: Lacking | null;
}

export interface GatesPage {
  gates: { gate: Stage; builtIn: readonly BuiltIn[]; own: ListedCheck[] }[];
  charter: ListedCheck[];
  changes: CheckChange[];
  questions: Record<number, Told>;
  terms: RoleTerms[];
  departments: { id: number; name: Told }[];
  today: Day;
}

/** Every gate with what it asks, the organisation's own checks with how many cases lack them, and the terms of signatures. */
export async function gatesPage(db: Reader, today: Day): Promise<GatesPage> {
  const checks = await allChecks(db);
  const asked = checks.filter((check) => inForce(check, today));
  const lacking = await lackingOfChecks(db, asked, today);
  const listed = checks.map((check): ListedCheck => {
    const at = asked.indexOf(check);
    return { ...check, asked: at >= 0, lacking: lacking[at] ?? null };
  });
  return {
    gates: STAGES.flatMap((gate) => {
      const builtIn = GATES[gate];
      return builtIn ? [{ gate, builtIn, own: listed.filter((one) => one.gate === gate && !one.redLine) }] : [];
    }),
    charter: listed.filter(({ redLine }) => redLine),
    changes: await changesOfChecks(db),
    questions: Object.fromEntries(checks.map(({ id, question }) => [id, question])),
    terms: await readTerms(db),
    departments: await db
      .select({ id: departments.id, name: departments.name })
      .from(departments)
      .orderBy(asc(departments.code)),
    today,
  };
}
