#!/bin/sh
# Run once by the Postgres image on an empty volume: the owner of Holdfast's tables, no superuser.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$POSTGRES_PASSWORD" --username "$POSTGRES_USER" <<'SQL'
CREATE ROLE holdfast LOGIN CREATEROLE PASSWORD :'password';
CREATE DATABASE holdfast OWNER holdfast ENCODING 'UTF8' TEMPLATE template0;
SQL
