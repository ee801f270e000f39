using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>Names that AWS keeps: it takes them, and there is only one of each.</summary>
internal sealed class NameRules : GuardrailTable
{
    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("names-taken", Grade.Medium, Guardrail.WholeStack, "AWS takes every name")
            {
                Reason = "A name that is too long, or has a wrong letter, is refused in the middle of the deployment.",
                Fix = "Shorten the name in the stack file or the component, or leave it out where Pulumi may choose one.",
                Check = stack => StackChecks.None(PhysicalNames.Refused(stack.Stack)),
            },
            new("names-once", Grade.High, Guardrail.WholeStack, "No two resources want one name")
            {
                Reason = "AWS refuses the second, or, as with alarms, silently changes the first.",
                Fix = "Give one of them another name.",
                Check = stack => StackChecks.None(PhysicalNames.Twice(stack.Stack)),
            },
        ];
}
