import { useForm } from "#app/answer";
import { ConflictPanel } from "#app/conflict";
import type { Told } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { TextField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, FormActions, Hidden } from "#app/ui/form";
import { Badge } from "#app/ui/mark";
import { Disclosure, Empty, Notice, PageHeader, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { StageBadge } from "#app/use-cases/stage-badge";
import type { Stage } from "#app/use-cases/stages";
import { countryName, HOSTINGS, isHosting, type VendorType } from "./vendors";

interface Model {
  id: number;
  name: string;
  hosting: string | null;
  version: number;
}

interface Props {
  vendor: { id: number; name: string; type: VendorType; country: string | null };
  models: Model[];
  useCases: { reference: string; title: Told; stage: Stage | null }[];
  mayWrite: boolean;
}

function ModelForm({ model }: { model: Model | null }) {
  const { t } = useSpeech();
  const id = String(model?.id ?? "");
  const form = useForm("model", { id });
  const { rejection, refusal } = form;
  const at = (name: string) => `${name}-${model?.id ?? "new"}`;
  const fieldOf = (name: string, stored?: string | null) => ({
    ...form.field(name, stored),
    id: at(name),
  });
  const hostingSaid = (hosting: string | null = null) =>
    isHosting(hosting) ? t(`delivery.hosting.${hosting}`) : t("desk.unknown");
  return (
    <Disclosure
      summary={model ? t("delivery.models.edit", { name: model.name }) : t("delivery.models.add")}
      open={rejection !== undefined}
    >
      {rejection?.stale && model ? (
        <ConflictPanel
          fields={[
            { label: t("delivery.models.name"), yours: rejection.typed.name ?? "", theirs: model.name },
            {
              label: t("delivery.models.hosting"),
              yours: hostingSaid(rejection.typed.hosting),
              theirs: hostingSaid(model.hosting),
            },
          ]}
        />
      ) : (
        refusal && <Notice tone="bad">{refusal}</Notice>
      )}
      <form method="post" className="form">
        <ErrorSummary
          errors={Object.fromEntries(Object.entries(form.errors).map(([name, text]) => [at(name), text]))}
        />
        <Hidden values={{ intent: "model", id, version: model?.version }} />
        <FieldGrid>
          <TextField {...fieldOf("name", model?.name)} label={t("delivery.models.name")} required />
          <Select
            {...fieldOf("hosting", model?.hosting)}
            label={t("delivery.models.hosting")}
            empty={t("desk.unknown")}
            options={HOSTINGS.map((one) => ({ value: one, label: t(`delivery.hosting.${one}`) }))}
          />
        </FieldGrid>
        <FormActions>
          <Button variant="quiet">{t("desk.save")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}

/** One vendor: its models with where they run, and the cases that work with it. */
export function VendorView({ vendor, models, useCases, mayWrite }: Props) {
  const { t, tell, locale } = useSpeech();
  return (
    <>
      <PageHeader
        title={vendor.name}
        crumbs={[{ label: t("delivery.vendors.title"), href: "/vendors" }, { label: vendor.name }]}
        meta={
          <>
            <Badge>{t(`delivery.vendor-type.${vendor.type}`)}</Badge>
            <span>{countryName(vendor.country, locale) ?? t("delivery.vendors.no-country")}</span>
          </>
        }
        actions={mayWrite && <ButtonLink href={`/vendors/${vendor.id}/edit`}>{t("desk.edit")}</ButtonLink>}
      />
      <Section title={t("delivery.models.title")}>
        {models.length === 0 && <p>{t("delivery.models.none")}</p>}
        {models.length > 0 && (
          <DataTable
            caption={t("delivery.models.title")}
            hideCaption
            rows={models}
            rowKey={({ id }) => id}
            columns={[
              { key: "name", header: t("delivery.models.name"), cell: ({ name }) => name, rowHeader: true },
              {
                key: "hosting",
                header: t("delivery.models.hosting"),
                cell: ({ hosting }) => (isHosting(hosting) ? t(`delivery.hosting.${hosting}`) : t("desk.unknown")),
              },
            ]}
          />
        )}
        {mayWrite && models.map((model) => <ModelForm key={model.id} model={model} />)}
        {mayWrite && <ModelForm model={null} />}
      </Section>
      <Section title={t("delivery.vendors.cases")}>
        {useCases.length === 0 ? (
          <Empty title={t("delivery.vendors.no-cases")}>{t("delivery.vendors.no-cases.next")}</Empty>
        ) : (
          <DataTable
            caption={t("delivery.vendors.cases")}
            hideCaption
            rows={useCases}
            rowKey={({ reference }) => reference}
            rowHref={({ reference }) => `/use-cases/${reference}`}
            columns={[
              {
                key: "reference",
                header: t("delivery.vendors.reference"),
                cell: ({ reference }) => reference,
                width: "fit",
              },
              { key: "title", header: t("delivery.sign-off.case"), cell: ({ title }) => tell(title), rowHeader: true },
              {
                key: "stage",
                header: t("delivery.pipeline.stage"),
                cell: ({ stage }) => <StageBadge stage={stage} />,
                width: "fit",
              },
            ]}
          />
        )}
      </Section>
    </>
  );
}
