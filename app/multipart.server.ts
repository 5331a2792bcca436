/** Forms with a file that is taken in as it comes, and never held whole. */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as Bytes } from "node:stream/web";
import Busboy, { type BusboyFileStream, type BusboyInstance } from "@fastify/busboy";
import { Refusal } from "#app/kernel/refusal";

/** What a form may say beside its file. */
export const BESIDE_BYTES = 64 * 1024;
const FIELDS = 30;

export interface SentFile {
  name: string;
  bytes: AsyncIterable<Uint8Array>;
}

/**
 * Reads a form whose last field is a file, and hands that to `take`. Where that refuses it, the rest is read and dropped:
 * a browser shows no answer that comes before it has sent all.
 * @param fields what the form says before its file is added to these, so that it outlives a refusal
 * @returns what `take` answers; null where no file was chosen
 * @throws Refusal 400 when it is no such form
 */
export async function readUpload<Taken>(
  request: Request,
  fields: FormData,
  take: (file: SentFile) => Promise<Taken>,
): Promise<Taken | null> {
  const file: { taking: Promise<{ taken: Taken } | { problem: unknown }> | null } = { taking: null };
  try {
    const parser = parserOf(request);
    parser.on("field", (name: string, value: string) => fields.append(name, value));
    parser.on("file", (_name: string, stream: BusboyFileStream, name: string | undefined) => {
      if (!name || file.taking) return void stream.resume();
      const bytes = stream.iterator({ destroyOnReturn: false });
      file.taking = take({ name: unescaped(name), bytes }).then(
        (taken) => ({ taken }),
        (problem: unknown) => {
          stream.resume();
          return { problem };
        },
      );
    });
    if (!request.body) throw new Refusal(400, "desk.refusal.unreadable");
    await pipeline(Readable.fromWeb(request.body as Bytes), parser);
  } catch {
    // It ended before it was whole: what was begun is given up, not kept half.
    const begun = await file.taking;
    if (begun && "problem" in begun && begun.problem instanceof Refusal) throw begun.problem;
    throw new Refusal(400, "desk.refusal.unreadable");
  }
  const done = await file.taking;
  if (done && "problem" in done) throw done.problem;
  return done?.taken ?? null;
}

/** A file's name as browsers write it: three signs in percent, and no others. */
function unescaped(name: string): string {
  return name.replaceAll("%22", '"').replaceAll("%0D", "\r").replaceAll("%0A", "\n");
}

/** @throws when the request is no such form */
function parserOf(request: Request): BusboyInstance {
  return new Busboy({
    headers: { "content-type": request.headers.get("Content-Type") ?? "" },
    limits: { fieldSize: BESIDE_BYTES, fields: FIELDS, files: 1, headerPairs: 20 },
  });
}
