// `npm run bench`: measures the built server; what it needs is installed and built first.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { refuseOldNode } from "./node-version.mjs";

refuseOldNode();
const { build } = await import("./build.mjs");
const { HOME, main } = await import("./home.mjs");
const { install } = await import("./install.mjs");

await main(async () => {
  const say = (sentence) => process.stderr.write(`${sentence}\n`);
  await install(say);
  await build(say);
  const tsx = join(HOME, "node_modules", "tsx", "dist", "cli.mjs");
  const bench = spawn(process.execPath, [tsx, join("bench", "pages.ts"), ...process.argv.slice(2)], {
    cwd: HOME,
    stdio: "inherit",
  });
  return new Promise((ended) => bench.on("close", (code) => ended(code ?? 1)));
});
