import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { node } from "./child.mjs";
import { HOME, main, Stop } from "./home.mjs";
import { install } from "./install.mjs";
import { alone } from "./lock.mjs";

const BUILD = join(HOME, "build");
const STAMP = join(BUILD, "stamp");
// Migrations are read when a database is opened, not built.
const SOURCES = [
  "app",
  "db",
  "seeds",
  "commands",
  "http",
  "jobs",
  "mail",
  "public",
  "bin/build.mjs",
  "package-lock.json",
  "tsconfig.json",
];
const SOURCE_AT_TOP = /\.(ts|js)$/;
const NOT_BUILT = new Set(["migrations"]);

function filesUnder(path) {
  if (!existsSync(path)) return [];
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => !NOT_BUILT.has(entry.name))
      .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)]));
  } catch (problem) {
    if (problem.code === "ENOTDIR") return [path];
    throw problem;
  }
}

/** One hash over all that goes into a build: contents, not dates, which a checkout sets anew. */
export function hashOfSources() {
  const top = readdirSync(HOME).filter((name) => SOURCE_AT_TOP.test(name));
  const files = [...SOURCES, ...top].flatMap((name) => filesUnder(join(HOME, name))).sort();
  const hash = createHash("sha256");
  for (const file of files)
    hash
      .update(`${relative(HOME, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  return hash.digest("hex");
}

function stamped() {
  return existsSync(STAMP) && readFileSync(STAMP, "utf8") === hashOfSources();
}

/** Builds pages, server and command line, unless this very state of the sources is built. @throws Stop with the tools' own words. */
export async function build(say) {
  if (stamped()) return;
  await alone(async () => {
    if (stamped()) return;
    say("Building…");
    const hash = hashOfSources();
    // Made beside, then moved into place: nobody ever starts from half a build. As deep as its place, for source maps.
    const fresh = join(HOME, `.build-${process.pid}`);
    const stale = join(HOME, `.build-${process.pid}-before`);
    removeLeftovers();
    mkdirSync(fresh, { recursive: true });
    try {
      await buildPages(fresh);
      await buildPrograms(fresh);
      writeFileSync(join(fresh, "stamp"), hash);
      if (existsSync(BUILD)) renameSync(BUILD, stale);
      renameSync(fresh, BUILD);
    } finally {
      removeLeftovers();
    }
  });
}

/** What this build, or one that was cut short, leaves beside: the lock says that nobody else is building. */
function removeLeftovers() {
  for (const name of readdirSync(HOME)) {
    if (/^\.build-\d+/.test(name)) rmSync(join(HOME, name), { recursive: true, force: true });
  }
}

async function buildPages(folder) {
  const remix = join(HOME, "node_modules", "@remix-run", "dev", "dist", "cli.js");
  const env = { ...process.env, CASEBOOK_BUILD: relative(HOME, folder), NODE_ENV: "production" };
  const { code, output } = await node([remix, "vite:build", "--logLevel", "warn"], { env });
  if (code !== 0) throw new Stop("The pages could not be built: mend what is said above.", output);
}

async function buildPrograms(folder) {
  const { build: bundle } = await import("esbuild");
  try {
    await bundle({
      absWorkingDir: HOME,
      entryPoints: { server: "server.ts", cli: "cli.ts" },
      outdir: folder,
      chunkNames: "programs/[name]-[hash]",
      bundle: true,
      splitting: true,
      packages: "external",
      platform: "node",
      format: "esm",
      target: "node20.19",
      jsx: "automatic",
      sourcemap: true,
      logLevel: "silent",
      // React is loaded after this line, and is three times slower where nobody set it.
      banner: { js: 'process.env.NODE_ENV ??= "production";' },
    });
  } catch (problem) {
    throw new Stop("The server could not be built: mend what is said above.", problem.message);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main(async () => {
    if (process.argv.includes("--force")) rmSync(STAMP, { force: true });
    const say = (sentence) => console.log(sentence);
    await install(say);
    await build(say);
    console.log("Built.");
    return 0;
  });
}
