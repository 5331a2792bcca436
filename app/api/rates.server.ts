import type { RateInput } from "#app/business-cases/rate-input";
import { ratesOn } from "#app/business-cases/rates";
import { listRates as readRates, setRates as writeRates } from "#app/business-cases/rates.server";
import type { Day } from "#app/kernel/day";
import { listDepartments } from "#app/people/departments.server";
import { reads, writes } from "./operation.server";
import { Turned } from "./problem";
import * as contracts from "./rates";
import { orNothing } from "./shapes";

export const listRates = reads(contracts.listRates, async (db, { query, when }) => {
  const rates = await readRates(db);
  const held = new Set(ratesOn(rates, (query.on ?? when.today) as Day).map(({ id }) => id));
  const items = rates.map(({ id, departmentId, code, kind, name, price, unit, validFrom, source }) => ({
    ...{ code, kind, name, price, unit, validFrom, source },
    department: departmentId,
    held: held.has(id),
  }));
  return { items };
});

export const setRates = writes(contracts.setRates, async (tx, { body, actor, when }) => {
  const departments = await listDepartments(tx);
  const inputs = body.rates.map(({ department, validFrom, unit, source, ...rate }, at): RateInput => {
    const fault = (name: string, key: "business-cases.rates.error.department" | "business-cases.error.cents") =>
      new Turned(400, "api.refusal.malformed", {}, [{ pointer: `#/rates/${at}/${name}`, key }]);
    if (department !== null && !departments.some(({ id }) => id === department)) {
      throw fault("department", "business-cases.rates.error.department");
    }
    if (rate.kind === "hourly-cost" && !Number.isInteger(rate.price))
      throw fault("price", "business-cases.error.cents");
    return {
      ...rate,
      departmentId: rate.kind === "hourly-cost" ? department : null,
      unit: orNothing(unit),
      source: orNothing(source),
      validFrom: validFrom as Day,
    };
  });
  return writeRates(tx, actor, inputs, when);
});
