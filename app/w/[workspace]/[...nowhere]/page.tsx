import { notFound } from "next/navigation";

/** An address of the workspace without a page is said inside its frame, with the menu beside it. */
export default function NowherePage() {
  notFound();
}
