-- Extensions. The server must have been started with shared_preload_libraries = pg_stat_statements,pg_cron and cron.database_name = postgres:
-- pg_cron exists once a server, in that database; pg_partman works where the partitions are.
\echo '- extensions pg_cron and pg_stat_statements in database postgres, pg_partman in database' :db
\connect postgres

CREATE EXTENSION IF NOT EXISTS pg_cron;
-- Here, and not beside the tables: default privileges and audit look at everything in schema public there.
CREATE EXTENSION IF NOT EXISTS pg_stat_statements;

SELECT format('GRANT CONNECT ON DATABASE postgres TO %I', :'owner')
WHERE NOT has_database_privilege(:'owner', 'postgres', 'CONNECT')
\gexec
GRANT USAGE ON SCHEMA cron TO :"owner";
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA cron TO :"owner";
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA cron TO :"owner";
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA cron TO :"owner";

\connect :"db"

CREATE SCHEMA IF NOT EXISTS partman;
CREATE EXTENSION IF NOT EXISTS pg_partman WITH SCHEMA partman;

-- The owner makes partitions: pg_partman keeps a template table in its schema for each partitioned one.
GRANT USAGE, CREATE ON SCHEMA partman TO :"owner";
GRANT ALL ON ALL TABLES IN SCHEMA partman TO :"owner";
GRANT ALL ON ALL SEQUENCES IN SCHEMA partman TO :"owner";
GRANT EXECUTE ON ALL ROUTINES IN SCHEMA partman TO :"owner";
