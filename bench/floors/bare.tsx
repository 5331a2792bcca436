/**
 * The bare floor: node:http, the product's own statements through the bare driver, and React over the same rows: to
 * JSON, to a string, to a stream. `/sql/list` reads and answers nothing, and tells how long the reading took.
 */
import { createServer, type ServerResponse } from "node:http";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import { openFloor, type Row } from "./replay";
import { Table } from "./table";

const read = openFloor(process.env.DATABASE_URL ?? "", process.env.BENCH_STATEMENTS ?? "");

function Document({ rows }: { rows: Row[] }) {
  return (
    <html lang="fr">
      <head>
        <meta charSet="utf-8" />
        <title>Floor</title>
      </head>
      <body>
        <main>
          <Table rows={rows} anchor={(to, words) => <a href={to}>{words}</a>} />
        </main>
      </body>
    </html>
  );
}

const WAYS: Record<string, (rows: Row[], response: ServerResponse) => void> = {
  sql: (_rows, response) => void response.end("read"),
  json: (rows, response) => {
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify(rows));
  },
  string: (rows, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(`<!DOCTYPE html>${renderToString(<Document rows={rows} />)}`);
  },
  stream: (rows, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    const { pipe } = renderToPipeableStream(<Document rows={rows} />, { onShellReady: () => pipe(response) });
  },
};

createServer((request, response) => {
  const [, way = "", page = ""] = new URL(request.url ?? "/", "http://floor").pathname.split("/");
  const from = performance.now();
  read(page).then(
    (rows) => {
      response.setHeader("Server-Timing", `sql;dur=${(performance.now() - from).toFixed(3)}`);
      WAYS[way]?.(rows, response);
    },
    (problem) => {
      response.statusCode = 500;
      response.end(String(problem));
    },
  );
}).listen(Number(process.env.PORT), "127.0.0.1", () => process.send?.("ready"));

process.on("disconnect", () => process.exit(0));
