using System.Collections.Immutable;
using Infra.Serverless;
using Pulumi;

namespace Infra.Tests.Serverless;

public sealed class LambdaApiCheckTests
{
    private static LambdaApiArgs Args => LambdaApiCase.Args();

    [Test]
    public void Eight_domains_that_reserve_a_hundred_are_sound() => Assert.That(Args.Validate(), Is.Empty);

    [Test]
    public void What_functions_reserve_adds_up() =>
        Assert.That(
            Only(With("auth", of => of with { Shape = of.Shape with { ReservedConcurrency = 20 } })),
            Is.EqualTo(
                "concurrency.reserved: got 100, want 105 = assets 15 + auth 20 + budgets 10 + categories 5 + notifications 10 + reports 10 "
                    + "+ transactions 25 + users 10; change the functions or the sum, so that the two agree"
            )
        );

    [Test]
    public void Where_nothing_is_reserved_the_sum_is_nothing()
    {
        var none = Args with
        {
            Functions = Args.Functions.ToImmutableSortedDictionary(
                of => of.Key,
                of => of.Value with { Shape = of.Value.Shape with { ReservedConcurrency = null } }
            ),
        };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Only(none), Does.StartWith("concurrency.reserved: got 100, want 0 = nothing;"));
            Assert.That(
                (
                    none with
                    {
                        Concurrency = new() { Reserved = 0, Account = 10 },
                    }
                ).Validate(),
                Is.Empty
            );
        }
    }

    [TestCase(200, 0, true)]
    [TestCase(199, 0, false)]
    [TestCase(1000, 800, true)]
    [TestCase(1000, 801, false)]
    public void An_account_keeps_a_hundred_unreserved(int account, int others, bool sound) => Assert.That((
                Args with
                {
                    Concurrency = new() { Account = account, Others = others },
                }
            ).Validate().Any(), Is.EqualTo(!sound));

    [Test]
    public void The_sum_is_told_with_its_parts() =>
        Assert.That(
            Only(
                With("auth", of => of) with
                {
                    Concurrency = new() { Account = 250, Others = 60 },
                    Authorizer = Args.Authorizer! with
                    {
                        Function = Args.Authorizer.Function with
                        {
                            Shape = Args.Authorizer.Function.Shape with { ProvisionedConcurrency = 3 },
                        },
                    },
                }
            ),
            Is.EqualTo(
                "concurrency.account: got 250, want 263 or more; 100 reserved by the functions + 0 by the authorizer + 3 kept warm beside them "
                    + "+ 60 of others + 100 that AWS keeps for functions that reserve nothing; reserve less, or ask AWS for more"
            )
        );

    [Test]
    public void What_the_authorizer_reserves_is_taken_from_the_account_too()
    {
        var function = Args.Authorizer!.Function;
        LambdaApiArgs Reserving(int account) =>
            Args with
            {
                Concurrency = new() { Account = account },
                Authorizer = new(function with { Shape = function.Shape with { ReservedConcurrency = 7 } }),
            };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Reserving(207).Validate(), Is.Empty);
            Assert.That(
                Only(Reserving(206)),
                Does.StartWith(
                    "concurrency.account: got 206, want 207 or more; 100 reserved by the functions + 7 by the authorizer + 0 kept warm"
                )
            );
        }
    }

    [Test]
    public void A_large_account_has_room_for_large_functions() =>
        Assert.That(
            (
                With("auth", of => of with { Shape = of.Shape with { ReservedConcurrency = 1500 } }) with
                {
                    Concurrency = new() { Account = 5000, Reserved = 1585 },
                }
            ).Validate(),
            Is.Empty
        );

    [Test]
    public void What_is_kept_warm_of_what_is_reserved_is_counted_once() =>
        Assert.That(
            (
                With("auth", of => of with { Shape = of.Shape with { ProvisionedConcurrency = 5 } }) with
                {
                    Concurrency = new() { Account = 200 },
                }
            ).Validate(),
            Is.Empty
        );

    [TestCase(127)]
    [TestCase(10_241)]
    public void Memory_has_bounds(int memory) =>
        Assert.That(
            Only(With("reports", of => of with { Shape = of.Shape with { MemoryMiB = memory } })),
            Is.EqualTo($"functions.reports.memoryMiB: got {memory}, want 128 to 10240; Lambda has no other sizes")
        );

    [Test]
    public void Nobody_waits_longer_than_API_Gateway()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Only(With("users", of => of with { Shape = of.Shape with { TimeoutSeconds = 31 } })),
                Is.EqualTo(
                    "functions.users.timeoutSeconds: got 31, want 30 at most for a function that only the API calls; "
                        + "API Gateway stops waiting after 29 seconds, and nobody would see the answer"
                )
            );
            Assert.That(
                With("notifications", of => of with { Shape = of.Shape with { TimeoutSeconds = 300 } }).Validate(),
                Is.Empty
            );
        }
    }

    [Test]
    public void Routes_and_functions_know_each_other()
    {
        var lost = Args with
        {
            Functions = Args.Functions.Remove("reports"),
            Concurrency = new() { Reserved = 90 },
        };
        var idle = Args with { Functions = Args.Functions.Add("goals", LambdaApiCase.Of(512, null)) };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                lost.Validate().Select(problem => problem.ToString()).First(),
                Does.StartWith("api.routes.GET /reports.function: unknown key;")
            );
            Assert.That(
                Only(idle),
                Is.EqualTo("api.functions.goals: got no route, want one or more; nothing would call it; leave it out")
            );
            Assert.That(
                (
                    idle with
                    {
                        Functions = Args.Functions.Add("goals", LambdaApiCase.Of(512, null) with { Asynchronous = new() }),
                    }
                ).Validate(),
                Is.Empty,
                "events call it"
            );
        }
    }

    [Test]
    public void A_domain_is_a_word_that_names_can_have()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Add("Goals").Select(problem => problem.ToString()),
                Has.Some.EqualTo(
                    "functions.Goals: got Goals, want small letters, digits and -; function, role and log are named after it"
                )
            );
            Assert.That(
                Add("authorizer").Select(problem => problem.ToString()),
                Has.Some.EqualTo("functions.authorizer: got authorizer, want another word; the authorizer is called so")
            );
        }

        static IEnumerable<Infra.Validation.Problem> Add(string domain) =>
            (Args with { Functions = Args.Functions.Add(domain, LambdaApiCase.Of(512, null)) }).Validate();
    }

    [Test]
    public void The_authorizer_ends_before_the_call_does()
    {
        var function = Args.Authorizer!.Function;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Only(Args with { Authorizer = new(function with { Shape = function.Shape with { TimeoutSeconds = 30 } }) }),
                Does.StartWith("authorizer.timeoutSeconds: got 30, want 29 at most;")
            );
            Assert.That(
                Only(Args with { Authorizer = new(function with { Asynchronous = new() }) }),
                Is.EqualTo("authorizer.asynchronous: got a queue, want none; API Gateway waits for it")
            );
            Assert.That(
                Only(Args with { Authorizer = new(function) { CacheSeconds = 3601 } }),
                Does.StartWith("api.authorizer.cacheSeconds: got 3601, want 0 to 3600;")
            );
        }
    }

    [Test]
    public void What_cannot_be_of_failures_is_refused() =>
        Assert.That(
            With(
                    "notifications",
                    of =>
                        of with
                        {
                            Asynchronous = new()
                            {
                                Retries = 3,
                                MaxAgeSeconds = 59,
                                RetentionDays = 15,
                            },
                        }
                )
                .Validate()
                .Select(problem => problem.ToString()),
            Is.EqualTo(
                new[]
                {
                    "functions.notifications.failures.retries: got 3, want 0 to 2; Lambda tries no more often",
                    "functions.notifications.failures.maxAgeSeconds: got 59, want 60 to 21600; Lambda keeps events 6 hours at most",
                    "functions.notifications.asynchronous.retentionDays: got 15, want 1 to 14; SQS keeps messages no longer",
                }
            )
        );

    [Test]
    public async Task A_refusal_names_the_API_and_every_problem()
    {
        var bad = Args with { Functions = Args.Functions.Clear() };

        var error = await Assert.ThrowsAsync<RunException>(() => LambdaApiCase.RunAsync(bad));

        Assert.That(
            error!.Message,
            Does.Contain("LambdaApi 'finsight': 1 problem in its args")
                .And.Contain("functions: got an empty map, want one or more functions;")
        );
    }

    private static LambdaApiArgs With(string domain, Func<DomainFunction, DomainFunction> change) =>
        Args with
        {
            Functions = Args.Functions.SetItem(domain, change(Args.Functions[domain])),
        };

    private static string Only(LambdaApiArgs args) => args.Validate().Single().ToString();
}
