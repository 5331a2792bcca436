import { spawn } from "node:child_process";
import { join } from "node:path";
import { build } from "./build.mjs";
import { node, stopChildren } from "./child.mjs";
import { HOME, main } from "./home.mjs";
import { install } from "./install.mjs";
import { alone } from "./lock.mjs";
import { refuseBusyPort } from "./port.mjs";
import { SERVER_FLAGS } from "./server-flags.mjs";

const STOPPED_BY_HAND = 130;
const say = (sentence) => console.log(sentence);

/** From a clean checkout to a served product: install, build, load the demonstration, serve. What is done is skipped. */
export function serve() {
  let server;
  const pass = (signal) => {
    if (server) return server.kill(signal);
    stopChildren();
    process.exit(STOPPED_BY_HAND);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => pass(signal));
  return main(async () => {
    // Known before the minutes that a first start takes; the server finds out for itself once more.
    await refuseBusyPort(process.env.PORT, process.env.HOST);
    await install(say);
    await build(say);
    const demonstration = await loadDemonstration();
    if (!demonstration) return 1;
    server = spawn(process.execPath, [...SERVER_FLAGS, "--enable-source-maps", join(HOME, "build", "server.js")], {
      cwd: HOME,
      env: { ...process.env, NODE_ENV: "production" },
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    server.on("message", (message) => {
      if (message === "ready") for (const line of demonstration) say(line);
    });
    return new Promise((ended) => server.on("close", (code) => ended(code ?? 1)));
  });
}

/**
 * Fills an empty database with the demonstration portfolio.
 * Answers what to tell the person about its accounts, or null when it failed and has said why.
 */
async function loadDemonstration() {
  if (["0", "false"].includes(process.env.CASEBOOK_DEMO ?? "")) return [];
  const { code, stdout } = await alone(() =>
    node([join(HOME, "build", "cli.js"), "seed", "--if-empty", "--json"], { show: "errors" }),
  );
  if (code !== 0) return null;
  const { accounts } = JSON.parse(stdout);
  if (accounts.length === 0) return [];
  const width = Math.max(...accounts.map(({ email }) => email.length));
  return [
    "",
    `These are the accounts of the demonstration; the password of each is: ${accounts[0].password}`,
    ...accounts.map(({ email, name, roles }) => `  ${email.padEnd(width)}  ${name}: ${roles.join(", ") || "no role"}`),
    "",
    "Ctrl-C stops it. To begin with an empty casebook, set CASEBOOK_DEMO=0 and DATABASE_URL=file:data/ours.db.",
  ];
}
