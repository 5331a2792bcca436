import type { Told } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Hidden } from "#app/ui/form";
import { Badge } from "#app/ui/mark";
import { Notice, Row, Stack } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { Tone } from "#app/ui/tone";
import { Unbroken } from "#app/ui/unbroken";
import { StageBadge } from "../stage-badge";
import { isStage, type Stage } from "../stages";
import type { Change } from "./compare";
import { fieldLabel } from "./fields";
import { type Act, actLabel, type PlannedRow } from "./plan";

/** A planned row, with the place that a new case would have. */
export interface ShownRow extends PlannedRow {
  stage: Stage | null;
  department: Told | null;
}

const TONES: Record<Act, Tone> = { create: "good", change: "accent", unchanged: "neutral", refuse: "bad" };

/** The dry run row by row: what each would do, and why not. */
export function CheckRows({ rows, version }: { rows: ShownRow[]; version: number }) {
  const { t } = useSpeech();
  return (
    <DataTable
      caption={t("imports.row-by-row")}
      hideCaption
      narrow="cards"
      rows={rows}
      rowKey={({ line }) => line}
      columns={[
        { key: "line", header: t("imports.line"), cell: ({ line }) => line, numeric: true },
        {
          key: "act",
          header: t("imports.act"),
          cell: ({ act }) => <Badge tone={TONES[act]}>{t(actLabel(act))}</Badge>,
          width: "fit",
        },
        {
          key: "title",
          header: t("imports.use-case"),
          cell: ({ title, useCase }) =>
            useCase ? (
              <a href={`/use-cases/${useCase.reference}`}>
                <Unbroken>{`${useCase.reference} ${title}`}</Unbroken>
              </a>
            ) : (
              title || "–"
            ),
          rowHeader: true,
        },
        { key: "id", header: t("imports.field.externalId"), cell: ({ externalId }) => externalId },
        { key: "what", header: t("imports.what"), cell: (row) => <What row={row} version={version} />, width: "wide" },
      ]}
    />
  );
}

function What({ row, version }: { row: ShownRow; version: number }) {
  const { t, tell } = useSpeech();
  const { act, alike, changes, conflicts, problems, remarks, stage, department } = row;
  if (act === "unchanged" && conflicts.length + remarks.length === 0) return <>–</>;
  return (
    <Stack gap="tight">
      {act === "create" && (
        <Row>
          <StageBadge stage={stage} />
          <span>{department ? tell(department) : t("imports.no-department")}</span>
        </Row>
      )}
      {[...problems, ...remarks].map(({ key, values }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sentences of one row, rendered once
        <p key={at}>{t(key, values)}</p>
      ))}
      {alike && <Alike row={row.externalId} alike={alike} version={version} />}
      {changes.map((change) => (
        <ChangeLine key={`${change.field} ${change.header}`} change={change} />
      ))}
      {conflicts.length > 0 && (
        <Notice tone="warning" title={t("imports.both-changed")}>
          {conflicts.map((change) => (
            <ChangeLine key={`${change.field} ${change.header}`} change={change} />
          ))}
        </Notice>
      )}
    </Stack>
  );
}

function ChangeLine({ change: { field, header, before, after } }: { change: Change }) {
  const { t } = useSpeech();
  const word = (value: string) => (field === "stage" && isStage(value) ? t(`use-cases.stage.${value}`) : value);
  const name = header ?? t(fieldLabel(field));
  return (
    <p>
      {t(before === null ? "imports.change.new" : after === "" ? "imports.change.emptied" : "imports.change", {
        field: name,
        before: before === null ? "" : word(before),
        after: word(after),
      })}
    </p>
  );
}

/** The known case that a row of an unknown id may be, and the other answer to that. */
function Alike({ row, alike, version }: { row: string; alike: NonNullable<ShownRow["alike"]>; version: number }) {
  const { t } = useSpeech();
  const { reference, taken, asked, enteredHere, joinable } = alike;
  const is = enteredHere ? "imports.alike.is-here" : "imports.alike.is";
  return (
    <form method="post">
      <Hidden values={{ version, row, intent: "alike" }} />
      {!asked && <p>{t(taken ? is : "imports.alike.is-not", { reference })}</p>}
      <Row>
        {!taken && joinable && (
          <Button variant="quiet" name="same" value="yes">
            {t("imports.alike.join", { reference })}
          </Button>
        )}
        {(taken || asked) && <Button variant="quiet">{t("imports.alike.part", { reference })}</Button>}
      </Row>
    </form>
  );
}
