using Bench.Synthetic;
using Pulumi;

return await Deployment.RunAsync(() =>
{
    var resources = new Config().RequireInt32("resources");
    for (var cell = 0; cell < resources / Cell.Resources; cell++)
        new Cell($"cell-{cell:D4}", cell);
});
