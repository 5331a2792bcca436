import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { ask } from "#app/desk.server";
import type { Speech } from "#app/locales/speech";
import { TrustCardPage } from "#app/safeguards/card-page";
import { type CardPage, cardPage } from "#app/safeguards/card-page.server";
import { openCase } from "#app/use-cases/cases.server";

export const handle = {
  title: ({ page }: { page: CardPage }, { t }: Speech) => t("trust.of", { reference: page.useCase.reference }),
};

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, when }) => {
    const useCase = await openCase(database, actor, params.reference);
    return { page: await cardPage(database, actor, useCase, when.today) };
  })(args);

export default function TrustCardRoute() {
  return <TrustCardPage {...useAnswer<typeof loader>()} />;
}
