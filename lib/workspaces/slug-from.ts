const LETTERS: Record<string, string> = { æ: "ae", ø: "o", å: "a", ß: "ss", þ: "th", ð: "d" };

/** A workspace's part of the address, from its name. */
export function slugFrom(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[æøåßþð]/g, (letter) => LETTERS[letter] ?? "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40)
    .replace(/-+$/, "");
  return plain || "workspace";
}
