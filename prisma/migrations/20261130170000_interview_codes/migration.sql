-- What an interview was about: the drivers a customer praised and criticised, coded by whoever spoke with them.
DO $$
BEGIN
  ALTER TABLE "touch" ADD COLUMN "praised_drivers" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];
  ALTER TABLE "touch" ADD COLUMN "criticised_drivers" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];
END $$;

DO $$
BEGIN
  ALTER TABLE touch DROP CONSTRAINT touch_kind_check;
  ALTER TABLE touch ADD CONSTRAINT touch_kind_check CHECK (kind IN ('call', 'meeting', 'visit', 'email', 'note', 'thanks', 'interview'));
  ALTER TABLE touch ADD CONSTRAINT touch_drivers_check CHECK (
    praised_drivers || criticised_drivers <@ ARRAY['added_value', 'service', 'communication', 'incentives', 'trust']);
END $$;
