using System.Text.Json;
using Engine.Providers;
using Engine.Providers.Aws.Policies;
using Engine.Values;
using static Engine.Tests.Make;

namespace Engine.Tests.Providers;

/// <summary>Policy documents come out byte for byte as the AWS provider renders them.</summary>
public sealed class PolicyDocumentTests
{
    [Test]
    public void A_document_has_two_spaces_capital_names_and_single_texts()
    {
        var json = Json(
            Statement(
                ("sid", "Read"),
                ("actions", List("s3:GetObject")),
                ("resources", List("arn:aws:s3:::b/*", "arn:aws:s3:::a/*")),
                ("principals", List(Principal("Service", "ecs.amazonaws.com"))),
                ("conditions", List(Condition("StringEquals", "aws:SourceAccount", "1")))
            )
        );

        Assert.That(
            json,
            Is.EqualTo(
                """
                {
                  "Version": "2012-10-17",
                  "Statement": [
                    {
                      "Sid": "Read",
                      "Effect": "Allow",
                      "Action": "s3:GetObject",
                      "Resource": [
                        "arn:aws:s3:::b/*",
                        "arn:aws:s3:::a/*"
                      ],
                      "Principal": {
                        "Service": "ecs.amazonaws.com"
                      },
                      "Condition": {
                        "StringEquals": {
                          "aws:SourceAccount": "1"
                        }
                      }
                    }
                  ]
                }
                """
            )
        );
    }

    [Test]
    public void Sets_are_sorted_backwards_and_hold_each_text_once() =>
        Assert.That(
            Minified(Statement(("actions", List("b", "c", "a", "b")))),
            Is.EqualTo("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["c","b","a"]}]}""")
        );

    [Test]
    public void The_order_of_the_values_of_a_condition_is_kept_and_tests_and_variables_are_sorted() =>
        Assert.That(
            Minified(
                Statement(
                    (
                        "conditions",
                        List(
                            Condition("StringLike", "b", "z", "a"),
                            Condition("StringLike", "a", "x"),
                            Condition("Bool", "aws:SecureTransport", "false"),
                            Condition("StringLike", "a", "y")
                        )
                    )
                )
            ),
            Does.Contain(
                """
                "Condition":{"Bool":{"aws:SecureTransport":"false"},"StringLike":{"a":["x","y"],"b":["z","a"]}}
                """
            )
        );

    [Test]
    public void Everybody_is_a_star_but_every_AWS_principal_is_not()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Minified(Statement(("principals", List(Principal("*", "*"))))), Does.Contain("\"Principal\":\"*\""));
            Assert.That(
                Minified(Statement(("principals", List(Principal("AWS", "*"))))),
                Does.Contain("\"Principal\":{\"AWS\":\"*\"}")
            );
        }
    }

    [Test]
    public void Principals_of_one_kind_are_written_together() =>
        Assert.That(
            Minified(
                Statement(
                    ("notPrincipals", List(Principal("Service", "b"), Principal("AWS", "1", "2"), Principal("Service", "a")))
                )
            ),
            Does.Contain(
                """
                "NotPrincipal":{"AWS":["2","1"],"Service":["b","a"]}
                """.Trim()
            )
        );

    [Test]
    public void Angle_brackets_and_ampersands_are_escaped_as_Go_does_and_the_variables_of_Terraform_become_those_of_IAM() =>
        Assert.That(
            Minified(Statement(("resources", List("home/&{aws:username}/<&>ü")))),
            Does.Contain(
                """
                "Resource":"home/${aws:username}/\u003c\u0026\u003eü"
                """.Trim()
            )
        );

    [Test]
    public void Sources_come_first_and_overrides_replace_statements_of_the_same_sid()
    {
        var arguments = Map(
            ("sourcePolicyDocuments", List(Document("2008-10-17", "One", "a"), Document("2012-10-17", "Two", "b"))),
            ("statements", List(Map(("sid", "Two"), ("actions", List("mine"))), Map(("actions", List("none"))))),
            ("overridePolicyDocuments", List(Document("2012-10-17", "One", "override"), "")),
            ("policyId", "merged")
        );

        Assert.That(
            PolicyFunction.Answer(arguments)["minifiedJson"].AsText(),
            Is.EqualTo(
                """{"Version":"2012-10-17","Id":"merged","Statement":[{"Sid":"One","Effect":"Deny","Action":"override"},{"Sid":"Two","Effect":"Allow","Action":"mine"},{"Effect":"Allow","Action":"none"}]}"""
            )
        );
    }

    [Test]
    public void A_document_that_was_read_is_written_as_it_was()
    {
        const string Source =
            """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":["a"],"Resource":["x","y"],"Condition":{"Bool":{"k":true},"StringEquals":{"s":["b","a"]}}}}""";

        Assert.That(
            PolicyFunction.Answer(Map(("sourcePolicyDocuments", List(Source))))["minifiedJson"].AsText(),
            Is.EqualTo(
                """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["a"],"Resource":["x","y"],"Principal":"*","Condition":{"Bool":{"k":"true"},"StringEquals":{"s":["b","a"]}}}]}"""
            )
        );
    }

    [Test]
    public void Without_statements_only_the_version_is_left() =>
        Assert.That(
            PolicyFunction.Answer(ObjectValue.Empty)["minifiedJson"].AsText(),
            Is.EqualTo("""{"Version":"2012-10-17"}""")
        );

    [Test]
    public void Both_forms_say_the_same_and_the_id_is_the_checksum_of_the_long_one()
    {
        var answer = PolicyFunction.Answer(Map(("statements", List(Map(("actions", List("a")))))));

        using var json = JsonDocument.Parse(answer["json"].AsText()!);
        using var minified = JsonDocument.Parse(answer["minifiedJson"].AsText()!);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(JsonElement.DeepEquals(json.RootElement, minified.RootElement), Is.True);
            Assert.That(answer["id"].AsText(), Does.Match("^[0-9]+$"));
            Assert.That(Crc32.Of("123456789"u8), Is.EqualTo(0xCBF43926), "the check value of this checksum");
        }
    }

    [TestCase("sid", "not-alphanumeric", "statements[0].sid: got 'not-alphanumeric', want letters and digits only")]
    [TestCase("effect", "Permit", "statements[0].effect: got 'Permit', want Allow or Deny")]
    public void A_statement_that_IAM_refuses_is_refused(string property, string value, string problem) =>
        Assert.That(Assert.Throws<FunctionException>(() => Minified(Statement((property, value))))!.Message, Is.EqualTo(problem));

    [Test]
    public void Sids_must_differ_within_the_statements_and_among_the_sources()
    {
        var statement = Map(("sid", "A"), ("actions", List("a")));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Problem(Map(("statements", List(statement, statement)))),
                Does.StartWith("statements[1].sid: got 'A' twice")
            );
            Assert.That(
                Problem(Map(("sourcePolicyDocuments", List(Document("2012-10-17", "A", "a"), Document("2012-10-17", "A", "b"))))),
                Does.StartWith("sourcePolicyDocuments[1]: got Sid 'A'")
            );
            Assert.That(Problem(Map(("sourcePolicyDocuments", List("{")))), Does.Contain("not JSON"));
            Assert.That(Problem(Map(("version", "2020-01-01"))), Does.Contain("want 2012-10-17 or 2008-10-17"));
            Assert.That(
                Problem(Map(("version", "2008-10-17"), ("statements", List(Map(("resources", List("&{x}"))))))),
                Does.Contain("which version 2008-10-17 does not know")
            );
        }
    }

    private static string Problem(ObjectValue arguments) =>
        Assert.Throws<FunctionException>(() => PolicyFunction.Answer(arguments))!.Message;

    private static string Json(ObjectValue statement) =>
        PolicyFunction.Answer(Map(("statements", List(statement))))["json"].AsText()!;

    private static string Minified(ObjectValue statement) =>
        PolicyFunction.Answer(Map(("statements", List(statement))))["minifiedJson"].AsText()!;

    private static ObjectValue Statement(params (string Key, object? Value)[] properties) => Map(properties);

    private static ObjectValue Principal(string type, params object?[] identifiers) =>
        Map(("type", type), ("identifiers", List(identifiers)));

    private static ObjectValue Condition(string test, string variable, params object?[] values) =>
        Map(("test", test), ("variable", variable), ("values", List(values)));

    private static string Document(string version, string sid, string action) =>
        $$"""{"Version":"{{version}}","Statement":[{"Sid":"{{sid}}","Effect":"Deny","Action":"{{action}}"}]}""";
}
