using KataKit.Analyzers.Symbolic;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Flow;

/// <summary>Arithmetic on constants, some of which depend on whether a mask is open.</summary>
internal static class ConstantAlgebra
{
    /// <summary>The result of an operation on two constants, at least one of which is no plain number.</summary>
    public static AbstractValue Apply(BinaryOperatorKind kind, AbstractValue left, AbstractValue right)
    {
        if ((left is MaskChoice or Number && right is MaskChoice) || (left is MaskChoice && right is Number))
        {
            var site = (left as MaskChoice ?? (MaskChoice)right).Closed.Site;
            return Compute(kind, Open(left), Open(right)) is { } open && Compute(kind, Closed(left), Closed(right)) is { } closed
                ? new MaskChoice(open, new MaskFill(closed, site))
                : AbstractValue.AnyConstant;
        }

        return AbstractValue.AnyConstant;
    }

    private static double Open(AbstractValue value) => value is MaskChoice choice ? choice.Open : ((Number)value).Value.Constant!.Value.ToDouble();

    private static double Closed(AbstractValue value) => value is MaskChoice choice ? choice.Closed.Value : ((Number)value).Value.Constant!.Value.ToDouble();

    private static double? Compute(BinaryOperatorKind kind, double left, double right)
    {
        var result = kind switch
        {
            BinaryOperatorKind.Add => left + right,
            BinaryOperatorKind.Subtract => left - right,
            BinaryOperatorKind.Multiply => left * right,
            _ => double.NaN,
        };
        return double.IsNaN(result) ? null : result;
    }
}
