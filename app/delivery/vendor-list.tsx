import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink } from "#app/ui/button";
import { Empty, PageHeader } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { countryName, type VendorType } from "./vendors";

interface Props {
  vendors: { id: number; name: string; type: VendorType; country: string | null; models: number; useCases: number }[];
  mayWrite: boolean;
}

/** The register of vendors. */
export function VendorList({ vendors, mayWrite }: Props) {
  const { t, number, locale } = useSpeech();
  const add = mayWrite && <ButtonLink href="/vendors/new">{t("delivery.vendors.add")}</ButtonLink>;
  return (
    <>
      <PageHeader
        title={t("delivery.vendors.title")}
        lead={t("delivery.vendors.lead")}
        actions={vendors.length > 0 && add}
      />
      {vendors.length === 0 ? (
        <Empty title={t("delivery.vendors.none")} action={add || undefined}>
          {t(mayWrite ? "delivery.vendors.none.next" : "delivery.vendors.none.others")}
        </Empty>
      ) : (
        <DataTable
          caption={t("delivery.vendors.title")}
          hideCaption
          rows={vendors}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `/vendors/${id}`}
          narrow="cards"
          columns={[
            { key: "name", header: t("delivery.vendors.name"), cell: ({ name }) => name, rowHeader: true },
            { key: "type", header: t("delivery.vendors.type"), cell: ({ type }) => t(`delivery.vendor-type.${type}`) },
            {
              key: "country",
              header: t("delivery.vendors.country"),
              cell: ({ country }) => countryName(country, locale) ?? t("desk.unknown"),
            },
            { key: "models", header: t("delivery.models.title"), cell: ({ models }) => number(models), numeric: true },
            {
              key: "cases",
              header: t("delivery.vendors.cases"),
              cell: ({ useCases }) => number(useCases),
              numeric: true,
            },
          ]}
        />
      )}
    </>
  );
}
