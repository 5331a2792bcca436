import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import { keptObservations } from "#app/measurement/calibration.server";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import { filtersFrom } from "#app/portfolio/filters";
import { forecastAddress, yearFrom } from "#app/portfolio/forecast/forecast-address";
import { ForecastView } from "#app/portfolio/forecast/forecast-page";
import { readForecast } from "#app/portfolio/forecast/read-forecast.server";
import { setTarget } from "#app/portfolio/forecast/set-target.server";
import { targetInput } from "#app/portfolio/forecast/target-input";
import { isStage } from "#app/use-cases/stages";

export const handle = { title: "forecast.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, organisation, url, when, permits }) => {
    permit(actor, "dashboard.read", NO_PARTIES);
    const { quarter, departmentId } = filtersFrom(url.searchParams);
    const stage = url.searchParams.get("stage");
    const asked = {
      ...{ quarter, departmentId, year: yearFrom(url.searchParams.get("year")) },
      ...{ stage: isStage(stage) ? stage : null, after: url.searchParams.get("after") },
    };
    return {
      ...(await readForecast(database, asked, {
        current: when.quarter,
        fiscalFirstMonth: organisation.fiscalFirstMonth,
        observations: await keptObservations(database, when.quarter),
      })),
      maySet: permits("target.set"),
      mayCalibrate: permits("calibration.read"),
    };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, organisation, when } = desk;
    const target = parse(targetInput(organisation.currency), form);
    await database.write((tx) => setTarget(tx, actor, target, when));
    return go(desk, forecastAddress(target), "forecast.target.saved");
  })(args);

export default function ForecastPage() {
  return <ForecastView {...useAnswer<typeof loader>()} />;
}
