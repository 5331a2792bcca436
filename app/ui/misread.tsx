import type { Misreading } from "#app/kernel/misread";
import { useSpeech } from "#app/locales/use-speech";
import { Notice } from "./page";

/** Names what an address says and the page could not read, and leads to the page without it. */
export function MisreadNotice({ parts, href }: Misreading) {
  const { t } = useSpeech();
  if (parts.length === 0) return null;
  return (
    <Notice tone="warning" title={t("shell.misread", { count: parts.length })}>
      <ul>
        {parts.map(({ name, said, why }) => (
          <li key={name}>
            <code className="unbroken">{`${name}=${said}`}</code> {t(`shell.misread.${why}`)}
          </li>
        ))}
      </ul>
      <a href={href}>{t("shell.misread.without")}</a>
    </Notice>
  );
}
