using Engine;
using Review.Checklists;
using Review.Model;

namespace Review.Tests.Checklists;

/// <summary>Every item of every check-list sees that it is there, and that it is not.</summary>
public sealed class ChecklistTests
{
    private static readonly Func<StackModel> Empty = StackText.Of("").Model;

    private static IEnumerable<TestCaseData> Open() =>
        from list in ListCases.All
        from change in list.Open
        select new TestCaseData(list, change.Item, change.Change).SetArgDisplayNames(list.System, change.Item, change.Text);

    [TestCaseSource(typeof(ListCases), nameof(ListCases.All))]
    public void A_stack_that_has_everything_has_no_open_item(object list)
    {
        var (rows, stack) = (Rows((ListCase)list), StackText.Of(((ListCase)list).Complete).Model());
        Assert.That(
            rows.Where(row => row.Look(stack).State == ItemState.Open).Select(row => $"{row.Text}: {row.Look(stack).Note}"),
            Is.Empty
        );
    }

    [TestCaseSource(nameof(Open))]
    public void What_is_taken_away_is_open_and_the_evidence_says_what(object list, string item, object change)
    {
        var stack = ((Func<StackText, StackText>)change)(StackText.Of(((ListCase)list).Complete)).Model();
        var row = Rows((ListCase)list).Single(row => row.Text.StartsWith(item, StringComparison.Ordinal));
        var evidence = row.Look(stack);
        Assert.That(evidence.State, Is.EqualTo(ItemState.Open));
        Assert.That(evidence.Facts.Length + (evidence.Note?.Length ?? 0), Is.Positive);
    }

    [TestCaseSource(typeof(ListCases), nameof(ListCases.All))]
    public void Every_item_that_is_read_from_the_plan_has_a_case_that_takes_it_away(object list)
    {
        var read = Rows((ListCase)list).Where(row => row.Look(Empty()).State != ItemState.ByHand).Select(row => row.Text);
        Assert.That(
            read.Where(text => !((ListCase)list).Open.Any(one => text.StartsWith(one.Item, StringComparison.Ordinal))),
            Is.Empty
        );
    }

    [Test]
    public void Every_system_has_a_list_and_every_list_a_case() =>
        Assert.That(
            ChecklistCatalog.All.Select(list => list.System),
            Is.EqualTo(["bootstrap", "finsight", "idp-server", "neuraknot", "taskflow", "web-platform"])
                .And.EquivalentTo(ListCases.All.Select(list => list.System))
        );

    [Test]
    public void No_list_says_a_thing_twice()
    {
        foreach (var list in ChecklistCatalog.All)
            Assert.That(list.Rows.Select(row => (row.Section, row.Text)), Is.Unique, list.System);
    }

    [Test]
    public void What_people_do_by_hand_says_who_and_where_it_is_described()
    {
        var byHand = ChecklistCatalog
            .All.SelectMany(list => list.Rows)
            .Select(row => row.Look(Empty()))
            .Where(evidence => evidence.State == ItemState.ByHand)
            .ToList();
        Assert.That(byHand, Has.Count.GreaterThan(15));
        Assert.That(byHand.Select(evidence => evidence.Note), Has.All.Not.Empty.And.All.Not.Null);
        Assert.That(byHand.Select(evidence => evidence.Link), Has.All.Match(@"^(docs|database)/.+\.md"));
    }

    [Test]
    public void A_health_check_is_known_after_the_deployment_only()
    {
        var list = ListCases.All.Single(one => one.System == "idp-server");
        var evidence = Rows(list)
            .Single(row => row.Text == "Health checks are answered")
            .Look(StackText.Of(list.Complete).Model());
        Assert.That(evidence.State, Is.EqualTo(ItemState.AfterDeployment));
        Assert.That(evidence.Facts, Is.EqualTo([new Fact("aws:lb:TargetGroup", "tg", "healthCheck.path", "/actuator/health")]));
    }

    [Test]
    public void A_value_that_is_not_known_yet_is_told_as_such()
    {
        var look = Look.Every("aws:x:T", "size", Look.AtLeast(2));
        var unknown = look(StackText.Of("""aws:x:T a {"size": "?"}""").Model());
        var small = look(StackText.Of("aws:x:T a {\"size\": \"?\"}\naws:x:T b {\"size\": 1}").Model());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(unknown.State, Is.EqualTo(ItemState.AfterDeployment));
            Assert.That(unknown.Facts.Single().Value, Is.EqualTo("known after the deployment"));
            Assert.That(small.State, Is.EqualTo(ItemState.Open));
        }
    }

    [Test]
    public void Evidence_names_two_resources_and_how_many_more()
    {
        var facts = Look.For("aws:x:T")(StackText.Of("aws:x:T c\naws:x:T b10\naws:x:T b9\naws:x:T a").Model()).Facts;
        Assert.That(facts, Is.EqualTo([new Fact("aws:x:T", "a"), new Fact("aws:x:T", "b9", More: 2)]));
    }

    [TestCase("""{"v": {"secret": "canary"}}""", "a secret")]
    [TestCase("""{"v": ["a", {"secret": "canary"}]}""", "a secret among it")]
    [TestCase("""{"v": ["a", "b"]}""", "a, b")]
    [TestCase("""{"v": "@other.arn"}""", "<other.arn>")]
    public void Evidence_never_shows_a_secret(string inputs, string value)
    {
        var evidence = Look.Every("aws:x:T", "v", Look.IsSet)(StackText.Of($"aws:x:T a {inputs}\naws:y:O other").Model());
        Assert.That(evidence.Facts.Single().Value, Is.EqualTo(value));
    }

    [Test]
    public void The_worse_of_two_looks_counts_and_equal_ones_tell_both()
    {
        var stack = StackText.Of("aws:x:T a\naws:x:U b").Model();
        var both = Look.All(Look.For("aws:x:T"), Look.For("aws:x:U"))(stack);
        var one = Look.All(Look.For("aws:x:T"), Look.For("aws:x:V"), Look.For("aws:x:U"))(stack);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(both, Has.Property(nameof(Evidence.State)).EqualTo(ItemState.Done));
            Assert.That(both.Facts.Select(fact => fact.Name), Is.EqualTo(["a", "b"]));
            Assert.That((one.State, one.Note), Is.EqualTo((ItemState.Open, "no aws:x:V")));
        }
    }

    [TestCase(null, "got no system")]
    [TestCase("shop", "got shop")]
    public void A_system_without_a_list_is_refused_with_those_that_have_one(string? system, string got)
    {
        var error = Assert.Throws<InputException>(() => CheckedList.Of(system, StackText.Of("").Plan()));
        Assert.That(
            error!.Message,
            Does.Contain($"{got}, want one of bootstrap, finsight, idp-server, neuraknot, taskflow, web-platform")
        );
    }

    private static IReadOnlyList<ChecklistRow> Rows(ListCase list) =>
        ChecklistCatalog.All.Single(one => one.System == list.System).Rows;
}
