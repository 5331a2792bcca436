/** What a colour would say; each tone also has a shape, so that nothing depends on seeing the colour. */
export type Tone = "neutral" | "accent" | "good" | "bad" | "warning";

const SHAPES: Record<Tone | "info", string> = {
  neutral: "M2 5h8v2H2z",
  accent: "M6 1l5 5-5 5-5-5z",
  info: "M6 1a5 5 0 110 10A5 5 0 016 1zM5.2 5.2v3.6h1.6V5.2zM5.2 2.8v1.6h1.6V2.8z",
  good: "M1 6.4l1.5-1.5 2.2 2.2 4.8-4.8L11 3.8 4.7 10z",
  bad: "M3.2 1.6L6 4.4l2.8-2.8 1.6 1.6L7.6 6l2.8 2.8-1.6 1.6L6 7.6l-2.8 2.8-1.6-1.6L4.4 6 1.6 3.2z",
  warning: "M6 .8l5.6 10.4H.4zM5.3 4.4l.2 3.4h1l.2-3.4zM5.3 8.6V10h1.4V8.6z",
};

export function ToneShape({ tone }: { tone: Tone | "info" }) {
  return (
    <svg className="shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      <path d={SHAPES[tone]} fillRule="evenodd" />
    </svg>
  );
}
