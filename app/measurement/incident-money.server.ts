import type { Day } from "#app/kernel/day";
import { addQuarters, type Quarter } from "#app/kernel/quarter";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { UseCase } from "#app/use-cases/cases.server";
import type { GateCheck } from "#app/use-cases/gates";
import { ownQuestions } from "#app/use-cases/own-checks/checks.server";
import type { OwnQuestions } from "#app/use-cases/own-checks/requirement-words";
import type { Stage } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import { costsOfIncident } from "./incident-cost.server";
import { knownQuarters } from "./quarters.server";
import { gateToResume } from "./resume-case.server";

/** What an incident cost, with the quarters that still take costs: this one, and those before it that are not closed. Two queries. */
export async function incidentMoney(db: Reader, incidentId: number, current: Quarter, mayEnter: boolean) {
  const known = await knownQuarters(db);
  const closed = new Set(known.filter(({ status }) => status === "closed").map(({ quarter }) => quarter));
  const wanted = [...new Set([addQuarters(current, -1), ...known.map(({ quarter }) => quarter), current])];
  const offered = wanted.filter((quarter) => quarter <= current && !closed.has(quarter)).sort();
  return { rows: await costsOfIncident(db, incidentId), offered, mayEnter };
}

export interface Resuming {
  to: Stage;
  checks: GateCheck[];
  questions: OwnQuestions;
  mayOverride: boolean;
}

/** What the end of a pause asks; null where the case is paused from nowhere that it could go back to. */
export async function resuming(
  db: Reader,
  actor: Actor,
  useCase: UseCase,
  { to, today }: { to: Stage | null; today: Day },
): Promise<Resuming | null> {
  if (to === null) return null;
  return {
    to,
    checks: await gateToResume(db, useCase, to, today),
    questions: await ownQuestions(db),
    mayOverride: permits(actor, "gate.override", useCase),
  };
}
