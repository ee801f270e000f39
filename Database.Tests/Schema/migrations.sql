-- A schema like the application's, made by the owner as Flyway would make it: the nine tables that the deployment guide names, a table with a
-- sequence, a partitioned one managed by pg_partman, deliberately global ones, a view, and the archive of detached partitions.
CREATE TABLE tenant (id uuid PRIMARY KEY, name text NOT NULL);
ALTER TABLE tenant ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant FORCE ROW LEVEL SECURITY;
CREATE POLICY rls_tenant ON tenant USING (id = current_setting('app.tenant_id')::uuid);

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY[
        'tenant_invitation', 'user_registration', 'oauth_authorization', 'oauth_token', 'identity_provider_connection', 'client_configuration',
        'user_session', 'authentication_device', 'tenant_attributes']
    LOOP
        EXECUTE format('CREATE TABLE %I (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), tenant_id uuid NOT NULL, payload text)', name);
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY %I ON %I USING (tenant_id = current_setting(''app.tenant_id'')::uuid)', 'rls_' || name, name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE INDEX %I ON %I (tenant_id)', 'idx_' || name || '_tenant_id', name);
        EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (tenant_id) REFERENCES tenant (id)', name, 'fk_' || name || '_tenant');
    END LOOP;
END
$$;

CREATE TABLE audit_note (id bigserial PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES tenant (id), payload text);
ALTER TABLE audit_note ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_note FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation_policy ON audit_note USING (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE INDEX idx_audit_note_tenant_created ON audit_note (tenant_id, id);

CREATE TABLE security_event (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    tenant_id uuid NOT NULL REFERENCES tenant (id),
    payload text,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id, created_at)
) PARTITION BY RANGE (created_at);
ALTER TABLE security_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE security_event FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation_policy ON security_event USING (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE INDEX idx_events_tenant ON security_event (tenant_id);

-- The argument means something else before version 5.
SELECT partman.create_parent(
    p_parent_table := 'public.security_event',
    p_control := 'created_at',
    p_type := CASE WHEN split_part(extversion, '.', 1)::int < 5 THEN 'native' ELSE 'range' END,
    p_interval := '1 day',
    p_premake := 3)
FROM pg_extension WHERE extname = 'pg_partman';
UPDATE partman.part_config SET infinite_time_partitions = true WHERE parent_table = 'public.security_event';

CREATE TABLE organization (id uuid PRIMARY KEY, name text NOT NULL);
CREATE TABLE system_configuration (id text PRIMARY KEY, configuration jsonb NOT NULL DEFAULT '{}');
CREATE TABLE user_assigned_tenant (id uuid PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES tenant (id), user_id uuid NOT NULL, UNIQUE (tenant_id, user_id));

CREATE VIEW session_view AS SELECT s.id, t.name FROM user_session s JOIN tenant t ON t.id = s.tenant_id;

CREATE SCHEMA archive;
CREATE FUNCTION archive.process_archived_partitions(p_dry_run boolean DEFAULT false) RETURNS TABLE (table_name text, dropped boolean)
    LANGUAGE sql AS $$ SELECT tablename::text, false FROM pg_tables WHERE schemaname = 'archive' $$;
