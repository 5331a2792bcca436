import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink } from "#app/ui/button";
import { Notice, Row } from "#app/ui/page";

/** Text that this device kept for other drafts; a script fills it in, and without one nothing is kept. */
export function KeptTexts({ person }: { person: number }) {
  const { t } = useSpeech();
  return (
    <div data-enhance="kept-texts" data-person={person} hidden>
      <template>
        <div data-kept="">
          <Notice tone="info">
            <p data-words={t("intake.kept", { reference: "{reference}", time: "{time}" })} />
            <Row>
              <ButtonLink href="/use-cases/new">{t("intake.kept.open")}</ButtonLink>
              <Button type="button" variant="plain">
                {t("intake.kept.discard")}
              </Button>
            </Row>
          </Notice>
        </div>
      </template>
    </div>
  );
}
