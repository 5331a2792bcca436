import type { Told } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";
import { Unbroken } from "#app/ui/unbroken";

/** A case by its reference and title, which leads to its card. */
export function CaseLink({ reference, title }: { reference: string; title: Told | null }) {
  const { tell } = useSpeech();
  return (
    <a href={`/use-cases/${reference}`}>
      <Unbroken>{`${reference} ${tell(title)}`}</Unbroken>
    </a>
  );
}
