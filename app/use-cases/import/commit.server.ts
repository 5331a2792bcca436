import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import type { Permitted } from "#app/people/permit";
import type { Writer } from "#db/client.server";
import { changeOwnCases } from "../own-file/change.server";
import { changeCases } from "./change-cases.server";
import { createCases, type Origin } from "./create-cases.server";
import type { Mapping } from "./mapping";
import { NewDepartments } from "./new-departments.server";
import type { Table } from "./table";
import { type Progress, Tally, walkPlan } from "./walk.server";
import { type Write, writeOf } from "./write";

export interface Commit {
  importId: number;
  fileName: string;
  table: Table;
  mapping: Mapping;
  /** The person has said that rows which may not come in are left out. Otherwise one of them stops everything. */
  leaveOut: boolean;
}

/**
 * Writes a table's cases, all or nothing: part of one transaction, and planned anew inside it, for the dry run may be
 * hours old.
 * @throws Refusal 409 when a row is refused and the person has not left such rows out
 */
export async function commitRows(
  tx: Writer,
  may: Permitted<"use-case.import">,
  { importId, fileName, table, mapping, leaveOut }: Commit,
  when: When,
  progress?: Progress,
): Promise<Tally> {
  const tally = new Tally();
  const brought = new NewDepartments();
  const origin: Origin = { importId, source: mapping.source, asOf: mapping.asOf };
  await walkPlan(
    tx,
    may.actor,
    table,
    mapping,
    when.today,
    async (planned) => {
      for (const one of planned) tally.add(one);
      if (!leaveOut) refuseAny(tally);
      const own = planned.flatMap((one) => ("own" in one && one.own) || []);
      await changeOwnCases(tx, may, own, { importId, fileName }, when);
      const wanted = planned.flatMap(({ newDepartment }) => newDepartment ?? []);
      await brought.make(tx, may, wanted, when);
      const writes = planned.flatMap((one) => writeOf(one) ?? []).map((write) => brought.settle<Write>(write));
      await createCases(
        tx,
        may,
        writes.filter((write) => write.act === "create"),
        origin,
        when,
      );
      await changeCases(
        tx,
        may,
        writes.filter((write) => write.act === "change"),
        origin,
        when,
      );
    },
    progress,
  );
  return tally;
}

/** @throws Refusal 409 */
export function refuseAny({ refused }: Pick<Tally, "refused">): void {
  const [first] = refused;
  if (first) throw new Refusal(409, "imports.refused.some-rows", { count: refused.length, line: first.line });
}
