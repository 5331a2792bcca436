import { casesHiddenFrom } from "#app/assessment/blind.server";
import * as flow from "#app/delivery/flow.server";
import { readLimits, setLimits } from "#app/delivery/limits.server";
import type { StageLimits } from "#app/delivery/pipeline";
import * as board from "#app/delivery/pipeline.server";
import { gateFactsByIds } from "#app/measurement/gate-facts.server";
import { reads, writes } from "./operation.server";
import * as contracts from "./pipeline";

const within = (department: string | undefined) => (department === undefined ? null : Number(department));

export const readPipeline = reads(contracts.readPipeline, async (db, { actor, query, when, money }) => {
  const asked = { departmentId: within(query.department), today: when.today };
  const { columns, ended } = await board.readPipeline(db, actor, asked, async (ids) =>
    gateFactsByIds(db, ids, when.today, await casesHiddenFrom(db, actor, ids)),
  );
  return {
    columns: columns.map(({ stage, count, limit, npvMinor, cards }) => ({
      ...{ stage, limit, cases: count, npv: money(npvMinor) },
      shown: cards.map(({ reference, title, department, owner, age, relookOn, missing, ...card }) => ({
        ...{ reference, title, department, owner, relookOn, days: age, npv: money(card.npvMinor) },
        missing: missing && [...missing],
      })),
    })),
    ended: ended.map(({ stage, count }) => ({ stage, cases: count })),
  };
});

export const readFlow = reads(contracts.readFlow, async (db, { query, when, money }) => {
  const asked = { departmentId: within(query.department), stage: query.stage ?? "assessment", today: when.today };
  const { steps, stage, cycles, months, pocs } = await flow.readFlow(db, asked);
  const { ended, days, people, budgetMinor, verdicts } = pocs;
  return {
    ...{ steps, stage, months, stays: cycles },
    pocs: { ended, verdicts, medianDays: days, medianPeople: people, medianBudget: money(budgetMinor) },
  };
});

const limitsOf = ({ submitted, assessment, approved, poc, pilot }: StageLimits) => ({
  submitted: submitted ?? null,
  assessment: assessment ?? null,
  approved: approved ?? null,
  poc: poc ?? null,
  pilot: pilot ?? null,
});

export const setStageLimits = writes(contracts.setStageLimits, async (tx, { body, actor, when }) => {
  await setLimits(tx, actor, body, when);
  return limitsOf(await readLimits(tx));
});
