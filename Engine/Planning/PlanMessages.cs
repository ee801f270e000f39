using Engine.Model;

namespace Engine.Planning;

/// <summary>What the planner has to say, in one place.</summary>
internal static class PlanMessages
{
    public static Diagnostic ClaimedTwice(string urn, string old, string first) =>
        new(
            Severity.Error,
            $"{urn}: its former name {old} is claimed by {first} already; give an alias to one of them only",
            urn
        );

    public static Diagnostic CannotReplace(ResourceState goal) =>
        new(
            Severity.Error,
            $"{goal.Urn}: would be replaced, which its protection forbids; take the change back, or set protect to false in the same run",
            goal.Urn
        );

    public static Diagnostic CannotDelete(ResourceState old) =>
        new(
            Severity.Error,
            $"{old.Urn}: would be deleted, which its protection forbids; keep it in the program, or deploy once with protect false and remove it then",
            old.Urn
        );

    public static Diagnostic CannotDeleteFirst(ResourceState old, ResourceState cause) =>
        new(
            Severity.Error,
            $"{old.Urn}: would be deleted because {cause.Urn} is deleted before it is replaced, which its protection forbids; "
                + "deploy once with protect false, or let the replacement be made first",
            old.Urn
        );

    public static Diagnostic CannotIgnore(ResourceState goal, string path) =>
        new(
            Severity.Info,
            $"{goal.Urn}: the change of {path} cannot be ignored: old and new inputs have not the same shape there",
            goal.Urn
        );

    public static Diagnostic ReplacesImport(ResourceState goal) =>
        new(
            Severity.Warning,
            $"{goal.Urn}: was imported and would be replaced, which a deployment refuses; remove the import option, or take the change back",
            goal.Urn
        );

    public static Diagnostic CannotTakeBack(ResourceState goal, string property, string element, bool removed) =>
        new(
            Severity.Error,
            $"{goal.Urn}: {element} of {property} would be {(removed ? "removed" : "changed")}, which AWS never does: the deployment would fail; "
                + (removed ? "keep it in the program" : "take the change back, and add another one")
                + $", or make a new resource beside this one, which begins empty",
            goal.Urn
        );

    public static Diagnostic Loses(ResourceState old, string doing, string loss) =>
        new(Severity.Warning, $"{old.Urn}: {doing} it loses {loss}", old.Urn);
}
