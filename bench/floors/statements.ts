/** What the product asks of its database for each page, heard at its driver, and what a floor does with it. */
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { anew, type Page, requestFor } from "../pages";
import { type Caller, headersOf } from "../people";
import { start } from "../processes";
import { Wire } from "../wire";

export interface Statement {
  sql: string;
  values: unknown[];
  /** Rows come as lists of values rather than as records. */
  lists: boolean;
  /** Whether the page shows its rows one by one. */
  shown: boolean;
}

export interface FloorPage {
  statements: Statement[];
  /** As many rows as the product's own page has. */
  rows: number;
}

const ROW = /<(tr|dt|li)\b/g;

/** Rows of the page's own content, without the shell around it; what is no page shows all. */
function rowsIn(body: string): number {
  if (!body.includes("<main")) return Number.MAX_SAFE_INTEGER;
  const main = body.slice(body.indexOf("<main"));
  return [...main.slice(0, main.indexOf("</main>")).matchAll(ROW)].length;
}

/** Two pages that have nothing in common with any other but the person who asks and the shell. */
const STRANGERS: readonly Page[] = [
  { name: "people", path: "/people" },
  { name: "campaigns", path: "/campaigns" },
];
/** How long nothing is sent before the server has nothing left to read. */
const SILENCE_MS = 500;
const TOKENS = /\bapi_tokens\b/;

/** Statements of each page by its name, those that every page sends (who asks, and the shell) left out. */
export async function hearStatements(
  pages: readonly Page[],
  caller: Caller,
  env: NodeJS.ProcessEnv,
): Promise<Record<string, FloorPage>> {
  const server = await start(["--import", "./bench/floors/tap.mjs", "build/server.js"], env);
  const wire = new Wire(server.port);
  const heard = async (): Promise<Omit<Statement, "shown">[]> => {
    const answer = once(server.child, "message");
    server.child.send("statements");
    const [{ statements }] = await answer;
    return statements;
  };
  try {
    await server.ready;
    // What it reads for itself after its start is no page's.
    for (let silent = 0; silent < 2; ) {
      await setTimeout(SILENCE_MS);
      silent = (await heard()).length === 0 ? silent + 1 : 0;
    }
    const found = new Map<Page, { statements: Omit<Statement, "shown">[]; rows: number }>();
    for (const page of [...pages, ...STRANGERS]) {
      const ask = (turn: number) => wire.ask(requestFor(page, { ...headersOf(caller, page), ...anew(turn) }));
      // The first time something may be read that is then kept.
      await ask(1);
      await heard();
      await ask(2);
      const before = new Set((await heard()).map(({ sql }) => sql));
      const { status, body } = await ask(3);
      if (status !== 200) throw new Error(`${page.name} answered ${status}.`);
      // Nor is what a job that was due sent meanwhile.
      const statements = (await heard()).filter(({ sql }) => before.has(sql));
      found.set(page, { statements, rows: rowsIn(body.toString()) });
    }
    const sites = [...found].filter(([page]) => !page.bearer).map(([, { statements }]) => statements);
    const everywhere = (sql: string) => sites.every((statements) => statements.some((each) => each.sql === sql));
    return Object.fromEntries(
      pages.map((page) => {
        const { statements = [], rows = 0 } = found.get(page) ?? {};
        const own = statements.filter(({ sql }) => !everywhere(sql) && !TOKENS.test(sql));
        return [
          page.name,
          { rows, statements: own.map((each) => ({ ...each, shown: page.shows?.test(each.sql) ?? false })) },
        ];
      }),
    );
  } finally {
    wire.close();
    await server.stop();
  }
}
