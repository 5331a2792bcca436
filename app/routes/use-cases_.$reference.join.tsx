import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import type { Speech } from "#app/locales/speech";
import { writeOnce } from "#app/once.server";
import { openCase } from "#app/use-cases/cases.server";
import { correctJoining, joinCase, leaveCase } from "#app/use-cases/similar/join.server";
import { correctInput, joinFrom, joinInput, leaveInput } from "#app/use-cases/similar/join-input";
import { JoinView } from "#app/use-cases/similar/join-page";
import { readJoinPage } from "#app/use-cases/similar/join-page.server";

export const handle = {
  title: ({ reference }: { reference: string }, { t }: Speech) => t("similar.join.page-title", { reference }),
};

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, url }) => {
    const useCase = await openCase(database, actor, params.reference);
    return readJoinPage(database, actor, useCase, url.searchParams.get("from"));
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, params, locale, when } = desk;
    const useCase = await openCase(database, actor, params.reference);
    const { reference } = useCase;
    const page = `/use-cases/${reference}/join`;
    const told = (need: string | null) => (need ? { [locale]: need } : null);
    if (form.get("intent") === "leave") {
      const { id } = parse(leaveInput, form);
      const draft = await database.write((tx) => leaveCase(tx, actor, useCase, id, when));
      if (draft) return go(desk, `/use-cases/${draft}/edit`, "similar.notice.left-draft", { reference, draft });
      return go(desk, page, "similar.notice.left", { reference });
    }
    if (String(form.get("intent")).startsWith("correct")) {
      const { need, ...said } = parse(correctInput, form);
      await database.write((tx) => correctJoining(tx, actor, useCase, { ...said, need: told(need) }, when));
      return go(desk, page, "similar.notice.corrected");
    }
    const { need, ...said } = parse(joinInput, form);
    const { draft } = parse(joinFrom, form);
    const joining = { ...said, need: told(need), reference, draft };
    await writeOnce(desk, form, (tx) => joinCase(tx, actor, joining, when));
    return go(desk, page, "similar.notice.joined", { reference });
  })(args);

export default function JoinPage() {
  return <JoinView page={useAnswer<typeof loader>()} />;
}
