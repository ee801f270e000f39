-- The nightly jobs, after the migrations. Run by the owner, connected to database :db; jobs belong to whoever schedules them, and the owner's may
-- touch the tables. A job of the same name is changed, never doubled.
\echo '- what migrations made: partitions with policies, views that ask with the rights of the asker'
SELECT tenancy.secure_partitions() AS partitions, tenancy.secure_views() AS views \gset
\echo '  changed:' :partitions 'partitions,' :views 'views'

SELECT to_regprocedure('archive.process_archived_partitions(boolean)') IS NOT NULL AS migrated \gset
\if :migrated
\else
DO $$ BEGIN
    RAISE EXCEPTION 'function archive.process_archived_partitions(boolean) is missing: the migrations have not been run'
        USING HINT = 'Run the job db-migrate first.';
END $$;
\endif

\echo '- jobs of pg_cron, all times UTC'
\connect postgres
-- Detaches what is past its retention and makes the partitions of the days to come.
SELECT cron.schedule_in_database('partman-maintenance', '0 2 * * *', 'CALL partman.run_maintenance_proc()', :'db') AS job \gset
-- Neither PostgreSQL nor pg_partman gives a new partition the policy of its parent. They are made days ahead, so half an hour later is in time.
SELECT cron.schedule_in_database('partition-isolation', '30 2 * * *', 'SELECT tenancy.secure_partitions()', :'db') AS job \gset
-- Exports what was detached and drops it once exported.
SELECT cron.schedule_in_database(
    'archive-processing', '0 3 * * *', 'SELECT * FROM archive.process_archived_partitions(p_dry_run := FALSE)', :'db') AS job \gset

SELECT jobname, schedule, database, username, active, command FROM cron.job WHERE username = current_user ORDER BY schedule;
