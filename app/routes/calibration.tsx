import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { ask } from "#app/desk.server";
import { isDimension } from "#app/measurement/calibration";
import { readCalibration } from "#app/measurement/calibration.server";
import { CalibrationView } from "#app/measurement/calibration-page";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";

export const handle = { title: "measurement.calibration.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(({ database, actor, url, when }) => {
    permit(actor, "calibration.read", NO_PARTIES);
    const by = url.searchParams.get("by");
    const of = url.searchParams.get("of");
    return readCalibration(database, when.quarter, isDimension(by) && of !== null ? { by, of } : null);
  })(args);

export default function Calibration() {
  return <CalibrationView {...useAnswer<typeof loader>()} />;
}
