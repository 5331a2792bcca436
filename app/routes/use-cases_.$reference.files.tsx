import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { ask, type Desk, go, parse, take } from "#app/desk.server";
import { readForm } from "#app/door.server";
import { Refusal } from "#app/kernel/refusal";
import type { Speech } from "#app/locales/speech";
import { BESIDE_BYTES, readUpload } from "#app/multipart.server";
import { openCase, type UseCase } from "#app/use-cases/cases.server";
import { fileInput, removeInput } from "#app/use-cases/files/file-input";
import { type FilesPage, FilesView } from "#app/use-cases/files/files";
import { readFiles, removeFile } from "#app/use-cases/files/files.server";
import { mayAdd, receiveFile, refuseTooLarge } from "#app/use-cases/files/receive.server";

export const handle = {
  title: ({ reference }: FilesPage, { t }: Speech) => t("case.files.page", { reference }),
};

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, permits }): Promise<FilesPage> => {
    const useCase = await openCase(database, actor, params.reference);
    return {
      reference: useCase.reference,
      files: await readFiles(database, actor, useCase),
      mayAdd: useCase.stage !== "merged" && permits("file.add", useCase),
      mayNote: permits("note.write", useCase),
    };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  take(async (desk, form) => {
    const useCase = await openCase(desk.database, desk.actor, desk.params.reference);
    const added = isUpload(desk.request) ? await addFile(desk, form, useCase) : await readFields(desk.request, form);
    if (added) return go(desk, desk.url.pathname, "case.notice.file-added", { name: added.name });
    if (form.get("intent") !== "remove") throw new Refusal(400, "case.refusal.file-missing");
    const { fileId, reason } = parse(removeInput, form);
    const { database, actor, locale, when } = desk;
    const removal = { id: fileId, reason: { [locale]: reason } };
    const name = await database.write((tx) => removeFile(tx, actor, useCase, removal, when));
    return go(desk, desk.url.pathname, "case.notice.file-removed", { name });
  })(args);

const isUpload = (request: Request) => /^multipart\/form-data/i.test(request.headers.get("Content-Type") ?? "");

async function readFields(request: Request, form: FormData): Promise<null> {
  for (const [name, value] of await readForm(request, BESIDE_BYTES)) form.append(name, value);
  return null;
}

/** Takes the file in while it comes, once it is known that it may. */
function addFile(desk: Desk, form: FormData, useCase: UseCase) {
  const { database, actor, request, when } = desk;
  // Refused with the form as it was, so that the page tells it in its place.
  form.set("intent", "add");
  refuseTooLarge(Number(request.headers.get("Content-Length") ?? 0), BESIDE_BYTES);
  form.delete("intent");
  return readUpload(request, form, async ({ name, bytes }) => {
    const { internal } = parse(fileInput, form);
    mayAdd(actor, useCase, internal);
    return receiveFile(database, actor, useCase, { name, internal, bytes }, when);
  });
}

export default function UseCaseFiles() {
  return <FilesView {...useAnswer<typeof loader>()} />;
}
