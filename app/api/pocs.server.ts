import { eq } from "drizzle-orm";
import { type BetFault, FAULTY_TERM, type PocTerms, usualEnd } from "#app/delivery/poc";
import { giveVerdict as judge, pocById, savePoc, startPoc as start, termsOf } from "#app/delivery/poc.server";
import { pocShown } from "#app/delivery/poc-page.server";
import { type PocRecord, pocsOfCase } from "#app/delivery/poc-record.server";
import * as amending from "#app/delivery/running/amend.server";
import * as weeks from "#app/delivery/running/check-in.server";
import { type VendorChoices, vendorChoices } from "#app/delivery/vendors.server";
import type { Day } from "#app/kernel/day";
import { minor } from "#app/kernel/money";
import { Refusal } from "#app/kernel/refusal";
import type { Actor } from "#app/people/roles";
import { caseById, openCase, type UseCase } from "#app/use-cases/cases.server";
import type { Reader } from "#db/client.server";
import { pocAmendments, pocCheckIns, pocIterations } from "#db/schema.server";
import { reads, writes } from "./operation.server";
import * as contracts from "./pocs";
import { RefusedAt } from "./problem";
import { type InMoney, orNothing } from "./shapes";

interface Asking {
  actor: Actor;
  money: InMoney;
  when: { today: Day };
}

interface Among {
  number: number;
  follows: number | null;
  useCase: UseCase;
  choices: VendorChoices;
}

function answerOf(record: PocRecord, among: Among, { actor, money, when }: Asking) {
  const poc = pocShown(record, { ...among, actor, today: when.today });
  const { guardrailName, pace } = poc;
  return {
    id: poc.id,
    version: poc.version,
    useCase: among.useCase.reference,
    number: poc.number,
    follows: record.followsId,
    hypothesis: poc.hypothesis,
    startsOn: poc.startsOn,
    endsOn: poc.endsOn,
    peopleCap: poc.peopleCap,
    budgetCap: money(poc.budgetCapMinor),
    personDaysCap: poc.personDaysCap,
    team: poc.team,
    dataOwner: poc.dataOwner,
    oneFunctionReason: poc.oneFunctionReason,
    kpi: {
      ...{ name: poc.kpiName, unit: poc.kpiUnit, direction: poc.direction },
      ...{ baseline: poc.baseline, threshold: poc.threshold },
    },
    guardrail: guardrailName && {
      ...{ name: guardrailName, unit: poc.guardrailUnit },
      ...{ direction: poc.guardrailDirection, limit: poc.guardrailLimit },
    },
    vendorId: poc.vendor?.id ?? null,
    modelId: record.modelId,
    sealed: poc.sealed,
    lacks: poc.lacks,
    measuredAgainst: poc.yardstick,
    amendments: poc.amendments.map(({ maySign: _, ...one }) => one),
    pace: pace && {
      spent: money(pace.spentMinor),
      spentAtEnd: money(pace.spentAtEndMinor),
      personDays: pace.personDays,
      ...{ money: pace.money, work: pace.work, kpi: pace.kpi, nextCheckIn: pace.nextCheckIn },
    },
    warnings: poc.warnings,
    checkIns: poc.checkIns.map(({ spentMinor, ...one }) => ({ ...one, spent: money(spentMinor) })),
    weeksSkipped: poc.weeksSkipped,
    iterations: poc.iterations,
    attempts: poc.attempts.map((one, at) => ({
      ...{
        id: one.id,
        version: one.version,
        label: one.label,
        on: one.on,
        place: one.place,
        best: one.best,
        chosen: one.chosen,
      },
      modelId: record.attempts[at]?.modelId ?? null,
      iterationId: record.attempts[at]?.iterationId ?? null,
      components: one.components.map(({ vendor: _, ...part }) => part),
      ...{ runCost: money(one.runCostMinor), costPerUnit: one.costPerUnit, costUnit: one.costUnit },
      ...{ volumePerQuarter: one.volumePerQuarter, costPerQuarter: money(one.quarterMinor) },
      ...{ result: one.result, reached: one.reached, sampleSize: one.sampleSize, method: one.method },
      ...{ guardrail: one.guardrail, guardrailValue: one.guardrailValue, guardrailHeld: one.held },
    })),
    proposal: poc.proposal,
    verdict: poc.verdict,
  };
}

/** All POCs of a case, the newest first. */
async function answersOf(db: Reader, useCase: UseCase, asking: Asking) {
  const all = await pocsOfCase(db, useCase.id);
  const choices = await vendorChoices(db);
  const numbers = new Map(all.map(({ id }, at) => [id, all.length - at]));
  return all.map((record) => {
    const follows = record.followsId === null ? null : (numbers.get(record.followsId) ?? null);
    return answerOf(record, { number: numbers.get(record.id) ?? 0, follows, useCase, choices }, asking);
  });
}

/** @throws Refusal 404 where it is not, or its case is somebody's draft */
export async function openPoc(db: Reader, actor: Actor, id: number) {
  const poc = await pocById(db, id);
  return { poc, useCase: await openCase(db, actor, (await caseById(db, poc.useCaseId)).reference) };
}

export async function onePoc(db: Reader, id: number, asking: Asking) {
  const { useCase } = await openPoc(db, asking.actor, id);
  const found = (await answersOf(db, useCase, asking)).find((one) => one.id === id);
  if (!found) throw new Refusal(404, "delivery.refusal.no-poc");
  return found;
}

export const listPocs = reads(contracts.listPocs, async (db, asked) => ({
  items: await answersOf(db, await openCase(db, asked.actor, asked.parameters.reference), asked),
}));

export const readPoc = reads(contracts.readPoc, (db, asked) => onePoc(db, asked.parameters.id, asked));

type Said = Partial<Omit<PocTerms, "team" | "budgetCapMinor">> & {
  team?: { name: string; role: PocTerms["team"][number]["role"]; side?: PocTerms["team"][number]["side"] }[];
  budgetCapMinor?: number;
};

/** What a body says of a POC's terms; what it leaves out stays as it is. */
function saidOf({ team, budgetCapMinor, guardrailName, oneFunctionReason, ...rest }: Said): Partial<PocTerms> {
  return Object.fromEntries(
    Object.entries({
      ...rest,
      budgetCapMinor: budgetCapMinor === undefined ? undefined : minor(budgetCapMinor),
      team: team?.map(({ side = null, ...member }) => ({ ...member, side })),
      guardrailName: guardrailName === undefined ? undefined : orNothing(guardrailName),
      oneFunctionReason: oneFunctionReason === undefined ? undefined : orNothing(oneFunctionReason),
    }).filter(([, value]) => value !== undefined),
  );
}

const isBetFault = (key: string): key is BetFault => Object.hasOwn(FAULTY_TERM, key);

/** Says at which term of the body a bet has its fault. */
async function atItsTerm<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (problem) {
    if (!(problem instanceof Refusal) || !isBetFault(problem.key)) throw problem;
    throw new RefusedAt(problem, [FAULTY_TERM[problem.key]]);
  }
}

const NOTHING_SAID = {
  ...{ personDaysCap: null, dataOwner: null, oneFunctionReason: null, vendorId: null, modelId: null },
  ...{ guardrailName: null, guardrailUnit: null, guardrailDirection: null, guardrailLimit: null },
};

export const definePoc = writes(contracts.definePoc, async (tx, asked) => {
  const { body, actor, parameters, when } = asked;
  const useCase = await openCase(tx, actor, parameters.reference);
  const { hypothesis, startsOn, endsOn = usualEnd(startsOn), peopleCap, team: _, ...rest } = body;
  const { kpiName, kpiUnit, direction, baseline, threshold } = body;
  const bet = { hypothesis, startsOn, endsOn, peopleCap, kpiName, kpiUnit, direction, baseline, threshold };
  const team = body.team.map(({ side = null, ...member }) => ({ ...member, side }));
  const terms = { ...NOTHING_SAID, ...saidOf(rest), ...bet, team, budgetCapMinor: minor(body.budgetCapMinor) };
  const { id } = await atItsTerm(() => savePoc(tx, actor, { useCaseId: useCase.id, ...terms }, when));
  return onePoc(tx, id, asked);
});

export const updatePoc = writes(contracts.updatePoc, async (tx, asked) => {
  const { body, actor, version, when } = asked;
  const { poc, useCase } = await openPoc(tx, actor, asked.parameters.id);
  const terms = { ...termsOf(poc), ...saidOf(body) };
  await atItsTerm(() => savePoc(tx, actor, { useCaseId: useCase.id, id: poc.id, version, ...terms }, when));
  return onePoc(tx, poc.id, asked);
});

export const startPoc = writes(contracts.startPoc, async (tx, asked) => {
  const { id } = asked.parameters;
  await openPoc(tx, asked.actor, id);
  await start(tx, asked.actor, { pocId: id, version: asked.version }, asked.when);
  return onePoc(tx, id, asked);
});

export const askAmendment = writes(contracts.askAmendment, async (tx, asked) => {
  const { id: pocId } = asked.parameters;
  const { actor, version, when } = asked;
  const { poc } = await openPoc(tx, actor, pocId);
  const { reason, ...change } = asked.body;
  const wish = { ...termsOf(poc), ...saidOf(change) };
  await atItsTerm(() => amending.askAmendment(tx, actor, { pocId, version, reason, wish }, when));
  return onePoc(tx, pocId, asked);
});

export const signAmendment = writes(contracts.signAmendment, async (tx, asked) => {
  const { id: amendmentId } = asked.parameters;
  const [row] = await tx.select().from(pocAmendments).where(eq(pocAmendments.id, amendmentId));
  if (!row) throw new Refusal(404, "desk.refusal.not-found");
  const { verdict } = asked.body;
  const note = orNothing(asked.body.note);
  if (verdict === "no" && note === null) {
    throw new RefusedAt(new Refusal(400, "delivery.input.no-needs-note"), ["note"]);
  }
  await openPoc(tx, asked.actor, row.pocId);
  await amending.signAmendment(tx, asked.actor, { amendmentId, verdict, note }, asked.when);
  return onePoc(tx, row.pocId, asked);
});

export const writeCheckIn = writes(contracts.writeCheckIn, async (tx, asked) => {
  const { id: pocId } = asked.parameters;
  const { on, confidence, value = null, spentMinor = null, personDays = null, blockers, next, reason } = asked.body;
  await openPoc(tx, asked.actor, pocId);
  const said = {
    on,
    confidence,
    value,
    personDays,
    blockers: orNothing(blockers),
    next: orNothing(next),
    reason: orNothing(reason),
  };
  const spent = spentMinor === null ? null : minor(spentMinor);
  await weeks.checkIn(tx, asked.actor, { pocId, ...said, spentMinor: spent }, asked.when);
  return onePoc(tx, pocId, asked);
});

export const correctCheckIn = writes(contracts.correctCheckIn, async (tx, asked) => {
  const { id: checkInId } = asked.parameters;
  const [row] = await tx.select().from(pocCheckIns).where(eq(pocCheckIns.id, checkInId));
  if (!row) throw new Refusal(404, "desk.refusal.not-found");
  await openPoc(tx, asked.actor, row.pocId);
  const { on, confidence, value, spentMinor, personDays, blockers, next } = { ...row, ...asked.body };
  const said = { on, confidence, value, personDays, blockers: orNothing(blockers), next: orNothing(next) };
  const spent = spentMinor === null ? null : minor(spentMinor);
  const reason = orNothing(asked.body.reason);
  const corrected = { checkInId, version: asked.version, ...said, spentMinor: spent, reason };
  await weeks.correctCheckIn(tx, asked.actor, corrected, asked.when);
  return onePoc(tx, row.pocId, asked);
});

export const openIteration = writes(contracts.openIteration, async (tx, asked) => {
  const { id: pocId } = asked.parameters;
  await openPoc(tx, asked.actor, pocId);
  await weeks.openIteration(tx, asked.actor, { pocId, ...asked.body }, asked.when);
  return onePoc(tx, pocId, asked);
});

export const endIteration = writes(contracts.endIteration, async (tx, asked) => {
  const { id: iterationId } = asked.parameters;
  const [row] = await tx.select().from(pocIterations).where(eq(pocIterations.id, iterationId));
  if (!row) throw new Refusal(404, "desk.refusal.not-found");
  await openPoc(tx, asked.actor, row.pocId);
  await weeks.endIteration(tx, asked.actor, { iterationId, ...asked.body }, asked.when);
  return onePoc(tx, row.pocId, asked);
});

export const giveVerdict = writes(contracts.giveVerdict, async (tx, asked) => {
  const { id: pocId } = asked.parameters;
  await openPoc(tx, asked.actor, pocId);
  const { verdict, result = null, attemptId = null, learning } = asked.body;
  const given = { pocId, verdict, result, attemptId, learning, reason: orNothing(asked.body.reason) };
  await judge(tx, asked.actor, { ...given, version: asked.version }, asked.when);
  return onePoc(tx, pocId, asked);
});
