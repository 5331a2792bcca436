import { NEXT_GATE } from "#app/delivery/pipeline";
import { type Act, type Parties, PERMISSIONS, permits, type Relation, relationsOf } from "#app/people/permissions";
import type { Actor, Role } from "#app/people/roles";
import { type BuiltIn, type GateFacts, gateBetween, isOwn, type Requirement, unmet } from "#app/use-cases/gates";
import type { Stage } from "#app/use-cases/stages";
import { actOfMove } from "#app/use-cases/who-moves";

/** Whose turn it is: the people of the case itself, or those who hold a role. */
export type Doer = "team" | "committee" | "chair" | "security" | "legal" | "reporters";

/** The act that gives what a gate on the way asks for; what a draft lacks is asked by its own form. */
const GIVEN_BY = {
  screened: "use-case.screen",
  "not-prohibited": "use-case.screen",
  "red-lines": "use-case.screen",
  assessments: "assessment.write",
  "business-case": "business-case.write",
  filters: "business-case.write",
  decision: "decision.take",
  poc: "poc.write",
  "poc-team": "poc.write",
  "poc-kpi": "poc.write",
  "poc-sealed": "poc.start",
  "data-questions": "trust-card.write",
  "model-or-vendor": "poc.write",
  "business-owner": "use-case.edit",
  "technical-owner": "use-case.edit",
  verdict: "poc.write",
  "security-sign-off": "sign-off.security",
  "legal-sign-off": "sign-off.legal",
  "sign-off-conditions": "sign-off.condition",
  "ai-act-class": "ai-act.confirm",
  "human-reviewer": "trust-card.write",
  kpi: "kpi.define",
  guardrail: "kpi.define",
} as const satisfies Partial<Record<BuiltIn, Act>>;

export type Owed = keyof typeof GIVEN_BY;

/** What can be next: what the gate misses (a sign-off is asked for first), the move itself, a report, a way back. */
export type Deed =
  | Owed
  | "own-checks"
  | "ask-security"
  | "ask-legal"
  | "move"
  | "report"
  | "resume"
  | "end-pause"
  | "say-stage";

export interface Turn {
  doer: Doer;
  /** Who they are by name, the nearest to the case first; none where nobody can do it. */
  names: string[];
  deeds: Deed[];
  /** The reader is one of them. */
  yours: boolean;
}

export interface NextStep {
  /** The stage that the case is on its way to; null where it only goes on as it is. */
  to: Stage | null;
  turns: Turn[];
}

export interface Duty {
  act: Act;
  deed: Deed;
}

/** Somebody who may have a turn. */
export type Candidate = Actor & { personId: number };

const SIGNED_BY = { "security-sign-off": "security", "legal-sign-off": "legal" } as const;

/** A sign-off that is asked for waits for its reviewer; before that it waits for who asks. */
function dutyOf(owed: Owed, asked: ReadonlySet<string>): Duty {
  const kind = owed === "security-sign-off" || owed === "legal-sign-off" ? SIGNED_BY[owed] : null;
  if (kind && !asked.has(kind)) return { act: "sign-off.request", deed: `ask-${kind}` };
  return { act: GIVEN_BY[owed], deed: owed };
}

const isOwed = (requirement: Requirement): requirement is Owed => Object.hasOwn(GIVEN_BY, requirement);

/** Where a case is screened its charter is answered by those who screen; elsewhere own checks are the team's. */
const ownActAt = (to: Stage): Act => (to === "assessment" ? "use-case.screen" : "gate.answer");

/** The stage whose gate the case stands before. */
export function nextStageOf(stage: Stage | null): Stage | null {
  return (stage && NEXT_GATE[stage]) ?? null;
}

/**
 * What is to be done next, and the act that does it; nothing for a case that has ended.
 * @param facts those of the next gate; what only the end of the blind assessment tells must be left out by `hidden`
 * @param asked the kinds of sign-off that were asked for and wait for their answer
 */
export function dutiesOf(
  stage: Stage | null,
  facts: GateFacts,
  { asked, scoresHidden }: { asked: ReadonlySet<string>; scoresHidden: boolean },
): Duty[] {
  if (stage === null) return [{ act: "use-case.move", deed: "say-stage" }];
  if (stage === "on-hold") {
    return [facts.paused ? { act: "incident.resume", deed: "end-pause" } : { act: "use-case.move", deed: "resume" }];
  }
  if (stage === "production") {
    return facts.kpi ? [{ act: "report.write", deed: "report" }] : [{ act: "kpi.define", deed: "kpi" }];
  }
  const to = nextStageOf(stage);
  if (!to) return [];
  const all = unmet(gateBetween(stage, to, facts));
  const missing = all.filter(isOwed);
  const own: Duty[] = all.some(isOwn) ? [{ act: ownActAt(to), deed: "own-checks" }] : [];
  // Until its questions are answered, whether the practice is prohibited is one of them; so are scores that are hidden.
  const unknown = [...(missing.includes("screened") ? ["not-prohibited"] : []), ...(scoresHidden ? ["filters"] : [])];
  const owed = missing.filter((one) => !unknown.includes(one));
  if (owed.length + own.length > 0) return [...owed.map((one) => dutyOf(one, asked)), ...own];
  return [{ act: actOfMove(stage, to), deed: "move" }];
}

const TEAM: readonly Relation[] = ["business-owner", "technical-owner", "department-champion", "author", "co-author"];

/** Whose turn an act is, by the table of permissions: the case's own people where it lets them, else its first role. */
export function doerOf(act: Act): Doer {
  if (act === "report.write") return "reporters";
  const allow: readonly (Role | Relation)[] = PERMISSIONS[act].allow;
  if (allow.includes("business-owner")) return "team";
  const roles = ["committee", "chair", "security", "legal"] as const;
  return roles.find((role) => allow[0] === role) ?? "team";
}

/** How near somebody is to the case; a stranger to it is nearer to nothing. */
function nearness(who: Actor, parties: Parties): number {
  const relations = relationsOf(who, parties);
  const place = TEAM.findIndex((relation) => relations.has(relation));
  return place < 0 ? TEAM.length : place;
}

/** The duties by whose turn they are, with the names of those who may take it. */
export function turnsOf(
  duties: readonly Duty[],
  reader: Actor,
  parties: Parties,
  candidates: readonly Candidate[],
  reporters: readonly { personId: number; name: string }[],
): Turn[] {
  const turns = new Map<Doer, Duty[]>();
  for (const duty of duties) turns.set(doerOf(duty.act), [...(turns.get(doerOf(duty.act)) ?? []), duty]);
  return [...turns].map(([doer, own]) => {
    if (doer === "reporters") {
      const yours = reporters.some(({ personId }) => personId === reader.personId);
      return {
        doer,
        names: [...new Set(reporters.map(({ name }) => name))],
        deeds: own.map(({ deed }) => deed),
        yours,
      };
    }
    const may = (who: Actor) => own.some(({ act }) => permits(who, act, parties));
    const near = (who: Actor) => doer !== "team" || nearness(who, parties) < TEAM.length;
    const able = candidates.filter((who) => may(who) && near(who));
    able.sort((a, b) => nearness(a, parties) - nearness(b, parties));
    return {
      doer,
      names: able.map(({ name }) => name),
      deeds: own.map(({ deed }) => deed),
      yours: may(reader) && near(reader),
    };
  });
}
