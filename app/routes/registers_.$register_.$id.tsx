import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { entryPage } from "#app/delivery/registers/entry-page.server";
import { EntryView } from "#app/delivery/registers/entry-view";
import { turnInput } from "#app/delivery/registers/input";
import { bringBackEntry, retireEntry } from "#app/delivery/registers/keep.server";
import { linkCaseInput } from "#app/delivery/registers/link-input";
import { linkThing } from "#app/delivery/registers/links.server";
import { registerNamed } from "#app/delivery/registers/register-named.server";
import { spendInput } from "#app/delivery/registers/spend";
import { setSpend } from "#app/delivery/registers/spend.server";
import { act, ask, go, idFrom, parse } from "#app/desk.server";
import { addQuarters, quarterRange } from "#app/kernel/quarter";
import { openCase } from "#app/use-cases/cases.server";

type Answer = Awaited<ReturnType<typeof loader>>;

export const handle = { title: ({ entry }: Answer) => String(entry.name) };

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, params, url, permits, when }) => {
    const after = Number(url.searchParams.get("after"));
    const place = { after: Number.isSafeInteger(after) && after > 0 ? after : 0, quarter: when.quarter };
    const page = await entryPage(database, registerNamed(params.register), idFrom(params.id), place);
    const mayWrite = permits("vendor.write", { accountOf: Number(page.entry.ownerId ?? 0) });
    const quarters = quarterRange(addQuarters(when.quarter, -7), when.quarter).reverse();
    return { ...page, mayWrite, today: when.today, quarters };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, params, locale, when } = desk;
    const register = registerNamed(params.register);
    if (form.get("intent") === "spend" && register === "vendors") {
      const said = { ...parse(spendInput(desk.organisation.currency), form), vendorId: idFrom(params.id) };
      await database.write((tx) => setSpend(tx, actor, said, when));
      return go(desk, `${desk.url.pathname}#spend`, "registers.spend.kept");
    }
    if (form.get("intent") === "link-case" && register !== "vendors") {
      const { reference, component } = parse(linkCaseInput, form);
      const { id: useCaseId } = await openCase(database, actor, reference.trim());
      const told = component === null ? null : { [locale]: component };
      const said = { register, useCaseId, id: idFrom(params.id), component: told };
      await database.write((tx) => linkThing(tx, actor, said, when));
      return go(desk, `${desk.url.pathname}#cases`, "registers.linked");
    }
    const { intent, version, reason } = parse(turnInput, form);
    const turn = intent === "retire" ? retireEntry : bringBackEntry;
    const said = { register, id: idFrom(params.id), version, reason: { [locale]: reason } };
    await database.write((tx) => turn(tx, actor, said, when));
    return go(desk, desk.url.pathname, `registers.turn-done.${intent}`);
  })(args);

export default function RegisterEntry() {
  return <EntryView {...useAnswer<typeof loader>()} />;
}
