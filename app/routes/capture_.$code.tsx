import { type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { cookie, cookieOf } from "#app/cookies.server";
import { actAnyone, askAnyone, go, parse } from "#app/desk.server";
import { newSending } from "#app/people/once.server";
import { campaignByCode, captureByCode, captureLines } from "#app/use-cases/capture/capture.server";
import { openCapturePage } from "#app/use-cases/capture/capture-page.server";
import { OpenCaptureView } from "#app/use-cases/capture/capture-view";
import { strangersLineInput } from "#app/use-cases/capture/lines";
import { remember, remembered } from "#app/use-cases/capture/remembered";

const COOKIE = "casebook_captured";
const A_DAY = 86_400;

export const handle = { title: "capture.title" } as const;

/** Never kept: each page names a sending of its own, and nobody else's lines may show. */
export const headers: HeadersFunction = ({ parentHeaders }) => {
  const own = new Headers(parentHeaders);
  own.set("Cache-Control", "no-store");
  return own;
};

export const loader = (args: LoaderFunctionArgs) =>
  askAnyone(async ({ database, params, when, request, signedIn }) => {
    const page = await openCapturePage(database, params.code, when);
    if (signedIn && page.state === "running") throw redirect(`/capture?campaign=${page.slug}`);
    const code = params.code ?? "";
    return {
      ...page,
      code,
      sending: newSending(),
      keeper: "",
      remembered: remembered(cookieOf(request, COOKIE), code),
    };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  actAnyone(async (reception, form) => {
    const { database, params, when, locale, request, context, signedIn } = reception;
    const { line, name, ...rest } = parse(strangersLineInput, form);
    const said = { ...rest, lines: [line], locale };
    const code = params.code ?? "";
    if (signedIn) {
      const { slug } = await campaignByCode(database, code);
      await database.write((tx) => captureLines(tx, signedIn.actor, { ...said, campaign: slug }, when));
      return go(reception, `/capture?campaign=${slug}`, "capture.sent");
    }
    await database.write((tx) => captureByCode(tx, { ...said, code, name, address: context.address }, when));
    const response = go(reception, `/capture/${code}`, "capture.sent");
    const next = remember(remembered(cookieOf(request, COOKIE), code), line, name, rest.departmentId);
    response.headers.append("Set-Cookie", cookie(context, COOKIE, next, A_DAY));
    return response;
  })(args);

export default function OpenCapture() {
  return <OpenCaptureView {...useAnswer<typeof loader>()} />;
}
