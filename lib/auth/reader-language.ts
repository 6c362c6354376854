import { headers } from "next/headers";
import { type Language, toLanguage } from "@/lib/i18n/languages";
import { currentUser } from "./session";

/** The first language of the browser that we write in. */
async function languageOfBrowser(): Promise<Language> {
  const wished = (await headers()).get("accept-language") ?? "";
  const known = wished.split(",").map((part) => toLanguage(part.split(";")[0] ?? null));
  return known.find((language) => language !== null) ?? "en";
}

/** The language of a request: the signed-in person's own, else the browser's. */
export async function readerLanguage(): Promise<Language> {
  return toLanguage((await currentUser())?.locale ?? null) ?? (await languageOfBrowser());
}
