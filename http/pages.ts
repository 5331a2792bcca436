/**
 * Pages and resources out of Remix's own pieces, without what serves the router that it runs in browsers: here there is
 * none. Remix makes two requests for each loader, writes each answer as JSON and reads it again, and writes all of them
 * once more for the browser. Whatever is unusual goes to Remix itself.
 */
import { type AppLoadContext, createRequestHandler, type EntryContext, type ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import {
  type AgnosticDataRouteObject,
  createStaticHandler,
  isRouteErrorResponse,
  type StaticHandlerContext,
} from "@remix-run/router";
import { resourceOf } from "./resources";

/** A page that is whole, not yet an HTTP answer. */
export interface Made {
  status: number;
  headers: Headers;
  body: Buffer<ArrayBuffer>;
}

export type Handle = (request: Request, context: AppLoadContext) => Promise<Response | Made>;

export interface Page {
  /** As the site's map writes it, such as `/use-cases/:reference`. */
  route: string;
  handle: Handle;
}

/** What the product's entry offers beside what Remix calls: the body of a page, its own headers set. */
type Draw = (request: Request, headers: Headers, remix: EntryContext, context: AppLoadContext) => Buffer<ArrayBuffer>;

const PATHS_KNOWN = 2_000;
/** What Remix reads out of addresses for its own ends. */
const OF_REMIX = /[?&](_data|_routes|index)\b/;
const NONE = new Headers();
/** The page of what leads nowhere. */
const NOWHERE = "routes/$";

type Routes = ServerBuild["routes"];

function treeOf(routes: Routes, parentId?: string): AgnosticDataRouteObject[] {
  return Object.values(routes).flatMap((route): AgnosticDataRouteObject[] => {
    if (!route || route.parentId !== parentId) return [];
    const { id, path, caseSensitive, module } = route;
    const own = {
      id,
      path,
      caseSensitive,
      loader: module.loader,
      handle: module.handle,
      // The root draws what nobody else does.
      hasErrorBoundary: id === "root" || module.ErrorBoundary !== undefined,
    };
    return [
      (route.index ? { ...own, index: true } : { ...own, children: treeOf(routes, id) }) as AgnosticDataRouteObject,
    ];
  });
}

/** The headers of a page, each route's own made of those around it, as far as its error was drawn. */
function headersOf({ routes }: ServerBuild, { matches, errors, loaderHeaders }: StaticHandlerContext): Headers {
  const failed = errors ? matches.findIndex(({ route }) => route.id in errors) : -1;
  const drawn = failed < 0 ? matches : matches.slice(0, failed + 1);
  return drawn.reduce((parentHeaders, { route: { id } }) => {
    const own = routes[id]?.module.headers;
    if (typeof own !== "function") return parentHeaders;
    const all = {
      parentHeaders,
      loaderHeaders: loaderHeaders[id] ?? NONE,
      actionHeaders: NONE,
      errorHeaders: undefined,
    };
    return new Headers(own(all));
  }, new Headers());
}

/** A page whose routes are those of this build and no other. */
function documentOf(build: ServerBuild, draw: Draw, remix: Handle): Handle {
  const { query } = createStaticHandler(treeOf(build.routes));
  const routeModules = Object.fromEntries(
    Object.entries(build.routes).flatMap(([id, route]) => (route ? [[id, route.module]] : [])),
  ) as EntryContext["routeModules"];
  return async (request, context) => {
    if (request.method !== "GET" || OF_REMIX.test(request.url)) return remix(request, context);
    const found = await query(request, { requestContext: context }).catch(() => null);
    if (found instanceof Response) return found;
    // Reception turns every failure into an answer; what got past it Remix logs, and tells without its stack.
    const known =
      found && Object.values(found.errors ?? {}).every((error) => isRouteErrorResponse(error) && error.status !== 405);
    if (!known) return remix(request, context);
    const headers = headersOf(build, found);
    try {
      const entry: EntryContext = {
        manifest: build.assets,
        routeModules,
        staticHandlerContext: found,
        future: build.future,
        isSpaMode: build.isSpaMode,
        serializeError: (error) => ({ message: error.message }),
      };
      return { status: found.statusCode, headers, body: draw(request, headers, entry, context) };
    } catch {
      return remix(request, context);
    }
  };
}

/** The same build with these routes and no other. */
function only(build: ServerBuild, ids: ReadonlySet<string>): ServerBuild {
  const kept = <Route>(routes: Record<string, Route>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => ids.has(id)));
  return { ...build, routes: kept(build.routes), assets: { ...build.assets, routes: kept(build.assets.routes) } };
}

function drawOf({ entry }: ServerBuild): Draw {
  if ("bodyOf" in entry.module && typeof entry.module.bodyOf === "function") return entry.module.bodyOf as Draw;
  throw new Error("The entry of this build draws no page");
}

/**
 * Remix flattens, ranks and matches all routes of the site several times in each request: with some sixty of them that
 * is a sixth of a page. Here each page has a handler that knows its own branch alone; what matches nothing goes to the
 * handler of the whole site.
 */
export function pagesOf(build: ServerBuild, mode: "production" | "test" = "production"): (path: string) => Page {
  const tree = treeOf(build.routes);
  const draw = drawOf(build);
  const none: Page = { route: "none", handle: createRequestHandler(build, mode) };
  const byPath = new Map<string, Page>();
  const byRoute = new Map<string, Page>();
  const failing = only(build, new Set(["root", NOWHERE]));
  const nowhere = documentOf(failing, draw, createRequestHandler(failing, mode));
  const make = (route: string, ids: readonly string[]): Page => {
    const branch = only(build, new Set(ids));
    const remix = createRequestHandler(branch, mode);
    const leaf = build.routes[ids.at(-1) ?? ""]?.module;
    const isPage = leaf?.default !== undefined || leaf?.ErrorBoundary !== undefined;
    if (isPage) return { route, handle: documentOf(branch, draw, remix) };
    return { route, handle: leaf ? resourceOf(treeOf(branch.routes), leaf, nowhere) : remix };
  };
  const find = (path: string): Page => {
    const branch = matchRoutes(tree, path)?.map(({ route }) => route) ?? [];
    const route = `/${branch.flatMap((each) => each.path || []).join("/")}`;
    const known = byRoute.get(route);
    if (known || branch.length === 0) return known ?? none;
    const page = make(
      // What leads nowhere is no route of ours.
      branch.some(({ id }) => id === NOWHERE) ? "none" : route,
      branch.map(({ id }) => String(id)),
    );
    byRoute.set(route, page);
    return page;
  };
  return (path) => {
    const known = byPath.get(path);
    if (known) return known;
    const page = find(path);
    if (byPath.size >= PATHS_KNOWN) byPath.clear();
    byPath.set(path, page);
    return page;
  };
}
