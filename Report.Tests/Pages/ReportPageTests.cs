using Infra.Cli.Output.Cost;
using Infra.Cli.Output.Report;

namespace Report.Tests.Pages;

/// <summary>What the page says of a small stack with everything in it.</summary>
public sealed class ReportPageTests
{
    private static readonly PageText Page = new(SamplePages.Whole());

    [Test]
    public void The_parts_come_in_the_order_in_which_a_meeting_asks()
    {
        string[] wanted = ["Summary", "Picture", "Resources", "Changes", "Guardrails", "Cost", "Settings", "Differences"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Page.All("section").Select(part => part.Descendants("h2").First().Value), Is.EqualTo(wanted));
            Assert.That(Page.All("nav").Single().Descendants("a").Select(link => link.Value), Is.EqualTo(wanted));
            Assert.That(Page.All("h1").Single().Value, Is.EqualTo("dev shop"));
        }
    }

    [Test]
    public void Of_what_nobody_asked_for_there_is_no_part()
    {
        var page = new PageText(SamplePages.Empty());
        Assert.That(
            page.All("section").Select(part => (string?)part.Attribute("id")),
            Is.EqualTo(["summary", "resources", "guardrails"])
        );
    }

    [Test]
    public void The_summary_has_a_number_for_each_part()
    {
        var tiles = Page.All("a")
            .Where(link => ((string?)link.Attribute("class"))?.StartsWith("tile", StringComparison.Ordinal) == true);
        var said = tiles.Select(tile => tile.Value).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(said[0], Is.EqualTo("Resources 4 in 1 component"));
            Assert.That(said[1], Does.StartWith("Plan 5 2 to create, 1 to change, 1 to replace, 1 to delete, 2 unchanged"));
            Assert.That(
                said[2],
                Does.Match("^Guardrails [1-9][0-9]* fail [0-9]+ pass, 1 waived, [0-9]+ cannot know before deployment$")
            );
            Assert.That(
                said[3],
                Does.Match("^Cost [0-9,]+ USD a month, about; [0-9]+ resources? not priced, [0-9]+ prices? unverified$")
            );
            Assert.That(said[4], Does.Match("^Against tiny 2 differences, 2 unexpected$"));
            Assert.That(Page.Id("summary").Value, Does.Contain("1 replacement and 1 deletion destroy data"));
        }
    }

    [Test]
    public void The_tree_is_that_of_the_components()
    {
        var store = Page.Row("Store");
        var group = Page.Id((string)store.Attribute("aria-owns")!);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)Page.Id("tree").Attribute("role"), Is.EqualTo("tree"));
            Assert.That((string?)store.Attribute("aria-expanded"), Is.EqualTo("true"));
            Assert.That((string?)group.Attribute("role"), Is.EqualTo("group"));
            Assert.That(
                group.Elements("li").Select(item => PageText.Class(item, "name")!.Value),
                Is.EqualTo(["…-db", "orders", SamplePages.Script, "reader"])
            );
            Assert.That(store.Value, Does.Contain("4 resources · ").And.Contain("1 waived").And.Contain("failed"));
        }
    }

    [Test]
    public void A_component_says_what_it_holds_and_costs()
    {
        var article = Page.All("article").First(one => one.Element("p")!.Value == "idp:data:Store");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(article.Value, Does.Match(@"A component of 4 resources, [0-9.,]+ USD a month\."));
            Assert.That(
                article.Elements("ul").Last().Descendants("a").Select(link => link.Value),
                Is.EqualTo(["shop-db", "orders", SamplePages.Script, "reader"])
            );
        }
    }

    [Test]
    public void A_row_of_the_tree_says_by_what_it_can_be_filtered()
    {
        var row = Page.Row("…-db");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)row.Attribute("data-type"), Is.EqualTo("aws:rds"));
            Assert.That((string?)row.Attribute("data-change"), Is.EqualTo("replace"));
            Assert.That((string?)row.Attribute("data-finding"), Does.Contain("fail").And.Contain("waived"));
            Assert.That(
                Page.Id("by-change").Elements("option").Select(option => (string?)option.Attribute("value")),
                Is.EqualTo(["", "create", "update", "replace", "same"])
            );
        }
    }

    [Test]
    public void What_comes_from_another_resource_leads_there()
    {
        var link = Page.Article("reader").Descendants("a").Single(one => one.Value == "<shop-db.arn>");
        Assert.That(Page.Id(((string)link.Attribute("href")!)[1..]), Is.EqualTo(Page.Article("shop-db")));
    }

    [Test]
    public void Who_uses_a_resource_is_told_with_it() =>
        Assert.That(
            Page.Article("shop-db").Elements("ul").Last().Descendants("a").Select(link => link.Value),
            Is.EqualTo([SamplePages.Script, "reader"])
        );

    [Test]
    public void A_resource_leads_to_its_box_in_the_picture_and_its_row_knows_the_box()
    {
        var link = Page.Article("shop-db").Descendants("a").Single(one => one.Value == "Show in the picture");
        var box = Page.Id(((string)link.Attribute("href")!)[1..]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(box.Value, Does.Contain("db.r6g.xlarge"));
            Assert.That(
                (string?)box.Attribute("data-node"),
                Is.EqualTo((string?)Page.Row("…-db").Attribute("data-node")).And.Not.Null
            );
        }
    }

    [Test]
    public void Documents_inside_texts_are_laid_out()
    {
        var keys = Page.Article("reader").Descendants("dt").Select(key => key.Value);
        Assert.That(keys, Is.EqualTo(["description", "path", "policy", "Statement", "Resource", "Sid"]));
    }

    [Test]
    public void What_nobody_knows_yet_says_when_it_will_be_known()
    {
        var unknown = PageText.Class(Page.Article(SamplePages.Script), "unknown")!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(unknown.Value, Is.EqualTo("known after shop-db"));
            Assert.That(PageText.Class(Page.Article("reader"), "unknown")!.Value, Is.EqualTo("empty"));
        }
    }

    [Test]
    public void A_long_text_is_folded()
    {
        var folded = Page.Article("reader").Descendants("details").Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(folded.Element("summary")!.Value, Does.EndWith("x… (500 characters)"));
            Assert.That(folded.Element("pre")!.Value, Is.EqualTo(new string('x', 500)));
        }
    }

    [Test]
    public void What_destroys_data_comes_first_among_the_changes()
    {
        var titles = Page.Id("changes").Descendants("h3").Select(title => title.Value).ToList();
        var first = Page.Id("changes").Descendants("li").First();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(titles, Is.EqualTo(["1 replacement and 1 deletion destroy data", "Changed (1)", "New (2)"]));
            Assert.That(first.Value, Does.StartWith("replace shop-db").And.Contain("Lost with it: ").And.Contain("After it: "));
            Assert.That(Page.Id("changes").Value, Does.Contain("visibilityTimeoutSeconds 30 → 90"));
            Assert.That(Page.Article("orders").Value, Does.Contain("visibilityTimeoutSeconds 30 → 90"));
        }
    }

    [Test]
    public void A_finding_says_rule_reason_and_resource_and_a_waiver_who_allows_it_until_when()
    {
        var failed = Page.Id("fail-RDS.2");
        var waived = Page.Id("waived-RDS.5");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(failed.Value, Does.StartWith("failed RDS.2 critical").And.Contain("Repair: "));
            Assert.That(failed.Descendants("a").Single().Value, Is.EqualTo("shop-db"));
            Assert.That(
                waived.Value,
                Does.Contain("Waived: down for an hour is fine").And.Contain("owner-of-it, until 2027-03-04")
            );
            Assert.That(
                Page.Article("shop-db").Descendants("a").Select(link => (string?)link.Attribute("href")),
                Does.Contain("#fail-RDS.2").And.Contain("#waived-RDS.5")
            );
        }
    }

    [Test]
    public void What_could_be_saved_stands_with_what_one_gives_up()
    {
        var rows = Page.Id("savings-table")
            .Descendants("tr")
            .Skip(1)
            .Select(row => row.Elements().Select(cell => cell.Value))
            .ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                rows[0],
                Is.EqualTo(["Run it elsewhere plannedshop-db", "place: elsewhere", "it is <far> away", "12.35"])
            );
            Assert.That(rows[1], Is.EqualTo(["Pay nobodyshop-api", "pay: none", "nobody comes", "?"]));
        }
    }

    [Test]
    public void The_bill_adds_up_and_what_is_left_out_is_listed()
    {
        var cost = SamplePages.Report().Cost!;
        var bill = Page.Id("bill-table");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(bill.Element("tfoot")!.Value, Is.EqualTo($"Total{Money.Cents(cost.Total)}"));
            Assert.That(
                bill.Descendants("tr").Count(row => row.Attribute("data-kind") is not null),
                Is.EqualTo(cost.Items.Length)
            );
            Assert.That(
                bill.Descendants("span").Count(mark => mark.Value == "unverified"),
                Is.EqualTo(cost.Items.Count(item => item.IsUnverified)).And.GreaterThan(0)
            );
            Assert.That(
                Page.Id("not-priced-table").Element("tbody")!.Elements("tr").Count(),
                Is.EqualTo(cost.NotPriced.Length).And.GreaterThan(0)
            );
            Assert.That(Page.Id("not-priced").Value, Is.EqualTo("Not priced (1 resource)"));
            Assert.That(Page.Article("orders").Value, Does.Contain("Not priced: messages beyond the first"));
        }
    }

    [Test]
    public void A_setting_has_its_value_and_where_it_comes_from()
    {
        var rows = Page.Id("setting-table").Element("tbody")!.Elements("tr").ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows[0].Value, Does.StartWith("database.class").And.EndsWith("db.t4g.microPulumi.dev.yaml:7any text"));
            Assert.That(rows.Select(row => (string?)row.Attribute("data-kind")), Is.EqualTo(["set", "default"]));
        }
    }

    [Test]
    public void Differences_to_another_environment_are_marked_where_nobody_accepted_them()
    {
        var table = Page.Id("difference-table");
        var row = table.Descendants("tr").Single(one => one.Value.Contains("instanceClass", StringComparison.Ordinal));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(table.Element("thead")!.Value, Is.EqualTo("ResourcePropertydevtiny"));
            Assert.That(row.Value, Is.EqualTo("shop-db aws:rds:InstanceinstanceClass unexpecteddb.r6g.xlargedb.t4g.micro"));
        }
    }
}
