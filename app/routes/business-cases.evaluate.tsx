import { type ActionFunctionArgs, json } from "@remix-run/node";
import { typedFrom } from "#app/business-cases/edit.server";
import { readForm } from "#app/business-cases/form";
import { summaryOfDraft } from "#app/business-cases/simulated.server";
import { act } from "#app/desk.server";

/** Works out a business case that is being typed, by the rules that will judge it, and keeps nothing. */
export const action = (args: ActionFunctionArgs) =>
  act(async ({ organisation, locale, speech }, form) => {
    const { draft } = readForm(typedFrom(form), [], { currency: organisation.currency, locale });
    return json({ summary: draft && summaryOfDraft(draft, speech) });
  })(args);
