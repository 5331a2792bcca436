import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import { newSending } from "#app/people/once.server";
import { captureLines } from "#app/use-cases/capture/capture.server";
import { capturePage } from "#app/use-cases/capture/capture-page.server";
import { CaptureView } from "#app/use-cases/capture/capture-view";
import { lineInput } from "#app/use-cases/capture/lines";

export const handle = { title: "capture.title" } as const;

/** Never kept: each page names a sending of its own. */
export const headers: HeadersFunction = ({ parentHeaders }) => {
  const own = new Headers(parentHeaders);
  own.set("Cache-Control", "no-store");
  return own;
};

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, when, url }) => ({
    ...(await capturePage(database, actor, url.searchParams.get("campaign"), when)),
    sending: newSending(),
    keeper: String(actor.personId),
  }))(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, when, locale } = desk;
    const { line, ...said } = parse(lineInput, form);
    await database.write((tx) => captureLines(tx, actor, { ...said, lines: [line], locale }, when));
    return go(desk, `/capture?campaign=${encodeURIComponent(said.campaign ?? "")}`, "capture.sent");
  })(args);

export default function Capture() {
  return <CaptureView {...useAnswer<typeof loader>()} />;
}
