// `npm run bench`: measures the built server; what it needs is installed first, and built once it is known what is asked.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { refuseOldNode } from "./node-version.mjs";

refuseOldNode();
const { HOME, main } = await import("./home.mjs");
const { install } = await import("./install.mjs");

await main(async () => {
  await install((sentence) => process.stderr.write(`${sentence}\n`));
  const tsx = join(HOME, "node_modules", "tsx", "dist", "cli.mjs");
  const bench = spawn(process.execPath, [tsx, join("bench", "run.ts"), ...process.argv.slice(2)], {
    cwd: HOME,
    // React is loaded with what is imported, and is three times slower where nobody set it.
    env: { ...process.env, NODE_ENV: "production", INIT_CWD: process.env.INIT_CWD ?? process.cwd() },
    stdio: "inherit",
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => bench.kill(signal));
  return new Promise((ended) => bench.on("close", (code) => ended(code ?? 130)));
});
