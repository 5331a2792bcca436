import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { NumberField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, FormActions, Hidden } from "#app/ui/form";
import { Timeline } from "#app/ui/listing";
import { Disclosure, Notice, Section, Stack } from "#app/ui/page";
import type { Lacking } from "#app/use-cases/own-checks/lacking";
import type { RoleTerms } from "#app/use-cases/signatures/terms.server";
import { AddCheck } from "./check-form";
import type { GatesPage } from "./gates-page.server";
import { OwnCheckTable } from "./own-check-table";

/** What the organisation lets no case cross without a written exception: its three questions, and lines of its own. */
function Charter({ page }: { page: GatesPage }) {
  const { t } = useSpeech();
  const { charter, changes } = page;
  const red = new Set(charter.map(({ id }) => id));
  const own = changes.filter(({ checkId }) => red.has(checkId));
  return (
    <Section
      id="charter"
      title={t("own-checks.charter")}
      lead={t("own-checks.charter.lead", { version: 1 + own.length })}
    >
      <ul>
        <li>{t("safeguards.field.customerFacing")}</li>
        <li>{t("safeguards.field.humanInTheLoop")}</li>
        <li>{t("safeguards.field.augmentOrReplace")}</li>
      </ul>
      <p className="hint">{t("own-checks.charter.rule")}</p>
      {charter.length > 0 && <OwnCheckTable caption={t("own-checks.charter")} checks={charter} page={page} />}
      {own.length > 0 && (
        <Disclosure summary={t("own-checks.changes")}>
          <Changes changes={own} page={page} />
        </Disclosure>
      )}
    </Section>
  );
}

function Changes({ changes, page }: { changes: GatesPage["changes"]; page: GatesPage }) {
  const { t, tell, moment } = useSpeech();
  return (
    <Timeline
      label={t("own-checks.changes")}
      items={changes.map(({ id, checkId, at, by, kind, before, after }) => ({
        key: id,
        when: moment(new Date(at)),
        title: t(`own-checks.change.${kind}`, { question: tell(after ?? page.questions[checkId]) }),
        who: by,
        body: kind === "reworded" && before && <p className="hint">{t("own-checks.was", { text: tell(before) })}</p>,
      }))}
    />
  );
}

function Term({ terms }: { terms: RoleTerms }) {
  const { t } = useSpeech();
  const { field, errors, refusal } = useForm("terms", { kind: terms.kind });
  const fieldOf = (name: string, stored: number | null) => ({
    ...field(name, stored === null ? "" : String(stored)),
    id: `${name}-${terms.kind}`,
  });
  return (
    <Stack gap="tight">
      <h3>{t(`delivery.sign-off.kind.${terms.kind}`)}</h3>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" action="#terms" className="form">
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "terms", kind: terms.kind, version: terms.version }} />
        <FieldGrid>
          <NumberField
            {...fieldOf("daysToAnswer", terms.daysToAnswer)}
            label={t("own-checks.terms.days")}
            unit={t("own-checks.terms.days.unit")}
            required
          />
          <NumberField
            {...fieldOf("monthsValid", terms.monthsValid)}
            label={t("own-checks.terms.months")}
            hint={t("own-checks.terms.months.hint")}
            unit={t("own-checks.terms.months.unit")}
          />
        </FieldGrid>
        <FormActions>
          <Button variant="quiet">{t("desk.save")}</Button>
        </FormActions>
      </form>
    </Stack>
  );
}

/** Every gate with what it always asks and what the organisation added; the charter; and how long signatures hold. */
export function GatesView({ page, preview }: { page: GatesPage; preview: Lacking | null }) {
  const { t } = useSpeech();
  return (
    <>
      <Charter page={page} />
      {page.gates.map(({ gate, builtIn, own }) => (
        <Section
          key={gate}
          id={`gate-${gate}`}
          title={t("safeguards.gate.to", { stage: t(`use-cases.stage.${gate}`) })}
        >
          <ul>
            {builtIn.map((requirement) => (
              <li key={requirement}>{t(`safeguards.requirement.${requirement}`)}</li>
            ))}
          </ul>
          {own.length > 0 && (
            <Stack gap="tight">
              <h3>{t("own-checks.own")}</h3>
              <OwnCheckTable
                caption={t("own-checks.own-of", { stage: t(`use-cases.stage.${gate}`) })}
                checks={own}
                page={page}
              />
            </Stack>
          )}
        </Section>
      ))}
      <AddCheck page={page} preview={preview} />
      <Section id="terms" title={t("own-checks.terms")} lead={t("own-checks.terms.lead")}>
        {page.terms.map((terms) => (
          <Term key={terms.kind} terms={terms} />
        ))}
      </Section>
      {page.changes.length > 0 && (
        <Section title={t("own-checks.changes")}>
          <Changes changes={page.changes} page={page} />
        </Section>
      )}
    </>
  );
}
