"use client";

import { useActionState } from "react";
import { signInAction } from "./actions";

export function SignInForm({ next }: { next: string }) {
  const [state, action] = useActionState(signInAction, null);
  const failure = state && !state.ok ? state : null;
  return (
    <form action={action}>
      <input type="hidden" name="next" value={next} />
      {failure && <p role="alert">{failure.message}</p>}
      <label>
        E-mail <input name="email" type="email" defaultValue={failure?.values.email} />
      </label>
      <label>
        Password <input name="password" type="password" />
      </label>
      <button type="submit">Sign in</button>
    </form>
  );
}
