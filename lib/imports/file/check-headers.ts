import { AppError } from "@/lib/errors";

export const MAX_COLUMNS = 200;
const MAX_HEADER_LENGTH = 200;
// Tabs and line ends are blanks; every other control character is damage.
const CONTROL = /(?![\t\n\r])\p{Cc}/u;

function refuse(message: string): never {
  throw new AppError("INVALID_INPUT", message);
}

function checkNames(headers: readonly string[]): void {
  const seen = new Map<string, number>();
  headers.forEach((header, i) => {
    if (header === "") return;
    if (CONTROL.test(header)) refuse(`The name of column ${i + 1} holds unreadable characters.`);
    if (header.length > MAX_HEADER_LENGTH) {
      refuse(`The name of column ${i + 1} is longer than ${MAX_HEADER_LENGTH} characters.`);
    }
    const earlier = seen.get(header);
    if (earlier !== undefined) {
      refuse(
        `Columns ${earlier + 1} and ${i + 1} have the same name, "${header}". Rename or remove one.`,
      );
    }
    seen.set(header, i);
  });
}

/** Names of the columns as shown and mapped. Columns without a name stay, as "", and are not read. */
export function checkHeaders(cells: readonly string[]): string[] {
  const headers = cells.map((cell) => cell.trim().replace(/\s+/g, " "));
  while (headers.at(-1) === "") headers.pop();
  if (headers.length === 0)
    refuse("The first row is empty. It must hold the names of the columns.");
  if (headers.length > MAX_COLUMNS) {
    refuse(`The file has ${headers.length} columns; ${MAX_COLUMNS} is the most. Remove some.`);
  }
  checkNames(headers);
  return headers;
}
