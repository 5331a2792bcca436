import encodeQR from "qr";

export interface QrCodeProps {
  text: string;
  /** What it leads to, for those who do not see it. */
  label: string;
}

/** Cells of silence around the code that a camera needs. */
const QUIET = 4;

/** An address for a camera, dark on light whatever the theme. The address belongs beside it in words. */
export function QrCode({ text, label }: QrCodeProps) {
  const cells = encodeQR(text, "raw", { ecc: "medium", border: QUIET });
  const size = cells.length;
  // Neighbours in a row as one stroke: a third of the bytes of a square each.
  let path = "";
  cells.forEach((row, y) => {
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue;
      let end = x;
      while (row[end + 1]) end += 1;
      path += `M${x} ${y}h${end - x + 1}v1h-${end - x + 1}z`;
      x = end;
    }
  });
  return (
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <title>{label}</title>
      <rect className="qr-paper" width={size} height={size} />
      <path className="qr-ink" d={path} />
    </svg>
  );
}
