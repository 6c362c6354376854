/** The id that no row has. */
export const NO_ID = "00000000-0000-0000-0000-000000000000";

/** An id (uuid) as the 16 bytes it stands for: links carry ids in this form. */
export function idToBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll("-", ""), "hex");
}

export function bytesToId(bytes: Buffer): string {
  const hex = bytes.toString("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}
