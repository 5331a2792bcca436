/** A mail as HTML: one narrow sheet that reads in any mail program, in the light and in the dark, with or without images. */
export interface Letter {
  lang: string;
  brand: string;
  title: string;
  greeting: string;
  lead: string;
  items: { text: string; quote: string; href: string }[];
  /** What is said below the items, such as how many more there are. */
  after: string;
  action: { label: string; href: string };
  foot: { text: string; links: { label: string; href: string }[] };
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** A text as HTML that says the same and does nothing else. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

const STYLE = `
body { margin: 0; padding: 24px 12px; background: #eef1ec; color: #171c19; font: 16px/1.5 Georgia, 'Times New Roman', serif; }
.sheet { max-width: 36em; margin: 0 auto; padding: 24px; background: #fcfcfa; border: 1px solid #cdd2cb; border-top: 3px double #15447c; }
h1 { margin: 0 0 16px; font-size: 20px; line-height: 1.3; }
p { margin: 0 0 16px; }
.brand { font-weight: bold; color: #15447c; }
.item { margin: 0; padding: 12px 0; border-top: 1px solid #cdd2cb; }
.quote { margin: 6px 0 0; padding-left: 12px; border-left: 3px solid #cdd2cb; color: #4d554f; white-space: pre-line; }
a { color: #15447c; }
.action { padding-top: 16px; border-top: 1px solid #cdd2cb; }
.foot { max-width: 36em; margin: 16px auto 0; padding: 0 24px; color: #4d554f; font-size: 14px; }
@media (prefers-color-scheme: dark) {
  body { background: #101411 !important; color: #e9ece8 !important; }
  .sheet { background: #181d1a !important; border-color: #3c453f !important; border-top-color: #93bdec !important; }
  .brand, a { color: #93bdec !important; }
  .item, .action { border-color: #3c453f !important; }
  .quote, .foot { color: #aab2ac !important; border-color: #3c453f !important; }
}`;

/** The whole document. Every text is escaped; links are the sender's own. */
export function letterHtml(letter: Letter): string {
  const link = ({ label, href }: { label: string; href: string }) =>
    `<a href="${escapeHtml(href)}">${escapeHtml(label)}</a>`;
  const items = letter.items.map(
    ({ text, quote, href }) =>
      `<div class="item">${link({ label: text, href })}${quote ? `<div class="quote">${escapeHtml(quote)}</div>` : ""}</div>`,
  );
  return `<!doctype html>
<html lang="${escapeHtml(letter.lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(letter.title)}</title>
<style>${STYLE}
</style>
</head>
<body>
<div class="sheet">
<p class="brand">${escapeHtml(letter.brand)}</p>
<h1>${escapeHtml(letter.title)}</h1>
<p>${escapeHtml(letter.greeting)}</p>
<p>${escapeHtml(letter.lead)}</p>
${items.join("\n")}
${letter.after ? `<p class="item">${escapeHtml(letter.after)}</p>` : ""}
<p class="action">${link(letter.action)}</p>
</div>
<p class="foot">${escapeHtml(letter.foot.text)}<br>${letter.foot.links.map(link).join(" · ")}</p>
</body>
</html>
`;
}

/** The same as plain text. */
export function letterText(letter: Letter): string {
  const quoted = (text: string) =>
    text
      .split("\n")
      .map((line) => `  > ${line}`)
      .join("\n");
  const items = letter.items.map(({ text, quote, href }) =>
    [`- ${text}`, ...(quote ? [quoted(quote)] : []), `  ${href}`].join("\n"),
  );
  const parts = [
    letter.greeting,
    letter.lead,
    ...items,
    ...(letter.after ? [letter.after] : []),
    `${letter.action.label}\n${letter.action.href}`,
    `-- \n${letter.foot.text}`,
    ...letter.foot.links.map(({ label, href }) => `${label}\n${href}`),
  ];
  return `${parts.join("\n\n")}\n`;
}
