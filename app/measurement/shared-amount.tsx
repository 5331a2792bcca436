import type { Minor } from "#app/kernel/money";
import { useSpeech } from "#app/locales/use-speech";
import { WHOLE_SHARE } from "./shares";

/** What a report counts for, with its share where other KPIs count the same benefit. */
export function SharedAmount({ amount, share }: { amount: Minor | null; share: number }) {
  const { t, money, percent } = useSpeech();
  return (
    <>
      {money(amount)}
      {amount !== null && share !== WHOLE_SHARE && (
        <>
          <br />
          <span className="hint">{t("overlaps.share-of", { share: percent(share / WHOLE_SHARE, 2) })}</span>
        </>
      )}
    </>
  );
}
