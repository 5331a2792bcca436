/** Files as large as they may be, in through the case's page and out again, and what memory the server takes for them. */
import { randomBytes } from "node:crypto";
import { parse } from "node-html-parser";
import type { Running } from "./processes";
import { median } from "./statistics";
import { type Answer, requestOf, Wire } from "./wire";

interface Way {
  /** Milliseconds of one file, the median. */
  p50: number;
  /** How much more memory than before the process had while one went through, at most. */
  grewMegabytes: number;
}

export interface FileFigures {
  megabytes: number;
  incoming: Way;
  outgoing: Way;
}

const MEGABYTES = 10;
// What a form says beside the file counts as well.
const SIZE = MEGABYTES * 1024 * 1024 - 4096;
const BOUNDARY = "bench-file-boundary";
const SAMPLE_MS = 10;
const FILES = "/use-cases/UC-0001/files";

function upload(name: string, cookie: string): Buffer {
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\n`;
  const end = `\r\n--${BOUNDARY}--\r\n`;
  const body = Buffer.concat([Buffer.from(head), randomBytes(SIZE), Buffer.from(end)]);
  const headers = { "Content-Type": `multipart/form-data; boundary=${BOUNDARY}`, Cookie: cookie };
  return requestOf(FILES, { method: "POST", headers, body });
}

/** What one exchange took, in time and in memory beyond what was there before. @throws when it is answered otherwise */
async function watch(server: Running, status: number, ask: () => Promise<Answer>) {
  const before = server.memoryMegabytes();
  let most = before;
  const watching = setInterval(() => {
    most = Math.max(most, server.memoryMegabytes());
  }, SAMPLE_MS);
  const from = performance.now();
  const answer = await ask().finally(() => clearInterval(watching));
  if (answer.status !== status) throw new Error(`A file was answered ${answer.status}.`);
  const milliseconds = performance.now() - from;
  return { answer, milliseconds, grew: Math.max(most, server.memoryMegabytes()) - before };
}

export async function measureFiles(server: Running, cookie: string, rounds: number): Promise<FileFigures> {
  const wire = new Wire(server.port);
  const headers = { Cookie: cookie };
  const ins: { milliseconds: number; grew: number }[] = [];
  const outs: typeof ins = [];
  // What the first one takes stays the process's own, as the database's cache does: it is not counted.
  for (let at = 0; at <= rounds; at++) {
    const name = `bench-${at}.pdf`;
    const sent = upload(name, cookie);
    const into = await watch(server, 303, () => wire.ask(sent));
    const page = parse((await wire.ask(requestOf(FILES, { headers }))).body.toString());
    const link = page.querySelectorAll(`a[href^="${FILES}/"]`).find(({ text }) => text.includes(name));
    const path = link?.getAttribute("href");
    if (!path) throw new Error(`${name} is not on its page.`);
    const out = await watch(server, 200, () => wire.ask(requestOf(path, { headers })));
    if (out.answer.body.length < SIZE) throw new Error(`${name} came out with ${out.answer.body.length} bytes.`);
    if (at > 0) {
      ins.push(into);
      outs.push(out);
    }
  }
  wire.close();
  const way = (all: typeof ins): Way => ({
    p50: median(all.map(({ milliseconds }) => milliseconds)),
    grewMegabytes: Math.max(...all.map(({ grew }) => grew)),
  });
  return { megabytes: MEGABYTES, incoming: way(ins), outgoing: way(outs) };
}
