import { useActionData } from "@remix-run/react";
import { type Rejection, useForm } from "#app/answer";
import { ConflictPanel } from "#app/conflict";
import { NOTHING } from "#app/kernel/money";
import { addQuarters, type Quarter } from "#app/kernel/quarter";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { NumberField, TextArea } from "#app/ui/field";
import { ErrorSummary, FieldGrid, FormActions, Hidden } from "#app/ui/form";
import { DescriptionList } from "#app/ui/listing";
import { Disclosure, Notice, Row, Section, Split, Stack } from "#app/ui/page";
import type { Suggestions } from "./calibrated";
import { conflictOf } from "./conflict-fields";
import { flowDrawing, tornadoDrawing } from "./drawings";
import { linesOf, type Typed, typedOf } from "./form-values";
import { LineFieldset } from "./line-fieldset";
import { BENEFIT_KINDS, COST_KINDS } from "./lines";
import { LiveChart } from "./live-charts";
import { LiveFigures } from "./live-figures";
import type { EditStart } from "./page.server";
import type { Worked } from "./simulated.server";
import { TEMPLATE_NAMES } from "./templates";

export interface EditorProps extends EditStart {
  /** The form of the stored business case, or an empty one. */
  stored: Typed;
  /** The figures and charts of what is stored. */
  worked: Worked | null;
  today: Quarter;
  /** What calibration suggests to this author, by kind of benefit. */
  suggestions: Suggestions;
}

/** What the action answers when it re-renders the form without saving. */
export interface Turned extends Rejection {
  worked: Worked | null;
}

/** Says in which line a fault is, where the field alone does not. */
function useFaults(errors: Record<string, string>): Record<string, string> {
  const { t } = useSpeech();
  return Object.fromEntries(
    Object.entries(errors).map(([field, sentence]) => {
      const line = /^lines\.(\d+)\./.exec(field)?.[1];
      return [field, line ? t("business-cases.error.at-line", { line: Number(line) + 1, sentence }) : sentence];
    }),
  );
}

function Frame({ value, today }: { value: Typed; today: Quarter }) {
  const { t, quarter } = useSpeech();
  const { errors } = useForm();
  const around = Array.from({ length: 17 }, (_, index) => addQuarters(today, index - 8) as string);
  const known = value.firstQuarter && !around.includes(value.firstQuarter) ? [value.firstQuarter, ...around] : around;
  return (
    <FieldGrid columns={3}>
      <Select
        name="firstQuarter"
        label={t("business-cases.field.firstQuarter")}
        hint={t("business-cases.field.firstQuarter.hint")}
        value={value.firstQuarter}
        error={errors.firstQuarter}
        options={known.map((each) => ({ value: each, label: quarter(each) }))}
        required
      />
      <NumberField
        name="horizonQuarters"
        label={t("business-cases.field.horizonQuarters")}
        hint={t("business-cases.field.horizonQuarters.hint")}
        value={value.horizonQuarters}
        error={errors.horizonQuarters}
        unit={t("business-cases.unit.quarters")}
        required
      />
      <NumberField
        name="discountRate"
        label={t("business-cases.field.discountRate")}
        hint={t("business-cases.field.discountRate.hint")}
        value={value.discountRate}
        error={errors.discountRate}
        unit="%"
        required
      />
    </FieldGrid>
  );
}

const UNWORKED = { npv: NOTHING, tornado: [] };

function AddLines({ count }: { count: number }) {
  const { t } = useSpeech();
  const kinds = (side: "benefit" | "cost", of: readonly (typeof BENEFIT_KINDS | typeof COST_KINDS)[number][]) => ({
    label: t(`business-cases.lines.${side}`),
    options: of.map((kind) => ({ value: kind, label: t(`business-cases.kind.${kind}`) })),
  });
  return (
    <>
      <Row>
        <Select
          name="addKind"
          label={t("business-cases.add.kind")}
          options={[
            kinds("benefit", BENEFIT_KINDS),
            kinds("cost", COST_KINDS),
            {
              label: t("business-cases.lines.both"),
              options: [{ value: "by-quarter", label: t("business-cases.kind.by-quarter") }],
            },
          ]}
        />
        <Button variant="quiet" name="do" value="add" formAction={`#line-${count + 1}`} formNoValidate>
          {t("business-cases.add")}
        </Button>
      </Row>
      <Disclosure summary={t("business-cases.template")} open={count === 0}>
        <p>{t("business-cases.template.lead")}</p>
        <Row>
          <Select
            name="template"
            label={t("business-cases.template.which")}
            options={TEMPLATE_NAMES.map((name) => ({ value: name, label: t(`business-cases.template.${name}`) }))}
          />
          <Button variant="quiet" name="do" value="template" formAction={`#line-${count + 1}`} formNoValidate>
            {t("business-cases.template.use")}
          </Button>
        </Row>
        <DescriptionList
          items={TEMPLATE_NAMES.map((name) => ({
            term: t(`business-cases.template.${name}`),
            value: t(`business-cases.template.${name}.about`),
          }))}
        />
      </Disclosure>
    </>
  );
}

/** The form of a business case. Every button posts it whole, so that it needs no JavaScript and forgets nothing. */
export function Editor(props: EditorProps) {
  const { reference, newest, stored, today, department, hourlyCost, volumes, rates, suggestions } = props;
  const speech = useSpeech();
  const { t, tell, locale, currency } = speech;
  const { rejection, refusal, errors } = useForm();
  const turned = useActionData() as Turned | undefined;
  const value = rejection?.typed ?? stored;
  const worked = turned ? (turned.worked ?? null) : props.worked;
  const lines = linesOf(value);
  const faults = useFaults(errors);
  const theirs = newest && typedOf(newest.draft, newest.note, { locale, currency });
  return (
    <Section
      id="form"
      title={t(newest?.frozen ? "business-cases.write-next" : newest ? "business-cases.edit" : "business-cases.write")}
      lead={t("business-cases.editor.lead")}
    >
      {rejection?.stale && theirs && <ConflictPanel fields={conflictOf(speech, value, theirs)} />}
      {refusal && !rejection?.stale && <Notice tone="bad">{refusal}</Notice>}
      {newest?.frozen && <Notice tone="info">{t("business-cases.editor.frozen", { number: newest.number })}</Notice>}
      {hourlyCost === null && <Notice tone="warning">{t("business-cases.editor.no-hourly-cost")}</Notice>}
      <form
        method="post"
        className="form form-wide"
        data-enhance="business-case"
        data-live={`/business-cases/evaluate?case=${reference}`}
      >
        <Hidden values={{ number: newest?.number ?? 0, version: newest?.version ?? 0 }} />
        <Split
          follow
          aside={
            <>
              <LiveFigures
                summary={worked?.summary ?? null}
                note={
                  hourlyCost !== null &&
                  t("business-cases.editor.hourly-cost", {
                    department: tell(department),
                    amount: speech.money(hourlyCost),
                  })
                }
              />
              <LiveChart name="flow" drawing={worked?.flow ?? flowDrawing({ quarters: [] }, speech)} />
            </>
          }
        >
          <Stack>
            {/* The first button of a form is the one that Enter presses: it works the figures out and saves nothing. */}
            <button
              type="submit"
              className="visually-hidden"
              name="do"
              value="preview"
              formAction="#form"
              tabIndex={-1}
              formNoValidate
            >
              {t("business-cases.preview")}
            </button>
            <ErrorSummary errors={faults} />
            <Frame value={value} today={today} />
            <Section title={t("business-cases.lines")} id="lines" level={3} lead={t("business-cases.editor.lines")}>
              {lines.map((line, index) => (
                <LineFieldset
                  key={line.id ?? index}
                  line={line}
                  index={index}
                  errors={errors}
                  volumes={volumes}
                  rates={rates}
                  suggestions={suggestions}
                />
              ))}
              <AddLines count={lines.length} />
            </Section>
            <LiveChart name="tornado" drawing={worked?.tornado ?? tornadoDrawing(UNWORKED, speech)} />
            <TextArea
              name="note"
              label={t("business-cases.field.note")}
              hint={t("business-cases.field.note.hint")}
              value={value.note}
              error={errors.note}
            />
          </Stack>
        </Split>
        <FormActions sticky>
          <Button name="do" value="save" formAction="#form">
            {t("desk.save")}
          </Button>
          <Button name="do" value="preview" variant="quiet" formAction="#form" formNoValidate>
            {t("business-cases.preview")}
          </Button>
          <ButtonLink href={`/use-cases/${reference}/business-case`} variant="plain">
            {t("desk.cancel")}
          </ButtonLink>
        </FormActions>
      </form>
    </Section>
  );
}
