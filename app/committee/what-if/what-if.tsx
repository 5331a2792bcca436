import { useForm } from "#app/answer";
import { AXES } from "#app/assessment/score";
import type { Misreading } from "#app/kernel/misread";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink } from "#app/ui/button";
import { RangeField } from "#app/ui/field";
import { Figure, FigureGrid } from "#app/ui/figure";
import { FieldGrid, Fieldset, FormActions, Hidden } from "#app/ui/form";
import { MisreadNotice } from "#app/ui/misread";
import { Disclosure, Notice, PageHeader, Row, Section, Stack } from "#app/ui/page";
import { Carried } from "../carried";
import { addressOf, type Said } from "../choice";
import { BubbleMap } from "../map/bubble-map";
import { HOUSE_THRESHOLDS } from "../ranking";
import { Changes, whyHref } from "./changes-table";
import type { SlidingModel, WhatIfPage } from "./what-if.server";
import { WhyThere } from "./why-there";
import { weightName } from "./wish";

const PATH = "/prioritise/what-if";
const USUAL_MOST = 10;
const THRESHOLDS = ["value", "complexity"] as const;

/** Weights and thresholds to slide, whose place they would change, and the map that comes of them. */
export function WhatIf({ misreading, ...page }: WhatIfPage & { misreading: Misreading }) {
  const { t, number } = useSpeech();
  const { said, counts, map, weightless, models, mayDraft } = page;
  const { refusal } = useForm();
  const isAsked = ([name]: readonly [string, string]) =>
    name.startsWith("weight.") || THRESHOLDS.some((one) => one === name);
  const today = said.filter((pair) => !isAsked(pair));
  return (
    <>
      <PageHeader
        title={t("what-if.title")}
        lead={t("what-if.lead")}
        crumbs={[
          { label: t("desk.nav.prioritise"), href: addressOf("/prioritise", today, {}) },
          { label: t("what-if.title") },
        ]}
        actions={<ButtonLink href={addressOf(PATH, today, {})}>{t("what-if.today")}</ButtonLink>}
      />
      <MisreadNotice {...misreading} />
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <Sliders {...page} />
      <div id="what-if-answer" data-live-part="">
        <Stack>
          {weightless.map(({ line, axis }) => (
            <Notice key={`${line} ${axis}`} tone="warning">
              {t("what-if.weightless", { axis: t(`assessment.axis.${axis}`) })}
            </Notice>
          ))}
          {counts.hidden > 0 && <Notice tone="info">{t("prioritise.hidden", { count: counts.hidden })}</Notice>}
          <FigureGrid label={t("what-if.answer")}>
            <Figure
              label={t("what-if.moved")}
              value={number(counts.moved)}
              href="#changes"
              note={t("what-if.of", { ranked: counts.ranked })}
            />
            <Figure label={t("what-if.crossing")} value={number(counts.crossing)} href="#changes" />
            <Figure label={t("what-if.quadrants")} value={number(counts.quadrants)} href="#changes" />
          </FigureGrid>
          <Section id="changes" title={t("what-if.changes")} lead={t("what-if.changes.lead")}>
            <Changes {...page} />
          </Section>
          {mayDraft && models.some(({ changed }) => changed) && (
            <Section title={t("what-if.draft")} lead={t("what-if.draft.lead")}>
              <Row>
                {models.map((model) => (model.changed ? <DraftForm key={model.id} model={model} said={said} /> : null))}
              </Row>
            </Section>
          )}
          <WhyThere {...page} />
          {map.marks.length > 0 && (
            <Section title={t("what-if.map")}>
              <BubbleMap {...page} path={PATH} whyOf={({ useCaseId }) => whyHref(said, useCaseId)} />
            </Section>
          )}
        </Stack>
      </div>
    </>
  );
}

function Sliders({ said, models, thresholds }: WhatIfPage) {
  const { t, tell, number } = useSpeech();
  const names = models.flatMap(({ line, sliders }) => (sliders ?? []).map(({ key }) => weightName(line, key)));
  const published = (usual: number) => t("what-if.published", { usual: number(usual, 2) });
  return (
    <form method="get" action={PATH} className="form form-wide" data-enhance="asking">
      <Carried said={said} without={[...names, ...THRESHOLDS, "page"]} />
      {models.map(({ id, line, name, number: version, sliders }) => (
        <Disclosure
          key={id}
          summary={t("assessment.model.version", { name: tell(name), number: version })}
          open={models.length === 1 || undefined}
        >
          {sliders === null ? (
            <p>{t("what-if.product")}</p>
          ) : (
            AXES.map((axis) => {
              const own = sliders.filter((slider) => slider.axis === axis);
              return own.length === 0 ? null : (
                <Fieldset key={axis} legend={t(`assessment.axis.${axis}`)}>
                  <FieldGrid columns={3}>
                    {own.map(({ key, name: called, weight, now }) => (
                      <RangeField
                        key={key}
                        name={weightName(line, key)}
                        label={tell(called)}
                        hint={published(weight)}
                        value={now}
                        written={number(now, 2)}
                        {...{ min: 0, max: Math.max(USUAL_MOST, weight * 2, now), step: 0.5 }}
                      />
                    ))}
                  </FieldGrid>
                </Fieldset>
              );
            })
          )}
        </Disclosure>
      ))}
      <Fieldset legend={t("what-if.thresholds")} hint={t("what-if.thresholds.hint")}>
        <FieldGrid columns={3}>
          {THRESHOLDS.map((name) => (
            <RangeField
              key={name}
              name={name}
              label={t(`what-if.threshold.${name}`)}
              hint={published(HOUSE_THRESHOLDS[name])}
              value={thresholds[name]}
              written={number(thresholds[name], 0)}
              {...{ min: 0, max: 100, step: 1 }}
            />
          ))}
        </FieldGrid>
      </Fieldset>
      <FormActions>
        <Button data-live-button="">{t("what-if.ask")}</Button>
      </FormActions>
    </form>
  );
}

/** Leads to the draft of the next version, with these weights in it. */
function DraftForm({ model: { id, name, sliders }, said }: { model: SlidingModel; said: Said }) {
  const { t, tell } = useSpeech();
  const weights = Object.fromEntries((sliders ?? []).map(({ key, now }) => [`weights.${key}`, now]));
  return (
    <form method="post" action={addressOf(PATH, said, {})}>
      <Hidden values={{ intent: "begin-next", modelId: id, ...weights }} />
      <Button variant="quiet">{t("what-if.draft.begin", { name: tell(name) })}</Button>
    </form>
  );
}
