import { type ActionFunctionArgs, json } from "@remix-run/node";
import { typedFrom } from "#app/business-cases/edit.server";
import { readForm } from "#app/business-cases/form";
import { editStart } from "#app/business-cases/page.server";
import { withRates } from "#app/business-cases/rates";
import { currentRates } from "#app/business-cases/rates.server";
import { workedOut } from "#app/business-cases/simulated.server";
import { act, type Desk } from "#app/desk.server";
import { keptSuggestions } from "#app/measurement/calibration.server";
import { chartUpdate } from "#app/ui/chart-parts";

/** What the figures of a case being typed hang on beside the form: its stored lines, the rates and haircuts of the day. */
async function around({ database, actor, url, when }: Desk) {
  const reference = url.searchParams.get("case");
  if (!reference) return { rates: await currentRates(database, when.today), suggestions: {}, before: [] };
  const start = await editStart(database, actor, reference, when.today);
  const suggestions = await keptSuggestions(database, { ...start, estimatorId: actor.personId }, when.quarter);
  return { rates: start.rates, suggestions, before: start.newest?.draft.lines ?? [] };
}

/** Works out a business case that is being typed, by the rules that will judge it, and keeps nothing. */
export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { organisation, locale, speech, when } = desk;
    const { before, ...known } = await around(desk);
    const typist = { currency: organisation.currency, locale, ...known, today: when.today };
    const { draft } = readForm(withRates(typedFrom(form), known.rates, typist), before, typist);
    if (!draft) return json({ summary: null });
    const { summary, flow, tornado } = workedOut(draft, speech);
    return json({ summary, charts: { flow: chartUpdate(flow, speech), tornado: chartUpdate(tornado, speech) } });
  })(args);
