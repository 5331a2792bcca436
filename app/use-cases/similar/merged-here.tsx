import { useSpeech } from "#app/locales/use-speech";
import { Notice, Row } from "#app/ui/page";
import type { MergedHere } from "./merged-here.server";
import type { CameFrom } from "./standing-in.server";

/** Which cases went up in this one: when, by whom, the way to each and the way back. */
export function MergedHereNotice({ merged, reference, from }: MergedHereProps) {
  const { t, moment } = useSpeech();
  if (merged.length === 0 && !from) return null;
  return (
    <Notice tone="info" title={t("similar.here.title", { count: merged.length })}>
      {from && (
        <p>
          {t("similar.here.came-from", {
            from: from.reference,
            into: reference,
            how: from.joined ? "joined" : "merged",
          })}
        </p>
      )}
      {merged.map(({ reference: other, by, at, through, mayUndo }) => (
        <Row key={other}>
          <span>
            {through
              ? t("similar.here.through", { reference: other, by, moment: moment(new Date(at)), through })
              : t("similar.here.merged", { reference: other, by, moment: moment(new Date(at)) })}
          </span>
          <a href={`/use-cases/${other}?stay`}>{t("similar.here.see", { reference: other })}</a>
          {mayUndo && <a href={`/use-cases/${other}/merge`}>{t("similar.here.undo", { reference: other })}</a>}
        </Row>
      ))}
    </Notice>
  );
}

interface MergedHereProps {
  merged: readonly MergedHere[];
  reference: string;
  /** The reference under which the reader came here. */
  from: CameFrom | null;
}
