/** The registers and the roll-outs of the story, told on its last day through the commands that people use. */

import { addEntry, editEntry } from "#app/delivery/registers/keep.server";
import { linkThing } from "#app/delivery/registers/links.server";
import { setSpend } from "#app/delivery/registers/spend.server";
import { MODELS, storedEntry, VENDORS } from "#app/delivery/registers/stores.server";
import { tellDestinations } from "#app/delivery/roll-out/destinations.server";
import { addSite, moveSite, readUsers } from "#app/delivery/roll-out/roll-out.server";
import { day } from "#app/kernel/day";
import { minor } from "#app/kernel/money";
import { quarter } from "#app/kernel/quarter";
import { permit } from "#app/people/permit";
import { caseById } from "#app/use-cases/cases.server";
import { type Scene, told } from "./cast";
import { contracts, dataSets, paid, rollOuts, SOURCE, terms, wentOn, works } from "./story/registers";

const KEEPER = "claire";

export async function keepRegisters(scene: Scene): Promise<void> {
  const { tx, cast, when } = scene;
  const keeper = cast.actor(KEEPER);
  for (const { vendor, owner, from, yearly, ...rest } of contracts) {
    const id = cast.id(`vendor:${vendor}`);
    const { entry, version } = await storedEntry(tx, VENDORS, id);
    const agreed = { ...entry, ...rest, ownerId: cast.personId(owner), contractFrom: from, yearlyMinor: yearly };
    await editEntry(tx, keeper, { register: "vendors", id, version, entry: agreed }, when);
  }
  for (const { vendor, quarters } of paid) {
    for (const [name, amount, invoice] of quarters) {
      const said = {
        amountMinor: minor(amount * 100),
        evidence: invoice ? (2 as const) : (1 as const),
        source: invoice,
      };
      await setSpend(
        tx,
        keeper,
        { vendorId: cast.id(`vendor:${vendor}`), quarter: quarter(name), version: 0, ...said },
        when,
      );
    }
  }
  for (const { model, successor, ...rest } of terms) {
    const id = cast.id(`model:${model}`);
    const { entry, version } = await storedEntry(tx, MODELS, id);
    const known = { ...entry, ...rest, successorId: successor ? cast.id(`model:${successor}`) : null };
    await editEntry(tx, keeper, { register: "models", id, version, entry: known }, when);
  }
  for (const { key, owner, department, ...rest } of dataSets) {
    const entry = { ...rest, ownerId: cast.personId(owner), departmentId: cast.id(`department:${department}`) };
    cast.put(`data-set:${key}`, (await addEntry(tx, keeper, { register: "data-sets", entry }, when)).id);
  }
  for (const { useCase, data, model, component } of works) {
    const useCaseId = cast.id(scene.caseOf(useCase));
    if (data)
      await linkThing(
        tx,
        keeper,
        { register: "data-sets", useCaseId, id: cast.id(`data-set:${data}`), component },
        when,
      );
    if (model)
      await linkThing(tx, keeper, { register: "models", useCaseId, id: cast.id(`model:${model}`), component }, when);
  }
}

export async function rollOut(scene: Scene): Promise<void> {
  const { tx, cast, when } = scene;
  for (const { useCase: key, places } of rollOuts) {
    const useCase = scene.caseOf(key);
    const owner = cast.actor(told(useCase.owner, `the owner of ${key}`));
    for (const { country, branch = null, stage, on, withdrawn, readings } of places) {
      const said = { useCaseId: cast.id(useCase), country, branch, stage, on };
      const { id: siteId } = await addSite(tx, owner, said, when);
      for (const [readOn, eligible, active] of readings) {
        const reading = { siteId, on: day(readOn), version: 0, eligible, active, source: SOURCE };
        await readUsers(tx, owner, reading, when);
      }
      if (withdrawn) await moveSite(tx, owner, { siteId, version: 1, stage: "withdrawn", ...withdrawn }, when);
    }
  }
  for (const { useCase: key, to, tool, users } of wentOn) {
    const useCase = scene.caseOf(key);
    const subject = await caseById(tx, cast.id(useCase));
    const may = permit(cast.actor(told(useCase.owner, `the owner of ${key}`)), "use-case.move", subject);
    const reference = to && (await caseById(tx, cast.id(scene.caseOf(to)))).reference;
    const said = reference
      ? { kind: "case" as const, to: reference, users }
      : { kind: "tool" as const, to: tool, users };
    await tellDestinations(tx, may, [said], when);
  }
}
