import { setSpend, spendOf } from "#app/delivery/registers/spend.server";
import { storedEntry, VENDORS } from "#app/delivery/registers/stores.server";
import { evidenceName } from "#app/kernel/evidence";
import { minor } from "#app/kernel/money";
import { type Quarter, quarter as toQuarter } from "#app/kernel/quarter";
import type { Reader } from "#db/client.server";
import { reads, writes } from "./operation.server";
import type { InMoney } from "./shapes";
import * as contracts from "./vendor-spend";

async function spendAnswer(db: Reader, vendorId: number, until: Quarter, money: InMoney) {
  await storedEntry(db, VENDORS, vendorId);
  return {
    items: (await spendOf(db, vendorId, until)).map((one) => ({
      ...{ quarter: one.quarter, source: one.source, version: one.version },
      evidence: one.evidence === null ? null : evidenceName(one.evidence),
      ...{ entered: money(one.amountMinor), least: money(one.leastMinor), most: money(one.mostMinor) },
    })),
  };
}

export const listVendorSpend = reads(contracts.listVendorSpend, (db, { parameters, money, when }) =>
  spendAnswer(db, parameters.id, when.quarter, money),
);

const GRADES = { declared: 0, estimated: 1, measured: 2 } as const;

export const setVendorSpend = writes(contracts.setVendorSpend, async (tx, { parameters, body, actor, when, money }) => {
  const { id: vendorId } = parameters;
  const { quarter, amountMinor, evidence, source = null, version } = body;
  const amount = amountMinor === null ? null : minor(amountMinor);
  const said = {
    vendorId,
    quarter: toQuarter(quarter),
    amountMinor: amount,
    evidence: GRADES[evidence],
    source,
    version,
  };
  await setSpend(tx, actor, said, when);
  return spendAnswer(tx, vendorId, when.quarter, money);
});
