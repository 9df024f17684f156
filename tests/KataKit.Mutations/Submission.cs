using System.Collections.Immutable;
using KataKit.Mutations.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace KataKit.Mutations;

/// <summary>A file to mutate, with the facts about it that several mutators ask for, each worked out once.</summary>
public sealed class Submission
{
    private readonly Lazy<ILookup<ISymbol, IdentifierNameSyntax>> uses;
    private readonly Lazy<ImmutableHashSet<ISymbol>> reassigned;
    private readonly Lazy<ImmutableHashSet<string>> identifiers;
    private readonly Lazy<ImmutableArray<CapturedText>> capturedTexts;

    /// <summary>Reads a file.</summary>
    /// <param name="compilation">Compiles without errors.</param>
    /// <param name="tree">The submission, one of the trees of the compilation.</param>
    /// <exception cref="ArgumentException">The tree is not C#, or not part of the compilation.</exception>
    public Submission(Compilation compilation, SyntaxTree tree)
    {
        ArgumentNullException.ThrowIfNull(compilation);
        ArgumentNullException.ThrowIfNull(tree);
        if (!compilation.ContainsSyntaxTree(tree) || tree.GetRoot() is not CompilationUnitSyntax root)
        {
            throw new ArgumentException("The tree must be a C# file of the compilation.", nameof(tree));
        }

        Model = compilation.GetSemanticModel(tree);
        Root = root;
        Purity = new Purity(this);
        Heap = new Heap(this);
        uses = new(() => Root.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Select(name => (name, symbol: Model.GetSymbolInfo(name).Symbol))
            .Where(use => use.symbol is not null)
            .ToLookup(use => use.symbol!.OriginalDefinition, use => use.name, SymbolEqualityComparer.Default));
        reassigned = new(() => Writes.ToVariables(this, Root));
        identifiers = new(() => [.. Root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText)]);
        capturedTexts = new(() => CapturedText.AllIn(this));
    }

    /// <summary>What the compiler knows about the file.</summary>
    public SemanticModel Model { get; }

    /// <summary>The file.</summary>
    public CompilationUnitSyntax Root { get; }

    internal Purity Purity { get; }

    internal Heap Heap { get; }

    /// <summary>Every identifier in the file, so that a new name can be none of them.</summary>
    internal ImmutableHashSet<string> Identifiers => identifiers.Value;

    /// <summary>The arguments whose text the program can see.</summary>
    internal ImmutableArray<CapturedText> CapturedTexts => capturedTexts.Value;

    /// <summary>The names that stand for a symbol, except where it is declared.</summary>
    internal IEnumerable<IdentifierNameSyntax> Uses(ISymbol symbol) => uses.Value[symbol.OriginalDefinition];

    /// <summary>Whether a local or parameter ever gets another value than its first.</summary>
    internal bool IsReassigned(ISymbol variable) => reassigned.Value.Contains(variable);

    internal ITypeSymbol? TypeOf(ExpressionSyntax expression) => Model.GetTypeInfo(expression).Type;

    internal string Display(ITypeSymbol type, SyntaxNode where) => type.ToMinimalDisplayString(Model, where.SpanStart);

    internal int LineOf(TextSpan span) => Root.SyntaxTree.GetLineSpan(span).StartLinePosition.Line + 1;

    /// <summary>Whether a name means a given symbol at some place, so that text moved there keeps its meaning.</summary>
    internal bool Sees(SyntaxNode where, ISymbol symbol)
        => Model.LookupSymbols(where.SpanStart, name: symbol.Name)
            .Any(found => SymbolEqualityComparer.Default.Equals(found.OriginalDefinition, symbol.OriginalDefinition));
}
