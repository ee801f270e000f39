using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Pulumi;
using Pulumi.Utilities;
using Sdk.Tests.Support;

namespace Sdk.Tests.Outputs;

/// <summary>
/// Outputs are a monad that also keeps whether a value is known, whether it is secret, and where it came from. The laws are checked inside
/// of a preview, where functions on unknown values are skipped.
/// </summary>
public sealed class OutputLawTests
{
    private static readonly Resource[] Sources = [.. Enumerable.Range(0, 4).Select(i => new DependencyResource($"urn:{i}"))];

    private sealed record Shape(int Value, bool IsKnown, bool IsSecret, ImmutableArray<int> From)
    {
        public Output<int> Output => new(Data);

        public Output<int> Later => new(LaterAsync());

        private OutputData<int> Data =>
            new(ResourceSet.From([.. From.Select(i => Sources[i])]), IsKnown ? Value : 0, IsKnown, IsSecret);

        private async Task<OutputData<int>> LaterAsync()
        {
            await Task.Yield();
            return Data;
        }
    }

    [Test]
    public Task Mapping_identity_changes_nothing() => Holds(a => Same(a.Output, a.Output.Apply(x => x)));

    [Test]
    public Task Mapping_twice_is_mapping_with_both() =>
        Holds(a => Same(a.Output.Apply(F).Apply(G), a.Output.Apply(x => G(F(x)))));

    [Test]
    public Task Binding_to_Create_is_mapping() => Holds(a => Same(a.Output.Apply(F), a.Output.Apply(x => Output.Create(F(x)))));

    [Test]
    public Task Binding_a_created_output_is_calling_the_function() =>
        Holds(a => Same(Output.Create(3).Apply(_ => a.Output), a.Output));

    [Test]
    public Task Binding_is_associative() =>
        Hold(
            Prop.ForAll(
                Any,
                Any,
                Any,
                (a, b, c) =>
                {
                    var left = a.Output.Apply(x => b.Output.Apply(y => x + y)).Apply(xy => c.Output.Apply(z => xy + z));
                    var right = a.Output.Apply(x => b.Output.Apply(y => c.Output.Apply(z => x + y + z)));
                    return Same(left, right);
                }
            )
        );

    [Test]
    public Task A_result_is_known_if_all_are_secret_if_any_is_and_from_the_resources_of_all() =>
        Hold(
            Prop.ForAll(
                Any,
                Any,
                (a, b) =>
                {
                    var tuple = Of(Output.Tuple(a.Output, b.Output));
                    var all = Of(Output.All(a.Output, b.Output));
                    var format = Of(Output.Format($"{a.Output}{b.Output}"));
                    var expected = (a.IsKnown && b.IsKnown, a.IsSecret || b.IsSecret);
                    var sources = a.From.Union(b.From).Select(i => Sources[i]).ToHashSet();
                    return (tuple.IsKnown, tuple.IsSecret) == expected
                        && (all.IsKnown, all.IsSecret) == expected
                        && (format.IsKnown, format.IsSecret) == expected
                        && sources.SetEquals(tuple.Resources.ToImmutableHashSet())
                        && sources.SetEquals(all.Resources.ToImmutableHashSet())
                        && sources.SetEquals(format.Resources.ToImmutableHashSet());
                }
            )
        );

    [Test]
    public Task Secrecy_can_be_put_on_and_taken_off() =>
        Holds(a =>
            Of(Output.CreateSecret(a.Output)).IsSecret
            && Same(Output.Unsecret(Output.CreateSecret(a.Output)), Output.Unsecret(a.Output))
        );

    [Test]
    public Task What_is_there_later_makes_no_difference() =>
        Hold(
            Prop.ForAll(
                Any,
                Any,
                (a, b) =>
                    Same(Output.Tuple(a.Later, b.Later), Output.Tuple(a.Output, b.Output))
                    && Same(a.Later.Apply(x => b.Later.Apply(y => x + y)), a.Output.Apply(x => b.Output.Apply(y => x + y)))
                    && Same(a.Later.Apply(F), a.Output.Apply(F))
            )
        );

    [Test]
    public Task All_keeps_the_order_and_the_number() =>
        Hold(
            Prop.ForAll(
                ArbMap.Default.ArbFor<int[]>(),
                numbers => Of(Output.All(numbers.Select(n => Output.Create(n)))).Value.SequenceEqual(numbers)
            )
        );

    [Test]
    public async Task Resources_of_many_outputs_are_each_there_once()
    {
        var sources = Enumerable.Range(0, 100).Select(i => new DependencyResource($"urn:{i}")).ToList();
        var outputs = sources.Concat(sources).Select(source => OutputUtilities.WithDependency(Output.Create(1), source));

        var found = await OutputUtilities.GetDependenciesAsync(Output.All(outputs));

        Assert.That(found, Is.EquivalentTo(sources));
    }

    private static Arbitrary<Shape> Any =>
        (
            from value in Gen.Choose(-100, 100)
            from isKnown in Gen.Elements(true, true, false)
            from isSecret in Gen.Elements(true, false)
            from sources in Gen.SubListOf(0, 1, 2, 3)
            select new Shape(value, isKnown, isSecret, [.. sources])
        ).ToArbitrary();

    private static int F(int x) => unchecked(x * 31);

    private static int G(int x) => unchecked(x + 7);

    private static Task Holds(Func<Shape, bool> law) => Hold(Prop.ForAll(Any, law));

    private static async Task Hold(Property property) => await Data.TestAsync(() => property.QuickCheckThrowOnFailure());

    private static bool Same<T>(Output<T> left, Output<T> right)
    {
        var (l, r) = (Of(left), Of(right));
        return (l.IsKnown, l.IsSecret) == (r.IsKnown, r.IsSecret)
            && (!l.IsKnown || Equals(l.Value, r.Value))
            && l.Resources.ToImmutableHashSet().SetEquals(r.Resources.ToImmutableHashSet());
    }

    private static OutputData<T> Of<T>(Output<T> output) => output.DataAsync().AsTask().GetAwaiter().GetResult();
}
