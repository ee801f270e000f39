-- Everything that must exist before the first migration. Run by the master user in database :db; running it again changes nothing.
-- psql variables: db owner admin app. Passwords are set after it, by passwords.sql, so that no role can log in before its rights are right.
\ir roles.sql
\ir extensions.sql
\ir grants.sql
\ir tenancy.sql
