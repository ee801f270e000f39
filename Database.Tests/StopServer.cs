using Database.Tests.Server;

namespace Database.Tests;

[SetUpFixture]
public sealed class StopServer
{
    [OneTimeTearDown]
    public Task Stop() => Deployment.StopAsync();
}
