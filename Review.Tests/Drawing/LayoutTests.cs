using Review.Drawing;
using Review.Drawing.Layouts;
using Review.Model;
using Review.Tests.Stacks;

namespace Review.Tests.Drawing;

/// <summary>Where things are drawn: nothing on top of another, nothing outside of its box.</summary>
public sealed class LayoutTests
{
    [TestCaseSource(typeof(Drawn), nameof(Drawn.Stacks))]
    public async Task Boxes_overlap_only_where_one_lies_in_the_other_or_a_card_lies_across_subnets(string stack)
    {
        var (picture, layout) = await Drawn.Real(stack);
        Assert.That(Overlaps(picture, layout), Is.Empty);
    }

    [TestCaseSource(typeof(Drawn), nameof(Drawn.Stacks))]
    public async Task Everything_lies_inside_its_box(string stack)
    {
        var (picture, layout) = await Drawn.Real(stack);
        using (Assert.EnterMultipleScope())
        {
            foreach (var node in picture.Nodes.Where(node => node.Kind != NodeKind.Stack))
                Assert.That(layout.Places[node.Parent ?? Picture.Whole].Contains(layout.Places[node.Key]), node.Key);
            foreach (var node in picture.Nodes)
            foreach (var subnet in node.Across)
                Assert.That(layout.Places[node.Key].Overlaps(layout.Places[subnet]), $"{node.Key} in {subnet}");
        }
    }

    [TestCaseSource(typeof(Drawn), nameof(Drawn.Stacks))]
    public async Task Words_fit_in_their_cards_and_boxes(string stack)
    {
        var (picture, layout) = await Drawn.Real(stack);
        using (Assert.EnterMultipleScope())
        {
            foreach (var node in picture.Nodes.Where(node => node.IsCard))
            {
                var place = layout.Places[node.Key];
                var text = CardText.Of(node, place.Width);
                var room = place.Width - CardText.Left - CardText.Right;
                Assert.That(text.Height, Is.LessThanOrEqualTo(place.Height), node.Key);
                Assert.That(TextWidth.Of(text.Title, CardText.TitleSize, bold: true), Is.LessThanOrEqualTo(room), node.Key);
                Assert.That(TextWidth.Of(text.Name, CardText.NameSize), Is.LessThanOrEqualTo(room), node.Key);
                foreach (var line in text.Facts)
                    Assert.That(TextWidth.Of(line, CardText.FactSize), Is.LessThanOrEqualTo(room), node.Key);
            }
            foreach (var box in picture.Nodes.Where(node => !node.IsCard && node.Kind != NodeKind.Stack))
                Assert.That(layout.Places[box.Key].Contains(Titles.Of(box, layout.Places[box.Key])), box.Key);
        }
    }

    [TestCaseSource(typeof(Drawn), nameof(Drawn.Stacks))]
    public async Task Every_line_is_drawn_and_none_runs_through_a_card_that_it_does_not_join(string stack)
    {
        var (picture, layout) = await Drawn.Real(stack);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(layout.Routes.Select(route => route.Edge), Is.EqualTo(picture.Edges));
            foreach (var route in layout.Routes)
            foreach (var node in picture.Nodes.Where(node => node.IsCard))
                for (var at = 1; at < route.Points.Length; at++)
                    Assert.That(
                        layout.Places[node.Key].Overlaps(Between(route.Points[at - 1], route.Points[at])),
                        Is.False,
                        $"{route.Edge} through {node.Key}"
                    );
        }
    }

    [TestCaseSource(typeof(Drawn), nameof(Drawn.Stacks))]
    public async Task Lines_run_straight_and_begin_and_end_at_their_nodes(string stack)
    {
        var (_, layout) = await Drawn.Real(stack);
        using (Assert.EnterMultipleScope())
            foreach (var route in layout.Routes)
            {
                for (var at = 1; at < route.Points.Length; at++)
                    Assert.That(
                        route.Points[at - 1].X == route.Points[at].X ^ route.Points[at - 1].Y == route.Points[at].Y,
                        $"{route.Edge} at {at}"
                    );
                Assert.That(IsOnBorder(layout.Places[route.Edge.From], route.Points[0]), $"{route.Edge} begins");
                if (!route.Joins)
                    Assert.That(IsOnBorder(layout.Places[route.Edge.To], route.Points[^1]), $"{route.Edge} ends");
            }
    }

    [TestCaseSource(typeof(Drawn), nameof(Drawn.Stacks))]
    public async Task What_joins_another_line_ends_on_one_of_its_kind_to_the_same_node(string stack)
    {
        var (_, layout) = await Drawn.Real(stack);
        foreach (var route in layout.Routes.Where(route => route.Joins))
            Assert.That(
                layout
                    .Routes.Where(other =>
                        other.Edge != route.Edge && other.Edge.To == route.Edge.To && other.Edge.Kind == route.Edge.Kind
                    )
                    .Any(other =>
                        Enumerable
                            .Range(1, other.Points.Length - 1)
                            .Any(at => IsOn(other.Points[at - 1], other.Points[at], route.Points[^1]))
                    ),
                $"{route.Edge}"
            );
    }

    [TestCaseSource(typeof(Drawn), nameof(Drawn.Stacks))]
    public async Task Labels_hide_no_card_and_no_other_label(string stack)
    {
        var (picture, layout) = await Drawn.Real(stack);
        var labels = layout.Routes.Select(route => route.Label).OfType<Rect>().ToList();
        using (Assert.EnterMultipleScope())
            for (var at = 0; at < labels.Count; at++)
            {
                Assert.That(labels.Skip(at + 1).Any(labels[at].Overlaps), Is.False, $"{labels[at]}");
                Assert.That(
                    picture.Nodes.Any(node => node.IsCard && layout.Places[node.Key].Overlaps(labels[at])),
                    Is.False,
                    $"{labels[at]}"
                );
            }
    }

    [TestCaseSource(typeof(Drawn), nameof(Drawn.Stacks))]
    public async Task A_picture_has_the_shape_of_a_screen(string stack)
    {
        var (picture, layout) = await Drawn.Real(stack);
        // A handful of cards stands in one row.
        var widest = picture.Nodes.Count(node => node.IsCard) < 10 ? 2.5 : 1.95;
        Assert.That((double)layout.Width / layout.Height, Is.InRange(1.1, widest));
    }

    [Test]
    public async Task The_same_plan_in_another_order_gives_the_same_picture()
    {
        var plan = await RealStacks.ReviewedAsync("prod");
        var turned = plan with { Steps = [.. plan.Steps.Reverse()] };
        var (picture, layout) = await Drawn.Real("prod");
        var other = Picture.Of(StackModel.Of(turned));
        var again = Layout.Of(other);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(again.Places, Is.EqualTo(layout.Places));
            Assert.That(again.Routes.Select(Told), Is.EqualTo(layout.Routes.Select(Told)));
            foreach (var node in picture.Nodes)
                Assert.That(other.Find(node.Key)?.Resources, Is.EqualTo(node.Resources), node.Key);
        }
    }

    // What lies in another box may move as a whole, because this one grew.
    [TestCase("aws:sqs/queue:Queue new {}", "group.messaging")]
    [TestCase("aws:kms/key:Key new {}", "group.security")]
    [TestCase("aws:cloudwatch/dashboard:Dashboard new {}", "group.observability")]
    public async Task One_resource_more_moves_other_boxes_as_a_whole_only(string line, string box)
    {
        var plan = await RealStacks.ReviewedAsync("prod");
        var (picture, layout) = await Drawn.Real("prod");
        var more = Picture.Of(StackModel.Of(plan with { Steps = [.. plan.Steps, .. StackText.Of(line).Plan().Steps.Skip(1)] }));
        var moved = Layout.Of(more);
        Assert.That(more.In(box).Count(), Is.EqualTo(picture.In(box).Count() + 1));
        using (Assert.EnterMultipleScope())
            foreach (
                var node in picture.Nodes.Where(node =>
                    node.Parent is { } parent && parent != box && !parent.StartsWith("region", StringComparison.Ordinal)
                )
            )
            {
                var (before, after) = (Inside(layout, node), Inside(moved, node));
                Assert.That(after, Is.EqualTo(before), node.Key);
            }
    }

    [TestCase("")]
    [TestCase("aws:ec2/vpc:Vpc empty {}")]
    [TestCase("aws:lambda/function:Function f {}")]
    [TestCase("gcp:compute/instance:Instance vm {}")]
    [TestCase(
        "aws:ec2/vpc:Vpc v {}\naws:ec2/subnet:Subnet s {\"vpcId\": \"@v.id\"}\naws:ec2/subnet:Subnet t {\"vpcId\": \"@v.id\"}\naws:ec2/natGateway:NatGateway n {\"subnetId\": \"@s.id\"}"
    )]
    [TestCase(
        "aws:ec2/vpc:Vpc v {\"region\": \"eu-west-1\"}\naws:ec2/subnet:Subnet s {\"vpcId\": \"@v.id\", \"region\": \"eu-west-1\"}\naws:kms/key:Key k {}"
    )]
    [TestCase(
        "aws:elasticache/replicationGroup:ReplicationGroup r {\"numCacheClusters\": 6, \"subnetGroupName\": \"@g.name\"}\naws:elasticache/subnetGroup:SubnetGroup g {\"subnetIds\": [\"@s.id\"]}\naws:ec2/vpc:Vpc v {}\naws:ec2/subnet:Subnet s {\"vpcId\": \"@v.id\"}"
    )]
    public void Small_and_odd_stacks_have_a_layout_too(string lines)
    {
        var picture = Drawn.Of(lines);
        var layout = Layout.Of(picture);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(layout.Places.Keys, Is.EquivalentTo(picture.Nodes.Select(node => node.Key)));
            Assert.That(Overlaps(picture, layout), Is.Empty);
        }
    }

    private static Rect Inside(Layout layout, Node node)
    {
        var (place, box) = (layout.Places[node.Key], layout.Places[node.Parent!]);
        return place with { X = place.X - box.X, Y = place.Y - box.Y };
    }

    private static List<string> Overlaps(Picture picture, Layout layout)
    {
        var found = new List<string>();
        var nodes = picture.Nodes.Where(node => node.Kind != NodeKind.Stack).ToList();
        for (var one = 0; one < nodes.Count; one++)
        for (var other = one + 1; other < nodes.Count; other++)
            if (
                layout.Places[nodes[one].Key].Overlaps(layout.Places[nodes[other].Key])
                && !MayOverlap(picture, nodes[one], nodes[other])
            )
                found.Add($"{nodes[one].Key} and {nodes[other].Key}");
        return found;
    }

    private static bool MayOverlap(Picture picture, Node one, Node other) =>
        Boxes(picture, one).Contains(other)
        || Boxes(picture, other).Contains(one)
        || LiesAcross(picture, one, other)
        || LiesAcross(picture, other, one);

    // A card in a frame lies where the frame does.
    private static bool LiesAcross(Picture picture, Node node, Node subnet) =>
        Boxes(picture, node).Append(node).Any(part => part.Across.Contains(subnet.Key));

    private static IEnumerable<Node> Boxes(Picture picture, Node node)
    {
        for (var box = node.Parent; box is not null; box = picture.Find(box)!.Parent)
            yield return picture.Find(box)!;
    }

    private static Rect Between(Point a, Point b) =>
        new(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Max(Math.Abs(a.X - b.X), 1), Math.Max(Math.Abs(a.Y - b.Y), 1));

    private static bool IsOnBorder(Rect place, Point point) =>
        point.X >= place.X
        && point.X <= place.Right
        && point.Y >= place.Y
        && point.Y <= place.Bottom
        && (point.X == place.X || point.X == place.Right || point.Y == place.Y || point.Y == place.Bottom);

    private static bool IsOn(Point a, Point b, Point point) =>
        point.X >= Math.Min(a.X, b.X)
        && point.X <= Math.Max(a.X, b.X)
        && point.Y >= Math.Min(a.Y, b.Y)
        && point.Y <= Math.Max(a.Y, b.Y);

    private static string Told(Route route) => $"{route.Edge}: {string.Join(' ', route.Points)} {route.Label}";
}
