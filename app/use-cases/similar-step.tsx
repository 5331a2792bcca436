import { useForm } from "#app/answer";
import type { Told } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { TextArea } from "#app/ui/field";
import { Panel, Row, Section, Stack } from "#app/ui/page";
import { Unbroken } from "#app/ui/unbroken";
import { langOf } from "./case-frame";
import { CONTENT_LIMITS } from "./content";
import type { SimilarCase } from "./similar.server";
import { StageBadge } from "./stage-badge";
import { isStage } from "./stages";

/** Cases like this draft: its author joins one of them, or says why this one is new. */
export function SimilarStep(props: { similar: readonly SimilarCase[]; whyNew: Told | null; form: string }) {
  const { similar, whyNew, form } = props;
  const { t, tell, locale, percent } = useSpeech();
  const { field } = useForm();
  return (
    <Section
      id="similar"
      title={t("use-cases.similar.title", { count: similar.length })}
      lead={t("use-cases.similar.lead")}
    >
      <Stack>
        {similar.map(({ reference, title, need, stage, likeness }) => (
          <Panel
            key={reference}
            title={
              <a href={`/use-cases/${reference}`} target="_blank" rel="noreferrer" lang={langOf(title, locale)}>
                <Unbroken>
                  {reference} · {tell(title)}
                </Unbroken>
              </a>
            }
            actions={
              <form method="post">
                <Button name="join" value={reference} variant="quiet">
                  {t("use-cases.similar.join")}
                </Button>
              </form>
            }
          >
            <Row>
              <StageBadge stage={isStage(stage) ? stage : null} />
              <span className="hint">{t("use-cases.similar.likeness", { share: percent(likeness, 0) })}</span>
            </Row>
            <p lang={langOf(need, locale)}>{tell(need)}</p>
          </Panel>
        ))}
        <TextArea
          {...field(`whyNew.${locale}`, whyNew?.[locale])}
          label={t("use-cases.similar.why-new")}
          hint={t("use-cases.similar.why-new.hint")}
          rows={3}
          maxLength={CONTENT_LIMITS.text}
          form={form}
          required
        />
      </Stack>
    </Section>
  );
}
