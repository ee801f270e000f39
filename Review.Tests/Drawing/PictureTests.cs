using Review.Drawing;
using Review.Model;

namespace Review.Tests.Drawing;

/// <summary>What a picture shows of a stack.</summary>
public sealed class PictureTests
{
    [Test]
    public void Boxes_are_nested_as_the_network_is_and_cards_lie_where_the_plan_puts_them() =>
        Assert.That(
            Drawn.Told(Drawn.Of(Drawn.Service)),
            Is.EqualTo([
                "/internet Internet",
                "/region.ap-northeast-1 ap-northeast-1",
                "region.ap-northeast-1/vpc.main VPC",
                "vpc.main/vpc.main.public Public subnets",
                "vpc.main.public/subnet.front-a 10.0.1.0/24",
                "vpc.main.public/subnet.front-c 10.0.2.0/24",
                "vpc.main.public/lb-loadbalancer.alb Application Load Balancer",
                "vpc.main/vpc.main.app Private subnets",
                "vpc.main.app/subnet.app-a 10.0.3.0/24",
                "vpc.main.app/subnet.app-c 10.0.4.0/24",
                "vpc.main.app/cluster.cluster ECS cluster",
                "cluster.cluster/ecs-service.web Fargate service",
                "vpc.main/vpc.main.data Data subnets",
                "vpc.main.data/subnet.db-a 10.0.5.0/24",
                "subnet.db-a/rds-instance.db RDS for PostgreSQL",
                "vpc.main.data/subnet.db-c 10.0.6.0/24",
                "subnet.db-c/rds-instance.db.copy1 RDS for PostgreSQL",
                "vpc.main/ec2-internetgateway.igw Internet gateway",
            ])
        );

    [Test]
    public void Lines_are_what_security_groups_permit_and_routes_say() =>
        Assert.That(
            Drawn.Lines(Drawn.Of(Drawn.Service)),
            Is.EqualTo([
                "ecs-service.web Traffic rds-instance.db 5432",
                "internet Traffic lb-loadbalancer.alb 443",
                "lb-loadbalancer.alb Traffic ecs-service.web 8080",
                "ec2-internetgateway.igw Routing internet",
                "subnet.front-a Routing ec2-internetgateway.igw",
                "subnet.front-c Routing ec2-internetgateway.igw",
            ])
        );

    [TestCase("ecs-service.web", "app-in app-sg task task-rights task-role web")]
    [TestCase("lb-loadbalancer.alb", "alb alb-sg https tg")]
    [TestCase("rds-instance.db", "db db-in db-sg db-subnets")]
    [TestCase("cluster.cluster", "cluster")]
    [TestCase("vpc.main", "default main out")]
    [TestCase("subnet.front-a", "front-a front-a-out")]
    [TestCase("rds-instance.db.copy1", "")]
    public void What_helps_a_resource_belongs_to_it(string key, string names) =>
        Assert.That(
            string.Join(
                ' ',
                Drawn.Of(Drawn.Service).Find(key)!.Resources.Select(Engine.Model.Urns.Name).Order(StringComparer.Ordinal)
            ),
            Is.EqualTo(names)
        );

    [Test]
    public void A_card_tells_its_class_and_size_and_no_secret()
    {
        var picture = Drawn.Of(
            Drawn.Service
                + """aws:rds/instance:Instance other {"engine": "postgres", "instanceClass": {"secret": "canary-class"}, "multiAz": {"secret": true}, "allocatedStorage": {"secret": 987654}}"""
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(picture.Find("rds-instance.db")!.Facts, Is.EqualTo(["db.t4g.micro", "Multi-AZ", "20 GiB"]));
            Assert.That(picture.Find("rds-instance.other")!.Facts, Is.Empty);
            Assert.That(picture.Find("ecs-service.web")!.Facts, Is.EqualTo(["2 tasks", "CPU 512", "1024 MiB"]));
        }
    }

    [Test]
    public void Many_alike_are_one_card_that_tells_their_names()
    {
        var few = Drawn.Of(
            "aws:s3/bucket:Bucket a {}\naws:s3/bucket:Bucket b {}\naws:s3/bucket:Bucket c {}\naws:s3/bucket:Bucket d {}"
        );
        var many = Drawn.Of(
            "aws:s3/bucket:Bucket a {}\naws:s3/bucket:Bucket b {}\naws:s3/bucket:Bucket c {}\naws:s3/bucket:Bucket d {}\naws:s3/bucket:Bucket e {}"
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(few.In("group.storage").Select(node => node.Name), Is.EqualTo(["a", "b", "c", "d"]));
            Assert.That(many.In("group.storage").Select(node => node.Title), Is.EqualTo(["5 S3 buckets"]));
            Assert.That(many.In("group.storage").Single().Facts, Is.EqualTo(["a", "b", "c", "d", "e"]));
            Assert.That(many.In("group.storage").Single().Resources, Has.Length.EqualTo(5));
        }
    }

    [Test]
    public void A_stack_of_other_clouds_is_drawn_by_the_words_of_its_types()
    {
        var picture = Drawn.Of("gcp:compute/instance:Instance vm {}\nkubernetes:apps/v1:DaemonSet agent {\"node\": \"@vm.id\"}");
        Assert.That(
            picture.Nodes.Where(node => node.IsCard).Select(node => $"{node.Glyph} {node.Title} {node.Name} {node.Parent}"),
            Is.EqualTo((string[])["DS Daemon set agent group.other", "INS Instance vm group.other"])
        );
    }

    [Test]
    public void An_empty_stack_is_an_empty_picture()
    {
        var picture = Drawn.Of("");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(picture.Nodes.Select(node => node.Kind), Is.EqualTo([NodeKind.Stack]));
            Assert.That(picture.Edges, Is.Empty);
            Assert.That(picture.ResourceCount, Is.Zero);
        }
    }

    [Test]
    public void A_replica_lies_in_another_zone_than_its_source_and_copies_it()
    {
        var picture = Drawn.Of(
            Drawn.Service
                + """aws:rds/instance:Instance reader {"replicateSourceDb": "@db.id", "instanceClass": "db.t4g.micro"}"""
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(picture.Find("rds-instance.reader")!.Parent, Is.EqualTo("subnet.db-c"));
            Assert.That(Drawn.Lines(picture), Does.Contain("rds-instance.db Data rds-instance.reader replica"));
        }
    }

    [Test]
    public void Lines_of_most_functions_of_a_frame_are_one_that_says_of_how_many()
    {
        var functions = string.Concat(
            "abcd".Select(name =>
                $$"""aws:lambda/function:Function {{name}} {"name": "{{name}}", "vpcConfig": {"subnetIds": ["@app-a.id", "@app-c.id"] } }"""
                + "\n"
            )
        );
        var calls = string.Concat(
            "abc".Select(name =>
                $$"""aws:apigateway/integration:Integration to-{{name}} {"restApi": "@api.id", "uri": "@{{name}}.invokeArn"}"""
                + "\n"
            )
        );
        var picture = Drawn.Of($"{Drawn.Network}{functions}aws:apigateway/restApi:RestApi api {{}}\n{calls}");
        Assert.That(
            Drawn.Lines(picture).Where(line => line.StartsWith("apigateway", StringComparison.Ordinal)),
            Is.EqualTo(["apigateway-restapi.api Traffic vpc.main.app.functions 3 of 4"])
        );
    }

    [Test]
    public void A_frame_that_has_a_line_itself_has_it_for_its_cards_and_is_not_counted()
    {
        var picture = Drawn.Of(
            Drawn
                .Service.Replace("\"name\": \"one\"", "\"configuration\": {\"log\": \"@log.name\"}", StringComparison.Ordinal)
                .Replace("\"name\": \"app\"", "\"name\": \"@log.name\"", StringComparison.Ordinal)
                + "aws:cloudwatch/logGroup:LogGroup log {}"
        );
        Assert.That(
            Drawn.Lines(picture).Where(line => line.EndsWith("logs", StringComparison.Ordinal)),
            Is.EqualTo((string[])["cluster.cluster Data many.group.observability.Log-group logs"])
        );
    }

    [Test]
    public void Services_that_share_a_security_group_get_the_ports_that_they_listen_on()
    {
        var picture = Drawn.Of(
            Drawn.Service
                + """
                aws:ecs/taskDefinition:TaskDefinition task2 {"containerDefinitions!": [{"name": "app", "portMappings": [{"containerPort": 9000}]}]}
                aws:ecs/service:Service other {"cluster": "@cluster.arn", "taskDefinition": "@task2.arn", "networkConfiguration": {"subnets": ["@app-a.id"], "securityGroups": ["@app-sg.id"]}}
                aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule self {"securityGroupId": "@app-sg.id", "referencedSecurityGroupId": "@app-sg.id", "ipProtocol": "tcp", "fromPort": 9000, "toPort": 9000}
                """
        );
        Assert.That(
            Drawn.Lines(picture).Where(line => line.EndsWith("9000", StringComparison.Ordinal)),
            Is.EqualTo(["ecs-service.web Traffic ecs-service.other 9000"])
        );
    }

    [TestCaseSource(typeof(Drawn), nameof(Drawn.Stacks))]
    public async Task Every_resource_of_a_stack_is_in_one_node(string stack)
    {
        var (picture, _) = await Drawn.Real(stack);
        var plan = await Stacks.RealStacks.ReviewedAsync(stack);
        Assert.That(
            picture.Nodes.SelectMany(node => node.Resources).Order(StringComparer.Ordinal),
            Is.EqualTo(StackModel.Of(plan).Resources.Select(resource => resource.Urn).Order(StringComparer.Ordinal))
        );
    }

    [TestCaseSource(typeof(Drawn), nameof(Drawn.Stacks))]
    public async Task Keys_are_unique_and_lines_join_nodes_that_are_there(string stack)
    {
        var (picture, _) = await Drawn.Real(stack);
        var keys = picture.Nodes.Select(node => node.Key).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(keys, Is.Unique.And.All.Match("^[A-Za-z0-9.-]+$"));
            Assert.That(picture.Edges.SelectMany(edge => (string[])[edge.From, edge.To]).Distinct(), Is.SubsetOf(keys));
            Assert.That(picture.Nodes.Select(node => node.Parent).OfType<string>().Distinct(), Is.SubsetOf(keys));
        }
    }
}
