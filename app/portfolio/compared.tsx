import type { Minor } from "#app/kernel/money";
import { addQuarters } from "#app/kernel/quarter";
import { useSpeech } from "#app/locales/use-speech";
import { Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { Against, Comparison } from "./dashboard";
import type { FiguresAnswer } from "./dashboard.server";

const LINES = [
  { key: "realised", kind: "money" },
  { key: "proven", kind: "money" },
  { key: "provenShare", kind: "share" },
  { key: "cost", kind: "money" },
  { key: "roi", kind: "share" },
  { key: "provenRoi", kind: "share" },
  { key: "cumulativeRoi", kind: "share" },
  { key: "cumulativeProvenRoi", kind: "share" },
] as const satisfies readonly { key: keyof Comparison; kind: "money" | "share" }[];

/** Every headline figure in full, against the quarter before, the same quarter a year ago, and the promise. */
export function Compared({ board: { against, quarter } }: { board: FiguresAnswer }) {
  const { t, money, percent, quarter: say } = useSpeech();
  const write = (value: number | null, kind: "money" | "share") =>
    kind === "money" ? money(value as Minor | null) : percent(value, 1);
  const column = (key: keyof Against, header: string) => ({
    key,
    header,
    numeric: true,
    cell: (line: (typeof LINES)[number]) => write(against[line.key][key], line.kind),
  });
  return (
    <Section title={t("portfolio.compared")} lead={t("portfolio.compared.lead")}>
      <DataTable
        caption={t("portfolio.compared")}
        hideCaption
        rows={LINES}
        rowKey={(line) => line.key}
        columns={[
          {
            key: "figure",
            header: t("portfolio.figure"),
            cell: (line) => t(`portfolio.line.${line.key}`),
            rowHeader: true,
          },
          column("value", say(quarter)),
          column("previous", say(addQuarters(quarter, -1))),
          column("lastYear", say(addQuarters(quarter, -4))),
          column("promised", t("portfolio.forecast")),
        ]}
      />
    </Section>
  );
}
