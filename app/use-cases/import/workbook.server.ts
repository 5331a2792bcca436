import type { Readable } from "node:stream";
import { SaxesParser } from "saxes";
import type { Entry, ZipFile } from "yauzl";
import { Refusal } from "#app/kernel/refusal";
import { LIMITS } from "./limits";

/** The files inside a workbook, read one at a time and never past our limit: a small file may unpack to terabytes. */
export class Workbook {
  readonly #zip: ZipFile;
  readonly #entries: Map<string, Entry>;
  #unpacked = 0;

  constructor(zip: ZipFile, entries: Map<string, Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  has(path: string): boolean {
    return this.#entries.has(path);
  }

  /** Tells an XML file's opening tags, texts and closing tags, names without their prefix. Absent files tell nothing. */
  async tell(path: string, listener: XmlListener): Promise<void> {
    const entry = this.#entries.get(path);
    if (!entry) return;
    const stream = await this.#open(entry);
    stream.setEncoding("utf8");
    const parser = new SaxesParser({ position: false, xmlns: false });
    parser.on("error", () => {
      throw new Refusal(400, "imports.refused.broken-xlsx");
    });
    parser.on("opentag", (tag) => listener.open?.(localName(tag.name), tag.attributes));
    parser.on("closetag", (tag) => listener.close?.(localName(tag.name)));
    parser.on("text", (text: string) => listener.text?.(text));
    try {
      for await (const piece of stream) {
        const text = String(piece);
        this.#unpacked += text.length;
        if (this.#unpacked > LIMITS.unpackedBytes) throw new Refusal(400, "imports.refused.bomb");
        parser.write(text);
      }
      parser.close();
    } catch (error) {
      if (error instanceof Refusal) throw error;
      throw new Refusal(400, "imports.refused.broken-xlsx");
    } finally {
      stream.destroy();
    }
  }

  #open(entry: Entry): Promise<Readable> {
    return new Promise((resolve, reject) => {
      this.#zip.openReadStream(entry, (error, stream) => {
        if (error || !stream) reject(new Refusal(400, "imports.refused.broken-xlsx"));
        else resolve(stream);
      });
    });
  }
}

export interface XmlListener {
  open?(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** @throws Refusal when the zip is broken, protected, or not a workbook that we read. */
export async function openWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Loaded with the first workbook: no start of the server waits for it.
  const { fromBuffer } = await import("yauzl");
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true }, (error, opened) => {
      if (error || !opened) reject(new Refusal(400, "imports.refused.broken-xlsx"));
      else resolve(opened);
    });
  });
  const entries = new Map<string, Entry>();
  await new Promise<void>((resolve, reject) => {
    zip.on("entry", (entry: Entry) => {
      entries.set(entry.fileName.replace(/^\//, ""), entry);
      if (entries.size > 10_000) reject(new Refusal(400, "imports.refused.bomb"));
      else zip.readEntry();
    });
    zip.on("end", () => resolve());
    zip.on("error", () => reject(new Refusal(400, "imports.refused.broken-xlsx")));
    zip.readEntry();
  });
  if (entries.has("xl/workbook.xml")) return new Workbook(zip, entries);
  if (entries.has("xl/workbook.bin")) throw new Refusal(400, "imports.refused.xlsb");
  if (entries.has("content.xml")) throw new Refusal(400, "imports.refused.ods");
  throw new Refusal(400, "imports.refused.zip");
}
