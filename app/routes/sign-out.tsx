import type { ActionFunctionArgs } from "@remix-run/node";
import { endedSessionCookie } from "#app/cookies.server";
import { act, go } from "#app/desk.server";
import { endSession } from "#app/people/sessions.server";

export const action = (args: ActionFunctionArgs) =>
  act(async (desk) => {
    const { actor, signedIn, when, context } = desk;
    await desk.database.write((tx) => endSession(tx, actor, signedIn.sessionId, when));
    const response = go(desk, "/sign-in");
    response.headers.append("Set-Cookie", endedSessionCookie(context));
    return response;
  })(args);
