import { recordReviewDecision } from "#app/api/quarterly-reviews.server";
import { serve } from "#app/api.server";

const route = serve(recordReviewDecision);

export const loader = route.loader;
export const action = route.action;
