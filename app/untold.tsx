import { useContext } from "react";
import { useSpeech } from "#app/locales/use-speech";
import { Disclosure, Notice } from "#app/ui/page";
import { type Rejection, ToldByForm } from "./answer";
import { useRefused } from "./refused";

/** Shorter texts are quickly typed again, and most are numbers of versions and records. */
const WORTH_KEEPING = 20;

/** What was written, to be copied, where no field shows it any more. */
export function Written({ typed }: { typed: Rejection["typed"] }) {
  const { t } = useSpeech();
  const written = Object.entries(typed).filter(([, text]) => text.length >= WORTH_KEEPING);
  if (written.length === 0) return null;
  return (
    <Disclosure summary={t("desk.refusal.written")} open>
      {written.map(([name, text]) => (
        <blockquote key={name}>{text}</blockquote>
      ))}
    </Disclosure>
  );
}

/**
 * Why a form was rejected that the page no longer shows: its quarter was closed meanwhile, a role was taken away. What
 * was written stays to be copied. Drawn after the page, when it is known whether a form told of it; shown above it.
 */
export function Untold({ rejection }: { rejection: Rejection | null }) {
  const { t } = useSpeech();
  const refused = useRefused();
  const page = useContext(ToldByForm);
  if (!rejection || page.told) return null;
  const { refusal, typed } = rejection;
  return (
    <div className="untold">
      <Notice tone="bad">{refusal ? refused(refusal) : t("desk.refusal.unreadable")}</Notice>
      <Written typed={typed} />
    </div>
  );
}
