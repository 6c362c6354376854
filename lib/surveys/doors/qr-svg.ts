import { encode } from "uqr";

/** The quiet edge that readers need, in modules. */
const BORDER = 4;

export type QrCode = {
  /** Modules on each side, the edge among them. */
  size: number;
  /** The dark modules as one path of unit squares. */
  path: string;
};

/** Error correction M: it still reads with a smudge or a fold. */
export function qrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: "M", border: BORDER });
  const squares = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return { size, path: squares.join("") };
}

/** A file to print: black on white whatever the page's colours are. */
export function qrSvgFile({ size, path }: QrCode): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`;
}
