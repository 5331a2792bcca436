import { type Choosing, type Conflicting, choose, type WorthView } from "#app/committee/choosing/choose";
import type { Constraints } from "#app/committee/choosing/problem";
import type { Rule } from "#app/committee/choosing/program";
import { namingOf } from "#app/committee/choosing/scenario-words";
import {
  cancelScenario as cancel,
  createScenario as create,
  deleteScenario as erase,
  type ListedScenario,
  listScenarios as list,
  readScenario as read,
  workOut,
} from "#app/committee/choosing/scenarios.server";
import { Cancelled, withSolver } from "#app/committee/choosing/solver.server";
import { becauseWords, type Naming, ruleWords } from "#app/committee/choosing/words";
import { Refusal } from "#app/kernel/refusal";
import { type Speech, speechFor } from "#app/locales/speech";
import { reads, writes } from "./operation.server";
import * as contracts from "./portfolio";
import * as scenarios from "./scenarios";
import { type InMoney, instantOf, USUAL_PAGE } from "./shapes";

const asSent = (name: string) => name;
const worth = (of: WorthView | null) => of && { amount: of.amount, sureness: of.says };

function answerOf(found: Choosing, constraints: Constraints, speech: Speech, naming: Naming, explained = true) {
  const told = (rule: Rule) => ({
    kind: rule.kind,
    name: "name" in rule ? rule.name : null,
    candidates: "ids" in rule ? [...rule.ids] : [],
    words: ruleWords(speech, rule, naming),
  });
  const conflicting = ({ rules, smallest }: Conflicting) => ({ constraints: rules.map(told), smallest });
  return {
    status: found.status,
    value: found.value,
    cost: found.cost,
    people: found.people,
    bound: found.bound,
    selection: found.selection,
    candidates: found.candidates.map((one) => ({
      id: one.id,
      chosen: one.chosen,
      loss: one.loss === "impossible" ? null : worth(one.loss),
      impossible: one.loss === "impossible",
      comes: one.instead?.comes ?? [],
      goes: one.instead?.goes ?? [],
      because: explained ? becauseWords(speech, one, constraints, naming) : null,
    })),
    leftAside: found.aside,
    constraints: found.constraints.map(({ rule, used, limit, bound, binding, without, step }) => ({
      constraint: told(rule),
      ...{ bound, limit, used, binding },
      gainWithout: worth(without),
      step: step && { by: step.by, gain: worth(step.gain) },
    })),
    frontier: found.frontier,
    conflict: found.conflict && {
      ...conflicting(found.conflict),
      others: (found.conflict.others ?? []).map(conflicting),
    },
  };
}

export const optimisePortfolio = reads(contracts.optimisePortfolio, async (_db, asked) => {
  const { body, locale, organisation, signal } = asked;
  const { problem, seconds, explain, frontier } = body;
  const speech = speechFor(locale, organisation.currency, organisation.timeZone);
  const amount = (value: number) => speech.number(value, 6);
  const naming: Naming = { candidate: asSent, department: asSent, riskClass: asSent, amount };
  const wishes = { seconds, prices: explain, reasons: explain, frontier };
  const found = await withSolver((solver) => choose(problem, wishes, solver), signal).catch((why) => {
    throw why instanceof Cancelled ? new Refusal(503, "choice.refusal.cancelled") : why;
  });
  return answerOf(found, problem.constraints, speech, naming, explain);
});

const inShort = (one: ListedScenario, money: InMoney) => ({
  id: one.id,
  name: one.name,
  status: one.status,
  outcome: one.outcome,
  by: { id: one.byId, name: one.by },
  at: instantOf(one.at),
  value: money(one.valueMinor),
  cost: money(one.costMinor),
  chosen: one.chosen,
});

export const listScenarios = reads(scenarios.listScenarios, async (db, { query, money, when }) => {
  const limit = query.limit ?? USUAL_PAGE;
  const before = query.after === undefined ? undefined : Number(query.after);
  if (before !== undefined && !(Number.isSafeInteger(before) && before > 0)) throw new Refusal(400, "api.fault.after");
  const rows = await list(db, when.now, { limit: limit + 1, before });
  const items = rows.slice(0, limit);
  return {
    items: items.map((one) => inShort(one, money)),
    next: rows.length > limit ? String(items.at(-1)?.id) : null,
  };
});

export const readScenario = reads(
  scenarios.readScenario,
  async (db, { parameters, money, when, locale, organisation }) => {
    const { inputs, result, ...scenario } = await read(db, parameters.id, when.now);
    const speech = speechFor(locale, organisation.currency, organisation.timeZone);
    return {
      ...inShort(scenario, money),
      result: result && answerOf(result, inputs.constraints, speech, namingOf(speech, inputs)),
    };
  },
);

export const createScenario = writes(scenarios.createScenario, async (tx, { actor, body, when, later }) => {
  const { id } = await create(tx, actor, body, when);
  later((database) => workOut(database, id));
  return { id };
});

export const cancelScenario = writes(scenarios.cancelScenario, async (tx, { actor, parameters, when }) => {
  await cancel(tx, actor, parameters.id, when);
  return { id: parameters.id, status: "cancelled" as const };
});

export const deleteScenario = writes(scenarios.deleteScenario, async (tx, { actor, parameters, when }) => {
  await erase(tx, actor, parameters.id, when);
  return { id: parameters.id, deleted: true as const };
});
