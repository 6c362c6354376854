export type ErasedPerson = {
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  externalId: string | null;
};

const SHORTEST_NAME = 2;
const SPECIAL = /[\\^$.*+?()[\]{}|]/g;
/** Between first and last name: a blank, a comma, the border of a column. */
const BETWEEN = "[^\\p{L}\\p{N}]{1,5}";

function isName(name: string | null): name is string {
  return name !== null && name.trim().length >= SHORTEST_NAME;
}

function escaped(text: string): string {
  return text.trim().replace(SPECIAL, "\\$&");
}

function word(text: string): string {
  return `(?<![\\p{L}\\p{N}])${text}(?![\\p{L}\\p{N}])`;
}

function namesOf(person: ErasedPerson): string[] {
  return [person.firstName, person.lastName].filter(isName).map(escaped);
}

/** The address, and first and last name side by side in either order. */
function fullNames(person: ErasedPerson): string[] {
  const [first, last] = namesOf(person);
  const parts = person.email ? [escaped(person.email)] : [];
  if (first === undefined || last === undefined) return parts;
  return [...parts, word(`${first}${BETWEEN}${last}`), word(`${last}${BETWEEN}${first}`)];
}

function expression(parts: string[]): RegExp | null {
  return parts.length > 0 ? new RegExp(parts.join("|"), "giu") : null;
}

/** What names one person in any text. A single name is shared with others and says nothing by itself. */
export function personExpression(person: ErasedPerson): RegExp | null {
  return expression(fullNames(person));
}

/** In what was written about this very person, each name counts alone too. */
export function closeExpression(person: ErasedPerson): RegExp | null {
  return expression([...fullNames(person), ...namesOf(person).map(word)]);
}

/** Whether a piece of a file has a row of this person. */
export function isInText(person: ErasedPerson, text: string): boolean {
  return personExpression(person)?.test(text) ?? false;
}

/** The longest part every locale of the database folds the case of, as a pattern of LIKE. */
function likePattern(text: string): string {
  const parts = text.match(/[\x20-\x7e]+/g) ?? [];
  const longest = parts.toSorted((a, b) => b.length - a.length)[0] ?? text;
  return `%${longest.trim().replace(/[\\%_]/g, "\\$&")}%`;
}

/**
 * Finds the rows to look at more closely: those with the address, or with both names. Every text in
 * which the expressions above find something is among them.
 */
export function roughPatterns(person: ErasedPerson): { email: string; names: [string, string] } {
  const nothing = "";
  const { firstName, lastName, email } = person;
  const hasBoth = isName(firstName) && isName(lastName);
  return {
    email: email ? likePattern(email) : nothing,
    names: hasBoth ? [likePattern(firstName), likePattern(lastName)] : [nothing, nothing],
  };
}
