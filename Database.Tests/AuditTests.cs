using Database.Tests.Server;

namespace Database.Tests;

[NeedsPostgres]
public sealed class AuditTests
{
    private const string Owner = Deployment.Owner;
    private const string NewTable =
        "CREATE TABLE new_feature (id uuid PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES tenant (id));";
    private const string Right = "USING (tenant_id = current_setting('app.tenant_id')::uuid)";

    [Test]
    public async Task A_clean_schema_has_no_findings_and_every_table_is_listed()
    {
        await using var scratch = await Scratch.CopyAsync();
        var ran = await scratch.JobAsync("audit");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(ran.Out, Does.Contain("audit: 0 findings\n== done: no findings\n"));
            Assert.That(
                ran.Out,
                Does.Match(@"\n13 tables with tenant_id and \d+ partitions looked at; 5 findings accepted with a reason\n")
            );
            foreach (var table in Rows.Tables)
                Assert.That(ran.Out, Does.Match($@"\n {table} +\| (table|partitioned) +\| ok\n"), table);
        }
    }

    [TestCase(
        "ALTER TABLE user_session DISABLE ROW LEVEL SECURITY",
        "user_session",
        "no-rls",
        "row level security is not enabled"
    )]
    [TestCase("ALTER TABLE user_session NO FORCE ROW LEVEL SECURITY", "user_session", "no-force", "it does not bind the owner")]
    [TestCase("DROP POLICY rls_user_session ON user_session", "user_session", "no-policy", "no policy applies to idp_app_user")]
    [TestCase(
        "ALTER POLICY rls_user_session ON user_session USING (true)",
        "user_session",
        "wrong-policy",
        "policy rls_user_session: got true, want"
    )]
    [TestCase(
        "ALTER POLICY rls_user_session ON user_session USING (id = current_setting('app.tenant_id')::uuid)",
        "user_session",
        "wrong-policy",
        "policy rls_user_session: got (id = (current_setting('app.tenant_id'::text))::uuid), want (tenant_id = "
    )]
    [TestCase(
        "ALTER POLICY rls_user_session ON user_session USING (tenant_id = current_setting('app.tenant', true)::uuid)",
        "user_session",
        "wrong-policy",
        "app.tenant'::text, true"
    )]
    [TestCase(
        "CREATE POLICY back_door ON user_session FOR SELECT USING (payload IS NULL)",
        "user_session",
        "wrong-policy",
        "policy back_door"
    )]
    [TestCase(
        "ALTER POLICY rls_user_session ON user_session WITH CHECK (true)",
        "user_session",
        "wrong-policy",
        "with check true"
    )]
    [TestCase(
        "DROP POLICY rls_user_session ON user_session; CREATE POLICY reads ON user_session FOR SELECT " + Right,
        "user_session",
        "wrong-policy",
        "its policies leave out commands"
    )]
    [TestCase(
        "DROP POLICY rls_user_session ON user_session; CREATE POLICY others ON user_session TO idp_admin_user " + Right,
        "user_session",
        "no-policy",
        "no policy applies"
    )]
    [TestCase(
        "ALTER TABLE user_session ALTER tenant_id DROP NOT NULL",
        "user_session",
        "nullable-tenant-id",
        "tenant_id may be null"
    )]
    [TestCase("DROP INDEX idx_user_session_tenant_id", "user_session", "no-index", "no index begins with tenant_id")]
    [TestCase(
        "DROP INDEX idx_user_session_tenant_id; CREATE INDEX later_column ON user_session (id, tenant_id)",
        "user_session",
        "no-index",
        "no index begins with tenant_id"
    )]
    [TestCase(
        "DROP INDEX idx_user_session_tenant_id; CREATE INDEX some_rows ON user_session (tenant_id) WHERE payload IS NULL",
        "user_session",
        "no-index",
        "no index begins with tenant_id"
    )]
    [TestCase("DROP INDEX idx_events_tenant", "security_event", "no-index", "no index begins with tenant_id")]
    [TestCase(
        "ALTER TABLE user_session DROP CONSTRAINT fk_user_session_tenant",
        "user_session",
        "no-foreign-key",
        "no foreign key tenant_id to tenant (id)"
    )]
    [TestCase(
        "ALTER TABLE user_session DROP CONSTRAINT fk_user_session_tenant, ADD FOREIGN KEY (tenant_id) REFERENCES tenant (id) NOT VALID",
        "user_session",
        "no-foreign-key",
        "no foreign key"
    )]
    [TestCase(
        "REVOKE UPDATE, DELETE ON user_session FROM idp_app_user",
        "user_session",
        "missing-grant",
        "idp_app_user may not DELETE, UPDATE"
    )]
    [TestCase(
        "REVOKE SELECT ON user_session FROM idp_admin_user",
        "user_session",
        "missing-grant",
        "idp_admin_user may not SELECT"
    )]
    [TestCase(
        "REVOKE USAGE ON SEQUENCE audit_note_id_seq FROM idp_app_user",
        "audit_note",
        "missing-sequence-grant",
        "audit_note_id_seq"
    )]
    [TestCase("GRANT TRUNCATE ON user_session TO idp_app_user", "user_session", "truncate-grant", "which no policy stops")]
    [TestCase("ALTER TABLE tenant DISABLE ROW LEVEL SECURITY", "tenant", "no-rls", "row level security is not enabled")]
    [TestCase("CREATE TABLE another_global (id int)", "another_global", "no-tenant-id", "whose are its rows?")]
    [TestCase(
        "ALTER VIEW session_view RESET (security_invoker)",
        "session_view",
        "view-crosses-tenants",
        "want security_invoker"
    )]
    [TestCase(
        "CREATE MATERIALIZED VIEW heap AS SELECT * FROM user_session",
        "heap",
        "materialized-view",
        "policies do not apply to it"
    )]
    [TestCase(
        "CREATE FUNCTION peek() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM user_session'",
        "peek",
        "security-definer",
        "runs with the rights of idp, who crosses tenants"
    )]
    [TestCase("GRANT CREATE ON SCHEMA public TO idp_app_user", "schema public", "create-on-schema", "may create tables")]
    [TestCase(
        "ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE INSERT ON TABLES FROM idp_app_user",
        "schema public",
        "default-privileges",
        "new tables of idp: idp_app_user gets no INSERT"
    )]
    public async Task A_fault_is_found_named_and_explained(string fault, string subject, string finding, string detail)
    {
        await using var scratch = await Scratch.CopyAsync();
        await scratch.ExecuteAsync(
            fault.StartsWith("GRANT CREATE ON SCHEMA", StringComparison.Ordinal) ? "postgres" : Owner,
            fault
        );
        var ran = await scratch.JobAsync("audit");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.EqualTo(1), ran.ToString());
            Assert.That(
                ran.Out,
                Does.Match($@"(?m)^ {subject} +\| {finding} +\| .*{System.Text.RegularExpressions.Regex.Escape(detail)}")
            );
            Assert.That(ran.Out, Does.Contain("audit: 1 findings\n"), "and nothing else");
            Assert.That(ran.Error, Does.Contain("run.sh: findings: 1, see above"));
        }
    }

    [Test]
    public async Task A_new_table_misses_what_nobody_gave_it()
    {
        await using var scratch = await Scratch.CopyAsync();
        await scratch.ExecuteAsync(Owner, "CREATE TABLE new_feature (id uuid PRIMARY KEY, tenant_id uuid)");
        var ran = await scratch.JobAsync("audit");
        Assert.That(
            ran.Out,
            Does.Match(@"\n new_feature +\| table +\| no-force no-foreign-key no-index no-policy no-rls nullable-tenant-id\n")
        );
        Assert.That(ran.ExitCode, Is.EqualTo(1));
    }

    [Test]
    public async Task A_tenant_id_of_another_type_is_found()
    {
        await using var scratch = await Scratch.CopyAsync();
        await scratch.ExecuteAsync(Owner, "CREATE TABLE new_feature (id uuid PRIMARY KEY, tenant_id text NOT NULL)");
        var ran = await scratch.JobAsync("audit");
        Assert.That(ran.Out, Does.Contain("tenant_id is of type text, want uuid"));
    }

    [Test]
    public async Task A_partition_without_a_policy_is_found_and_closed_by_the_nightly_job()
    {
        await using var scratch = await Scratch.CopyAsync();
        await scratch.ExecuteAsync(
            Owner,
            "CREATE TABLE security_event_old PARTITION OF security_event FOR VALUES FROM ('2001-01-01') TO ('2001-01-02')"
        );
        var found = await scratch.JobAsync("audit");
        Assert.That(found.ExitCode, Is.EqualTo(1), found.ToString());
        Assert.That(found.Out, Does.Match(@"\n security_event_old +\| partition +\| no-force no-policy no-rls\n"));

        await scratch.ExecuteAsync(Owner, "SELECT tenancy.secure_partitions()");
        var closed = await scratch.JobAsync("audit");
        Assert.That(closed.ExitCode, Is.Zero, closed.ToString());
    }

    [Test]
    public async Task A_table_of_somebody_else_is_found()
    {
        await using var scratch = await Scratch.CopyAsync();
        await scratch.ExecuteAsync("postgres", $"ALTER TABLE user_session OWNER TO {Deployment.App}");
        var ran = await scratch.JobAsync("audit");
        Assert.That(ran.Out, Does.Contain("belongs to idp_app_user, want idp"));
    }

    [TestCase(
        "ALTER ROLE idp_app_user BYPASSRLS",
        "ALTER ROLE idp_app_user NOBYPASSRLS",
        "role-crosses-tenants",
        "has BYPASSRLS"
    )]
    [TestCase(
        "ALTER ROLE idp_app_user SUPERUSER",
        "ALTER ROLE idp_app_user NOSUPERUSER",
        "role-crosses-tenants",
        "has SUPERUSER"
    )]
    [TestCase(
        "GRANT idp_admin_user TO idp_app_user",
        "REVOKE idp_admin_user FROM idp_app_user",
        "member-of-crossing-role",
        "may become idp_admin_user"
    )]
    [TestCase("ALTER ROLE idp_app_user CREATEROLE", "ALTER ROLE idp_app_user NOCREATEROLE", "role-makes-roles", "has CREATEROLE")]
    [TestCase(
        "ALTER ROLE idp_admin_user NOBYPASSRLS",
        "ALTER ROLE idp_admin_user BYPASSRLS",
        "role-does-not-cross",
        "has no BYPASSRLS"
    )]
    public async Task A_role_with_the_wrong_rights_is_found(string fault, string repair, string finding, string detail)
    {
        await using var scratch = await Scratch.CopyAsync();
        await scratch.ExecuteAsync("postgres", fault);
        try
        {
            var ran = await scratch.JobAsync("audit");
            Assert.That(ran.ExitCode, Is.EqualTo(1), ran.ToString());
            Assert.That(ran.Out, Does.Match($@"\n role idp_\w+ +\| {finding} +\| {detail}"));
        }
        finally
        {
            await scratch.ExecuteAsync("postgres", repair);
        }
    }

    [Test]
    public async Task Fewer_tables_than_expected_are_a_finding()
    {
        await using var scratch = await Scratch.CopyAsync();
        var ran = await scratch.JobAsync("audit", ("MINIMUM_TABLES", null));
        Assert.That(ran.ExitCode, Is.EqualTo(1));
        Assert.That(ran.Out, Does.Contain("got 13 tables with tenant_id, want 30 or more"));
    }

    [Test]
    public async Task A_further_policy_that_only_narrows_is_no_finding()
    {
        await using var scratch = await Scratch.CopyAsync();
        await scratch.ExecuteAsync(
            Owner,
            $"{NewTable} CREATE INDEX ON new_feature (tenant_id); ALTER TABLE new_feature ENABLE ROW LEVEL SECURITY; "
                + $"ALTER TABLE new_feature FORCE ROW LEVEL SECURITY; CREATE POLICY a ON new_feature {Right} WITH CHECK {Right["USING ".Length..]}; "
                + "CREATE POLICY b ON new_feature AS RESTRICTIVE FOR DELETE USING (false)"
        );
        var ran = await scratch.JobAsync("audit");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
    }
}
