import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { ask } from "#app/desk.server";
import type { Speech } from "#app/locales/speech";
import { Card } from "#app/use-cases/card";
import { type Card as CardModel, readCard } from "#app/use-cases/card.server";

export const handle = {
  title: ({ useCase }: CardModel, { tell }: Speech) => `${useCase.reference} ${tell(useCase.title)}`,
};

export const loader = (args: LoaderFunctionArgs) =>
  ask(({ database, params }) => readCard(database, params.reference))(args);

export default function UseCasePage() {
  return <Card card={useAnswer<typeof loader>()} />;
}
