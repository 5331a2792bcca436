import { readCalibration } from "#app/api/calibration.server";
import { serve } from "#app/api.server";

const route = serve(readCalibration);

export const loader = route.loader;
export const action = route.action;
