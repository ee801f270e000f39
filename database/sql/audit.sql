-- The checklist for new tables asked of every table there is, and of the roles. Run by the owner in the database of the tables.
-- psql variables: owner admin app minimum_tables. Standard input: accepted-exceptions.csv. The last line of the output is "audit: N findings".
SET client_min_messages = warning;
\ir audit-accepted.sql
\ir audit-subjects.sql
CREATE TEMP TABLE finding (subject text, root text, finding text, detail text, acceptable boolean DEFAULT true);
\ir audit-tables.sql
\ir audit-access.sql
\ir audit-roles.sql
\ir audit-report.sql
