"use client";

import { useState } from "react";
import { useFormState } from "./form-context";

type SeenValuesProps = { values: Readonly<Record<string, string | number | boolean | null>> };

/**
 * What the fields of a form held when it was opened, sent along so that nobody overwrites unseen what a colleague
 * changed since. Fields that were not touched then keep the colleague's.
 */
export function SeenValues({ values }: SeenValuesProps) {
  // A page that is loaded anew under an open form leaves what is typed there, and so this.
  const [opened] = useState(() => JSON.stringify(values));
  const refused = useFormState().values;
  return <input type="hidden" name="seen" value={refused?.seen ?? opened} />;
}
