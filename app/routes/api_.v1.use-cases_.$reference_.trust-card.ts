import { readTrustCard, writeTrustCard } from "#app/api/trust-cards.server";
import { serve } from "#app/api.server";

const route = serve(readTrustCard, writeTrustCard);

export const loader = route.loader;
export const action = route.action;
