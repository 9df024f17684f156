using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Graph;

internal sealed partial class GraphBuilder
{
    /// <summary>The condition that a value matches a pattern. Variables of the pattern are bound as if it did.</summary>
    private Term Match(IPatternOperation pattern, Term value)
    {
        switch (pattern)
        {
            case IConstantPatternOperation constant:
                return Fold(TermKind.Equal, value, Evaluate(constant.Value), pattern);
            case IRelationalPatternOperation relation:
                return Compare(relation, value, Evaluate(relation.Value));
            case INegatedPatternOperation negated:
                return Negation(Match(negated.Pattern, value), pattern);
            case IBinaryPatternOperation both:
                var left = Match(both.LeftPattern, value);
                return Fold(both.OperatorKind == BinaryOperatorKind.And ? TermKind.And : TermKind.Or, left, Match(both.RightPattern, value), pattern);
            case IDeclarationPatternOperation declaration:
                Bind(declaration.DeclaredSymbol, value);
                return declaration.MatchesNull ? True(pattern) : NotNullOrType(declaration, value);
            case ITypePatternOperation type:
                return new Term(TermKind.Matches, pattern, type.MatchedType, [value]);
            case IDiscardPatternOperation:
                return True(pattern);
            case IRecursivePatternOperation recursive:
                return MatchParts(recursive, value);
            default:
                return new Term(TermKind.Matches, pattern, value.Type, [value, Unknown(pattern)]);
        }
    }

    private Term Compare(IRelationalPatternOperation relation, Term value, Term bound)
        => relation.OperatorKind switch
        {
            BinaryOperatorKind.LessThan => Fold(TermKind.Less, value, bound, relation),
            BinaryOperatorKind.LessThanOrEqual => Fold(TermKind.LessOrEqual, value, bound, relation),
            BinaryOperatorKind.GreaterThan => Fold(TermKind.Less, bound, value, relation),
            _ => Fold(TermKind.LessOrEqual, bound, value, relation),
        };

    private Term NotNullOrType(IDeclarationPatternOperation declaration, Term value)
        => SymbolEqualityComparer.Default.Equals(declaration.InputType, declaration.NarrowedType) || value.Type?.TypeKind == TypeKind.Class
            ? Negation(IsNull(value, declaration), declaration)
            : new Term(TermKind.Matches, declaration, declaration.NarrowedType, [value]);

    private Term MatchParts(IRecursivePatternOperation recursive, Term value)
    {
        Bind(recursive.DeclaredSymbol, value);
        var condition = value.Type is { IsValueType: true } ? null : Negation(IsNull(value, recursive), recursive);
        _accessed.Push(value);
        foreach (var property in recursive.PropertySubpatterns)
        {
            var matched = Match(property.Pattern, Evaluate(property.Member));
            condition = condition is null ? matched : Fold(TermKind.And, condition, matched, recursive);
        }

        _accessed.Pop();
        for (var i = 0; i < recursive.DeconstructionSubpatterns.Length; i++)
        {
            var part = recursive.DeconstructionSubpatterns[i];
            var matched = Match(part, Part(value, i, recursive.DeconstructionSubpatterns.Length, part));
            condition = condition is null ? matched : Fold(TermKind.And, condition, matched, recursive);
        }

        return condition ?? True(recursive);
    }

    private void Bind(ISymbol? variable, Term value) => _state = variable is null ? _state : _state?.With(variable, value);

    private static Term True(IOperation site) => new(TermKind.Constant, site, null, constant: new Optional<object?>(true));
}
