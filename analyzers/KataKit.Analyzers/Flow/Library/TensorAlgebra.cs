using KataKit.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Flow;

/// <summary>Arithmetic on whole matrices and vectors.</summary>
internal static class TensorAlgebra
{
    public static AbstractValue Apply(Interpreter interpreter, Operands operands)
    {
        var left = interpreter.View(operands.Left);
        var right = interpreter.View(operands.Right);
        if ((left is null && operands.IsMatrix(operands.LeftSite)) || (right is null && operands.IsMatrix(operands.RightSite)))
        {
            // A matrix of which nothing is known: what comes out has a shape that nobody knows either.
            return AbstractValue.Unknown;
        }

        return operands.Kind switch
        {
            BinaryOperatorKind.Multiply when left is not null && right is not null => Multiply(interpreter, operands.Site, left, right),
            BinaryOperatorKind.Multiply when left is not null => Scale(interpreter, operands.Site, left, operands.Right, inverse: false, operands.RightSite),
            BinaryOperatorKind.Multiply when right is not null => Scale(interpreter, operands.Site, right, operands.Left, inverse: false, operands.LeftSite),
            BinaryOperatorKind.Divide when left is not null => Scale(interpreter, operands.Site, left, operands.Right, inverse: true, operands.RightSite),
            BinaryOperatorKind.Add or BinaryOperatorKind.Subtract => Elementwise(interpreter, operands, left, right),
            _ => AbstractValue.Unknown,
        };
    }

    /// <summary>A product of matrices and vectors: the last axis of the left meets the first of the right.</summary>
    public static AbstractValue Multiply(Interpreter interpreter, IOperation site, Tensor left, Tensor right)
    {
        if (left.Axes.Count == 0 || right.Axes.Count == 0)
        {
            return AbstractValue.Unknown;
        }

        interpreter.MustAgree(site, left, left.Axes.Count - 1, right, 0);
        var content = Contract(left, left.Axes[left.Axes.Count - 1], right, right.Axes[0], site);
        var axes = left.Axes.Take(left.Axes.Count - 1).Concat(right.Axes.Skip(1)).ToArray();
        return axes.Length == 0 ? content : interpreter.Allocate(site, new Tensor(new([.. axes]), content) { IsOrdered = left.IsOrdered && right.IsOrdered });
    }

    /// <summary>The content of a product that runs over one axis of each factor.</summary>
    public static AbstractValue Contract(Tensor left, Polynomial? leftAxis, Tensor right, Polynomial? rightAxis, IOperation site)
    {
        if (left.Summary is not Quantity { MayBeFiller: false } a || right.Summary is not Quantity { MayBeFiller: false } b
            || !StageAlgebra.IsFactor(a) || !StageAlgebra.IsFactor(b))
        {
            return Lattice.IsConstant(left.Summary) && left.Summary.Equals(Number.Zero) ? Number.Zero : AbstractValue.Unknown;
        }

        return (leftAxis ?? rightAxis)?.Single is { } length
            ? OfMatrices(LoopBoundary.Contract(a.Free, b.Free, length, site.Syntax))
            : AbstractValue.Unknown;
    }

    private static Quantity OfMatrices(Quantity product) => product with { Contraction = product.Contraction! with { IsMatrix = true } };

    public static AbstractValue Scale(
        Interpreter interpreter, IOperation site, Tensor tensor, AbstractValue factor, bool inverse, SyntaxNode factorSite)
    {
        var content = factor switch
        {
            Number number => ScalarAlgebra.Scaled(tensor.Summary, number, inverse, factorSite),
            Quantity { Stage: Total } total when inverse => StageAlgebra.Divide(tensor.Summary, total),
            Quantity { Stage: Total { IsInverse: true } } total when tensor.Summary is Quantity exponential => StageAlgebra.Share(exponential, total),
            _ => AbstractValue.Unknown,
        };
        return interpreter.Allocate(site, new Tensor(tensor.Axes, content) { IsOrdered = tensor.IsOrdered });
    }

    private static AbstractValue Elementwise(Interpreter interpreter, Operands operands, Tensor? left, Tensor? right)
    {
        if (interpreter.State is not { } state)
        {
            return AbstractValue.Unknown;
        }

        for (var i = 0; left is not null && right is not null && i < left.Axes.Count; i++)
        {
            interpreter.MustAgree(operands.Site, left, i, right, i);
        }

        var axes = (left ?? right)?.Axes;
        var content = ScalarAlgebra.Apply(
            operands with { Left = left?.Summary ?? operands.Left, Right = right?.Summary ?? operands.Right }, isInteger: false, state);
        return axes is { } shape ? interpreter.Allocate(operands.Site, new Tensor(shape, content)) : AbstractValue.Unknown;
    }
}
