import { useSpeech } from "#app/locales/use-speech";
import { Badge } from "#app/ui/mark";
import { DataTable } from "#app/ui/table";
import type { End } from "./ends";
import type { EndOf } from "./ends.server";

/** By when something ends, with how many days are left; the shape says how near it is. */
export function EndBadge({ end }: { end: End }) {
  const { t } = useSpeech();
  const tone = end.daysLeft < 0 ? "bad" : end.daysLeft <= 30 ? "warning" : "neutral";
  return (
    <Badge tone={tone}>
      {end.daysLeft < 0
        ? t("registers.ends.ago", { days: -end.daysLeft })
        : t("registers.ends.left", { days: end.daysLeft })}
    </Badge>
  );
}

/** What ends, renews or is to be looked at again, the earliest first. */
export function EndsTable({ ends }: { ends: readonly EndOf[] }) {
  const { t, date, number } = useSpeech();
  return (
    <DataTable
      caption={t("registers.ends")}
      hideCaption
      narrow="cards"
      rows={[...ends]}
      rowKey={({ register, id }) => `${register}-${id}`}
      rowHref={({ register, id }) => `/registers/${register}/${id}`}
      columns={[
        { key: "on", header: t("registers.ends.on"), cell: ({ on }) => date(on), width: "fit" },
        { key: "left", header: t("registers.ends.days"), cell: (end) => <EndBadge end={end} />, width: "fit" },
        { key: "name", header: t("registers.field.name"), cell: ({ name }) => name, rowHeader: true },
        { key: "what", header: t("registers.ends.what"), cell: ({ kind }) => t(`registers.end.${kind}`) },
        {
          key: "live",
          header: t("registers.ends.live"),
          cell: ({ register, live }) => (register === "models" ? number(live) : ""),
          numeric: true,
        },
      ]}
    />
  );
}
