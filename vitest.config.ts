import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// React as it is shipped: what it checks while one develops takes a fifth of a journey's time, and no test asks for it.
process.env.NODE_ENV = "production";

const room = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const alias = { "#app": room("app"), "#db": room("db"), "#seeds": room("seeds") };

// Loading the product is most of what a test file costs, and no test mocks a module: files share what a worker has loaded.
const isolate = false;

/** The journeys run once on each engine. */
const journeys = (engine: "sqlite" | "postgres") => ({
  resolve: { alias },
  esbuild: { jsx: "automatic" as const },
  test: {
    name: `journeys on ${engine}`,
    isolate,
    include: ["test/journeys/**/*.test.{ts,tsx}"],
    globalSetup: ["test/support/engines.ts"],
    env: { CASEBOOK_ENGINE: engine },
    // The first test of a worker loads the product; on a busy machine that takes its time, and says nothing of the test.
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
});

export default defineConfig({
  test: {
    // Every core works: left alone, Vitest keeps one for watching, which is half of a machine with two.
    maxWorkers: "100%",
    projects: [
      {
        resolve: { alias },
        test: { name: "rules", isolate, include: ["test/rules/**/*.test.ts", "test/*.test.ts"], testTimeout: 20_000 },
      },
      journeys("sqlite"),
      journeys("postgres"),
      {
        resolve: { alias },
        test: {
          name: "commands",
          include: ["test/commands/**/*.test.ts"],
          globalSetup: ["test/support/built.ts"],
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "load",
          include: ["test/load/**/*.test.ts"],
          globalSetup: ["test/support/demonstrations.ts"],
          testTimeout: 180_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          globalSetup: ["test/support/served.ts"],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          fileParallelism: false,
          maxConcurrency: 3,
        },
      },
    ],
  },
});
