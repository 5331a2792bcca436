import { useForm } from "#app/answer";
import type { Told } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";
import { Select } from "#app/ui/choice";

interface CampaignFieldProps {
  campaigns: readonly { slug: string; name: Told }[];
  /** The one that is chosen to begin with. */
  chosen: string | null;
}

/** For which campaign a case is put in; nothing where none runs. */
export function CampaignField({ campaigns, chosen }: CampaignFieldProps) {
  const { t, tell } = useSpeech();
  const { field } = useForm();
  if (campaigns.length === 0) return null;
  return (
    <Select
      {...field("campaign", chosen)}
      label={t("campaigns.field.campaign")}
      hint={t("campaigns.field.campaign.hint")}
      empty={t("campaigns.field.campaign.none")}
      options={campaigns.map(({ slug, name }) => ({ value: slug, label: tell(name) }))}
    />
  );
}
