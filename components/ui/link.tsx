import NextLink from "next/link";
import type { ComponentProps } from "react";

/**
 * A link inside the app. Nothing is fetched ahead: every page is made for its reader when it is opened, and a list
 * of fifty accounts asked the server for fifty pages that nobody had opened, and for nothing they show.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
