import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { useAnswer } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import { choice, idOf } from "#app/kernel/input";
import { tokenInput } from "#app/people/api-token";
import { issueToken, revokeToken, tokensOf } from "#app/people/api-tokens.server";
import { type MadeToken, TokensPage } from "#app/people/tokens-page";

export const handle = { title: "people.tokens.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, when }) => ({ tokens: await tokensOf(database, actor.personId, when.now) }))(args);

const intentInput = z.object({ intent: choice(["create", "revoke"]) });

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, context, when } = desk;
    if (parse(intentInput, form).intent === "revoke") {
      const { tokenId } = parse(z.object({ tokenId: idOf }), form);
      await database.write((tx) => revokeToken(tx, actor, tokenId, when));
      return go(desk, "/account/tokens", "people.tokens.revoked");
    }
    const wanted = parse(tokenInput, form);
    const { token } = await database.write((tx) => issueToken(tx, actor, actor.personId, wanted, context.secret, when));
    // Answered at once instead of through a redirect: the token is on this one page and nowhere else.
    const made: MadeToken = { name: wanted.name, token };
    return json({ errors: {}, typed: { intent: "create" }, chosen: {}, made });
  })(args);

export default function Tokens() {
  const { made = null } = (useActionData() as { made?: MadeToken } | undefined) ?? {};
  return <TokensPage {...useAnswer<typeof loader>()} made={made} />;
}
