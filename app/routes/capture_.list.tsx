import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useAnswer } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import { newSending } from "#app/people/once.server";
import { captureLines } from "#app/use-cases/capture/capture.server";
import { capturePage } from "#app/use-cases/capture/capture-page.server";
import { lookThrough } from "#app/use-cases/capture/doubles.server";
import { chosenLinesInput, listInput } from "#app/use-cases/capture/lines";
import { CaptureListView, type Looked } from "#app/use-cases/capture/list-view";

export const handle = { title: "capture.list.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, when, url }) => ({
    ...(await capturePage(database, actor, url.searchParams.get("campaign"), when)),
    sending: newSending(),
  }))(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, when, locale } = desk;
    if (form.get("intent") === "put-in") {
      const { rows, ...said } = parse(chosenLinesInput, form);
      if (rows.length === 0) return go(desk, "/capture/list", "capture.list.done", { count: 0 });
      const put = await database.write((tx) => captureLines(tx, actor, { ...said, lines: rows, locale }, when));
      return go(desk, "/capture/lines", "capture.list.done", { count: put.references.length });
    }
    const { lines, departmentId, campaign } = parse(listInput, form);
    const found = await lookThrough(database, lines, { locale, campaign, departmentId });
    const looked: Looked = { lines: found, departmentId, campaign };
    const typed = { lines: lines.join("\n"), departmentId: String(departmentId ?? ""), campaign: campaign ?? "" };
    return json({ errors: {}, chosen: {}, typed, looked });
  })(args);

export default function CaptureList() {
  const looked = useActionData<{ looked?: Looked }>()?.looked ?? null;
  return <CaptureListView {...useAnswer<typeof loader>()} looked={looked} />;
}
