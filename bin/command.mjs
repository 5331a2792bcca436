import { spawn } from "node:child_process";
import { join } from "node:path";
import { build } from "./build.mjs";
import { HOME, main } from "./home.mjs";
import { install } from "./install.mjs";

/** Installs and builds what is missing, then hands over to the built command line. */
export function command() {
  const say = (sentence) => process.stderr.write(`${sentence}\n`);
  return main(async () => {
    await install(say);
    await build(say);
    // Files are named from the folder that the person stands in, which npm changes before it runs a script.
    const env = { ...process.env, INIT_CWD: process.env.INIT_CWD ?? process.cwd() };
    const child = spawn(process.execPath, [join(HOME, "build", "cli.js"), ...process.argv.slice(2)], {
      cwd: HOME,
      env,
      stdio: "inherit",
    });
    for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
    return new Promise((ended) => child.on("close", (code) => ended(code ?? 130)));
  });
}
