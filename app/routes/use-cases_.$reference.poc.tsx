import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { attemptInput, verdictInput } from "#app/delivery/poc";
import { addAttempt, giveVerdict } from "#app/delivery/poc.server";
import { PocView } from "#app/delivery/poc-page";
import { pocPage } from "#app/delivery/poc-page.server";
import { vendorLinkInput } from "#app/delivery/vendors";
import { linkVendor, unlinkVendor } from "#app/delivery/vendors.server";
import { act, ask, go, parse } from "#app/desk.server";
import { writeOnce } from "#app/once.server";
import { openCase } from "#app/use-cases/cases.server";

export const handle = { title: "use-cases.tab.poc" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, when }) =>
    pocPage(database, actor, await openCase(database, actor, params.reference), when.today),
  )(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, locale, when, url } = desk;
    const useCase = await openCase(database, actor, desk.params.reference);
    const told = (text: string) => ({ [locale]: text });
    switch (form.get("intent")) {
      case "attempt": {
        const { pocId, label, guardrail, ...rest } = parse(attemptInput(desk.organisation.currency), form);
        const attempt = { ...rest, label: told(label), guardrail: guardrail ? told(guardrail) : null };
        await writeOnce(desk, form, (tx) => addAttempt(tx, actor, { pocId, ...attempt }, when));
        return go(desk, url.pathname, "delivery.attempts.added");
      }
      case "verdict": {
        const { learning, ...rest } = parse(verdictInput, form);
        const given = { learning: told(learning), ...rest };
        await database.write((tx) => giveVerdict(tx, actor, given, when));
        return go(desk, url.pathname, "delivery.verdict.given");
      }
      default: {
        const { intent, vendorId } = parse(vendorLinkInput, form);
        const change = intent === "link" ? linkVendor : unlinkVendor;
        await database.write((tx) => change(tx, actor, { useCaseId: useCase.id, vendorId }, when));
        return go(desk, url.pathname, "delivery.vendors.linked");
      }
    }
  })(args);

export default function Poc() {
  return <PocView {...useAnswer<typeof loader>()} />;
}
