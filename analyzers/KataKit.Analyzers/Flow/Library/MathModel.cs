using KataKit.Analyzers.Symbolic;

namespace KataKit.Analyzers.Flow;

/// <summary><c>Math</c>, <c>MathF</c> and the static methods of the number types.</summary>
internal static class MathModel
{
    public static IEnumerable<KeyValuePair<string, LibraryMethod>> Methods
    {
        get
        {
            yield return new("System.Math.DivRem", DivRem);
            yield return new("System.Convert.ToDouble", OneWhereOpen);
            yield return new("System.Convert.ToInt32", OneWhereOpen);
            foreach (var type in new[] { "System.Math", "System.MathF", "System.Double", "System.Single" })
            {
                yield return new(type + ".Sqrt", call => Power(call[0], new Rational(1, 2)));
                yield return new(type + ".Pow", call => call[1] is Number { Value.Constant: { } exponent } ? Power(call[0], exponent) : null);
                yield return new(type + ".Exp", Exp);
                yield return new(type + ".Max", call => Extreme("max", call[0], call[1]));
                yield return new(type + ".Min", call => Extreme("min", call[0], call[1]));
                yield return new(type + ".FusedMultiplyAdd", FusedMultiplyAdd);
            }
        }
    }

    /// <summary>The larger or smaller of two values is one of them.</summary>
    public static AbstractValue Extreme(string name, AbstractValue left, AbstractValue right)
        => left is Number a && right is Number b && !a.Equals(b) && !(Lattice.IsConstant(a) && Lattice.IsConstant(b))
            ? new Number(Polynomial.Opaque(name, a.Value, b.Value))
            : Lattice.Join(left, right);

    private static AbstractValue Power(AbstractValue value, Rational exponent)
        => value is Number number ? new Number(number.Value.Power(exponent))
            : Lattice.IsConstant(value) ? AbstractValue.AnyConstant
            : AbstractValue.Unknown;

    private static AbstractValue Exp(LibraryCall call)
    {
        call.Interpreter.Exponentiated(call.Site, call[0]);
        return StageAlgebra.Exp(call[0]);
    }

    private static AbstractValue? OneWhereOpen(LibraryCall call)
        => call[0] is Flag { ClosedWhen: false } ? new MaskChoice(1, new MaskFill(0, call.Site.Syntax)) : null;

    private static AbstractValue? DivRem(LibraryCall call)
        => call.Arguments.Length == 2 && call.Length(0) is { } dividend && call.Length(1) is { } divisor
            ? new Aggregate(
                new(["Item1", "Item2"]),
                new([
                    new Number(Polynomial.IntegerQuotient(dividend, divisor)),
                    new Number(Polynomial.Opaque("remainder", dividend, divisor)),
                ]))
            : null;

    private static AbstractValue? FusedMultiplyAdd(LibraryCall call)
        => call is { Site: Microsoft.CodeAnalysis.Operations.IInvocationOperation invocation, Interpreter.State: { } state }
            ? ScalarAlgebra.Add(
                ScalarAlgebra.Apply(
                    new Operands(
                        call.Site,
                        Microsoft.CodeAnalysis.Operations.BinaryOperatorKind.Multiply,
                        call[0],
                        call[1],
                        invocation.Arguments[0].Syntax,
                        invocation.Arguments[1].Syntax),
                    isInteger: false,
                    state),
                call[2],
                state)
            : null;
}
