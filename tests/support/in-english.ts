import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { IntlProvider } from "use-intl/react";
import { STAFF_MESSAGES } from "@/lib/i18n/staff-messages";

/** A part of a page as markup, with the interface's words around it as a page has them. */
export function markupInEnglish(children: ReactNode): string {
  return renderToStaticMarkup(
    createElement(IntlProvider, { locale: "en", messages: STAFF_MESSAGES.en, children }),
  );
}
