-- A target that is taken away ends on a day; what was aimed at before stays known.
DO $$ BEGIN
  ALTER TABLE "target" ALTER COLUMN "value" DROP NOT NULL;
END $$;
