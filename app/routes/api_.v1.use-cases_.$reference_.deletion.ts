import { deleteDraft } from "#app/api/drafts.server";
import { serve } from "#app/api.server";

const route = serve(deleteDraft);

export const loader = route.loader;
export const action = route.action;
