/** Lines to be typed or sent, as they are; long ones scroll, by keyboard too. */
export function Code({ label, children }: { label: string; children: string }) {
  return (
    <section className="code" aria-label={label}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <pre tabIndex={0}>
        <code>{children}</code>
      </pre>
    </section>
  );
}
