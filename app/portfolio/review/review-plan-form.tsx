import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { DateField, NumberField, TextField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, Fieldset, FormActions, Hidden } from "#app/ui/form";
import { Disclosure, Notice } from "#app/ui/page";
import { LIVE_TARGET, SLOT_MINUTES } from "./review";
import type { ReviewProps } from "./review-page";

/** When the review is held, in which order the departments come, and how many live cases each should have. */
export function PlanForm({ quarter, review, startsAt, openingMinutes, departments, offered, decisions }: ReviewProps) {
  const { t, tell } = useSpeech();
  const form = useForm("plan");
  if (decisions.length > 0) return null;
  const slotOf = (id: number) => {
    const at = departments.findIndex(({ departmentId }) => departmentId === id);
    const slot = departments[at];
    return {
      place: slot ? at + 1 : null,
      minutes: slot?.minutes ?? SLOT_MINUTES,
      liveTarget: slot?.liveTarget ?? LIVE_TARGET,
    };
  };
  return (
    <Disclosure summary={t(review ? "review.replan" : "review.plan")} open={!review || form.rejection !== undefined}>
      <form method="post" className="form form-wide">
        {form.refusal && <Notice tone="bad">{form.refusal}</Notice>}
        <ErrorSummary errors={form.errors} />
        <Hidden values={{ intent: "plan", quarter, version: review?.version ?? 0 }} />
        <FieldGrid columns={3}>
          <DateField {...form.field("heldOn", review?.heldOn)} label={t("review.held-on")} required />
          <TextField
            {...form.field("startsAt", startsAt)}
            type="time"
            label={t("review.starts-at")}
            width="short"
            required
          />
          <NumberField
            {...form.field("openingMinutes", openingMinutes)}
            label={t("review.opening")}
            unit={t("review.minutes")}
            required
          />
        </FieldGrid>
        <p className="hint">{t("review.place.hint")}</p>
        {offered.map(({ id, name }) => {
          const slot = slotOf(id);
          return (
            <Fieldset key={id} legend={tell(name)}>
              <FieldGrid columns={3}>
                <NumberField {...form.field(`slots.${id}.place`, slot.place)} label={t("review.place")} />
                <NumberField
                  {...form.field(`slots.${id}.minutes`, slot.minutes)}
                  label={t("review.slot-minutes")}
                  unit={t("review.minutes")}
                  required
                />
                <NumberField
                  {...form.field(`slots.${id}.liveTarget`, slot.liveTarget)}
                  label={t("review.live-target")}
                  required
                />
              </FieldGrid>
            </Fieldset>
          );
        })}
        <FormActions>
          <Button>{t("desk.save")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}
