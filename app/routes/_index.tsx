import type { LoaderFunctionArgs } from "@remix-run/node";
import { ask } from "#app/desk.server";
import { useSpeech } from "#app/locales/use-speech";
import { PageHeader } from "#app/ui/page";

export const loader = (args: LoaderFunctionArgs) => ask(async () => null)(args);

export default function Home() {
  const { t } = useSpeech();
  return <PageHeader title={t("desk.nav.home")} />;
}
