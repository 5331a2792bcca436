import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { ask } from "#app/desk.server";
import { isProvision } from "#app/safeguards/ai-act/law/shipped";
import { readLaw } from "#app/safeguards/ai-act/law.server";
import { registerQuery } from "#app/safeguards/ai-act/register";
import { countByClass, deadlines, registerPage } from "#app/safeguards/ai-act/register.server";
import { Register } from "#app/safeguards/ai-act/register-view";
import { cited } from "#app/safeguards/ai-act/wording";

export const handle = { title: "ai-act.register" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, url, when, speech }) => {
    const query = registerQuery.parse(Object.fromEntries(url.searchParams));
    const law = await readLaw(database);
    const due = (await deadlines(database, query.owner && actor.personId)).map((one) => {
      const words = isProvision(one.provision) ? law(one.provision) : null;
      const article = words ? cited(words.article, speech) : one.provision;
      return { ...one, article, name: speech.tell(words?.title), late: one.dueOn < when.today };
    });
    return {
      ...(await registerPage(database, query, when.today)),
      chosen: query.class,
      mine: query.owner !== null,
      counts: await countByClass(database),
      deadlines: due,
    };
  })(args);

export default function AiActRegister() {
  return <Register {...useAnswer<typeof loader>()} />;
}
