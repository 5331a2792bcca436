import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { AdministrationTabs } from "#app/administration";
import { useAnswer } from "#app/answer";
import { act, ask, type Desk, go, parse } from "#app/desk.server";
import { useSpeech } from "#app/locales/use-speech";
import { permits } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import { gatesPage } from "#app/safeguards/gates/gates-page.server";
import { GatesView } from "#app/safeguards/gates/gates-view";
import { ButtonLink } from "#app/ui/button";
import { PageHeader } from "#app/ui/page";
import { addCheck, retireCheck, rewordCheck } from "#app/use-cases/own-checks/checks.server";
import type { Lacking } from "#app/use-cases/own-checks/lacking";
import { previewCheck } from "#app/use-cases/own-checks/lacking.server";
import { bilingual, checkInput, retireInput, rewordInput } from "#app/use-cases/own-checks/own-check";
import { setTerms } from "#app/use-cases/signatures/terms.server";
import { termsInput } from "#app/use-cases/signatures/terms-input";

export const handle = { title: "own-checks.gates" } as const;

const PAGE = "/admin/gates";

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, when }) => {
    permit(actor, "gate.edit", {});
    return {
      page: await gatesPage(database, when.today),
      administrates: permits(actor, "organisation.edit"),
    };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, when } = desk;
    permit(actor, "gate.edit", {});
    switch (form.get("intent")) {
      case "reword": {
        const { checkId: id, version, ...said } = parse(rewordInput, form);
        const question = bilingual(said.questionFr, said.questionEn);
        const help = said.helpFr || said.helpEn ? bilingual(said.helpFr, said.helpEn) : null;
        await database.write((tx) => rewordCheck(tx, actor, { id, version, question, help }, when));
        return go(desk, `${PAGE}#check-${id}`, "own-checks.reworded");
      }
      case "retire": {
        const { checkId: id, ...rest } = parse(retireInput, form);
        await database.write((tx) => retireCheck(tx, actor, { id, ...rest }, when));
        return go(desk, `${PAGE}#check-${id}`, "own-checks.retired");
      }
      case "terms": {
        const terms = parse(termsInput, form);
        await database.write((tx) => setTerms(tx, actor, terms, when));
        return go(desk, `${PAGE}#terms`, "own-checks.terms.saved");
      }
      default:
        return add(desk, form);
    }
  })(args);

/** Adds a check, or says how many cases would lack it. */
async function add(desk: Desk, form: FormData): Promise<Response> {
  const { database, actor, when } = desk;
  const { questionFr, questionEn, helpFr, helpEn, ...rest } = parse(checkInput, form);
  const question = bilingual(questionFr, questionEn);
  const help = helpFr || helpEn ? bilingual(helpFr, helpEn) : null;
  const check = { ...rest, question, help };
  if (form.get("do") === "preview") {
    const typed = Object.fromEntries([...form].map(([field, value]) => [field, String(value)]));
    const groups = ["departmentIds[]", "aiTypes[]"].map((name) => [name, form.getAll(name).map(String)]);
    const chosen = Object.fromEntries(groups);
    return json({ errors: {}, typed, chosen, preview: await previewCheck(database, check, when.today) });
  }
  const { id } = await database.write((tx) => addCheck(tx, actor, check, when));
  return go(desk, `${PAGE}#check-${id}`, "own-checks.added");
}

export default function Gates() {
  const { t } = useSpeech();
  const { page, administrates } = useAnswer<typeof loader>();
  const answer = useActionData<{ preview?: Lacking }>();
  return (
    <>
      <PageHeader
        title={t("own-checks.gates")}
        lead={t("own-checks.gates.lead")}
        actions={
          <>
            <ButtonLink href="#new-check">{t("own-checks.add")}</ButtonLink>
            <ButtonLink href="#terms">{t("own-checks.terms")}</ButtonLink>
          </>
        }
      />
      {administrates && <AdministrationTabs current={PAGE} />}
      <GatesView page={page} preview={answer?.preview ?? null} />
    </>
  );
}
