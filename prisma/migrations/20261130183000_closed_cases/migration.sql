-- What was done when a complaint or a case was closed, in a colleague's words.
DO $$
BEGIN
  ALTER TABLE "complaint" ADD COLUMN "closed_note" TEXT;
  ALTER TABLE "case_file" ADD COLUMN "closed_note" TEXT;
END $$;
