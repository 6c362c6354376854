DO $$ BEGIN
  -- An alert is a mail to a colleague: its row names the answer in its payload and no invitation, so that
  -- what a mail server reports of it says nothing of the customer.
  DROP INDEX "mail_outbox_alert_key";
  CREATE UNIQUE INDEX "mail_outbox_alert_key" ON "mail_outbox"("workspace_id", "employee_id", (payload->>'invitationId')) WHERE kind = 'alert';
END $$;
