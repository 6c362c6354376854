import type { Language } from "./languages";
import { da } from "./staff/da/all";
import { en, type StaffMessages } from "./staff/en/all";
import { fi } from "./staff/fi/all";
import { nb } from "./staff/nb/all";
import { sv } from "./staff/sv/all";

/** What colleagues read, in the languages respondents are written to in. */
export const STAFF_MESSAGES: Record<Language, StaffMessages> = { en, da, sv, nb, fi };

export type StaffArea = keyof StaffMessages;

declare module "use-intl" {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be merged into the library's own.
  interface AppConfig {
    Messages: StaffMessages;
  }
}
