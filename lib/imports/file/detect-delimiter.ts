export const DELIMITERS = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

const RECORDS_LOOKED_AT = 30;

/** How often the mark stands outside quotes in each of the first records. */
function countsPerRecord(text: string, delimiter: string): number[] {
  const counts: number[] = [];
  let count = 0;
  let length = 0;
  let isQuoted = false;
  for (const char of text) {
    if (char === '"') isQuoted = !isQuoted;
    else if (!isQuoted && char === delimiter) count += 1;
    else if (!isQuoted && char === "\n") {
      if (length > 0) counts.push(count);
      count = 0;
      length = -1;
      if (counts.length === RECORDS_LOOKED_AT) break;
    }
    if (char !== "\r") length += 1;
  }
  if (length > 0 && counts.length === 0) counts.push(count);
  return counts;
}

/** The mark that splits the header into columns and does so alike in the rows below it. */
export function detectDelimiter(sample: string): Delimiter {
  const named = /^sep=(.)\r?\n/i.exec(sample);
  const said = DELIMITERS.find((delimiter) => delimiter === named?.[1]);
  if (said) return said;
  let best: { delimiter: Delimiter; score: number } = { delimiter: ",", score: 0 };
  for (const delimiter of DELIMITERS) {
    const [header = 0, ...rows] = countsPerRecord(sample, delimiter);
    const alike = rows.filter((count) => count === header).length;
    const score = header === 0 ? 0 : header + 1000 * (rows.length ? alike / rows.length : 1);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}
