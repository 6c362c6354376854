-- What a client sent through the API is undone as what a file brought: by key, kind, source and hour.
DO $$
BEGIN
  ALTER TABLE "import_batch" ADD COLUMN     "via" TEXT NOT NULL DEFAULT 'file';
  ALTER TABLE import_batch ADD CONSTRAINT import_batch_via_check CHECK (via IN ('file', 'api'));
END $$;
