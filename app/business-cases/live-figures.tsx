import { UNKNOWN } from "#app/locales/speech";
import { useSpeech } from "#app/locales/use-speech";
import { DescriptionList } from "#app/ui/listing";
import { Panel } from "#app/ui/page";
import { SUMMARY, type Summary } from "./summary";

/** The figures beside the form: those last worked out, kept up to date while one types where JavaScript runs. */
export function LiveFigures({ summary, note }: { summary: Summary | null; note: string | false }) {
  const { t } = useSpeech();
  return (
    <Panel title={t("business-cases.live")}>
      <DescriptionList
        items={SUMMARY.map((name) => ({
          term: t(`business-cases.output.${name}`),
          value: <span data-live-figure={name}>{summary?.[name] ?? UNKNOWN}</span>,
        }))}
      />
      <p className="hint" role="status" data-live-state="" data-incomplete={t("business-cases.live.incomplete")}>
        {summary ? "" : t("business-cases.live.incomplete")}
      </p>
      {note && <p className="hint">{note}</p>}
    </Panel>
  );
}
