import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useAnswer } from "#app/answer";
import type { Register } from "#app/delivery/registers/fields";
import { previewFile, writeFile } from "#app/delivery/registers/file.server";
import { fileChosen, fileRun, previewOf } from "#app/delivery/registers/file-input";
import { type FilePreview, RegisterImport } from "#app/delivery/registers/import-view";
import { registerNamed } from "#app/delivery/registers/register-named.server";
import { textOf } from "#app/delivery/registers/text-of.server";
import { act, ask, asTyped, go, parse } from "#app/desk.server";
import type { Speech } from "#app/locales/speech";
import { permit } from "#app/people/permit";

export const handle = {
  title: ({ register }: { register: Register }, { t }: Speech) =>
    t("registers.file.title", { register: t(`registers.of.${register}`) }),
};

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ actor, params }) => {
    permit(actor, "vendor.write", {});
    return { register: registerNamed(params.register) };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, params, locale, organisation, when } = desk;
    const register = registerNamed(params.register);
    const about = { register, locale, currency: organisation.currency };
    if (form.get("intent") === "run") {
      const { text, ...announced } = parse(fileRun, form);
      const file = { ...about, text, announced };
      const done = await database.write((tx) => writeFile(tx, actor, file, when));
      return go(desk, `/registers/${register}`, "registers.file.done", { ...done });
    }
    const text = await textOf(parse(fileChosen, form));
    form.delete("file");
    const plan = await previewFile(database, actor, { ...about, text });
    return json({ ...asTyped(form), preview: previewOf(plan, text) });
  })(args);

export default function ImportRegister() {
  const answered = useActionData() as { preview?: FilePreview } | undefined;
  return <RegisterImport {...useAnswer<typeof loader>()} preview={answered?.preview ?? null} />;
}
