import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { startForm, typedFrom } from "#app/business-cases/edit.server";
import { stepOf } from "#app/business-cases/edit-step";
import { Editor, type Turned } from "#app/business-cases/editor";
import { businessCaseForm, readForm } from "#app/business-cases/form";
import { editStart } from "#app/business-cases/page.server";
import { withRates } from "#app/business-cases/rates";
import { workedOut } from "#app/business-cases/simulated.server";
import { writeBusinessCase } from "#app/business-cases/write.server";
import { act, ask, go, parse } from "#app/desk.server";
import { retell } from "#app/kernel/told";
import { keptSuggestions } from "#app/measurement/calibration.server";
import { permit } from "#app/people/permit";
import { openCase } from "#app/use-cases/cases.server";
import { refuseMerged } from "#app/use-cases/similar/standing-in.server";

export const handle = { title: "business-cases.edit" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, organisation, when, speech }) => {
    const useCase = await openCase(database, actor, params.reference);
    permit(actor, "business-case.write", useCase);
    await refuseMerged(database, useCase);
    const start = await editStart(database, actor, params.reference, when.today);
    return {
      ...start,
      suggestions: await keptSuggestions(database, { ...start, estimatorId: actor.personId }, when.quarter),
      stored: startForm(start, organisation, when, speech.locale),
      worked: start.newest && workedOut(start.newest.draft, speech),
      today: when.quarter,
    };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, params, organisation, locale, speech, when } = desk;
    const start = await editStart(database, actor, params.reference, when.today);
    const { newest, hourlyCost, hourlyRate, rates, volumes, useCaseId, reference } = start;
    const suggestions = await keptSuggestions(database, { ...start, estimatorId: actor.personId }, when.quarter);
    const before = newest?.draft.lines ?? [];
    const typist = { currency: organisation.currency, locale, rates, suggestions, today: when.today };
    const typed = withRates(typedFrom(form), rates, typist);
    const step = stepOf(typed, { ...typist, hourlyCost, hourlyRate, volumes });
    const schema = businessCaseForm(typed, before, typist);
    if (step !== "save") {
      const next = step === "preview" ? typed : step.typed;
      const draft = step === "preview" ? parse(schema, form).draft : readForm(next, before, typist).draft;
      const turned = { errors: {}, typed: next, chosen: {}, worked: draft && workedOut(draft, speech) };
      return json(turned satisfies Turned);
    }
    const { draft, note, startedFrom } = parse(schema, form);
    const told = note ? retell(newest?.note, locale, note) : null;
    const input = { useCaseId, draft, note: told, startedFrom };
    const { number } = await database.write((tx) => writeBusinessCase(tx, actor, input, when));
    return go(desk, `/use-cases/${reference}/business-case`, "business-cases.saved", { number });
  })(args);

export default function EditBusinessCase() {
  return <Editor {...useAnswer<typeof loader>()} />;
}
