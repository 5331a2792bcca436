import { minor } from "#app/kernel/money";
import { readObservations } from "#app/measurement/calibration.server";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import type { Ranged } from "#app/portfolio/forecast/forecast";
import { readForecast as readYear } from "#app/portfolio/forecast/read-forecast.server";
import { setTarget as setYearTarget } from "#app/portfolio/forecast/set-target.server";
import * as contracts from "./forecast";
import { reads, writes } from "./operation.server";

export const readForecast = reads(contracts.readForecast, async (db, { query, actor, money, when, organisation }) => {
  permit(actor, "dashboard.read", NO_PARTIES);
  const departmentId = query.department === "none" ? 0 : (query.department ?? null);
  const { year = null, quarter = null, stage = null, after = null } = query;
  const asked = { year, departmentId, quarter, stage, after };
  const found = await readYear(db, asked, {
    current: when.quarter,
    fiscalFirstMonth: organisation.fiscalFirstMonth,
    observations: await readObservations(db, when.quarter),
  });
  const inMoney = ({ expected, low, high }: Ranged) => ({
    expected: money(expected),
    low: money(low),
    high: money(high),
  });
  const { bridge, needed, counted } = found;
  return {
    year: found.year,
    department: found.departments.find((one) => one.id === departmentId) ?? null,
    realised: money(found.realised),
    rest: inMoney(found.rest),
    whole: inMoney(found.whole),
    quarters: found.quarters.map((each) => ({
      ...{ quarter: each.quarter, closed: each.closed },
      ...{ realised: money(each.realised), promised: money(each.promised), ...inMoney(each) },
    })),
    bridge: {
      promised: money(bridge.promised),
      gone: money(bridge.gone),
      chance: money(bridge.chance),
      experience: money(bridge.experience),
      unpromised: money(bridge.unpromised),
      expected: money(bridge.expected),
    },
    target: needed && {
      ...{ amount: money(needed.target), gap: money(needed.gap), outlook: needed.outlook },
      ...{ share: needed.share, expectedShare: needed.expectedShare },
    },
    k: found.k,
    counted: { useCases: counted.cases, promised: money(counted.promised), expected: money(counted.expected) },
    items: found.cases.map((row) => ({
      ...{ useCase: row.reference, title: row.title, stage: row.stage, basis: row.basis },
      ...{ promised: money(row.promised), chance: row.chance, share: row.share, prior: row.prior, own: row.own },
      ...{ ownQuarters: row.track?.quarters ?? 0, weight: row.weight, haircut: row.haircut },
      expected: money(row.expected),
    })),
    next: found.next,
  };
});

export const setTarget = writes(contracts.setTarget, async (tx, { body, actor, when, money }) => {
  const { year, department = null, targetMinor } = body;
  const amount = targetMinor === null ? null : minor(targetMinor);
  await setYearTarget(tx, actor, { year, departmentId: department, amount }, when);
  return { year, department, target: money(amount) };
});
