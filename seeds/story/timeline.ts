import { addDays, type Day } from "#app/kernel/day";
import type {
  Amendment,
  Assessment,
  Attempt,
  Both,
  Campaign,
  CapturedLine,
  CaseStory,
  CheckIn,
  Comment,
  Cost,
  Decision,
  FilterException,
  Gathered,
  Guarded,
  Iteration,
  Kpi,
  ModelSwitch,
  Move,
  OwnRisk,
  QuarterStory,
  Report,
  Restatement,
  ReviewStory,
  Round,
  ScoringStory,
  Session,
  SignOff,
  Story,
} from "./types";
import { afterEnd } from "./writing";

const PLANNED_DAYS_BEFORE = 14;
const CAMPAIGN_DAYS_BEFORE = 7;
/** Finance begins its review when the costs of the quarter are in. */
const REVIEW_BEGINS_AFTER_DAYS = 16;

/** One thing that happened to a case. */
type CaseAct =
  | { what: "enter" }
  | { what: "screen" }
  | { what: "assess"; assessment: Assessment }
  | { what: "open-round"; round: Round }
  | { what: "business-case" }
  | { what: "filter-exception"; exception: FilterException }
  | { what: "poc" }
  | { what: "poc-start" }
  | { what: "check-in"; checkIn: CheckIn }
  | { what: "iteration"; iteration: Iteration }
  | { what: "iteration-end"; iteration: Iteration }
  | { what: "amend"; amendment: Amendment }
  | { what: "sign-amendment"; amendment: Amendment }
  | { what: "switch"; change: ModelSwitch }
  | { what: "attempt"; attempt: Attempt }
  | { what: "verdict" }
  | { what: "sign-off-request"; signOff: SignOff }
  | { what: "sign-off"; signOff: SignOff }
  | { what: "condition-met"; signOff: SignOff; owner: string; how: Both }
  | { what: "ai-act" }
  | { what: "human-reviewer" }
  | { what: "kpi"; kpi: Kpi }
  | { what: "decide"; decision: Decision }
  | { what: "move"; move: Move }
  | { what: "report"; kpi: Kpi; report: Report }
  | { what: "review"; kpi: Kpi; report: Report }
  | { what: "restate"; kpi: Kpi; restatement: Restatement }
  | { what: "cost"; cost: Cost }
  | { what: "comment"; comment: Comment };

type HouseAct =
  | { what: "gather"; gathered: Gathered }
  | { what: "guard"; guarded: Guarded }
  | { what: "own-risk"; own: OwnRisk }
  | { what: "start-campaign"; campaign: Campaign }
  | { what: "capture"; campaign: Campaign; line: CapturedLine }
  | { what: "summarise"; campaign: Campaign }
  | { what: "revise-model"; scoring: ScoringStory }
  | { what: "begin-model"; scoring: ScoringStory }
  | { what: "plan-session"; session: Session }
  | { what: "session"; session: Session }
  | { what: "adjourn"; session: Session }
  | { what: "collect"; quarter: QuarterStory }
  | { what: "start-review"; quarter: QuarterStory }
  | { what: "remind"; quarter: QuarterStory; silence: QuarterStory["silent"][number] }
  | { what: "close"; quarter: QuarterStory }
  | { what: "plan-review"; held: ReviewStory }
  | { what: "hold-review"; held: ReviewStory };

export type CaseEvent = CaseAct & { on: Day; useCase: CaseStory };
export type StoryEvent = CaseEvent | (HouseAct & { on: Day });

/** What comes first when several things happen on one day: what a gate asks for, then the session, then the moves. */
const ORDER: readonly StoryEvent["what"][] = [
  "start-campaign",
  "revise-model",
  "begin-model",
  "collect",
  "start-review",
  "enter",
  "capture",
  "screen",
  "open-round",
  "assess",
  "business-case",
  "poc",
  "check-in",
  "attempt",
  "iteration-end",
  "amend",
  "sign-amendment",
  "verdict",
  "sign-off-request",
  "sign-off",
  "ai-act",
  "human-reviewer",
  "kpi",
  "plan-session",
  "session",
  "filter-exception",
  "decide",
  "poc-start",
  "move",
  "iteration",
  "switch",
  "adjourn",
  "report",
  "review",
  "cost",
  "close",
  "plan-review",
  "hold-review",
  "restate",
  "remind",
  "comment",
  "guard",
  "gather",
  "summarise",
];

/** All that happened, in the order in which it happened; the last session is planned, and has not been held. */
export function timeline(story: Story): StoryEvent[] {
  const heldOn = new Map(story.sessions.map((session) => [session.key, session.heldOn]));
  const events: StoryEvent[] = story.cases.flatMap((useCase) =>
    happened(useCase, heldOn).map(([on, act]) => ({ ...act, on, useCase })),
  );
  events.push(...story.sessions.flatMap(met), ...story.quarters.flatMap(run));
  events.push(...story.campaigns.flatMap((campaign) => called(campaign, story.organisation.createdOn)));
  events.push(...story.gathered.map((one) => ({ what: "gather" as const, gathered: one, on: one.on })));
  events.push(...story.guarded.map((one) => ({ what: "guard" as const, guarded: one, on: one.on })));
  events.push(...story.ownRisks.map((own) => ({ what: "own-risk" as const, own, on: own.on })));
  for (const held of story.reviews) {
    events.push({ what: "plan-review", held, on: held.plannedOn }, { what: "hold-review", held, on: held.heldOn });
  }
  const { scoring } = story;
  events.push({ what: "revise-model", scoring, on: scoring.revision.on });
  events.push({ what: "begin-model", scoring, on: scoring.next.on });
  // Sorting is stable: on one day, acts of a kind keep the order in which the story tells them.
  return events.sort((a, b) => (a.on === b.on ? ORDER.indexOf(a.what) - ORDER.indexOf(b.what) : a.on < b.on ? -1 : 1));
}

function met(session: Session): (HouseAct & { on: Day })[] {
  const { heldOn: on, closed } = session;
  const planned = { what: "plan-session" as const, session, on: addDays(on, -PLANNED_DAYS_BEFORE) };
  return closed ? [planned, { what: "session", session, on }, { what: "adjourn", session, on }] : [planned];
}

function called(campaign: Campaign, from: Day): (HouseAct & { on: Day })[] {
  const planned = addDays(campaign.startsOn, -CAMPAIGN_DAYS_BEFORE);
  const acts: (HouseAct & { on: Day })[] = [{ what: "start-campaign", campaign, on: planned < from ? from : planned }];
  for (const line of campaign.lines) acts.push({ what: "capture", campaign, line, on: line.on });
  if (campaign.summary) acts.push({ what: "summarise", campaign, on: campaign.summary.on });
  return acts;
}

function run(quarter: QuarterStory): (HouseAct & { on: Day })[] {
  const acts: (HouseAct & { on: Day })[] = quarter.silent.map((silence) => ({
    ...{ what: "remind" as const, quarter, silence },
    on: silence.remindedOn,
  }));
  if (quarter.collectedFrom) {
    acts.push({ what: "collect", quarter, on: quarter.collectedFrom });
    acts.push({ what: "start-review", quarter, on: afterEnd(quarter.quarter, REVIEW_BEGINS_AFTER_DAYS) });
  }
  if (quarter.closedOn) acts.push({ what: "close", quarter, on: quarter.closedOn });
  return acts;
}

function happened(told: CaseStory, heldOn: ReadonlyMap<string, Day>): [Day, CaseAct][] {
  const acts: [Day, CaseAct][] = [[told.entry.on, { what: "enter" }]];
  if (told.screening) acts.push([told.screening.on, { what: "screen" }]);
  for (const assessment of told.assessments) acts.push([assessment.on, { what: "assess", assessment }]);
  if (told.round) {
    acts.push([told.round.on, { what: "open-round", round: told.round }]);
    for (const assessment of told.round.assessments) acts.push([assessment.on, { what: "assess", assessment }]);
  }
  if (told.businessCase) acts.push([told.businessCase.on, { what: "business-case" }]);
  for (const exception of told.filterExceptions) acts.push([exception.on, { what: "filter-exception", exception }]);
  for (const decision of told.decisions) {
    const on = heldOn.get(decision.session);
    if (on) acts.push([on, { what: "decide", decision }]);
  }
  if (told.poc) {
    acts.push([told.poc.definedOn, { what: "poc" }]);
    const start = startOf(told);
    if (start) acts.push([start, { what: "poc-start" }]);
    for (const checkIn of told.poc.checkIns ?? []) acts.push([checkIn.on, { what: "check-in", checkIn }]);
    for (const iteration of told.poc.iterations ?? []) {
      acts.push([iteration.from, { what: "iteration", iteration }]);
      if (iteration.to) acts.push([iteration.to, { what: "iteration-end", iteration }]);
    }
    for (const amendment of told.poc.amendments ?? []) {
      acts.push([amendment.askedOn, { what: "amend", amendment }]);
      acts.push([amendment.signedOn, { what: "sign-amendment", amendment }]);
    }
    for (const attempt of told.poc.attempts) acts.push([attempt.on, { what: "attempt", attempt }]);
    if (told.poc.verdict) acts.push([told.poc.verdict.on, { what: "verdict" }]);
  }
  for (const change of told.switches ?? []) acts.push([change.on, { what: "switch", change }]);
  for (const signOff of told.signOffs) {
    acts.push([signOff.requestedOn, { what: "sign-off-request", signOff }]);
    if (signOff.answer) acts.push([signOff.answer.on, { what: "sign-off", signOff }]);
    for (const { owner, met } of signOff.answer?.asked ?? []) {
      if (met) acts.push([met.on, { what: "condition-met", signOff, owner, how: met.how }]);
    }
  }
  if (told.aiAct) acts.push([told.aiAct.on, { what: "ai-act" }]);
  if (told.humanReviewer) acts.push([told.humanReviewer.on, { what: "human-reviewer" }]);
  for (const move of told.moves) acts.push([move.on, { what: "move", move }]);
  for (const cost of told.costs) acts.push([cost.on, { what: "cost", cost }]);
  for (const comment of told.comments) acts.push([comment.on, { what: "comment", comment }]);
  return acts.concat(told.kpis.flatMap(measured));
}

/** A POC is sealed on the day on which its case comes to it: the gate asks for the seal. */
function startOf({ poc, moves }: CaseStory): Day | null {
  return (poc && moves.find(({ to }) => to === "poc")?.on) ?? null;
}

function measured(kpi: Kpi): [Day, CaseAct][] {
  const acts: [Day, CaseAct][] = [[kpi.definedOn, { what: "kpi", kpi }]];
  for (const report of kpi.reports) {
    acts.push([report.on, { what: "report", kpi, report }]);
    if (report.review) acts.push([report.review.on, { what: "review", kpi, report }]);
  }
  for (const restatement of kpi.restatements) acts.push([restatement.on, { what: "restate", kpi, restatement }]);
  return acts;
}
