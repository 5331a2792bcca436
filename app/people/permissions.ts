import { fold } from "#app/kernel/told";
import type { Actor, Role } from "./roles";

/** What a person is to the thing acted on. */
export type Relation =
  | "everyone"
  | "author"
  | "co-author"
  | "business-owner"
  | "technical-owner"
  | "department-champion"
  | "kpi-owner"
  | "reporter"
  | "host"
  | "writer"
  | "sponsor"
  | "team-member"
  | "self";

interface Rule {
  /** Any one of these is enough. */
  allow: readonly (Role | Relation)[];
  /** None of these may be true, whatever the roles: four eyes. */
  except?: readonly Relation[];
}

const PARTIES = ["author", "co-author", "business-owner", "technical-owner"] as const;
/** Those who never sign a case, whatever their role: four eyes. */
const INVOLVED = [...PARTIES, "sponsor", "team-member"] as const;
const TEAM = ["business-owner", "technical-owner", "department-champion"] as const;
/** Those who judge a case, and talk of it among themselves. */
const JUDGES = ["committee", "chair", "security", "legal", "finance"] as const;

/**
 * Who may do what: the one table that pages, actions, API and command line ask, and that buttons read for display.
 * A name that is both a role and nothing else is held by the person; a relation depends on the thing acted on.
 */
export const PERMISSIONS = {
  "use-case.read": { allow: ["everyone"] },
  "use-case.submit": { allow: ["champion", "committee", "chair", "admin"] },
  "use-case.enter-live": { allow: ["champion", "committee", "chair", "admin"] },
  "use-case.edit": { allow: ["author", "co-author", ...TEAM, "admin"] },
  "draft.delete": { allow: ["author", "admin"] },
  "use-case.withdraw": { allow: ["author", "co-author", "business-owner"] },
  "use-case.comment": { allow: ["everyone"] },
  "comment.edit": { allow: ["writer"] },
  "comment.withdraw": { allow: ["writer", "chair"] },
  "note.read": { allow: JUDGES },
  "note.write": { allow: JUDGES },
  "use-case.vote": { allow: ["everyone"] },
  "use-case.follow": { allow: ["everyone"] },
  "use-case.tag": { allow: ["author", "co-author", ...TEAM, "committee", "chair", "admin"] },
  "use-case.link": { allow: ["author", "co-author", ...TEAM, "committee", "chair", "admin"] },
  "file.add": { allow: ["author", "co-author", ...TEAM, ...JUDGES, "admin"] },
  "file.remove": { allow: ["writer", ...TEAM, "chair", "admin"] },
  "use-case.join": { allow: ["everyone"] },
  "use-case.merge": { allow: ["committee", "chair", "admin"] },
  "use-case.move": { allow: [...TEAM, "committee", "chair", "admin"] },
  "use-case.put-off": { allow: TEAM },
  "use-case.screen": { allow: ["committee", "chair"], except: PARTIES },
  "use-case.import": { allow: ["chair", "admin"] },
  "use-case.capture": { allow: ["everyone"] },
  "campaign.read": { allow: ["everyone"] },
  "campaign.run": { allow: ["host", "department-champion", "chair", "admin"] },
  "gate.override": { allow: ["chair"], except: PARTIES },
  "assessment.write": { allow: ["committee", "chair"], except: PARTIES },
  "conflict.declare": { allow: ["committee", "chair"], except: PARTIES },
  "assessment.round": { allow: ["chair"], except: PARTIES },
  "scoring-model.edit": { allow: ["chair", "admin"] },
  "score.override": { allow: ["chair"], except: PARTIES },
  "business-case.write": { allow: ["author", "co-author", ...TEAM, "finance"] },
  "calibration.read": { allow: ["executive", "finance", "committee", "chair", "admin"] },
  "calibration.answer": { allow: ["author", "co-author", ...TEAM, "finance"] },
  "rate.edit": { allow: ["finance", "admin"] },
  "filter.edit": { allow: ["chair", "admin"] },
  "filter.except": { allow: ["chair"], except: PARTIES },
  "portfolio.choose": { allow: ["committee", "chair"] },
  "scenario.delete": { allow: ["writer", "chair", "admin"] },
  "board.limit": { allow: ["chair", "admin"] },
  "session.plan": { allow: ["chair", "admin"] },
  "session.cancel": { allow: ["chair", "admin"] },
  "decision.take": { allow: ["chair"], except: PARTIES },
  "session.vote": { allow: JUDGES, except: PARTIES },
  "opinion.write": { allow: JUDGES },
  "session.close": { allow: ["chair"] },
  "session.sign": { allow: ["chair"] },
  "condition.meet": { allow: ["self", "chair"] },
  "poc.write": { allow: [...TEAM] },
  "poc.edit-attempt": { allow: [...TEAM] },
  "poc.correct-check-in": { allow: [...TEAM] },
  "poc.start": { allow: [...TEAM] },
  "poc.sign-amendment": { allow: ["chair"], except: PARTIES },
  "model.switch": { allow: [...TEAM] },
  "roll-out.write": { allow: [...TEAM] },
  "vendor.write": { allow: ["self", "technical-owner", "committee", "chair", "admin"] },
  "sign-off.request": { allow: ["author", "co-author", ...TEAM, "admin"] },
  "sign-off.security": { allow: ["security"], except: INVOLVED },
  "sign-off.legal": { allow: ["legal"], except: INVOLVED },
  "sign-off.finance": { allow: ["finance"], except: INVOLVED },
  "sign-off.delegate": { allow: ["security", "legal", "finance"], except: INVOLVED },
  "sign-off.absence": { allow: ["self", "admin"] },
  "sign-off.condition": { allow: ["self", ...TEAM, "security", "legal", "finance"] },
  "gate.edit": { allow: ["chair", "admin"] },
  "gate.answer": { allow: ["author", "co-author", ...TEAM, "security", "legal", "finance"] },
  "trust-card.write": { allow: ["author", "co-author", ...TEAM, "security", "legal"] },
  "ai-act.confirm": { allow: ["legal"], except: PARTIES },
  "risk.write": { allow: ["self", "author", "co-author", ...TEAM, ...JUDGES, "admin"] },
  // Of no case: who looks at all of them, and the one who answers for it.
  "organisation-risk.write": { allow: ["self", "chair", "security", "legal", "admin"] },
  "risk.review": { allow: ["self", ...TEAM, "chair", "security", "legal", "admin"] },
  "risk.close": { allow: ["self", ...TEAM, "chair", "security", "legal", "admin"] },
  "incident.log": { allow: ["everyone"] },
  "incident.write": { allow: ["writer", "author", "co-author", ...TEAM, "chair", "security", "legal", "admin"] },
  "incident.close": { allow: [...TEAM, "chair", "security", "legal", "admin"] },
  "incident.pause": { allow: ["business-owner", "technical-owner", "chair", "security", "legal", "admin"] },
  "incident.resume": { allow: ["business-owner", "chair", "security", "legal", "admin"] },
  "law.edit": { allow: ["legal", "admin"] },
  "obligation.handle": { allow: ["self", ...TEAM, "legal"] },
  "kpi.define": { allow: [...TEAM, "finance"] },
  "overlap.declare": { allow: ["kpi-owner", ...TEAM, "finance"] },
  "overlap.resolve": { allow: ["finance"], except: ["kpi-owner", ...PARTIES] },
  "report.write": { allow: ["kpi-owner", "business-owner", "department-champion"] },
  "report.review": { allow: ["finance"], except: ["kpi-owner", "reporter", ...PARTIES] },
  "report.restate": { allow: ["finance"], except: ["kpi-owner", "reporter", ...PARTIES] },
  "cost.write": { allow: [...TEAM, "finance"] },
  "quarter.run": { allow: ["finance", "admin"] },
  "quarter.close": { allow: ["finance"] },
  "dashboard.read": { allow: ["everyone"] },
  "target.set": { allow: ["executive", "finance", "admin"] },
  "review.plan": { allow: ["finance", "chair", "admin"] },
  "review.present": { allow: ["department-champion", "finance", "chair", "admin"] },
  "review.decide": { allow: ["executive", "finance", "chair", "admin"] },
  "organisation.edit": { allow: ["admin"] },
  "department.edit": { allow: ["admin"] },
  "person.read": { allow: ["everyone"] },
  "person.edit": { allow: ["admin"] },
  "audit.read": { allow: ["admin", "finance"] },
  "view.keep": { allow: ["self", "admin"] },
  "account.use": { allow: ["self"] },
  "installation.run": { allow: [] },
} as const satisfies Record<string, Rule>;

export type Act = keyof typeof PERMISSIONS;

/** The people that a thing acted on knows: what relations are worked out from. Absent fields relate to nobody. */
export interface Parties {
  authorId?: number | null;
  coAuthorId?: number | null;
  ownerId?: number | null;
  technicalOwnerId?: number | null;
  departmentId?: number | null;
  kpiOwnerId?: number | null;
  reportedBy?: number | null;
  /** Who answers for a campaign. */
  hostId?: number | null;
  /** Who wrote a comment, or brought a file. */
  writtenBy?: number | null;
  /** Those who share the need of a case. */
  sponsorIds?: readonly number[];
  /** The names of those who try it: a team is written by names. */
  teamNames?: readonly string[];
  /** The account that a person acts on, or whom something was asked of. */
  accountOf?: number | null;
}

/** For acts that concern no one thing, such as planning a session. */
export const NO_PARTIES: Parties = {};

export function relationsOf(actor: Actor, parties: Parties): Set<Relation> {
  const relations = new Set<Relation>(["everyone"]);
  const me = actor.personId;
  if (me === null) return relations;
  if (parties.authorId === me) relations.add("author");
  if (parties.coAuthorId === me) relations.add("co-author");
  if (parties.ownerId === me) relations.add("business-owner");
  if (parties.technicalOwnerId === me) relations.add("technical-owner");
  if (parties.kpiOwnerId === me) relations.add("kpi-owner");
  if (parties.reportedBy === me) relations.add("reporter");
  if (parties.hostId === me) relations.add("host");
  if (parties.writtenBy === me) relations.add("writer");
  if (parties.sponsorIds?.includes(me)) relations.add("sponsor");
  if (parties.teamNames?.some((name) => fold(name) === fold(actor.name))) relations.add("team-member");
  if (parties.accountOf === me) relations.add("self");
  const department = parties.departmentId;
  if (department && actor.roles.includes("champion") && actor.departmentIds.includes(department)) {
    relations.add("department-champion");
  }
  return relations;
}

/**
 * What a person is to the thing that keeps them from an act which their roles allow: four eyes. Null where the table allows
 * the act, or their roles do not.
 */
export function barredAs(actor: Actor, act: Act, parties: Parties): Relation | null {
  const rule: Rule = PERMISSIONS[act];
  const relations = relationsOf(actor, parties);
  const granted = rule.allow.some((grant) => relations.has(grant as Relation) || actor.roles.includes(grant as Role));
  return (granted && rule.except?.find((relation) => relations.has(relation))) || null;
}

/** Whether the table allows it. The installation itself may do anything: it only acts where the code says so. */
export function permits(actor: Actor, act: Act, parties: Parties = NO_PARTIES): boolean {
  if (actor.personId === null) return actor.roles.includes("admin");
  const rule: Rule = PERMISSIONS[act];
  const relations = relationsOf(actor, parties);
  if (rule.except?.some((relation) => relations.has(relation))) return false;
  return rule.allow.some((grant) => relations.has(grant as Relation) || actor.roles.includes(grant as Role));
}
