type Closable = { readonly closedDay: number | null };

export function isOpen(event: Closable, asOfDay: number): boolean {
  return event.closedDay === null || event.closedDay > asOfDay;
}

export function isOverdue(
  event: Closable & { readonly dueDay: number | null },
  asOfDay: number,
): boolean {
  return event.dueDay !== null && event.dueDay < asOfDay && isOpen(event, asOfDay);
}
