import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import {
  exceptFilter,
  moveFilter,
  setProbabilities,
  typedName,
  withdrawException,
  writeFilter,
} from "#app/committee/edit-filter.server";
import {
  exceptionInput,
  filterInput,
  orderInput,
  probabilitiesInput,
  withdrawalInput,
} from "#app/committee/filter-input";
import { previewFilter } from "#app/committee/filter-preview.server";
import { filtersPage } from "#app/committee/filters-page.server";
import { FiltersView } from "#app/committee/filters-view";
import { countFrom } from "#app/committee/funnel-cases";
import { funnelCases } from "#app/committee/funnel-cases.server";
import { act, ask, go, parse } from "#app/desk.server";
import { retell } from "#app/kernel/told";
import { permit } from "#app/people/permit";

export const handle = { title: "prioritise.filters" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, url }) => ({
    ...(await filtersPage(database, actor)),
    about: url.searchParams.get("case") ?? "",
    opened: await funnelCases(database, actor, countFrom(url.searchParams)),
  }))(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, when, locale, organisation } = desk;
    const intent = form.get("intent");
    if (intent === "except") {
      const { reference, filterId, reason, until } = parse(exceptionInput, form);
      const input = { reference, filterId, reason: retell(null, locale, reason), until };
      await database.write((tx) => exceptFilter(tx, actor, input, when));
      return go(desk, "/prioritise/filters", "prioritise.exception.done", { reference });
    }
    if (intent === "order") {
      const { intent: _, ...order } = parse(orderInput, form);
      await database.write((tx) => moveFilter(tx, actor, order, when));
      return go(desk, "/prioritise/filters", "prioritise.filter.moved");
    }
    if (intent === "withdraw") {
      const { exceptionId } = parse(withdrawalInput, form);
      await database.write((tx) => withdrawException(tx, actor, exceptionId, when));
      return go(desk, "/prioritise/filters", "prioritise.exception.withdrawn");
    }
    if (intent === "probabilities") {
      const { intent: _, version, ...probabilities } = parse(probabilitiesInput, form);
      await database.write((tx) => setProbabilities(tx, actor, { version, probabilities }, when));
      return go(desk, "/prioritise/filters", "prioritise.probabilities.saved");
    }
    const { intent: _, name, ...input } = parse(filterInput(organisation.currency), form);
    const filter = { ...input, nameAfter: typedName(name, locale) };
    if (form.get("do") === "preview") {
      permit(actor, "filter.edit", {});
      const typed = Object.fromEntries([...form].map(([field, value]) => [field, String(value)]));
      return json({ errors: {}, typed, chosen: {}, preview: await previewFilter(database, actor, filter) });
    }
    await database.write((tx) => writeFilter(tx, actor, filter, when));
    return go(desk, "/prioritise", "prioritise.filter.saved");
  })(args);

export default function Filters() {
  return <FiltersView {...useAnswer<typeof loader>()} />;
}
