import { Refusal } from "#app/kernel/refusal";
import { readBehind } from "#app/portfolio/exposure/cases.server";
import { type AtStake, behindQuery, provenOf, realisedOf, sorted } from "#app/portfolio/exposure/exposure";
import * as exposure from "#app/portfolio/exposure/exposure.server";
import { type Loss, USUAL_FACTOR } from "#app/portfolio/exposure/what-if";
import * as whatIf from "#app/portfolio/exposure/what-if.server";
import * as contracts from "./exposure";
import { reads } from "./operation.server";
import { RefusedAt } from "./problem";
import type { InMoney } from "./shapes";

const stakeIn = (money: InMoney) => (one: AtStake) => ({
  ...{ useCases: one.useCases, stages: one.stages, withoutCost: one.withoutCost, withoutValue: one.withoutValue },
  ...{ runCost: money(one.runCost), realised: money(realisedOf(one)), proven: money(provenOf(one)) },
  promised: money(one.promised),
});

export const readExposure = reads(contracts.readExposure, async (db, { query, money, when }) => {
  const read = await exposure.readExposure(db, query.by ?? "vendor", when.quarter);
  const stake = stakeIn(money);
  return {
    ...{ by: read.by, quarter: read.quarter, together: stake(read.together) },
    unlinked: stake(read.unlinked),
    bridge: Object.fromEntries(
      Object.entries(read.bridge).map(([part, { realised, runCost }]) => [
        part,
        { realised: money(realised), runCost: money(runCost) },
      ]),
    ) as Record<keyof typeof read.bridge, { realised: ReturnType<typeof money>; runCost: ReturnType<typeof money> }>,
    items: sorted(read.all, "realised").map((one) => ({
      ...{ id: one.id, name: one.name, vendor: one.vendor },
      ...stake(one),
    })),
    staleSpend: read.by === "vendor" ? await exposure.staleSpend(db, when.quarter) : [],
    concentration: exposure.concentrations(read),
  };
});

export const listExposedCases = reads(contracts.listExposedCases, async (db, { query, money, when }) => {
  const { quarter, thing, sum, rows, next } = await readBehind(db, behindQuery.parse(query), when.quarter);
  return {
    ...{ quarter, next, together: stakeIn(money)(sum) },
    thing: thing && { id: thing.id, name: thing.name },
    useCases: rows.map(({ reference, title, stage, realised, proven, promised, runCost }) => ({
      ...{ reference, title, stage, realised: money(realised), proven: money(proven) },
      ...{ promised: money(promised), runCost: money(runCost) },
    })),
  };
});

export const readWhatIf = reads(contracts.readWhatIf, async (db, { query, money, when }) => {
  const { vendor, model, price = USUAL_FACTOR } = query;
  const id = vendor ?? model;
  if (id === undefined) throw new RefusedAt(new Refusal(400, "exposure.what-if.empty"), ["vendor"]);
  const thing = await whatIf.thingNamed(db, vendor === undefined ? "model" : "vendor", id);
  const answer = await whatIf.readWhatIf(db, thing, price, when.quarter);
  const lossIn = (loss: Loss) => ({
    ...{ useCases: loss.useCases, realised: money(loss.realised), proven: money(loss.proven) },
    ...{ promised: money(loss.promised), runCost: money(loss.runCost) },
  });
  return {
    thing: { id: thing.id, name: thing.name },
    ...{ quarter: answer.quarter, factor: answer.factor },
    gone: {
      all: lossIn(answer.gone.all),
      withAlternative: lossIn(answer.gone.withAlternative),
      withoutAlternative: lossIn(answer.gone.withoutAlternative),
    },
    price: {
      ...answer.price,
      ...{ before: money(answer.price.before), after: money(answer.price.after), part: money(answer.price.part) },
    },
    useCases: answer.cases.map((one) => ({
      ...{ reference: one.reference, title: one.title, stage: one.stage, alternative: one.alternative },
      ...{ realised: money(one.realised), promised: money(one.promised), runCost: money(one.runCost) },
      ...{ costAfter: money(one.costAfter), roiBefore: one.roiBefore, roiAfter: one.roiAfter },
      ...{ npv: money(one.npv), npvAfter: money(one.npvAfter) },
    })),
  };
});
