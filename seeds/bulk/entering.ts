import { addDays, type Day } from "#app/kernel/day";
import { firstDayOf } from "#app/kernel/quarter";
import { AI_TYPES, foldedTitle, SOURCES } from "#app/use-cases/content";
import { Dice, skewed } from "./dice";
import type { Ground } from "./ground";
import type { CasePlan } from "./plan";
import type { Growing, Sheaf } from "./sheaf";
import { BECAUSE, LEARNINGS, matterOf, remark } from "./texts";

const TYPES = skewed(AI_TYPES, 1.1);
const FROM = skewed(SOURCES, 0.9);
export const REGISTER = "Registre du groupe";
const DAY = 86_400_000;

/** The instant of a register's day: in its working hours, never after the day on which it is planted. */
export function atWork(on: Day, dice: Dice): Date {
  return new Date(Date.parse(`${on}T08:00:00Z`) + Math.floor(dice.share() * 0.3 * DAY));
}

/** A case as its author or its register put it in, at the stage where it stands now. */
export function enter(
  ground: Ground,
  plan: CasePlan,
  { id, reference, mergeInto }: { id: number; reference: string; mergeInto: number | null },
): Growing {
  const dice = new Dice(ground.seed, "case", plan.at);
  const matter = matterOf(dice);
  const department = dice.among(ground.departments);
  const people = Array.from({ length: 4 }, () => dice.among(department.people));
  const imported = plan.entry === "import";
  const [author = null, owner = null, technical = null] = people;
  const drafty = plan.stage === "draft";
  const stage = plan.stage === "merged" && mergeInto === null ? "rejected" : plan.stage;
  const createdAt = atWork(plan.createdOn, dice);
  const useCase: Sheaf["useCases"][number] = {
    id,
    reference,
    title: matter.title,
    titleFolded: foldedTitle(matter.title),
    need: drafty && dice.chance(0.15) ? null : matter.need,
    expectedBenefit: drafty && dice.chance(0.4) ? null : matter.expectedBenefit,
    affected: drafty && dice.chance(0.3) ? null : matter.affected,
    peopleAffected: dice.chance(0.8) ? matter.people : null,
    timesPer: "week",
    times: matter.perWeek,
    minutesPerTime: dice.chance(0.85) ? matter.minutes : null,
    dataInvolved: dice.chance(0.7) ? matter.dataInvolved : null,
    source: imported ? null : dice.among(FROM),
    aiType: dice.chance(0.92) ? dice.among(TYPES) : null,
    country: null,
    departmentId: imported && dice.chance(0.15) ? null : department.id,
    authorId: imported ? null : author,
    ownerId: drafty && dice.chance(0.3) ? null : owner,
    technicalOwnerId: drafty || dice.chance(0.3) ? null : technical,
    ...{ coAuthorId: null, campaignId: null, capturedBy: null, draftKey: null, liveEntry: null, toolInMind: null },
    stage,
    stageSince: plan.createdOn,
    relookOn: stage === "on-hold" ? addDays(ground.calendar.today, dice.whole(-60, 240)) : null,
    stageReason: stage !== null && stage in BECAUSE ? dice.of(BECAUSE[stage as keyof typeof BECAUSE]) : null,
    mergedIntoId: stage === "merged" ? mergeInto : null,
    whyNew: null,
    similarLookedAt: !imported,
    externalSource: imported ? REGISTER : null,
    externalId: imported ? `RG-${String(plan.at + 1).padStart(6, "0")}` : null,
    extra: null,
    imported: null,
    importId: null,
    createdAt,
    updatedAt: createdAt,
  };
  return { useCase, standing: noStanding(id), matter, people };
}

function noStanding(useCaseId: number): Growing["standing"] {
  return {
    ...{ useCaseId, value: null, complexity: null, risk: null, assessments: 0, contested: 0 },
    ...{ npvMinor: null, npvP50Minor: null, totalCostMinor: null, totalBenefitMinor: null },
    ...{ roi: null, paybackQuarters: null, irr: null, realisedMinor: null, provenMinor: null, costMinor: null },
  };
}

const JUST_SAID = { internal: false, editedAt: null, withdrawnAt: null, version: 1 };

/** How many people spoke: most cases are silent, a few are debated at length. */
export function discuss(ground: Ground, plan: CasePlan, { useCase, people }: Growing, sheaf: Sheaf): void {
  const dice = new Dice(ground.seed, "talk", plan.at);
  const said = Math.min(60, Math.floor(0.55 / dice.share() ** 0.8));
  for (let at = 0; at < said; at++) {
    const on = dice.day(plan.createdOn, ground.calendar.today);
    const authorId = dice.of(people);
    sheaf.comments.push({ useCaseId: useCase.id, authorId, body: remark(dice), at: atWork(on, dice), ...JUST_SAID });
  }
}

/** The stages that a case went through on its way, the last one being where it stands. */
function wayTo(stage: CasePlan["stage"], dice: Dice): NonNullable<CasePlan["stage"]>[] {
  const through = ["submitted", "assessment", "approved", "poc", "pilot", "production"] as const;
  if (stage === null || stage === "draft") return [];
  if (stage === "retired") return [...through, stage];
  if (stage === "stopped") return [...through.slice(0, 4), stage];
  if (stage === "rejected" || stage === "merged" || stage === "withdrawn")
    return [...through.slice(0, dice.whole(1, 2)), stage];
  if (stage === "on-hold") return [...through.slice(0, dice.whole(2, 4)), stage];
  const way = through.slice(0, through.indexOf(stage) + 1);
  // Real portfolios also move backwards: one in twenty-five was taken back once, and came again.
  if ((stage === "pilot" || stage === "production") && dice.chance(0.08)) return [...way, "poc", ...way.slice(4)];
  return [...way];
}

/** Its moves, each on its day, and since when it stands where it does. */
export function moveOn(ground: Ground, plan: CasePlan, { useCase, people }: Growing, sheaf: Sheaf): void {
  const dice = new Dice(ground.seed, "way", plan.at);
  const { today, fiscalFirstMonth } = ground.calendar;
  const way = plan.entry === "form" ? wayTo(useCase.stage as CasePlan["stage"], dice) : [];
  const only = plan.entry !== "form" && useCase.stage !== null ? [useCase.stage] : way;
  const live = plan.quarters > 0 ? firstDayOf(plan.reportsFrom, fiscalFirstMonth) : null;
  let from: string | null = null;
  let on = plan.createdOn;
  for (const [place, to] of only.entries()) {
    const left = only.length - place;
    // A case that reports is a pilot before its first quarter begins.
    const until = live && to !== "production" && to !== "retired" && live < today ? addDays(live, -left) : today;
    const last = until > on ? until : on;
    on = place === 0 && plan.entry === "form" ? on : dice.day(on, left > 1 ? halfway(on, last, left) : last);
    const back = from === "pilot" || from === "production" ? to === "poc" : false;
    const taught = to === "stopped" || to === "retired";
    sheaf.stageChanges.push({
      ...{ useCaseId: useCase.id, from, to, on, byId: people[0] ?? null },
      reason: back ? dice.of(BECAUSE.back) : place === only.length - 1 ? useCase.stageReason : null,
      learning: taught ? dice.of(LEARNINGS) : null,
    });
    from = to;
  }
  useCase.stageSince = useCase.stage === null ? null : on;
  if (on > plan.createdOn) useCase.updatedAt = atWork(on, dice);
}

function halfway(from: Day, to: Day, steps: number): Day {
  const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY;
  return addDays(from, Math.max(0, Math.floor((days * 1.6) / steps)));
}
