using KataKit.Analyzers.Flow;
using KataKit.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Analyzers.Rules;

/// <summary>Finds expressions that are worth a given dimension, for code fixes.</summary>
internal static class DimensionInScope
{
    /// <summary>
    /// An expression for the dimension that can be written at a place: a local that was set to it, a parameter that is it, or a property
    /// of one, such as <c>queries.ColumnCount</c>, that the method reads anyway.
    /// </summary>
    public static string? Find(SyntaxNode place, Monomial dimension, Outcome outcome)
    {
        if (place.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is not { } method)
        {
            return null;
        }

        var worth = outcome.Numbers
            .Where(x => x.Value is not null && x.Value.Equals(Polynomial.Of(dimension)) && method.Span.Contains(x.Key.Span))
            .Select(x => x.Key)
            .OrderBy(x => x.SpanStart)
            .ToList();
        return worth.Select(x => LocalSetTo(x, place)).FirstOrDefault(x => x is not null)
               ?? worth.OfType<IdentifierNameSyntax>().FirstOrDefault(x => IsParameter(x, method))?.Identifier.Text
               ?? worth.OfType<MemberAccessExpressionSyntax>()
                   .FirstOrDefault(x => x.Expression is IdentifierNameSyntax owner && IsParameter(owner, method))
                   ?.ToString();
    }

    /// <summary>The part of an expression, or of the initial value of a local that it names, that is worth the given number.</summary>
    public static SyntaxNode? Occurrence(SyntaxNode expression, Monomial number, Outcome outcome)
        => Within(expression, number, outcome)
           ?? expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
               .Select(InitialValue)
               .Where(x => x is not null)
               .Select(x => Within(x!, number, outcome))
               .FirstOrDefault(x => x is not null);

    private static SyntaxNode? Within(SyntaxNode expression, Monomial number, Outcome outcome)
        => expression.DescendantNodesAndSelf()
            .FirstOrDefault(x => outcome.Numbers.TryGetValue(x, out var value) && value is not null && value.Equals(Polynomial.Of(number)));

    private static string? LocalSetTo(SyntaxNode value, SyntaxNode place)
        => value.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator }
           && declarator.SpanStart < place.SpanStart
           && declarator.FirstAncestorOrSelf<BlockSyntax>() is { } scope
           && scope.Span.Contains(place.Span)
            ? declarator.Identifier.Text
            : null;

    private static SyntaxNode? InitialValue(IdentifierNameSyntax name)
        => name.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>()?
            .DescendantNodes()
            .OfType<VariableDeclaratorSyntax>()
            .Where(x => x.Identifier.Text == name.Identifier.Text && x.FirstAncestorOrSelf<BlockSyntax>() is { } scope && scope.Span.Contains(name.Span))
            .Select(x => x.Initializer?.Value)
            .FirstOrDefault();

    private static bool IsParameter(IdentifierNameSyntax name, BaseMethodDeclarationSyntax method)
        => method.ParameterList.Parameters.Any(x => x.Identifier.Text == name.Identifier.Text);
}
