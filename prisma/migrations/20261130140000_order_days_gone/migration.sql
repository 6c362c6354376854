-- Order days lie in account_history; nothing wrote or read this table since.
DO $$ BEGIN
  DROP TABLE "account_order_day";
END $$;
