import type { Speech } from "#app/locales/speech";
import { useSpeech } from "#app/locales/use-speech";
import { Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { BreakEven } from "./break-even";
import { Opened } from "./opened";
import { written } from "./written";

function sentence(speech: Speech, { threshold, unit }: BreakEven): string {
  if (!("value" in threshold)) return "";
  // What people act on has no more digits than an estimate is worth; the formula holds the rest.
  const value = Number(threshold.value.toPrecision(unit === "percent" ? 3 : 4));
  return speech.t(`business-cases.break-even.${threshold.kind}`, { value: written(speech, value, unit) });
}

/** From which or up to which value of each input the case is worth it, the nearest to tipping first. */
export function BreakEvenSection({ breakEvens }: { breakEvens: readonly BreakEven[] }) {
  const speech = useSpeech();
  const { t, tell, percent, list } = speech;
  if (breakEvens.length === 0) return null;
  const named = ({ line, label }: BreakEven) => t("business-cases.tornado.bar", { line: tell(line), input: t(label) });
  const tipping = breakEvens.filter(({ threshold }) => "value" in threshold);
  const settled = (["never", "always"] as const).map((kind) => ({
    kind,
    inputs: breakEvens.filter(({ threshold }) => threshold.kind === kind).map(named),
  }));
  return (
    <Section title={t("business-cases.break-even")} lead={t("business-cases.break-even.lead")}>
      {tipping.length > 0 && (
        <DataTable
          caption={t("business-cases.break-even")}
          hideCaption
          narrow="cards"
          rows={tipping}
          rowKey={({ lineId, input }) => `${lineId} ${input}`}
          columns={[
            {
              key: "input",
              header: t("business-cases.tornado.input"),
              cell: named,
              rowHeader: true,
            },
            {
              key: "threshold",
              header: t("business-cases.break-even.threshold"),
              cell: (row) => sentence(speech, row),
            },
            {
              key: "likely",
              header: t("business-cases.break-even.likely"),
              cell: (row) => written(speech, row.likely, row.unit),
              numeric: true,
            },
            {
              key: "margin",
              header: t("business-cases.break-even.margin"),
              cell: ({ margin }) =>
                margin !== null && margin > 0
                  ? t("business-cases.break-even.more", { share: percent(margin, 0) })
                  : percent(margin, 0),
              numeric: true,
            },
            {
              key: "formula",
              header: t("business-cases.lines.formula"),
              cell: (row) => <Opened explanation={row.explain} />,
            },
          ]}
        />
      )}
      {settled.map(
        ({ kind, inputs }) =>
          inputs.length > 0 && (
            <p key={kind}>{t(`business-cases.break-even.settled.${kind}`, { inputs: list(inputs) })}</p>
          ),
      )}
    </Section>
  );
}
