export type * from "./loyalty/assessment-types";
export type * from "./loyalty/types";
