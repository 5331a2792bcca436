/** An import as a person does it: the file uploaded, its dry run confirmed, its end waited for. */
import { setTimeout as wait } from "node:timers/promises";
import { parse } from "node-html-parser";
import { form } from "./people";
import { registerOf } from "./register";
import { type Answer, requestOf, Wire } from "./wire";

export interface ImportFigures {
  rows: number;
  /** From the upload to the page that says how many came in, the dry run included. */
  seconds: number;
  rowsPerSecond: number;
}

const BOUNDARY = "bench-boundary";
const POLL_MS = 100;

function upload(csv: string): { method: string; body: Buffer; headers: Record<string, string> } {
  const part = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="register.csv"\r\nContent-Type: text/csv\r\n\r\n`;
  return {
    method: "POST",
    headers: { "Content-Type": `multipart/form-data; boundary=${BOUNDARY}` },
    body: Buffer.from(`${part}${csv}\r\n--${BOUNDARY}--\r\n`),
  };
}

/** @throws when the import does not come to its end with all rows in */
export async function measureImport(port: number, cookie: string, rows: number): Promise<ImportFigures> {
  const wire = new Wire(port);
  const ask = async (
    path: string,
    expected: number,
    sent: { method?: string; headers?: Record<string, string>; body?: Buffer } = {},
  ): Promise<Answer> => {
    const answer = await wire.ask(requestOf(path, { ...sent, headers: { ...sent.headers, Cookie: cookie } }));
    if (answer.status !== expected) throw new Error(`${path} answered ${answer.status}.`);
    return answer;
  };
  const csv = registerOf(rows, "I");
  const from = performance.now();
  const place = (await ask("/import", 303, upload(csv))).headers.get("location")?.[0] ?? "";
  const check = parse((await ask(`${place}/check`, 200)).body.toString());
  const version = check.querySelector('[name="version"]')?.getAttribute("value") ?? "";
  await ask(`${place}/check`, 303, form({ intent: "run", version }));
  let page = await ask(`${place}/run`, 200);
  while (page.headers.has("refresh")) {
    await wait(POLL_MS);
    page = await ask(`${place}/run`, 200);
  }
  const seconds = (performance.now() - from) / 1000;
  wire.close();
  const said = parse(page.body.toString()).querySelector("main")?.text.replace(/\s/g, "") ?? "";
  if (!said.includes(String(rows))) throw new Error(`The import did not bring in ${rows} rows: ${said.slice(0, 300)}`);
  return { rows, seconds, rowsPerSecond: rows / seconds };
}
