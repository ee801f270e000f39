-- What is looked at: tables and partitions in every schema the application may enter. Tables elsewhere (templates of pg_partman, detached
-- partitions awaiting their export) it cannot name. Members of extensions count only where it holds a right.
CREATE TEMP TABLE subject AS
SELECT
    c.oid,
    CASE WHEN n.nspname = 'public' THEN c.relname ELSE n.nspname || '.' || c.relname END AS name,
    -- Partitions come and go by date, so an exception is said of the table they belong to.
    CASE WHEN rn.nspname = 'public' THEN r.relname ELSE rn.nspname || '.' || r.relname END AS root,
    CASE WHEN c.relispartition THEN 'partition' WHEN c.relkind = 'p' THEN 'partitioned' WHEN c.relkind = 'f' THEN 'foreign' ELSE 'table' END AS kind,
    c.relispartition AS is_partition, c.relrowsecurity, c.relforcerowsecurity, c.relowner,
    a.attnum AS tenant_column, a.attname AS tenant_column_name, a.atttypid AS tenant_type, a.attnotnull AS tenant_not_null
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_class r ON r.oid = coalesce(pg_partition_root(c.oid), c.oid)
JOIN pg_namespace rn ON rn.oid = r.relnamespace
LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped AND a.attnum > 0
    AND a.attname = CASE WHEN n.nspname = 'public' AND c.relname = 'tenant' THEN 'id' ELSE 'tenant_id' END
WHERE c.relkind IN ('r', 'p', 'f')
  AND n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema'
  AND has_schema_privilege(:'app', n.oid, 'USAGE')
  AND (has_table_privilege(:'app', c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE')
       OR NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e'));
