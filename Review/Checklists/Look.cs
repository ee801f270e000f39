using Review.Guardrails;
using Review.Model;

namespace Review.Checklists;

/// <summary>How items are found in a stack; rows of check-lists are made of these.</summary>
internal static class Look
{
    /// <summary>There is a resource of a type.</summary>
    /// <param name="type">The type token.</param>
    /// <param name="when">Which of them count. Default: all.</param>
    /// <param name="least">How many there must be. Default: one.</param>
    /// <param name="otherwise">What to do where there are fewer. Default: the type is named.</param>
    public static Func<StackModel, Evidence> For(
        string type,
        Func<Resource, bool>? when = null,
        int least = 1,
        string? otherwise = null
    ) =>
        stack =>
        {
            var found = stack.All(type).Where(when ?? (_ => true)).ToList();
            return found.Count >= least
                ? new(ItemState.Done, Evidence.Of(found))
                : new(
                    ItemState.Open,
                    Evidence.Of(found),
                    otherwise ?? $"{(found.Count == 0 ? "no" : "no other")} {TypeNames.Short(type)}"
                );
        };

    /// <summary>Every resource of a type has a property as wanted, and there is one.</summary>
    /// <param name="type">The type token.</param>
    /// <param name="path">The property; see <see cref="Value.this"/>.</param>
    /// <param name="wanted">Whether a value is right.</param>
    /// <param name="when">Which resources count. Default: all.</param>
    /// <param name="otherwise">What to do where it is not so. Default: the facts say it.</param>
    public static Func<StackModel, Evidence> Every(
        string type,
        string path,
        Func<Value, bool> wanted,
        Func<Resource, bool>? when = null,
        string? otherwise = null
    ) =>
        stack =>
        {
            var all = stack.All(type).Where(when ?? (_ => true)).ToList();
            if (all.Count == 0)
                return new(ItemState.Open, [], otherwise ?? $"no {TypeNames.Short(type)}");
            var wrong = all.Where(resource => !wanted(resource[path])).ToList();
            if (wrong.Count == 0)
                return new(ItemState.Done, Evidence.Of(all, path));
            var unknown = wrong.All(resource => resource[path].IsUnknown);
            return new(unknown ? ItemState.AfterDeployment : ItemState.Open, Evidence.Of(wrong, path), otherwise);
        };

    /// <summary>A rule holds for every resource of a type, and there is one.</summary>
    /// <param name="type">The type token.</param>
    /// <param name="rule">The rule; see <see cref="Checks"/>.</param>
    /// <param name="when">Which resources count. Default: all.</param>
    public static Func<StackModel, Evidence> Judge(
        string type,
        Func<Resource, Verdict> rule,
        Func<Resource, bool>? when = null
    ) =>
        stack =>
        {
            var all = stack.All(type).Where(when ?? (_ => true)).ToList();
            if (all.Count == 0)
                return new(ItemState.Open, [], $"no {TypeNames.Short(type)}");
            var judged = all.Select(resource => (Resource: resource, Verdict: rule(resource))).ToList();
            var worst = judged.Max(one => one.Verdict.Outcome);
            var telling = judged.Where(one => one.Verdict.Outcome == worst).ToList();
            var state = worst switch
            {
                Outcome.Pass => ItemState.Done,
                Outcome.CannotKnow => ItemState.AfterDeployment,
                _ => ItemState.Open,
            };
            return new(
                state,
                Evidence.Of(telling.Select(one => one.Resource)),
                telling[0].Verdict.Detail is { Length: > 0 } detail ? detail : null
            );
        };

    /// <summary>All of these.</summary>
    public static Func<StackModel, Evidence> All(params Func<StackModel, Evidence>[] looks) =>
        stack => looks.Select(look => look(stack)).Aggregate((all, next) => all & next);

    /// <summary>Nothing of it is in a plan: somebody does it.</summary>
    /// <param name="how">Who does what.</param>
    /// <param name="link">The page that describes it.</param>
    public static Func<StackModel, Evidence> ByHand(string how, string link) => _ => new(ItemState.ByHand, [], how, link);

    /// <summary>Only the deployed stack tells; the facts are what it will be asked by.</summary>
    /// <param name="how">Who finds out, and how.</param>
    /// <param name="link">The page that describes it.</param>
    /// <param name="facts">What the plan says of it.</param>
    public static Func<StackModel, Evidence> AfterDeployment(string how, string link, Func<StackModel, Evidence> facts) =>
        stack =>
            facts(stack) is { State: ItemState.Done } found
                ? new(ItemState.AfterDeployment, found.Facts, how, link)
                : facts(stack);

    /// <summary>Adds the page that tells more.</summary>
    public static Func<StackModel, Evidence> See(this Func<StackModel, Evidence> look, string link) =>
        stack => look(stack) with { Link = link };

    /// <summary>The value is true.</summary>
    public static bool IsTrue(Value value) => value.Bool is true;

    /// <summary>The value is false, or left out.</summary>
    public static bool IsFalse(Value value) => value.IsMissing || value.Bool is false;

    /// <summary>There is a value, whether it is known yet or not.</summary>
    public static bool IsSet(Value value) => !value.IsEmpty;

    /// <summary>The value is one of these texts.</summary>
    public static Func<Value, bool> Is(params string[] texts) => value => value.Text is { } text && texts.Contains(text);

    /// <summary>The value is a number not below this one.</summary>
    public static Func<Value, bool> AtLeast(double least) => value => value.Number >= least;

    /// <summary>The value is a number above zero and not above this one.</summary>
    public static Func<Value, bool> AtMost(double most) => value => value.Number > 0 && value.Number <= most;
}
