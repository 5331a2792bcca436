import { createOrganisationRisk, listRisks } from "#app/api/risks.server";
import { serve } from "#app/api.server";

const route = serve(listRisks, createOrganisationRisk);

export const loader = route.loader;
export const action = route.action;
