using System.Collections.Immutable;
using System.Composition;
using KataKit.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.CodeFixes.Rules.Sequences.Tokenizer;

/// <summary>Fixes KATA2001 in sorts and in MaxBy: of equal counts the smaller key comes first.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TieByHashOrderFix))]
[Shared]
public sealed class TieByHashOrderFix : EditFix
{
    private const string Id = "KATA2001";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [Id];

    private protected override string TitleKey => Id + "_ThenBy";

    private protected override (SyntaxNode Root, string Argument)? Edit(SyntaxNode root, Diagnostic diagnostic, SemanticModel model)
    {
        if (diagnostic.Properties.IsEmpty
            || root.FindNode(diagnostic.Location.SourceSpan).Parent is not MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access)
        {
            return null;
        }

        var entry = (call.ArgumentList.Arguments[0].Expression as SimpleLambdaExpressionSyntax)?.Parameter.Identifier.Text ?? "entry";
        var thenBy = $".ThenBy({entry} => {entry}.Key)";
        var settled = diagnostic.Properties.ContainsKey(FixProperties.MaxBy)
            ? $"{access.Expression}.{(access.Name.Identifier.Text == "MaxBy" ? "OrderByDescending" : "OrderBy")}{call.ArgumentList}{thenBy}.First()"
            : $"{call}{thenBy}";
        return (Replaced(root, call, settled), thenBy);
    }
}
