using Database.Tests.Server;

namespace Database.Tests;

/// <summary>The list in the repository: what the application's published schema deliberately does otherwise.</summary>
public sealed class ShippedExceptionsTests
{
    private static readonly string[] Known = ["no-tenant-id", "no-rls", "no-index", "no-foreign-key"];

    private static List<(string Subject, string Finding, string Reason)> Lines() =>
        [
            .. File.ReadAllLines(Repository.File("database/accepted-exceptions.csv"))
                .Skip(1)
                .Select(line => line.Split(',', 3))
                .Select(cells => (cells[0], cells[1], cells[2].Trim('"'))),
        ];

    [Test]
    public void Every_line_has_a_reason_and_none_is_there_twice()
    {
        var lines = Lines();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines, Is.Not.Empty);
            Assert.That(lines.Select(line => line.Finding).Distinct(), Is.SubsetOf(Known));
            Assert.That(lines.Select(line => line.Reason), Has.All.Length.GreaterThan(15));
            Assert.That(lines.Select(line => (line.Subject, line.Finding)), Is.Unique.And.Ordered);
        }
    }
}
