import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { StaffArea } from "@/lib/i18n/staff-messages";

type ClientWordsProps = { areas: readonly StaffArea[]; children: ReactNode };

/**
 * Sends the words of these areas to the browser, for parts that run there; `ui` always comes along.
 * Parts that run on the server need none, so a page sends what its forms say and no more.
 */
export async function ClientWords({ areas, children }: ClientWordsProps) {
  const all = await getMessages();
  const sent = Object.fromEntries(["ui" as const, ...areas].map((area) => [area, all[area]]));
  return <NextIntlClientProvider messages={sent}>{children}</NextIntlClientProvider>;
}
