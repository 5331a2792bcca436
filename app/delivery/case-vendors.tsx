import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { FormActions, Hidden } from "#app/ui/form";
import { Disclosure, Row, Section } from "#app/ui/page";
import type { PocPage } from "./poc-page.server";

/** Who the case works with: the register, from the case's side. */
export function CaseVendors({ page }: { page: PocPage }) {
  const { t } = useSpeech();
  const { field } = useForm("link");
  const { vendors, choices, mayLink } = page;
  const others = choices.vendors.filter(({ id, retired }) => !retired && !vendors.some((vendor) => vendor.id === id));
  return (
    <Section title={t("delivery.vendors.of-case")}>
      {vendors.length === 0 && <p>{t("delivery.vendors.of-case.none")}</p>}
      {vendors.map(({ id, name }) => (
        <Row key={id}>
          <a href={`/registers/vendors/${id}`}>{name}</a>
          {mayLink && (
            <form method="post">
              <Hidden values={{ intent: "unlink", vendorId: id }} />
              <Button variant="plain" aria-label={t("delivery.vendors.unlink.one", { name })}>
                {t("delivery.vendors.unlink")}
              </Button>
            </form>
          )}
        </Row>
      ))}
      {mayLink && others.length > 0 && (
        <Disclosure summary={t("delivery.vendors.link")}>
          <form method="post" className="form">
            <Hidden values={{ intent: "link" }} />
            <Select
              {...field("vendorId")}
              id="link-vendor"
              label={t("delivery.poc.vendor")}
              empty={t("delivery.choose")}
              options={others.map(({ id, name }) => ({ value: String(id), label: name }))}
              required
            />
            <FormActions>
              <Button variant="quiet">{t("delivery.vendors.link.submit")}</Button>
            </FormActions>
          </form>
        </Disclosure>
      )}
    </Section>
  );
}
