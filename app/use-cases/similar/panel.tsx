import type { Locale } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";

/**
 * Where the form shows cases like the one that is being written. Without JavaScript it stays empty, and the same list
 * comes before submission. Place it once in the form, near the fields that it reads.
 */
export function SimilarPanel({ locale, except }: { locale: Locale; except: string | undefined }) {
  const { t } = useSpeech();
  return (
    <div
      className="similar-panel"
      data-enhance="similar"
      data-title={`title.${locale}`}
      data-need={`need.${locale}`}
      data-department="departmentId"
      data-except={except}
    >
      <p role="status" className="visually-hidden" />
      <section aria-label={t("similar.label")} hidden>
        <p>{t("use-cases.form.similar")}</p>
        <ul className="link-list" />
      </section>
    </div>
  );
}
