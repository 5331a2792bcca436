import { type ActionFunctionArgs, json } from "@remix-run/node";
import { typedFrom } from "#app/business-cases/edit.server";
import { readForm } from "#app/business-cases/form";
import { withRates } from "#app/business-cases/rates";
import { currentRates } from "#app/business-cases/rates.server";
import { summaryOfDraft } from "#app/business-cases/simulated.server";
import { act } from "#app/desk.server";

/** Works out a business case that is being typed, by the rules that will judge it, and keeps nothing. */
export const action = (args: ActionFunctionArgs) =>
  act(async ({ database, organisation, locale, speech, when }, form) => {
    const rates = await currentRates(database, when.today);
    const typist = { currency: organisation.currency, locale, rates, today: when.today };
    const { draft } = readForm(withRates(typedFrom(form), rates, typist), [], typist);
    return json({ summary: draft && summaryOfDraft(draft, speech) });
  })(args);
