import { type Day, daysBetween } from "#app/kernel/day";
import { type Minor, roundMinor } from "#app/kernel/money";
import type { Told } from "#app/kernel/told";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { UseCase } from "#app/use-cases/cases.server";
import type { Reader } from "#db/client.server";
import {
  asksForMore,
  type Lack,
  lacksToStart,
  maySeal,
  missingSides,
  type PocTerms,
  type TimeUsed,
  timeUsed,
  type Verdict,
} from "./poc";
import { termsOf } from "./poc.server";
import { type PocRecord, pocsOfCase } from "./poc-record.server";
import { type Components, componentsOf } from "./registers/links.server";
import { type AmendedTerms, type Yardstick, yardstickOf } from "./running/amendment";
import type { CheckIn } from "./running/check-in";
import type { Week } from "./running/cumulated";
import { paceOf, projectedOn, type Reaching, reaching } from "./running/projection";
import { figuresOf, nextCheckIn, type Warning, warningsOf, weeksSkipped } from "./running/warning";
import { type AttemptShown, attemptsShown, type ModelNamed, modelAmong, named } from "./trying/attempts-shown.server";
import { bestOf, type Finding, findingOf, guardrailHeld, measuredBy } from "./trying/compared";
import { type LivePage, livePage } from "./trying/live-page.server";
import { type VendorChoices, vendorChoices, vendorsOfCase } from "./vendors.server";

/** How time, money and work run down, and what comes of it at this pace. */
export interface Pace {
  spentMinor: Minor | null;
  personDays: number | null;
  /** At this pace, what is used on the last day; null where nobody can say. */
  spentAtEndMinor: Minor | null;
  money: Reaching;
  work: Reaching | null;
  kpi: Reaching;
  /** One a check-in: the share of each cap that is used, and of the time that has passed. */
  burn: { on: Day; time: number; money: number | null; work: number | null }[];
  nextCheckIn: Day;
}

export interface AmendmentShown {
  id: number;
  before: AmendedTerms;
  after: AmendedTerms;
  reason: Told;
  askedBy: string | null;
  askedOn: Day;
  verdict: "yes" | "no" | null;
  note: Told | null;
  signedBy: string | null;
  signedOn: Day | null;
  maySign: boolean;
}

export interface PocShown extends PocTerms {
  id: number;
  number: number;
  version: number;
  vendor: { id: number; name: string } | null;
  model: ModelNamed | null;
  /** The number of the POC that it pivoted from. */
  follows: number | null;
  sealed: { on: Day; by: string | null } | null;
  lacks: Lack[];
  yardstick: Yardstick;
  time: TimeUsed;
  pace: Pace | null;
  warnings: Warning[];
  missingSides: ReturnType<typeof missingSides>;
  asksForMore: boolean;
  amendments: AmendmentShown[];
  checkIns: (CheckIn & {
    id: number;
    version: number;
    by: string | null;
    correctedBy: string | null;
    correctedOn: Day | null;
  })[];
  /** The weeks that stay without a check-in, before the last one. */
  weeksSkipped: Week[];
  iterations: { id: number; question: Told; startedOn: Day; endedOn: Day | null; learnt: Told | null }[];
  attempts: AttemptShown[];
  /** What the attempts show: the finding on the best of them, which a verdict starts from. */
  proposal: { finding: Finding; attemptId: number | null; result: number | null };
  verdict: {
    verdict: Verdict;
    on: Day | null;
    by: string | null;
    result: number | null;
    /** What the attempt that it rests on measured: said where the verdict holds another. */
    measured: { attempt: number; result: number } | null;
    finding: Finding;
    reason: Told | null;
    learning: Told | null;
  } | null;
}

/** What the address asks to be corrected, by its id; null for nothing. */
export interface Correcting {
  checkIn: number | null;
  attempt: number | null;
}

export interface PocPage {
  correcting: Correcting;
  reference: string;
  /** The stage that a defined POC leads to; null where the case is not before or in one. */
  leadsTo: "poc" | "pilot" | null;
  pocs: PocShown[];
  mayWrite: boolean;
  mayStart: boolean;
  mayLink: boolean;
  vendors: { id: number; name: string }[];
  choices: VendorChoices;
  /** What of the registers the case works with. */
  linked: Components;
  live: LivePage | null;
  today: Day;
}

/** @param startedOn the day of the seal, from which check-ins are awaited */
function paceShown(poc: PocRecord, startedOn: Day): Pace {
  const { startsOn, endsOn, budgetCapMinor, personDaysCap } = poc;
  const { money, work, kpi } = figuresOf(startsOn, poc.checkIns, poc.attempts);
  const days = Math.max(1, daysBetween(startsOn, endsOn));
  const share = (used: number | null, cap: number | null) => (used === null || !cap ? null : used / cap);
  const atEnd = projectedOn(money, endsOn);
  const spent = money.at(-1)?.value ?? null;
  return {
    spentMinor: spent === null ? null : roundMinor(spent),
    personDays: work.at(-1)?.value ?? null,
    spentAtEndMinor: atEnd === null ? null : roundMinor(atEnd),
    money: reaching(money, budgetCapMinor, "up"),
    work: personDaysCap === null ? null : reaching(work, personDaysCap, "up"),
    kpi: paceOf(kpi) === null ? { kind: "unknown" } : reaching(kpi, poc.threshold, poc.direction),
    burn: poc.checkIns.map(({ on, spentMinor, personDays }) => ({
      on,
      time: daysBetween(startsOn, on) / days,
      money: share(spentMinor, budgetCapMinor),
      work: share(personDays, personDaysCap),
    })),
    nextCheckIn: nextCheckIn(startedOn, poc.checkIns.at(-1)?.on ?? null),
  };
}

/** A POC as its page and its operation show it. @param number its place among those of the case, from 1 */
export function pocShown(
  poc: PocRecord,
  {
    number,
    follows,
    actor,
    useCase,
    choices,
    today,
  }: {
    number: number;
    follows: number | null;
    actor: Actor;
    useCase: UseCase;
    choices: VendorChoices;
    today: Day;
  },
): PocShown {
  const terms = termsOf(poc);
  const { startedOn, verdict } = poc;
  const best = bestOf(poc, poc.attempts);
  const chosen = poc.attempts.find((one) => one.chosen) ?? null;
  const restsOn = measuredBy(poc, poc.attempts, chosen);
  const judged = chosen ?? restsOn;
  const result = best?.result ?? null;
  const maySign = permits(actor, "poc.sign-amendment", useCase);
  return {
    ...terms,
    id: poc.id,
    number,
    version: poc.version,
    vendor: named(choices.vendors, poc.vendorId),
    model: modelAmong(choices)(poc.modelId),
    follows,
    sealed: startedOn && { on: startedOn, by: poc.startedBy },
    lacks: startedOn ? [] : lacksToStart(terms, useCase),
    yardstick: yardstickOf(poc.threshold, poc.amendments),
    time: timeUsed(poc, poc.verdictOn ?? today),
    pace: startedOn && paceShown(poc, startedOn),
    warnings: startedOn && !verdict ? warningsOf({ ...poc, startedOn }, poc.checkIns, today, poc.attempts) : [],
    missingSides: missingSides(poc.team),
    asksForMore: asksForMore(poc),
    amendments: poc.amendments.map(({ askedById, signedById: _, pocId: __, ...one }) => ({
      ...one,
      maySign: one.verdict === null && !verdict && maySign && askedById !== actor.personId,
    })),
    checkIns: poc.checkIns.map(({ pocId: _, byId: __, correctedById: ___, ...one }) => one),
    weeksSkipped: startedOn
      ? weeksSkipped(
          startedOn,
          poc.checkIns.map(({ on }) => on),
        )
      : [],
    iterations: poc.iterations.map(({ pocId: _, ...one }) => one),
    attempts: attemptsShown(poc, choices),
    proposal: {
      finding: findingOf(poc, result, best ? guardrailHeld(poc, best) : null),
      attemptId: best?.id ?? null,
      result,
    },
    verdict: verdict && {
      verdict,
      on: poc.verdictOn,
      by: poc.verdictBy,
      result: poc.result,
      measured: restsOn?.result == null ? null : { attempt: poc.attempts.indexOf(restsOn) + 1, result: restsOn.result },
      finding: findingOf(poc, poc.result, judged ? guardrailHeld(poc, judged) : null),
      reason: poc.verdictReason,
      learning: poc.learning,
    },
  };
}

/** The POCs of a case with all that was tried, the newest first, and what the live case runs on. */
export async function pocPage(
  db: Reader,
  actor: Actor,
  useCase: UseCase,
  today: Day,
  correcting: Correcting = { checkIn: null, attempt: null },
): Promise<PocPage> {
  const choices = await vendorChoices(db);
  const all = await pocsOfCase(db, useCase.id);
  const numberOf = (id: number | null) => {
    const index = all.findIndex((poc) => poc.id === id);
    return index < 0 ? null : all.length - index;
  };
  return {
    correcting,
    reference: useCase.reference,
    leadsTo: useCase.stage === "approved" ? "poc" : useCase.stage === "poc" ? "pilot" : null,
    pocs: all.map((poc, index) => {
      const number = all.length - index;
      return pocShown(poc, { number, follows: numberOf(poc.followsId), actor, useCase, choices, today });
    }),
    mayWrite: permits(actor, "poc.write", useCase),
    mayStart: permits(actor, "poc.start", useCase) && maySeal(useCase.stage),
    mayLink: permits(actor, "vendor.write", useCase),
    vendors: await vendorsOfCase(db, useCase.id),
    choices,
    linked: await componentsOf(db, useCase.id),
    live: await livePage(db, actor, useCase, choices),
    today,
  };
}
