using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Mutations.Code;

/// <summary>
/// An argument whose own text reaches the callee (<c>ThrowIfNull(x)</c> reports "x"): rewriting it would change what the program says,
/// unless the old text is passed along.
/// </summary>
/// <param name="Call">The call.</param>
/// <param name="Argument">The argument whose text the compiler passes.</param>
/// <param name="Parameter">The parameter that gets the text.</param>
internal sealed record CapturedText(InvocationExpressionSyntax Call, ExpressionSyntax Argument, string Parameter)
{
    /// <summary>The argument that passes the text as it was.</summary>
    public string Pin => $"{Parameter}: {SymbolDisplay.FormatLiteral(Argument.ToString(), quote: true)}";

    public static ImmutableArray<CapturedText> AllIn(Submission submission)
        => [.. submission.Root.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Select(call => submission.Model.GetOperation(call)).OfType<IInvocationOperation>().SelectMany(In)];

    /// <summary>Whether the text of an expression means something to the program, by its caller's attribute or by <c>nameof</c>.</summary>
    public static bool Covers(Submission submission, SyntaxNode expression)
        => submission.CapturedTexts.Any(captured => captured.Argument.Span.Contains(expression.Span))
            || expression.Ancestors().OfType<InvocationExpressionSyntax>().Any(call => IsNameOf(submission, call));

    public static bool IsNameOf(Submission submission, InvocationExpressionSyntax call)
        => call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" } && submission.Model.GetConstantValue(call).HasValue;

    private static IEnumerable<CapturedText> In(IInvocationOperation call)
        => from argument in call.Arguments
           where argument.ArgumentKind == ArgumentKind.DefaultValue
           let captured = CapturedParameter(argument.Parameter!)
           where captured is not null
           let source = call.Arguments.FirstOrDefault(other => other.Parameter!.Name == captured && other.Syntax is ArgumentSyntax)
           where source is not null
           select new CapturedText(
               (InvocationExpressionSyntax)call.Syntax, ((ArgumentSyntax)source.Syntax).Expression, argument.Parameter!.Name);

    private static string? CapturedParameter(IParameterSymbol parameter)
        => parameter.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name == "CallerArgumentExpressionAttribute")
            ?.ConstructorArguments[0].Value as string;
}
