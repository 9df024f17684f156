using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Rules.Foundations.LinkedList;

/// <summary>KATA3009: a method without a result puts what it found into a parameter that is passed by value; the caller never sees it.</summary>
internal sealed class ParameterRebound : GraphRule
{
    public const string Id = "KATA3009";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "reverse-linked-list";

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
        => program.Bodies.All
            .Where(x => x.Key is IMethodSymbol { ReturnsVoid: true })
            .SelectMany(x => x.Value.DescendantsAndSelf())
            .OfType<ISimpleAssignmentOperation>()
            .Where(x => x.Target is IParameterReferenceOperation { Parameter: { RefKind: RefKind.None, Type.IsReferenceType: true } } && IsLost(x))
            .Select(x => Diagnostic.Create(Rule, x.Syntax.GetLocation(), ((IParameterReferenceOperation)x.Target).Parameter.Name));

    /// <summary>Whether nothing reads the parameter after the assignment: neither further down nor in the next round of a loop.</summary>
    private static bool IsLost(ISimpleAssignmentOperation assignment)
    {
        var parameter = ((IParameterReferenceOperation)assignment.Target).Parameter;
        IOperation body = assignment;
        var from = assignment.Syntax.Span.End;
        while (body.Parent is { } parent and not ILocalFunctionOperation and not IAnonymousFunctionOperation)
        {
            from = parent is ILoopOperation ? Math.Min(from, parent.Syntax.SpanStart) : from;
            body = parent;
        }

        return SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, Owner(assignment))
            && !body.DescendantsAndSelf().OfType<IParameterReferenceOperation>().Any(x =>
                SymbolEqualityComparer.Default.Equals(x.Parameter, parameter)
                && x != assignment.Target
                && x.Syntax.SpanStart >= from
                && !(x.Parent is ISimpleAssignmentOperation other && other.Target == x));
    }

    // The function whose code the assignment stands in; a lambda that captures the parameter is not judged.
    private static ISymbol? Owner(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is ILocalFunctionOperation function)
            {
                return function.Symbol;
            }

            if (parent is IAnonymousFunctionOperation)
            {
                return null;
            }
        }

        return operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart);
    }
}
