/** The Remix build as the journeys use it: made from the sources, without the bundler. */
import { createRequire } from "node:module";
import { join } from "node:path";
import type { ServerBuild } from "@remix-run/node";
import options from "../../remix.config.js";

interface FileRoute {
  id: string;
  file: string;
  path?: string;
  index?: boolean;
  parentId?: string;
}

const load = createRequire(import.meta.url);
const { flatRoutes } = load("@remix-run/dev/dist/config/flat-routes.js") as {
  flatRoutes(appDirectory: string): Record<string, FileRoute>;
};

const modules = import.meta.glob(["../../app/root.tsx", "../../app/routes/**/*.{ts,tsx}"]);

let made: Promise<ServerBuild> | undefined;

export function serverBuild(): Promise<ServerBuild> {
  made ??= make();
  return made;
}

async function make(): Promise<ServerBuild> {
  const files: FileRoute[] = [
    { id: "root", file: "root.tsx", path: "" },
    ...Object.values(flatRoutes(join(process.cwd(), "app"))).map((route) => ({
      ...route,
      parentId: route.parentId ?? "root",
    })),
  ];
  const routes: Record<string, unknown> = {};
  const assets: Record<string, unknown> = {};
  for (const { id, file, path, index, parentId } of files) {
    const module = (await modules[`../../app/${file}`]?.()) as Record<string, unknown> | undefined;
    if (!module) throw new Error(`No module for ${file}`);
    routes[id] = { id, path, index, parentId, module };
    assets[id] = {
      id,
      path,
      index,
      parentId,
      module: `/assets/${id}.js`,
      hasAction: "action" in module,
      hasLoader: "loader" in module,
      hasClientAction: false,
      hasClientLoader: false,
      hasErrorBoundary: "ErrorBoundary" in module,
    };
  }
  return {
    mode: "test",
    entry: { module: await import("../../app/entry.server") },
    routes,
    assets: {
      version: "test",
      url: "/assets/manifest.js",
      entry: { module: "/assets/entry.js", imports: [] },
      routes: assets,
    },
    publicPath: "/",
    assetsBuildDirectory: "build/client",
    future: options.future,
    isSpaMode: false,
  } as unknown as ServerBuild;
}
