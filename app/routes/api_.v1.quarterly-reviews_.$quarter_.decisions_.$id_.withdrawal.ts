import { withdrawReviewDecision } from "#app/api/quarterly-reviews.server";
import { serve } from "#app/api.server";

const route = serve(withdrawReviewDecision);

export const loader = route.loader;
export const action = route.action;
