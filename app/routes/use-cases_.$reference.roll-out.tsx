import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { RollOutView } from "#app/delivery/roll-out/page";
import { rollOutPage } from "#app/delivery/roll-out/page.server";
import { readingInput, siteInput, siteMoveInput } from "#app/delivery/roll-out/roll-out";
import { addSite, moveSite, readUsers } from "#app/delivery/roll-out/roll-out.server";
import { act, ask, type Desk, go, parse } from "#app/desk.server";
import type { Key } from "#app/locales/keys";
import { writeOnce } from "#app/once.server";
import { openCase } from "#app/use-cases/cases.server";

export const handle = { title: "use-cases.tab.roll-out" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, organisation, when }) =>
    rollOutPage(database, actor, await openCase(database, actor, params.reference), organisation, when),
  )(args);

const told = ({ locale }: Desk, text: string | null) => (text === null ? null : { [locale]: text });

async function write(desk: Desk, form: FormData, useCaseId: number): Promise<Key> {
  const { database, actor, when } = desk;
  switch (form.get("intent")) {
    case "reading": {
      const { source, ...said } = parse(readingInput, form);
      await database.write((tx) => readUsers(tx, actor, { ...said, source: told(desk, source) }, when));
      return "roll-out.read.done";
    }
    case "move-site": {
      const { reason, ...said } = parse(siteMoveInput, form);
      await database.write((tx) => moveSite(tx, actor, { ...said, reason: told(desk, reason) }, when));
      return "roll-out.move.done";
    }
    default: {
      const said = parse(siteInput, form);
      await writeOnce(desk, form, (tx) => addSite(tx, actor, { useCaseId, ...said }, when));
      return "roll-out.add.done";
    }
  }
}

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const useCase = await openCase(desk.database, desk.actor, desk.params.reference);
    return go(desk, desk.url.pathname, await write(desk, form, useCase.id));
  })(args);

export default function RollOut() {
  return <RollOutView page={useAnswer<typeof loader>()} />;
}
