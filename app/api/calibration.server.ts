import { answerCalibration as answer } from "#app/business-cases/answer-calibration.server";
import { CALIBRATED_KINDS } from "#app/business-cases/calibrated";
import { minor } from "#app/kernel/money";
import type { Told } from "#app/kernel/told";
import { type CalibrationPage, readCalibration as read, readSuggestions } from "#app/measurement/calibration.server";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import { openCase } from "#app/use-cases/cases.server";
import * as contracts from "./calibration";
import { reads, writes } from "./operation.server";
import { type InMoney, orNothing } from "./shapes";

type Group = CalibrationPage["dimensions"][number]["groups"][number];

const named = (name: Told | string | null): Told | null => (typeof name === "string" ? { fr: name } : name);

const countedIn = (money: InMoney, of: Pick<Group, "cases" | "quarters" | "promised" | "realised">) => ({
  cases: of.cases,
  quarters: of.quarters,
  promised: money(minor(of.promised)),
  realised: money(minor(of.realised)),
});

export const readCalibration = reads(contracts.readCalibration, async (db, { query, actor, money, when }) => {
  permit(actor, "calibration.read", NO_PARTIES);
  const { by, of } = query;
  const page = await read(db, when.quarter, by && of !== undefined ? { by, of } : null);
  const { portfolio, opened } = page;
  const groups = (wanted: (typeof page.dimensions)[number]["by"]) =>
    (page.dimensions.find((dimension) => dimension.by === wanted)?.groups ?? []).map(
      ({ key, name, own, weight, share, low, high, ...group }) => ({
        ...{ key, own, weight, share, low, high },
        name: named(name),
        ...countedIn(money, group),
      }),
    );
  return {
    portfolio: portfolio && {
      mean: portfolio.mean,
      low: portfolio.low,
      high: portfolio.high,
      ...countedIn(money, portfolio),
    },
    departments: groups("department"),
    kinds: groups("kind"),
    estimators: groups("estimator"),
    opened: (opened?.cases ?? []).map((row) => ({
      useCase: row.reference,
      title: row.title,
      businessCase: row.number,
      kind: row.kind,
      promised: money(minor(row.promised)),
      realised: money(minor(row.realised)),
      missing: row.missing,
      quarters: row.byQuarter.map((each) => ({
        quarter: each.quarter,
        promised: money(minor(each.promised)),
        realised: money(minor(each.realised)),
      })),
    })),
  };
});

export const readSuggestedHaircuts = reads(contracts.readSuggestedHaircuts, async (db, { parameters, actor, when }) => {
  const useCase = await openCase(db, actor, parameters.reference);
  permit(actor, "calibration.answer", useCase);
  const of = { useCaseId: useCase.id, departmentId: useCase.departmentId, estimatorId: actor.personId };
  const suggestions = await readSuggestions(db, of, when.quarter);
  const items = CALIBRATED_KINDS.flatMap((kind) => {
    const suggestion = suggestions[kind];
    if (!suggestion) return [];
    const { factor, low, high, cases, weight, portfolio } = suggestion;
    return [{ kind, factor, low, high, cases, weight, mean: portfolio.mean }];
  });
  return { items };
});

export const answerCalibration = writes(contracts.answerCalibration, async (tx, { parameters, body, actor, when }) => {
  const useCase = await openCase(tx, actor, parameters.reference);
  const of = { useCaseId: useCase.id, departmentId: useCase.departmentId, estimatorId: actor.personId };
  const suggestions = await readSuggestions(tx, of, when.quarter);
  const { startedFrom, line, answer: said, reason } = body;
  const input = { useCaseId: useCase.id, startedFrom, lineId: line, answer: said, reason: orNothing(reason) };
  const { number, version } = await answer(tx, actor, input, suggestions, when);
  return { number, version };
});
