using System.Collections.Immutable;
using System.Composition;
using KataKit.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.CodeFixes.Rules.General;

/// <summary>Fixes KATA0005: makes a call, a sort or a comparer go by code units.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CultureSensitiveTextFix))]
[Shared]
public sealed class CultureSensitiveTextFix : EditFix
{
    private const string Id = "KATA0005";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [Id];

    private protected override string TitleKey => Id + "_Ordinal";

    private protected override (SyntaxNode Root, string Argument)? Edit(SyntaxNode root, Diagnostic diagnostic, SemanticModel model)
    {
        var whole = At<ExpressionSyntax>(root, diagnostic.AdditionalLocations[0]);
        foreach (var property in diagnostic.Properties)
        {
            var text = property.Value!;
            switch (property.Key)
            {
                case FixProperties.Replacement when At<ExpressionSyntax>(root, diagnostic.Location) is { } place:
                    return (Replaced(root, place, text), text);
                case FixProperties.Argument when Arguments(whole) is { } arguments:
                    return (root.ReplaceNode(arguments, arguments.AddArguments(Argument(text, arguments.Arguments.Count > 0))), text);
                case FixProperties.CompareOrdinal when whole is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } call:
                    return (Replaced(root, call, $"{text}({called.Expression}, {call.ArgumentList.Arguments[0]})"), text);
            }
        }

        return null;
    }

    private static ArgumentListSyntax? Arguments(SyntaxNode? call)
        => call switch
        {
            InvocationExpressionSyntax invocation => invocation.ArgumentList,
            BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
            _ => null,
        };

    private static ArgumentSyntax Argument(string text, bool isFollowing)
        => SyntaxFactory.Argument(SyntaxFactory.ParseExpression(text))
            .WithLeadingTrivia(isFollowing ? [SyntaxFactory.Space] : SyntaxFactory.TriviaList());
}
