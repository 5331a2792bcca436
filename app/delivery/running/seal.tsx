import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Hidden } from "#app/ui/form";
import { Notice } from "#app/ui/page";
import type { PocPage, PocShown } from "../poc-page.server";

/** Who sealed the bet and when; before that, what is missing to start and the button that starts it. */
export function Seal({ poc, page }: { poc: PocShown; page: PocPage }) {
  const { t, date } = useSpeech();
  const { refusal } = useForm("start");
  if (poc.sealed) {
    const name = poc.sealed.by ?? t("desk.product");
    return <p className="hint">{t("delivery.seal.on", { date: date(poc.sealed.on), name })}</p>;
  }
  if (poc.verdict) return null;
  return (
    <Notice tone="info" title={t("delivery.seal.not-yet")}>
      <p>{t("delivery.seal.lead")}</p>
      {poc.lacks.length > 0 && (
        <>
          <p>{t("delivery.seal.lacks")}</p>
          <ul>
            {poc.lacks.map((lack) => (
              <li key={lack}>{t(`delivery.seal.lack.${lack}`)}</li>
            ))}
          </ul>
        </>
      )}
      {page.mayWrite && !page.mayStart && <p>{t("delivery.seal.before-gate")}</p>}
      {refusal && <p className="field-error">{refusal}</p>}
      {page.mayStart && poc.lacks.length === 0 && (
        <form method="post">
          <Hidden values={{ intent: "start", pocId: poc.id, version: poc.version }} />
          <Button>{t("delivery.seal.start")}</Button>
        </form>
      )}
    </Notice>
  );
}
