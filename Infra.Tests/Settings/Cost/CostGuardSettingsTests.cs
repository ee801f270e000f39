using Infra.Settings.Cost;
using Pulumi;

namespace Infra.Tests.Settings.Cost;

public sealed class CostGuardSettingsTests
{
    [Test]
    public void Everything_written_reaches_the_guard()
    {
        var args = new CostGuardSettings
        {
            MonthlyUsd = 42,
            AlertPercents = ["70", "90"],
            ForecastPercent = 110,
            AnomalyUsd = 7,
            AnomalyPercent = 50,
            Emails = ["cfo@example.com"],
        }.ToArgs(TestStacks.Dev, Output.Create("arn:topic"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (args.MonthlyUsd, args.ForecastPercent, args.AnomalyUsd, args.AnomalyPercent),
                Is.EqualTo((42, (int?)110, (int?)7, 50))
            );
            Assert.That(args.AlertPercents, Is.EqualTo(new[] { 70, 90 }));
            Assert.That(args.Emails, Is.EqualTo(new[] { "cfo@example.com" }));
            Assert.That(args.TopicArn, Is.Not.Null);
        }
    }

    [Test]
    public void Zero_switches_off()
    {
        var args = new CostGuardSettings { ForecastPercent = 0, AnomalyUsd = 0 }.ToArgs(TestStacks.Dev, null);

        Assert.That((args.ForecastPercent, args.AnomalyUsd), Is.EqualTo(((int?)null, (int?)null)));
    }

    [Test]
    public void The_defaults_are_sound_and_what_is_wrong_is_refused_in_the_file()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(new CostGuardSettings().Validate(TestStacks.Prod), Is.Empty);
            Assert.That(
                new CostGuardSettings { AlertPercents = ["10", "20", "30", "40", "50"] }
                    .Validate(TestStacks.Prod)
                    .Select(problem => problem.ToString()),
                Is.EqualTo(new[] { "alertPercents: got 6 with the forecast, want 1 to 5; AWS takes no more for a budget" })
            );
            Assert.That(new CostGuardSettings { Enabled = false, MonthlyUsd = 0 }.Validate(TestStacks.Prod), Is.Empty);
        }
    }
}
