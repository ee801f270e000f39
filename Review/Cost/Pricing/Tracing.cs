using Review.Cost.Usage;
using Review.Model;
using Review.Model.Aws;

namespace Review.Cost.Pricing;

/// <summary>Who records the traces of a stack: the stages of its APIs, or its functions where no stage does.</summary>
internal static class Tracing
{
    private const string Stage = "aws:apigateway/stage:Stage";

    /// <summary>How many there are; one at least, so that what is said of the stack is not lost.</summary>
    public static int Recorders(StackModel stack) =>
        Math.Max(1, Stages(stack) is > 0 and var stages ? stages : stack.All(Tokens.Function).Count(Records));

    /// <summary>Writes the part of a resource, if it is one of them.</summary>
    public static void Charge(Bill bill)
    {
        if (Records(bill.Resource) && (bill.Resource.Type == Stage || Stages(bill.Stack) == 0))
            bill.Usage("xray-traces", bill.Assume(UsageSettings.Traces, Recorders(bill.Stack)), "X-Ray");
    }

    private static int Stages(StackModel stack) => stack.All(Stage).Count(Records);

    private static bool Records(Resource resource) =>
        resource["xrayTracingEnabled"].Bool == true || resource["tracingConfig.mode"].Text == "Active";
}
