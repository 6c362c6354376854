import { headers } from "next/headers";
import { isAppError } from "@/lib/errors";
import { type Language, toLanguage } from "@/lib/i18n/languages";
import { currentUser } from "./session";

/** The first language of the browser that we write in. */
async function languageOfBrowser(): Promise<Language> {
  const wished = (await headers()).get("accept-language") ?? "";
  const known = wished.split(",").map((part) => toLanguage(part.split(";")[0] ?? null));
  return known.find((language) => language !== null) ?? "en";
}

/** Also what says that the database does not answer has to be in a language. */
async function languageOfUser(): Promise<Language | null> {
  try {
    return toLanguage((await currentUser())?.locale ?? null);
  } catch (error) {
    if (isAppError(error) && error.code === "UNAVAILABLE") return null;
    throw error;
  }
}

/** The language of a request: the signed-in person's own, else the browser's. */
export async function readerLanguage(): Promise<Language> {
  return (await languageOfUser()) ?? (await languageOfBrowser());
}
