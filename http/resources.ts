/** What is no page: files, and what scripts ask for. What one of them cannot answer, a browser is shown as a page. */
import { type ActionFunction, type AppLoadContext, json, type LoaderFunction } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import type { AgnosticDataRouteObject } from "@remix-run/router";
import type { Failure, Rejection } from "../app/answer";
import type { Handle } from "./pages";

interface Resource {
  loader?: LoaderFunction;
  action?: ActionFunction;
}

const UNREADABLE = { key: "desk.refusal.unreadable", values: {} } as const;

/** It is there, and takes forms alone, or is only read. */
function wrongMethod({ loader }: Resource): Response {
  const failure: Failure = { refusal: { key: "desk.refusal.wrong-method", values: {} } };
  return json(failure, { status: 405, headers: { Allow: loader ? "GET, HEAD" : "POST" } });
}

/** Whether a person waits for the answer: scripts ask for anything, programs for JSON. Files and problem details stay as they are. */
const isForAPerson = ({ headers }: Request, answer: Response): boolean =>
  answer.status >= 400 &&
  (headers.get("Accept") ?? "").includes("text/html") &&
  (answer.headers.get("Content-Type") ?? "").startsWith("application/json");

async function failureIn(answer: Response): Promise<Failure> {
  const said = (await answer.json()) as Failure | Rejection;
  if ("fault" in said) return said;
  return { refusal: said.refusal ?? UNREADABLE, written: "typed" in said ? said.typed : said.written };
}

/** Its loader and its action answer for themselves, whatever the address asks besides. */
export function resourceOf(tree: AgnosticDataRouteObject[], resource: Resource, nowhere: Handle): Handle {
  const answerTo = async (request: Request, context: AppLoadContext): Promise<Response> => {
    const reads = request.method === "GET" || request.method === "HEAD";
    const answers = reads ? resource.loader : resource.action;
    if (!answers) return wrongMethod(resource);
    const params = matchRoutes(tree, new URL(request.url).pathname)?.at(-1)?.params ?? {};
    try {
      const answer: unknown = await answers({ request, params, context });
      return answer instanceof Response ? answer : json(answer);
    } catch (problem) {
      if (problem instanceof Response) return problem;
      throw problem;
    }
  };
  return async (request, context) => {
    const answer = await answerTo(request, context);
    if (!isForAPerson(request, answer)) return answer;
    context.failed = { status: answer.status, failure: await failureIn(answer) };
    const shown = new Request(request.url, { headers: request.headers });
    const page = await nowhere(shown, context);
    const allow = answer.headers.get("Allow");
    if (allow) page.headers.set("Allow", allow);
    return page;
  };
}
