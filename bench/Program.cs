using Bench;

// dotnet run --project bench -c Release -- [--runs 5] [--sizes 200,1000,5000,20000] [--write]
var options = Options.Parse(args);
var repository = Repository.Find();
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

var table = Table.Of(rows, options.Runs);
Console.WriteLine(table);
if (options.Write)
    File.WriteAllText(repository.Path("bench/RESULTS.md"), table + Environment.NewLine);
