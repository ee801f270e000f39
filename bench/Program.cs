using System.Diagnostics;
using Bench;
using Bench.Deploying;

// dotnet run --project bench -c Release -- [--runs 5] [--sizes 200,1000,5000,20000] [--reviews 250,1000,5000,20000] [--write]
//                                            [--deploying] [--runs 5] [--write]
var options = Options.Parse(args);
var repository = Repository.Find();
if (options.Deploying)
{
    repository.BuildDeploying();
    var text = await DeployBench.RunAsync(repository, options.Runs);
    Console.WriteLine(text);
    if (options.Write)
        File.WriteAllText(repository.Path("bench/DEPLOYING.md"), text);
    return;
}

repository.Build();

var rows = new List<Row>();
foreach (var stack in repository.Stacks())
    rows.Add(new Row(stack, await Measurement.TakeAsync(() => repository.Preview(stack), options.Runs), Peer: null));
foreach (var size in options.Sizes)
{
    var ours = await Measurement.TakeAsync(() => repository.PreviewSynthetic(size), options.Runs);
    var peer = await Measurement.TakeAsync(() => repository.Peer(size), options.Runs);
    rows.Add(new Row($"{size:N0} resources", ours, peer) { Resources = size });
}

var reviewed = new List<ReviewRow>();
foreach (var stack in repository.Stacks())
    reviewed.Add(await ReviewedAsync(stack, 0, more => repository.Preview(stack, more), () => repository.Graph(stack)));
foreach (var size in options.ReviewSizes)
    reviewed.Add(await ReviewedAsync($"{size:N0} resources", size, more => repository.PreviewSynthetic(size, more)));

var table = Table.Of(rows, options.Runs) + Environment.NewLine + ReviewTable.Of(reviewed);
Console.WriteLine(table);
if (options.Write)
    File.WriteAllText(repository.Path("bench/RESULTS.md"), table + Environment.NewLine);

async Task<ReviewRow> ReviewedAsync(
    string name,
    int resources,
    Func<string[], ProcessStartInfo> preview,
    Func<ProcessStartInfo>? graph = null
)
{
    var fastest = await Measurement.FastestAsync(
        [
            () => preview(["--no-guardrails", "--no-cost"]),
            () => preview(["--no-cost"]),
            () => preview(["--no-guardrails"]),
            .. graph is null ? Array.Empty<Func<ProcessStartInfo>>() : [graph],
        ],
        options.Runs
    );
    return new(name, resources, fastest[0], fastest[1], fastest[2], graph is null ? null : fastest[3]);
}
