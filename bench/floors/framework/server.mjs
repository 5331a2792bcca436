// Remix's own server for Express, as its template has it, without the lines that log.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import compression from "compression";
import express from "express";

const folder = process.env.BENCH_FLOOR_BUILD;
const build = await import(pathToFileURL(join(folder, "server", "index.js")).href);

const app = express();
app.use(compression());
app.disable("x-powered-by");
app.use("/assets", express.static(join(folder, "client", "assets"), { immutable: true, maxAge: "1y" }));
app.use(express.static(join(folder, "client"), { maxAge: "1h" }));
// What browsers ask for by themselves has no rows.
app.get("/favicon.ico", (_request, response) => void response.status(204).end());
app.all("*", createRequestHandler({ build }));
app.listen(Number(process.env.PORT), "127.0.0.1", () => process.send?.("ready"));

process.on("disconnect", () => process.exit(0));
