import { ZipFile } from "yazl";
import type { Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import type { Speech } from "#app/locales/speech";
import type { Actor } from "#app/people/roles";
import { openCase } from "#app/use-cases/cases.server";
import type { Reader } from "#db/client.server";
import { businessCasePage } from "./page.server";
import { workbookOf } from "./workbook";

/** The newest business case of a use case, or that of a number, as a file. @throws Refusal 404 where there is none */
export async function businessCaseWorkbook(
  db: Reader,
  actor: Actor,
  reference: string | undefined,
  number: number | null,
  { speech, today }: { speech: Speech; today: Day },
): Promise<{ name: string; bytes: Buffer }> {
  const useCase = await openCase(db, actor, reference);
  const { shown } = await businessCasePage(db, actor, reference, { number, today });
  if (!shown) throw new Refusal(404, "desk.refusal.not-found");
  const title = { reference: useCase.reference, title: speech.tell(useCase.title), number: shown.number };
  const bytes = await zipped(workbookOf(shown.draft, shown.simulation, title, speech, shown.kept));
  return { name: `${useCase.reference} business case ${shown.number}.xlsx`, bytes };
}

async function zipped(parts: Record<string, string>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), path);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
