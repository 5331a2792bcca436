import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { pocInput, toldPoc } from "#app/delivery/poc";
import { newestPoc, savePoc, termsOf } from "#app/delivery/poc.server";
import { PocForm } from "#app/delivery/poc-form";
import { namesModel } from "#app/delivery/registers/typed-thing";
import { withThings } from "#app/delivery/registers/typed-thing.server";
import { ownersAsTeam } from "#app/delivery/team.server";
import { vendorChoices } from "#app/delivery/vendors.server";
import { act, ask, go, parse } from "#app/desk.server";
import { permit } from "#app/people/permit";
import { openCase } from "#app/use-cases/cases.server";
import { readChoices } from "#app/use-cases/choices.server";
import { refuseMerged } from "#app/use-cases/similar/standing-in.server";

export const handle = { title: "use-cases.tab.poc" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, when, speech }) => {
    const useCase = await openCase(database, actor, params.reference);
    permit(actor, "poc.write", useCase);
    await refuseMerged(database, useCase);
    const newest = await newestPoc(database, useCase.id);
    // After a verdict the next POC is a new bet.
    const running = newest && !newest.verdict ? newest : null;
    const { people } = await readChoices(database);
    return {
      reference: useCase.reference,
      stored: running && { ...termsOf(running), id: running.id, version: running.version },
      started: running !== null && running.startedOn !== null,
      choices: await vendorChoices(database),
      people,
      team: await ownersAsTeam(database, useCase, speech),
      today: when.today,
    };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, when, organisation, locale } = desk;
    const { id: useCaseId, reference } = await openCase(database, actor, desk.params.reference);
    const { read, faults } = await withThings(database, form, "models", namesModel);
    const input = parse(pocInput(organisation.currency), read, faults);
    const newest = await newestPoc(database, useCaseId);
    const stored = newest && newest.id === input.id ? termsOf(newest) : null;
    const { id, version } = input;
    const terms = toldPoc(input, stored, locale);
    await database.write((tx) => savePoc(tx, actor, { useCaseId, id, version, ...terms }, when));
    return go(desk, `/use-cases/${reference}/poc`, "delivery.poc.saved");
  })(args);

export default function EditPoc() {
  return <PocForm {...useAnswer<typeof loader>()} />;
}
