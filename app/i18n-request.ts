import { getRequestConfig } from "next-intl/server";
import { readerLanguage } from "@/lib/auth/reader-language";
import { STAFF_MESSAGES } from "@/lib/i18n/staff-messages";
import { onWordError } from "@/lib/i18n/staff-words";

export default getRequestConfig(async () => {
  const language = await readerLanguage();
  return { locale: language, messages: STAFF_MESSAGES[language], onError: onWordError };
});
