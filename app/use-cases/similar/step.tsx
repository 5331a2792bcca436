import { useForm } from "#app/answer";
import type { Told } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { TextArea } from "#app/ui/field";
import { Panel, Row, Section, Stack } from "#app/ui/page";
import { Unbroken } from "#app/ui/unbroken";
import { langOf } from "../case-frame";
import { CONTENT_LIMITS } from "../content";
import { StageBadge } from "../stage-badge";
import type { SimilarCase } from "./similar.server";
import { inOneLine, saidOf, whyFound } from "./while-typing";

/** Cases like this draft: its author joins one of them, or says why this one is new. */
export function SimilarStep(props: { similar: readonly SimilarCase[]; whyNew: Told | null; form: string }) {
  const { similar, whyNew, form } = props;
  const speech = useSpeech();
  const { t, tell, locale } = speech;
  const { field } = useForm();
  return (
    <Section
      id="similar"
      title={t("use-cases.similar.title", { count: similar.length })}
      lead={t("use-cases.similar.lead")}
    >
      <Stack>
        {similar.map(({ reference, title, need, stage, department, shared, because }) => (
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
              <StageBadge stage={stage} />
              <span className="hint">{department ? tell(department) : t("use-cases.head.no-department")}</span>
              <span className="hint">{whyFound(shared, speech)}</span>
            </Row>
            {because && (
              <p lang={langOf(because, locale)}>
                <strong>{saidOf(stage, inOneLine(tell(because)), speech)}</strong>
              </p>
            )}
            <p lang={langOf(need, locale)}>{inOneLine(tell(need), 400)}</p>
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
