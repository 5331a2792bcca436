import { minor } from "#app/kernel/money";
import type { Speech } from "#app/locales/speech";
import type { WorthView } from "./choose";
import type { Rule } from "./program";
import type { ScenarioInputs } from "./scenario";
import { type Naming, ruleWords, statedLimit } from "./words";

/** How a scenario's candidates, departments and classes are called, and its values written: they are money. */
export function namingOf(
  { t, tell, wholeMoney }: Speech,
  { departments }: Pick<ScenarioInputs, "departments">,
): Naming {
  return {
    candidate: (id) => id,
    department: (id) => tell(departments.find((one) => String(one.id) === id)?.name),
    riskClass: (name) => t(`choice.class.${name as "minimal"}`),
    amount: (value) => wholeMoney(minor(Math.round(value))),
  };
}

const IN_MONEY: readonly Rule["kind"][] = ["budget", "department-cost", "class-cost"];

/** A figure of a constraint in its own unit: money, people, cases, a share. */
export function limitWords({ t, wholeMoney, number, percent }: Speech, { kind }: Rule, value: number): string {
  if (IN_MONEY.includes(kind)) return wholeMoney(minor(Math.round(value)));
  if (kind === "class-share") return percent(value, 1);
  return kind === "people" ? t("choice.people", { people: number(value, 2) }) : number(value, 2);
}

const AT_LEAST: readonly Rule["kind"][] = ["department-count", "department-cost"];

/** A constraint with what it allows: «Budget: at most 60 000 €». */
export function limitedRule(speech: Speech, rule: Rule, inputs: ScenarioInputs): string {
  const words = ruleWords(speech, rule, namingOf(speech, inputs));
  const limit = statedLimit(rule, inputs.constraints);
  if (limit === null) return words;
  const bound = AT_LEAST.includes(rule.kind) ? "at-least" : "at-most";
  const said = speech.t(`choice.limit.${bound}`, { limit: limitWords(speech, rule, limit) });
  return speech.t("choice.conflict.rule", { rule: words, limit: said });
}

/** A gain as far as it is known: «12 000 €», «at most 12 000 €», «–». */
export function gainWords({ t }: Speech, worth: WorthView | null, amount: (value: number) => string): string {
  if (!worth) return t("choice.unknown");
  return worth.says === "exact"
    ? amount(worth.amount)
    : t(`choice.gain.${worth.says}`, { amount: amount(worth.amount) });
}
