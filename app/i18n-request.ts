import { headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { currentUser } from "@/lib/auth/session";
import { type Language, toLanguage } from "@/lib/i18n/languages";
import { STAFF_MESSAGES } from "@/lib/i18n/staff-messages";
import { onWordError } from "@/lib/i18n/staff-words";

/** The first language of the browser that we write in. */
async function languageOfBrowser(): Promise<Language> {
  const wished = (await headers()).get("accept-language") ?? "";
  const known = wished.split(",").map((part) => toLanguage(part.split(";")[0] ?? null));
  return known.find((language) => language !== null) ?? "en";
}

/** The language of a request: the signed-in person's own, else the browser's. */
export default getRequestConfig(async () => {
  const language = toLanguage((await currentUser())?.locale ?? null) ?? (await languageOfBrowser());
  return { locale: language, messages: STAFF_MESSAGES[language], onError: onWordError };
});
