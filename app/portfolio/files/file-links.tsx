import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink } from "#app/ui/button";
import { FIGURE_FORMATS, fileAddress } from "./views";

/** A page of the dashboard to take away, with the filters that its address carries. */
export function FileLinks({ page }: { page: string }) {
  const { t } = useSpeech();
  return FIGURE_FORMATS.map((format) => (
    <ButtonLink key={format} href={fileAddress(page, format)} download>
      {t(`portfolio.file.${format}`)}
    </ButtonLink>
  ));
}
