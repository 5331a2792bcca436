import { choose, type WorthView } from "#app/committee/choosing/choose";
import type { Rule } from "#app/committee/choosing/program";
import { Cancelled, withSolver } from "#app/committee/choosing/solver.server";
import { becauseWords, type Naming, ruleWords } from "#app/committee/choosing/words";
import { Refusal } from "#app/kernel/refusal";
import { speechFor } from "#app/locales/speech";
import { reads } from "./operation.server";
import * as contracts from "./portfolio";

const asSent = (name: string) => name;
const worth = (of: WorthView | null) => of && { amount: of.amount, sureness: of.says };

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
  const told = (rule: Rule) => ({
    kind: rule.kind,
    name: "name" in rule ? rule.name : null,
    candidates: "ids" in rule ? [...rule.ids] : [],
    words: ruleWords(speech, rule, naming),
  });
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
      because: explain ? becauseWords(speech, one, problem.constraints, naming) : "",
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
      constraints: found.conflict.rules.map(told),
      smallest: found.conflict.smallest,
    },
  };
});
