import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import { presetChoice, uploadInput } from "#app/use-cases/import/import-input";
import { recentImports } from "#app/use-cases/import/imports.server";
import { LIMITS } from "#app/use-cases/import/limits";
import { deletePreset, savedPresets } from "#app/use-cases/import/saved-presets.server";
import { UploadView } from "#app/use-cases/import/upload";
import { CORRECTABLE, receiveFile } from "#app/use-cases/import/upload.server";

export const handle = { title: "imports.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor }) => {
    permit(actor, "use-case.import", NO_PARTIES);
    return {
      most: { megabytes: LIMITS.bytes / 1024 / 1024, rows: LIMITS.rows },
      recent: await recentImports(database),
      presets: await savedPresets(database),
    };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, locale, when } = desk;
    if (form.get("intent") === "delete-preset") {
      const { preset } = parse(presetChoice, form);
      const name = await database.write((tx) => deletePreset(tx, actor, preset, when));
      return go(desk, "/import", "imports.preset.deleted", { name });
    }
    const { id, own } = await receiveFile(database, actor, await fileFrom(form), locale, when, CORRECTABLE);
    // Our own file come back needs no mapping: what it changes is the first thing to see.
    return go(desk, own ? `/import/${id}/check` : `/import/${id}`);
  })(args);

/** The file, out of the form: which would hold its fifty megabytes a second time for as long as the answer takes. */
async function fileFrom(form: FormData) {
  const { file } = parse(uploadInput, form);
  form.delete("file");
  return { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) };
}

export default function Import() {
  return <UploadView {...useAnswer<typeof loader>()} />;
}
