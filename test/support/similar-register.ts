/** The register of the labelled pairs in a database, and the question put to the product's own search. */
import { whenAt } from "#app/kernel/when";
import { permit } from "#app/people/permit";
import { CASEBOOK } from "#app/people/roles";
import { enterCase } from "#app/use-cases/enter.server";
import { similarTo } from "#app/use-cases/similar/similar.server";
import type { Database } from "#db/client.server";
import { departments } from "#db/schema.server";
import { type Asked, type LabelledPairs, type PairSet, readPairs } from "./similar-pairs";

const EMPTY = {
  ...{ expectedBenefit: null, affected: null, peopleAffected: null, timesPer: null, times: null, minutesPerTime: null },
  ...{
    dataInvolved: null,
    source: null,
    aiType: null,
    country: null,
    ownerId: null,
    technicalOwnerId: null,
    ...{ toolInMind: null, coAuthorId: null },
  },
};

export interface AskedRegister extends LabelledPairs {
  /** The ids of the register's cases that the product shows to somebody who types this, the likest first. */
  shownFor(asked: Asked): Promise<string[]>;
}

/** Enters the register's cases of a set into a database, beside whatever is in it. */
export async function plantRegister(database: Database, set: PairSet = "pairs"): Promise<AskedRegister> {
  const pairs = readPairs(set);
  const when = whenAt(new Date("2026-11-20T10:00:00Z"), { timeZone: "Europe/Paris", fiscalFirstMonth: 2 });
  const departmentIds = new Map<string, number>();
  const idOf = new Map<string, string>();
  await database.write(async (tx) => {
    const named = [...pairs.register, ...pairs.asked].map(({ department }) => department);
    for (const name of new Set(named)) {
      const [made] = await tx
        .insert(departments)
        .values({ code: `SIMILAR-${name}`, name: { fr: name, en: name } })
        .returning({ id: departments.id });
      if (made) departmentIds.set(name, made.id);
    }
    const may = permit(CASEBOOK, "use-case.submit", {});
    for (const { id, title, need, department } of pairs.register) {
      const content = { ...EMPTY, title, need, departmentId: departmentIds.get(department) ?? null };
      const entering = { content, authorId: null, stage: "submitted", stageSince: when.today } as const;
      const made = await enterCase(tx, may, { ...entering, similarLookedAt: true }, when);
      idOf.set(made.reference, id);
    }
  });
  const shownFor = async ({ language, title, need, department }: Asked) => {
    const told = { title: { [language]: title }, need: { [language]: need } };
    const found = await similarTo(database, { ...told, departmentId: departmentIds.get(department) ?? null }, null);
    return found.map(({ reference }) => idOf.get(reference) ?? reference);
  };
  return { ...pairs, shownFor };
}
