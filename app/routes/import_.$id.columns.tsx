import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, go, idFrom, parse } from "#app/desk.server";
import { ColumnsView } from "#app/use-cases/import/columns";
import { mappingStart, presetApplied, presetSaved } from "#app/use-cases/import/import-input";
import { applyKnownPreset, savePresetOf, takeMapping } from "#app/use-cases/import/map.server";
import { columnsPage } from "#app/use-cases/import/pages.server";

export const handle = { title: "imports.step.columns" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(({ database, actor, params }) => columnsPage(database, actor, idFrom(params.id)))(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, when, locale, url } = desk;
    const id = idFrom(desk.params.id);
    if (form.get("intent") === "apply-preset") {
      await applyKnownPreset(database, actor, id, parse(presetApplied, form), locale);
      return go(desk, url.pathname, "imports.preset.applied");
    }
    if (form.get("intent") === "save-preset") {
      const { presetName, version } = parse(presetSaved, form);
      await takeMapping(database, actor, id, version, form);
      await savePresetOf(database, actor, id, presetName, when);
      return go(desk, url.pathname, "imports.preset.saved", { name: presetName });
    }
    await takeMapping(database, actor, id, parse(mappingStart, form).version, form);
    return go(desk, `/import/${id}/values`);
  })(args);

export default function Columns() {
  return <ColumnsView model={useAnswer<typeof loader>()} />;
}
