import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { TextField } from "#app/ui/field";
import { ErrorSummary, FormActions, Hidden } from "#app/ui/form";
import { Badge } from "#app/ui/mark";
import { Disclosure, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { Components } from "./links.server";
import { ThingField } from "./thing-field";

export interface CaseComponentsProps {
  linked: Components;
  mayLink: boolean;
}

type Kind = "model" | "data-set";

/** The models and data of the registers that a case works with, and what each is in it. */
export function CaseComponents({ linked, mayLink }: CaseComponentsProps) {
  const { t, tell, date } = useSpeech();
  const unlink = (kind: Kind, id: number, name: string) =>
    mayLink && (
      <form method="post">
        <Hidden values={{ intent: `unlink-${kind}`, id }} />
        <Button variant="plain" aria-label={t("delivery.vendors.unlink.one", { name })}>
          {t("delivery.vendors.unlink")}
        </Button>
      </form>
    );
  const full = ({ name, release }: { name: string; release: string }) => [name, release].filter(Boolean).join(" ");
  return (
    <Section id="components" title={t("registers.of-case")} lead={t("registers.of-case.lead")}>
      {linked.models.length + linked.dataSets.length === 0 && <p>{t("registers.of-case.none")}</p>}
      {linked.models.length > 0 && (
        <DataTable
          caption={t("registers.of.models")}
          narrow="cards"
          rows={linked.models}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "name",
              header: t("registers.field.name"),
              cell: (one) => (
                <>
                  <a href={`/registers/models/${one.id}`}>{full(one)}</a>{" "}
                  {one.retiredOn && <Badge tone="warning">{t("registers.retired")}</Badge>}
                </>
              ),
              rowHeader: true,
            },
            { key: "vendor", header: t("registers.field.vendorId"), cell: ({ vendor }) => vendor },
            {
              key: "component",
              header: t("registers.component"),
              cell: (one) => tell(one.component) || t("desk.unknown"),
            },
            { key: "end", header: t("registers.field.endOfLifeOn"), cell: ({ endOfLifeOn }) => date(endOfLifeOn) },
            ...(mayLink
              ? [
                  {
                    key: "unlink",
                    header: t("registers.act"),
                    cell: (one: Components["models"][number]) => unlink("model", one.id, full(one)),
                    width: "fit" as const,
                  },
                ]
              : []),
          ]}
        />
      )}
      {linked.dataSets.length > 0 && (
        <DataTable
          caption={t("registers.of.data-sets")}
          narrow="cards"
          rows={linked.dataSets}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "name",
              header: t("registers.field.name"),
              cell: (one) => (
                <>
                  <a href={`/registers/data-sets/${one.id}`}>{one.name}</a>{" "}
                  {one.retiredOn && <Badge tone="warning">{t("registers.retired")}</Badge>}
                </>
              ),
              rowHeader: true,
            },
            {
              key: "sensitivity",
              header: t("registers.field.sensitivity"),
              cell: ({ sensitivity }) => (sensitivity ? t(`registers.option.${sensitivity}`) : t("desk.unknown")),
            },
            {
              key: "personal",
              header: t("registers.field.personalData"),
              cell: ({ personalData }) =>
                personalData === null ? t("desk.unknown") : t(personalData ? "desk.yes" : "desk.no"),
            },
            {
              key: "component",
              header: t("registers.used-for"),
              cell: (one) => tell(one.component) || t("desk.unknown"),
            },
            ...(mayLink
              ? [
                  {
                    key: "unlink",
                    header: t("registers.act"),
                    cell: (one: Components["dataSets"][number]) => unlink("data-set", one.id, one.name),
                    width: "fit" as const,
                  },
                ]
              : []),
          ]}
        />
      )}
      {mayLink && (
        <>
          <LinkForm kind="model" />
          <LinkForm kind="data-set" />
        </>
      )}
    </Section>
  );
}

function LinkForm({ kind }: { kind: Kind }) {
  const { t } = useSpeech();
  const { field, errors, rejection } = useForm(`link-${kind}`);
  return (
    <Disclosure summary={t(`registers.link.${kind}`)} open={rejection !== undefined}>
      <form method="post" className="form">
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: `link-${kind}` }} />
        <ThingField
          {...field("id")}
          register={kind === "model" ? "models" : "data-sets"}
          id={`link-${kind}-id`}
          label={t(kind === "model" ? "registers.of.models" : "registers.of.data-sets")}
          required
        />
        <TextField
          {...field("component")}
          id={`link-${kind}-component`}
          label={t(kind === "model" ? "registers.component" : "registers.used-for")}
          hint={t("registers.link.again")}
        />
        <FormActions>
          <Button variant="quiet">{t("delivery.vendors.link.submit")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}
