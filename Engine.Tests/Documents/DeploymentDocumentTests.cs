using System.IO.Compression;
using System.Text;
using Engine.Documents;
using Engine.Tests.Projects;
using Engine.Values;

namespace Engine.Tests.Documents;

public sealed class DeploymentDocumentTests
{
    private const string Stack =
        """{"urn":"urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev","custom":false,"type":"pulumi:pulumi:Stack"}""";
    private const string Provider =
        """{"urn":"urn:pulumi:dev::shop::pulumi:providers:t::p","custom":true,"id":"1","type":"pulumi:providers:t"}""";

    private static string Thing(string name, string more = "") =>
        $$$"""{"urn":"urn:pulumi:dev::shop::t:x:Thing::{{{name}}}","custom":true,"id":"i","type":"t:x:Thing"{{{more}}}}""";

    private static string Export(params string[] resources) =>
        $$$"""{"version":3,"deployment":{"resources":[{{{string.Join(",", resources)}}}]}}""";

    [Test]
    public void An_export_is_read_with_every_field()
    {
        var thing = Thing(
            "a",
            """
            ,"inputs":{"x":1},"outputs":{"arn":"a"},"parent":"urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev","protect":true,"taint":true,
            "provider":"urn:pulumi:dev::shop::pulumi:providers:t::p::1","dependencies":["urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev"],
            "propertyDependencies":{"x":[],"y":null},"initErrors":["e"],"additionalSecretOutputs":["arn"],"customTimeouts":{"create":60},
            "importID":"m","retainOnDelete":true,"created":"2026-01-02T03:04:05Z","modified":"2026-01-03T03:04:05Z","ignoreChanges":["t"],
            "replaceOnChanges":["n"],"replacementTrigger":5,"sourcePosition":"project:///f#1","viewOf":"x","newField":{}
            """
        );

        var document = Read(Export(Stack, Provider, thing));
        var state = document.Resources[2];

        using (Assert.EnterMultipleScope())
        {
            Assert.That((document.Project, document.Stack, document.IsPlan), Is.EqualTo(("shop", "dev", false)));
            Assert.That(
                (state.Id, state.Name, state.Protect, state.Taint, state.RetainOnDelete),
                Is.EqualTo(("i", "a", true, true, true))
            );
            Assert.That((state.Inputs, state.Outputs), Is.EqualTo((V.Map(("x", 1)), V.Map(("arn", "a")))));
            Assert.That(
                (state.ImportId, state.Created, state.SourcePosition),
                Is.EqualTo(("m", "2026-01-02T03:04:05Z", "project:///f#1"))
            );
            Assert.That(state.PropertyDependencies.Keys, Is.EqualTo(["x", "y"]));
            Assert.That(state.CustomTimeouts["create"], Is.EqualTo(60));
            Assert.That(state.ReplacementTrigger, Is.EqualTo(V.Of(5)));
            Assert.That((state.InitErrors[0], state.IgnoreChanges[0], state.ReplaceOnChanges[0]), Is.EqualTo(("e", "t", "n")));
            Assert.That(document.ToBaseline().Find(state.Urn), Is.EqualTo(state));
        }
    }

    [Test]
    public void A_checkpoint_file_is_read_packed_or_not()
    {
        var json = $$$"""{"version":3,"checkpoint":{"stack":"organization/shop/dev","latest":{"resources":[{{{Stack}}}] } } }""";
        var file = Path.GetTempFileName();
        try
        {
            using (var packed = new GZipStream(File.Create(file), CompressionMode.Compress))
                packed.Write(Encoding.UTF8.GetBytes(json));

            using (Assert.EnterMultipleScope())
            {
                Assert.That(Read(json).Resources, Has.Length.EqualTo(1));
                Assert.That(DeploymentDocument.Load(file).Resources, Has.Length.EqualTo(1));
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    [TestCase("""{"version":3,"deployment":null}""")]
    [TestCase("""{"version":3,"deployment":{}}""")]
    [TestCase("""{"version":3,"checkpoint":{"stack":"s"}}""")]
    [TestCase("""{"version":4,"features":["taint","byteString"],"deployment":{"resources":[]}}""")]
    public void An_empty_stack_has_no_resources(string json) => Assert.That(Read(json).Resources, Is.Empty);

    [TestCase("""{"version":5,"deployment":{}}""", "version: got 5, want 1 to 4")]
    [TestCase("""{"deployment":{}}""", "version: got nothing, want 1 to 4")]
    [TestCase("""{"version":4,"features":["new"],"deployment":{}}""", "features: got new, want features this version knows")]
    [TestCase("""{"steps":[],"duration":1}""", "the file: got what preview --json prints, want a pulumi stack export")]
    [TestCase("""{"a":1}""", "the file: got neither deployment nor checkpoint")]
    [TestCase("[]", "the file: got neither deployment nor checkpoint")]
    [TestCase("{\n  \"version\": 3,,\n}", "line 2, column 16: got something that is no JSON")]
    [TestCase("", "line 1, column 1: got something that is no JSON")]
    [TestCase(
        """{"version":3,"deployment":{"manifest":{"version":"v1","magic":"00"}}}""",
        "manifest.magic: got 00, want the SHA-256"
    )]
    [TestCase("""{"version":3,"deployment":{"resources":[5]}}""", "resources[0]: got something else")]
    [TestCase("""{"version":3,"deployment":{"resources":[{"custom":true}]}}""", "resources[0]: got no urn")]
    [TestCase(
        """{"version":3,"deployment":{"resources":[{"urn":"x"}]}}""",
        "resources[0]: got urn x, want urn:pulumi:stack::project::type::name"
    )]
    public void What_is_no_deployment_is_refused(string json, string problem) =>
        Assert.That(Files.Problems(() => Read(json)).Single(), Does.StartWith(problem));

    [Test]
    public void The_magic_of_an_engine_passes() =>
        Assert.That(
            () =>
                Read(
                    """{"version":3,"deployment":{"manifest":{"version":"v1","magic":"3bfc269594ef649228e9a74bab00f042efc91d5acc6fbee31a382e80d42388fe"}}}"""
                ),
            Throws.Nothing
        );

    [Test]
    public void Every_contradiction_is_named_with_its_entry()
    {
        var component = """{"urn":"urn:pulumi:dev::shop::c::c","custom":false,"id":"x","type":"c"}""";
        var json = Export(
            Stack,
            component,
            Thing("a", ""","provider":"urn:pulumi:dev::shop::pulumi:providers:t::p::1" """),
            Provider,
            Thing(
                "b",
                ""","provider":"urn:pulumi:dev::shop::pulumi:providers:t::p::2","parent":"urn:pulumi:dev::shop::c::later" """
            ),
            Thing("b", ""","dependencies":["d"],"propertyDependencies":{"x":["p"]},"deletedWith":"w","replaceWith":["r"]""")
        );

        Assert.That(
            Files.Problems(() => Read(json)),
            Is.EqualTo(
                (string[])
                    [
                        "resources[1] (urn:pulumi:dev::shop::c::c): got id x of a component, want none; only what a provider manages has one",
                        "resources[2] (urn:pulumi:dev::shop::t:x:Thing::a): got provider urn:pulumi:dev::shop::pulumi:providers:t::p::1, want a provider with this URN and id before it",
                        "resources[4] (urn:pulumi:dev::shop::t:x:Thing::b): got provider urn:pulumi:dev::shop::pulumi:providers:t::p::2, want a provider with this URN and id before it",
                        "resources[4] (urn:pulumi:dev::shop::t:x:Thing::b): got parent urn:pulumi:dev::shop::c::later, want a resource before it",
                        "resources[5] (urn:pulumi:dev::shop::t:x:Thing::b): got dependency d, want a resource before it",
                        "resources[5] (urn:pulumi:dev::shop::t:x:Thing::b): got dependency of x p, want a resource before it",
                        "resources[5] (urn:pulumi:dev::shop::t:x:Thing::b): got deletedWith w, want a resource before it",
                        "resources[5] (urn:pulumi:dev::shop::t:x:Thing::b): got replaceWith r, want a resource before it",
                        "resources[5] (urn:pulumi:dev::shop::t:x:Thing::b): got the same URN twice, want all but one of them marked for deletion",
                    ]
            )
        );
    }

    [Test]
    public void What_a_replacement_left_behind_is_no_contradiction()
    {
        var json = Export(
            Stack,
            Thing("a", ""","delete":true"""),
            Thing("a", ""","delete":true"""),
            Thing("a"),
            Thing("gone", ""","pendingReplacement":true,"provider":"urn:pulumi:dev::shop::pulumi:providers:t::p::9" """)
        );

        Assert.That(Read(json).ToBaseline().Find(States.Urn("a"))!.Delete, Is.False);
    }

    private const string Secret =
        ""","inputs":{"p":{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","ciphertext":"v1:ICEiIyQlJicoKSor:UxBaQSTYlgbFcwzDRz9KA1zaLQpV0ZcZcA=="}}""";

    [TestCase("correct horse", "hunter2")]
    [TestCase("wrong", null)]
    [TestCase(null, null)]
    public void Secrets_are_opened_with_the_right_passphrase_only(string? passphrase, string? text)
    {
        var json = $$$"""
            {"version":3,"deployment":{"secrets_providers":{"type":"passphrase","state":{"salt":"{{{Files.Salt}}}"}},"resources":[
              {{{Thing("a", Secret)}}}]}}
            """;

        var document = Read(json, passphrase);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.Resources[0].Inputs["p"], Is.EqualTo(V.Secret(text is null ? V.Unknown : V.Of(text))));
            Assert.That(document.ClosedSecrets, Is.EqualTo(text is null ? 1 : 0));
            Assert.That(document.Warnings, Has.Length.EqualTo(text is null ? 1 : 0));
            Assert.That(document.Resources[0].ToString(), Does.Not.Contain("hunter2"));
        }
    }

    [Test]
    public void Interrupted_operations_are_told() =>
        Assert.That(
            Read(
                $$$"""{"version":3,"deployment":{"resources":[],"pending_operations":[{"resource":{{{Thing("a")}}},"type":"creating"}]}}"""
            ).Warnings,
            Is.EqualTo(["an operation was interrupted: creating urn:pulumi:dev::shop::t:x:Thing::a; run pulumi refresh"])
        );

    [Test]
    public void Another_stack_is_refused()
    {
        var document = Read(Export(Stack));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => document.Require("shop", "dev"), Throws.Nothing);
            Assert.That(
                () => document.Require("shop", "prod"),
                Throws.TypeOf<InputException>().With.Message.Contains("stack dev of project shop")
            );
            Assert.That(() => Read(Export()).Require("shop", "prod"), Throws.Nothing);
        }
    }

    [Test]
    public void A_missing_file_is_said() =>
        Assert.That(
            Files.Problems(() => DeploymentDocument.Load("/nowhere/x.json")).Single(),
            Does.StartWith("there is no such file")
        );

    private static DeploymentDocument Read(string json, string? passphrase = null) =>
        DeploymentReader.Read(
            Encoding.UTF8.GetBytes(json),
            "x.json",
            name => name == "PULUMI_CONFIG_PASSPHRASE" ? passphrase : null
        );
}
