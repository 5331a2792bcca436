import { planQuarterlyReview, readQuarterlyReview } from "#app/api/quarterly-reviews.server";
import { serve } from "#app/api.server";

const route = serve(planQuarterlyReview, readQuarterlyReview);

export const loader = route.loader;
export const action = route.action;
