/** What a choice says, in words: its constraints, and why each candidate is in or out. */
import type { Speech } from "#app/locales/speech";
import type { CandidateView } from "./choose";
import type { Constraints } from "./problem";
import type { Rule } from "./program";

export interface Naming {
  candidate(id: string): string;
  department(name: string): string;
  riskClass(name: string): string;
  amount(value: number): string;
}

/** A constraint by its name, such as «Least number: Legal». */
export function ruleWords({ t }: Speech, rule: Rule, naming: Naming): string {
  switch (rule.kind) {
    case "budget":
    case "people":
      return t(`choice.rule.${rule.kind}`);
    case "resource":
      return t("choice.rule.resource", { name: rule.name });
    case "department-count":
    case "department-cost":
      return t(`choice.rule.${rule.kind}`, { name: naming.department(rule.name) });
    case "class-count":
    case "class-cost":
    case "class-share":
      return t(`choice.rule.${rule.kind}`, { name: naming.riskClass(rule.name) });
    case "exclusive":
      return t("choice.rule.exclusive", { all: rule.ids.map(naming.candidate).join(", ") });
    default: {
      const [first = "", second = ""] = rule.ids.map(naming.candidate);
      return t(`choice.rule.${rule.kind}`, { first, second });
    }
  }
}

/** What a constraint allows or asks for at most or at least, as it was stated; null for one that is no number. */
export function statedLimit(rule: Rule, constraints: Constraints): number | null {
  const { budget, people, resources, departments, riskClasses } = constraints;
  switch (rule.kind) {
    case "budget":
      return budget;
    case "people":
      return people;
    case "resource":
      return resources.find(({ name }) => name === rule.name)?.capacity ?? null;
    case "department-count":
      return departments.find(({ department }) => department === rule.name)?.count ?? null;
    case "department-cost":
      return departments.find(({ department }) => department === rule.name)?.cost ?? null;
    case "class-count":
      return riskClasses.find(({ riskClass }) => riskClass === rule.name)?.count ?? null;
    case "class-cost":
      return riskClasses.find(({ riskClass }) => riskClass === rule.name)?.cost ?? null;
    case "class-share":
      return riskClasses.find(({ riskClass }) => riskClass === rule.name)?.share ?? null;
    default:
      return null;
  }
}

/** Names that fit into a sentence. */
const MOST_NAMED = 5;

function named(ids: readonly string[], naming: Naming): string {
  const names = ids.slice(0, MOST_NAMED).map(naming.candidate);
  return `${names.join(", ")}${ids.length > MOST_NAMED ? "…" : ""}`;
}

function insteadWords({ t }: Speech, instead: CandidateView["instead"], naming: Naming): string {
  if (!instead) return "";
  const { comes, goes } = instead;
  if (comes.length === 0 && goes.length === 0) return t("choice.instead.none");
  if (comes.length === 0) return t("choice.instead.goes", { goes: named(goes, naming) });
  if (goes.length === 0) return t("choice.instead.comes", { comes: named(comes, naming) });
  return t("choice.instead.both", { comes: named(comes, naming), goes: named(goes, naming) });
}

function lossWords(speech: Speech, { chosen, loss, instead }: CandidateView, naming: Naming): string {
  const { t } = speech;
  const side = chosen ? "in" : "out";
  if (loss === null) return t(`choice.because.${side}.unknown`);
  if (loss === "impossible") return t(`choice.because.${side}.impossible`);
  if (loss.says !== "exact") return t(`choice.because.${side}.${loss.says}`, { amount: naming.amount(loss.amount) });
  const swap = insteadWords(speech, instead, naming);
  if (loss.amount === 0) return t(`choice.because.${side}.same`, { instead: swap }).trim();
  return t(`choice.because.${side}`, { amount: naming.amount(loss.amount), instead: swap }).trim();
}

/** Why a candidate is in or out, in one or two sentences. */
export function becauseWords(
  speech: Speech,
  candidate: CandidateView,
  { include, exclude }: Pick<Constraints, "include" | "exclude">,
  naming: Naming,
): string {
  const side = include.includes(candidate.id) ? "include" : exclude.includes(candidate.id) ? "exclude" : null;
  if (!side) return lossWords(speech, candidate, naming);
  const { loss } = candidate;
  if (loss === null || loss === "impossible" || loss.says !== "exact")
    return speech.t(`choice.because.${side}.unknown`);
  if (loss.amount === 0) return speech.t(`choice.because.${side}.same`);
  return speech.t(`choice.because.${side}`, { amount: naming.amount(-loss.amount) });
}
