#!/bin/sh
# roles.sh: whether every role may do what tests/cases/roles.txt says with every
# object, no more and no less; prints what differs ("-" the table, "+" the
# database).  Needs the database of tests/postgres.sh with its schema.
set -eu
table=tests/cases/roles.txt
{
	grep '^#' $table
	psql -X -U postgres -v ON_ERROR_STOP=1 -f tests/roles.sql | sed 's/ *$//'
} | diff -u $table -
