/** A cell that a spreadsheet would take for a formula gets a quote before it; our import takes it off again. */
export function inertCell(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
