import { cardPage } from "#app/safeguards/card-page.server";
import { CARD_TEXTS, unanswered } from "#app/safeguards/trust-card";
import { saveTrustCard, type TrustCardSaid } from "#app/safeguards/trust-card.server";
import { openCase } from "#app/use-cases/cases.server";
import type { Reader } from "#db/client.server";
import { type Asked, reads, writes } from "./operation.server";
import { instantOf, orNothing, storable } from "./shapes";
import * as contracts from "./trust-cards";

async function answerOf(
  db: Reader,
  reference: string,
  { actor, when }: Pick<Asked<never, never, never>, "actor" | "when">,
) {
  const useCase = await openCase(db, actor, reference);
  const { card, incidentsInAll, versions } = await cardPage(db, actor, useCase, when.today);
  const { prohibitedPractice: _, redLineException: __, aiActBasis: ___, version, ...rest } = card;
  const { screenedBy, screenedOn, aiActConfirmedBy, aiActConfirmedOn, ...content } = rest;
  return {
    reference: useCase.reference,
    ...content,
    unanswered: unanswered(card),
    incidents: incidentsInAll,
    cardVersion: version,
    versions: versions.map(({ version: number, by, at, changes }) => ({
      ...{ number, by, at: instantOf(at), changed: changes.map(({ field }) => field) },
    })),
  };
}

export const readTrustCard = reads(contracts.readTrustCard, (db, asked) =>
  answerOf(db, asked.parameters.reference, asked),
);

const NAMES = ["transferCountry", "humanReviewer", "monitoringBy"] as const;

export const writeTrustCard = writes(contracts.writeTrustCard, async (tx, asked) => {
  const { parameters, body, actor, when } = asked;
  const { cardVersion: version, ...sent } = body;
  const { id: useCaseId } = await openCase(tx, actor, parameters.reference);
  const texts = CARD_TEXTS.flatMap((name) => {
    const text = sent[name];
    return text === undefined ? [] : [[name, orNothing(text)] as const];
  });
  const names = NAMES.flatMap((name) => {
    const text = sent[name];
    return text === undefined ? [] : [[name, text === null ? null : storable(text) || null] as const];
  });
  const said: TrustCardSaid = { useCaseId, version, ...sent, ...Object.fromEntries([...texts, ...names]) };
  await saveTrustCard(tx, actor, said, when);
  return answerOf(tx, parameters.reference, asked);
});
