using KataKit.Mutations.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace KataKit.Mutations.Naming;

/// <summary>
/// Gives everything that is private to the submission another name: once names that mean nothing, once names that mislead.
/// What the program says about its names (<c>nameof</c>, the parameter of a thrown exception) stays.
/// </summary>
public sealed class RenameEverything : Mutator
{
    // Words that each mean something in one of the katas, so that whoever trusts a name is led astray.
    private static readonly string[] Misleading =
        ["keys", "sequenceLength", "scale", "max", "heads", "queries", "headDimension", "values", "mask", "sum", "modelDimension", "weights"];

    /// <inheritdoc />
    public override IEnumerable<Mutant> Mutants(Submission submission)
    {
        ArgumentNullException.ThrowIfNull(submission);
        var symbols = Renamed(submission);
        if (symbols.Count > 0)
        {
            yield return new Mutant($"{Name} meaningless", Rename(submission, symbols, (symbol, i) => Stem(symbol) + i));
            yield return new Mutant($"{Name} misleading", Rename(submission, symbols, (_, i) => Misleading[i % Misleading.Length] + i));
        }
    }

    private static List<ISymbol> Renamed(Submission submission)
        => [.. submission.Root.DescendantNodes().Select(node => submission.Model.GetDeclaredSymbol(node)).OfType<ISymbol>()
            .Where(IsFree).Distinct<ISymbol>(SymbolEqualityComparer.Default)];

    private static bool IsFree(ISymbol symbol) => !symbol.IsImplicitlyDeclared && symbol.Name.Length > 0 && symbol switch
    {
        ILocalSymbol or IRangeVariableSymbol => true,
        IParameterSymbol { IsDiscard: false } parameter => !IsPositionalProperty(parameter),
        IMethodSymbol { MethodKind: MethodKind.LocalFunction } => true,
        IMethodSymbol { MethodKind: MethodKind.Ordinary } or IFieldSymbol or IPropertySymbol { IsIndexer: false }
            => symbol.DeclaredAccessibility == Accessibility.Private && symbol.ContainingType.TypeKind != TypeKind.Interface,
        INamedTypeSymbol => symbol.DeclaredAccessibility == Accessibility.Private,
        _ => false,
    };

    private static bool IsPositionalProperty(IParameterSymbol parameter)
        => parameter.ContainingType is { IsRecord: true } && parameter.DeclaringSyntaxReferences is [var reference]
            && reference.GetSyntax() is ParameterSyntax { Parent.Parent: RecordDeclarationSyntax };

    private static string Stem(ISymbol symbol) => symbol switch
    {
        IMethodSymbol => "m",
        IFieldSymbol or IPropertySymbol => "f",
        INamedTypeSymbol => "T",
        IParameterSymbol => "p",
        _ => "v",
    };

    private static string Rename(Submission submission, List<ISymbol> symbols, Func<ISymbol, int, string> name)
    {
        var names = new Dictionary<ISymbol, string>(SymbolEqualityComparer.Default);
        var number = 0;
        foreach (var symbol in symbols)
        {
            do
            {
                names[symbol] = name(symbol, ++number);
            }
            while (submission.Identifiers.Contains(names[symbol]));
        }

        return submission.Root.GetText().WithChanges(Changes(submission, names)).ToString();
    }

    private static IEnumerable<TextChange> Changes(Submission submission, Dictionary<ISymbol, string> names)
    {
        var literals = submission.Root.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => CapturedText.IsNameOf(submission, call)).ToDictionary(call => call.Span);
        foreach (var call in literals.Values)
        {
            yield return new TextChange(call.Span, SymbolDisplay.FormatLiteral((string)submission.Model.GetConstantValue(call).Value!, quote: true));
        }

        foreach (var captured in submission.CapturedTexts)
        {
            yield return new TextChange(new TextSpan(captured.Call.ArgumentList.CloseParenToken.SpanStart, 0), $", {captured.Pin}");
        }

        foreach (var token in submission.Root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)))
        {
            if (Symbol(submission, token) is { } symbol && names.TryGetValue(symbol.OriginalDefinition, out var name)
                && !literals.Keys.Any(literal => literal.Contains(token.Span)))
            {
                yield return new TextChange(token.Span, InferredName(submission, token) + name);
            }
        }
    }

    private static ISymbol? Symbol(Submission submission, SyntaxToken token)
        => token.Parent is SimpleNameSyntax name
            ? submission.Model.GetSymbolInfo(name).Symbol
            : submission.Model.GetDeclaredSymbol(token.Parent!) is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.Destructor } constructor
                ? constructor.ContainingType
                : submission.Model.GetDeclaredSymbol(token.Parent!);

    /// <summary>A member of a tuple or anonymous type that takes its name from its value keeps that name.</summary>
    private static string InferredName(Submission submission, SyntaxToken token) => token.Parent?.Parent switch
    {
        AnonymousObjectMemberDeclaratorSyntax { NameEquals: null } => $"{token.ValueText} = ",
        ArgumentSyntax { NameColon: null, Parent: TupleExpressionSyntax tuple } element
            when submission.TypeOf(tuple) is INamedTypeSymbol { TupleElements: var elements }
                && elements[tuple.Arguments.IndexOf(element)].Name == token.ValueText
                && !IsTarget(tuple) => $"{token.ValueText}: ",
        _ => string.Empty,
    };

    private static bool IsTarget(TupleExpressionSyntax tuple)
        => tuple.Parent is AssignmentExpressionSyntax assignment && assignment.Left == tuple;
}
