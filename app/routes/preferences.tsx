import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { localeCookie } from "#app/cookies.server";
import { actAnyone, go, parse } from "#app/desk.server";
import { optionalChoice, optionalText } from "#app/kernel/input";
import { LOCALES } from "#app/kernel/told";
import { prefer } from "#app/people/preferences.server";
import { safeReturn } from "#app/people/sign-in";

const preferencesInput = z.object({
  locale: optionalChoice(LOCALES),
  theme: optionalChoice(["light", "dark"]),
  back: optionalText(2_000),
});

export const action = (args: ActionFunctionArgs) =>
  actAnyone(async (reception, form) => {
    const { locale, theme, back } = parse(preferencesInput, form);
    const { signedIn, database, when, context } = reception;
    if (signedIn) {
      await database.write((tx) =>
        prefer(tx, signedIn.actor, { ...(locale && { locale }), ...(theme && { theme }) }, when),
      );
    }
    const response = go(reception, safeReturn(back));
    if (locale) response.headers.append("Set-Cookie", localeCookie(context, locale));
    return response;
  })(args);
