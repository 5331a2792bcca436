import { asc, eq, inArray, type SQL } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { caseLinks, departments, pocs, standings, trustCards, useCases } from "#db/schema.server";
import { isRanked, RANKED_STAGES } from "../ranking";
import { readProbabilities } from "../ranking.server";
import type { ScenarioCase, ScenarioInput, ScenarioInputs } from "./scenario";

/** Where what a case builds on is there already. */
const STANDING = ["pilot", "production", "retired"];

const COLUMNS = {
  id: useCases.id,
  reference: useCases.reference,
  title: useCases.title,
  departmentId: useCases.departmentId,
  stage: useCases.stage,
  riskClass: trustCards.aiActClass,
  npvP50Minor: standings.npvP50Minor,
  costMinor: standings.totalCostMinor,
};

function casesWhere(db: Reader, where: SQL) {
  return db
    .select(COLUMNS)
    .from(useCases)
    .leftJoin(standings, eq(standings.useCaseId, useCases.id))
    .leftJoin(trustCards, eq(trustCards.useCaseId, useCases.id))
    .where(where)
    .orderBy(asc(useCases.id));
}

/** The cases that the committee can still choose between, with the figures of now, and what they build on. Six queries. */
export async function readInputs(db: Reader, input: ScenarioInput): Promise<ScenarioInputs> {
  const probabilities = await readProbabilities(db);
  const rows = await casesWhere(db, inArray(useCases.stage, [...RANKED_STAGES]));
  const links = await db
    .select({ from: caseLinks.fromId, to: caseLinks.toId, toStage: useCases.stage })
    .from(caseLinks)
    .innerJoin(useCases, eq(useCases.id, caseLinks.toId))
    .where(eq(caseLinks.kind, "builds-on"));
  const taking = new Set(rows.map(({ id }) => id));
  const needs = links.filter(({ from, toStage }) => taking.has(from) && !STANDING.includes(toStage ?? ""));
  const beside = [...new Set(needs.map(({ to }) => to).filter((id) => !taking.has(id)))];
  const needed = beside.length ? await casesWhere(db, inArray(useCases.id, beside)) : [];
  const people = await db
    .select({ useCaseId: pocs.useCaseId, people: pocs.peopleCap })
    .from(pocs)
    .innerJoin(useCases, eq(useCases.id, pocs.useCaseId))
    .where(inArray(useCases.stage, [...RANKED_STAGES]))
    // The newest comes last and is the one that is kept.
    .orderBy(asc(pocs.id));
  const peopleOf = new Map(people.map((one) => [one.useCaseId, one.people]));
  const cases = [...rows, ...needed].map(({ stage, riskClass, npvP50Minor, ...one }): ScenarioCase => {
    const known = peopleOf.get(one.id) ?? null;
    const ranked = isRanked(stage) ? stage : null;
    return {
      ...one,
      stage: ranked,
      riskClass: riskClass ?? "unclassified",
      // What is not to be chosen now brings nothing to the choice, whatever it once promised.
      npvP50Minor: ranked ? npvP50Minor : null,
      probability: ranked ? probabilities[ranked] : 0,
      people: known ?? input.assumedPeople,
      peopleAssumed: known === null && input.assumedPeople !== null,
    };
  });
  const referenceOf = new Map(cases.map(({ id, reference }) => [id, reference]));
  const list = await db
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .orderBy(asc(departments.code));
  return {
    cases,
    departments: list,
    constraints: {
      ...input.constraints,
      requires: needs.map(({ from, to }) => ({
        candidate: referenceOf.get(from) ?? "",
        needs: referenceOf.get(to) ?? "",
      })),
    },
    assumedPeople: input.assumedPeople,
    written: input.written,
  };
}
