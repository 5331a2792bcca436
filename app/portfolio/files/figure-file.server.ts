import { attachmentHeaders } from "#app/kernel/attachment";
import { exportSheet } from "#app/use-cases/list/export.server";
import type { Reader } from "#db/client.server";
import { type FigureInput, figureSheet } from "./figure-sheet.server";
import type { FigureFormat, FigureView } from "./views";

/** A page of the dashboard as an answer: a file to save, written while it is read, and named with its day. */
export function figureFile(
  db: Reader,
  { view, format }: { view: FigureView; format: FigureFormat },
  input: FigureInput,
): { headers: Record<string, string>; body: ReadableStream<Uint8Array> } {
  const { type, body } = exportSheet(figureSheet(db, view, input), format);
  const { quarter, until } = input.filters;
  const name = ["casebook", view, quarter ?? until, input.when.today].filter(Boolean).join("-");
  const { "Content-Length": _unknown, ...headers } = attachmentHeaders({
    name: `${name}.${format}`,
    mediaType: type,
    size: 0,
  });
  return { headers, body };
}
