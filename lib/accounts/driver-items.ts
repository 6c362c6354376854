/** What moves loyalty, as surveys ask for it and interviews are coded. */
export const DRIVER_ITEMS = [
  "added_value",
  "service",
  "communication",
  "incentives",
  "trust",
] as const;
export type DriverItem = (typeof DRIVER_ITEMS)[number];
