namespace Review.Tests.Runbooks;

/// <summary>How the names of a stack come into a text.</summary>
public sealed class TextFillerTests
{
    [Test]
    public void A_command_is_written_once_for_each_resource_in_the_order_of_names() =>
        Check("```\naws x --id {db-instance}\n```", "```\naws x --id shop-db\naws x --id shop-reader\n```");

    [Test]
    public void Names_that_belong_together_come_from_one_resource() =>
        Check(
            "```\naws x --cluster {cluster} --service {service}\n```",
            "```\naws x --cluster jobs-cluster --service nightly\naws x --cluster shop-cluster --service api\naws x --cluster shop-cluster --service web\n```"
        );

    [Test]
    public void A_block_about_one_kind_of_thing_is_repeated_as_a_whole() =>
        Check(
            "```\nstop {db-instance}\nwait\nstart {db-instance}\n```",
            "```\nstop shop-db\nwait\nstart shop-db\nstop shop-reader\nwait\nstart shop-reader\n```"
        );

    [Test]
    public void In_a_block_about_several_kinds_each_line_is_repeated() =>
        Check(
            "```\nstop {db-instance}\nlook {app-log}\nend\n```",
            "```\nstop shop-db\nstop shop-reader\nlook /ecs/web\nend\n```"
        );

    [Test]
    public void Kinds_that_do_not_belong_together_are_combined() =>
        Check("```\ncopy {app-log} {db-instance}\n```", "```\ncopy /ecs/web shop-db\ncopy /ecs/web shop-reader\n```");

    [Test]
    public void A_backslash_keeps_a_command_together() =>
        Check(
            "```\nx --a {db-instance} \\\n  --b {stack}\n```",
            "```\nx --a shop-db \\\n  --b unit\nx --a shop-reader \\\n  --b unit\n```"
        );

    [Test]
    public void A_command_about_what_the_stack_has_not_is_left_out_and_its_block_with_it()
    {
        var filled = RunbookCase.Fill("before\n\n```\naws x {cache}\n```\n\nafter");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(filled.Lines, Is.EqualTo(["before", "", "after"]));
            Assert.That((filled.Kept, filled.Dropped), Is.EqualTo((0, 1)));
        }
    }

    [Test]
    public void A_sentence_lists_names_and_says_where_there_are_none() =>
        Check(
            "the databases `{db-instance}` ({db-instance}) and {cache} of {stack}",
            "the databases `shop-db`, `shop-reader` (shop-db, shop-reader) and (no cache in this stack) of unit"
        );

    [Test]
    public void A_row_of_a_table_about_what_is_not_there_is_left_out() =>
        Check("| a | {cache} |\n| b | {db-primary} |", "| b | shop-db |");

    [Test]
    public void What_is_in_another_region_is_asked_for_there() =>
        Check(
            "```\naws wafv2 get {web-acl}\naws wafv2 get {web-acl} --region eu-north-1\ninfra x {web-acl}\naws other\n```",
            "```\naws wafv2 get shop-waf --region us-east-1\naws wafv2 get shop-waf --region eu-north-1\ninfra x shop-waf\naws other\n```"
        );

    [Test]
    public void An_id_that_only_AWS_knows_is_an_output_of_the_stack() =>
        Check("```\naws x {user-pool-id}\n```", "```\naws x $(pulumi stack output poolId --stack unit)\n```");

    [Test]
    public void A_name_that_only_AWS_knows_is_said_to_be_missing() =>
        Check("```\naws x {bucket}\n```", "```\naws x <name of unnamed>\n```");

    [TestCase("`{a:b}` and ${stack} and {Stack} and { stack }")]
    [TestCase("--query 'services[].{n:name}'")]
    public void Other_braces_stay_as_they_are(string text) => Check(text, text);

    [Test]
    public void What_an_alarm_is_about_is_what_the_names_are()
    {
        var filled = RunbookCase.Fill("```\nx {db-instance}\ny {service}\n```", "shop-reader");

        Assert.That(filled.Lines, Is.EqualTo(["```", "x shop-reader", "y api", "y nightly", "y web", "```"]));
    }

    [TestCase("<!-- {cache} -->\ntext", false)]
    [TestCase("<!-- {cache} {service} -->\ntext {stack}", true)]
    [TestCase("text {stack}", null)]
    [TestCase("text {cache}", null)]
    [TestCase("```\nx {cache}\n```", false)]
    [TestCase("```\nx {cache}\n```\n```\nx {service}\n```", true)]
    public void A_text_is_about_the_stack_when_it_names_what_the_stack_has(string text, bool? about) =>
        Assert.That(RunbookCase.Fill(text).IsAboutTheStack, Is.EqualTo(about));

    [Test]
    public void A_comment_is_not_printed() => Check("<!-- {service} -->\n\ntext", "text");

    private static void Check(string text, string filled) =>
        Assert.That(string.Join('\n', RunbookCase.Fill(text).Lines), Is.EqualTo(filled));
}
