using Bench;

// dotnet run --project bench -c Release -- [--runs 5] [--sizes 200,1000,5000,20000] [--guardrails 250,1000,5000,20000] [--write]
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

var guarded = new List<GuardrailRow>();
foreach (var stack in repository.Stacks())
    guarded.Add(await GuardedAsync(stack, 0, more => repository.Preview(stack, more)));
foreach (var size in options.GuardrailSizes)
    guarded.Add(await GuardedAsync($"{size:N0} resources", size, more => repository.PreviewSynthetic(size, more)));

var table = Table.Of(rows, options.Runs) + Environment.NewLine + GuardrailTable.Of(guarded);
Console.WriteLine(table);
if (options.Write)
    File.WriteAllText(repository.Path("bench/RESULTS.md"), table + Environment.NewLine);

async Task<GuardrailRow> GuardedAsync(string name, int resources, Func<string[], System.Diagnostics.ProcessStartInfo> preview) =>
    new(
        name,
        resources,
        await Measurement.TakeAsync(() => preview([]), options.Runs),
        await Measurement.TakeAsync(() => preview(["--no-guardrails"]), options.Runs)
    );
