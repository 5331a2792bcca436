import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import yauzl from "yauzl";
import { scratch } from "./programs";

/** Unpacks a ZIP into a folder of its own and answers that: every entry, by the archive's own directory. */
export async function unzipped(bytes: Uint8Array): Promise<string> {
  const folder = scratch();
  await new Promise<void>((done, failed) => {
    yauzl.fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (problem, zip) => {
      if (!zip) return failed(problem ?? new Error("No archive"));
      zip.on("entry", (entry: yauzl.Entry) => {
        zip.openReadStream(entry, async (wrong, stream) => {
          if (!stream) return failed(wrong ?? new Error(`No ${entry.fileName}`));
          writeFileSync(join(folder, entry.fileName), await buffer(stream));
          zip.readEntry();
        });
      });
      zip.on("end", done).on("error", failed).readEntry();
    });
  });
  return folder;
}
