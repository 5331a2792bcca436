import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { AdministrationTabs } from "#app/administration";
import { useAnswer } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import { useSpeech } from "#app/locales/use-speech";
import { editOrganisation } from "#app/people/edit-organisation.server";
import { organisationSettings } from "#app/people/organisation";
import { OrganisationForm } from "#app/people/organisation-form";
import { permit } from "#app/people/permit";
import { PageHeader } from "#app/ui/page";

export const handle = { title: "people.organisation.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ actor, organisation }) => {
    permit(actor, "organisation.edit", {});
    return organisation;
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const settings = parse(organisationSettings, form);
    await desk.database.write((tx) => editOrganisation(tx, desk.actor, settings, desk.when));
    return go(desk, "/admin", "people.organisation.saved");
  })(args);

export default function Admin() {
  const { t } = useSpeech();
  return (
    <>
      <PageHeader title={t("people.organisation.title")} />
      <AdministrationTabs current="/admin" />
      <OrganisationForm stored={useAnswer<typeof loader>()} />
    </>
  );
}
