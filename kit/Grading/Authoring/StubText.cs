using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace KataKit.Grading;

/// <summary>
/// The text of a declaration without its implementation. Heads are cut from the solution as they stand, line breaks included, so that
/// a formatted solution gives a formatted stub.
/// </summary>
internal static class StubText
{
    private const string Throw = "=> throw new NotImplementedException();";
    private const string Step = "    ";

    /// <summary>Writes a type of the namespace.</summary>
    public static string OfTopLevel(MemberDeclarationSyntax type) => Of(type, indent: "", isNested: false);

    private static string Of(MemberDeclarationSyntax member, string indent, bool isNested)
        => Documentation(member, indent) + indent + member switch
        {
            EnumDeclarationSyntax or InterfaceDeclarationSyntax => member.ToString(),
            TypeDeclarationSyntax type => OfType(type, indent),
            ConstructorDeclarationSyntax constructor => OfConstructor(constructor, indent),
            BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null } => member.ToString(),
            BaseMethodDeclarationSyntax method => WithThrow(
                CutAsync(method, Before(method, (SyntaxNode?)method.Body ?? method.ExpressionBody!)), indent),

            // In a nested type an automatic property is data; in the kata's own class a test could pass on its default value.
            PropertyDeclarationSyntax property when isNested && IsAutomatic(property) => Slice(property, property.AccessorList!.CloseBraceToken),
            PropertyDeclarationSyntax property => OfProperty(property, property.ExpressionBody, indent),
            IndexerDeclarationSyntax indexer => OfProperty(indexer, indexer.ExpressionBody, indent),
            EventDeclarationSyntax accessors => OfProperty(accessors, arrow: null, indent),
            FieldDeclarationSyntax field when !field.Modifiers.Any(SyntaxKind.ConstKeyword) => OfField(field),
            _ => member.ToString(),
        } + "\n";

    private static string OfType(TypeDeclarationSyntax type, string indent)
    {
        if (type.OpenBraceToken.IsKind(SyntaxKind.None))
        {
            return type.ToString();
        }

        var head = Slice(type, type.OpenBraceToken.GetPreviousToken());
        var areNested = type.Parent is TypeDeclarationSyntax;
        var members = type.Members.Where(IsVisible).Select(member => Of(member, indent + Step, areNested));
        return $"{head}\n{indent}{{\n{string.Join("\n", members)}{indent}}}";
    }

    private static bool IsVisible(MemberDeclarationSyntax member)
        => member.Modifiers.Any(SyntaxKind.PublicKeyword)
            || member is MethodDeclarationSyntax { ExplicitInterfaceSpecifier: not null }
                or BasePropertyDeclarationSyntax { ExplicitInterfaceSpecifier: not null }
                or OperatorDeclarationSyntax { ExplicitInterfaceSpecifier: not null };

    private static string OfConstructor(ConstructorDeclarationSyntax constructor, string indent)
    {
        var isBase = constructor.Initializer?.IsKind(SyntaxKind.BaseConstructorInitializer) == true;
        var end = isBase ? constructor.Initializer!.GetLastToken() : constructor.ParameterList.GetLastToken();
        return WithThrow(Slice(constructor, end), indent);
    }

    private static string OfProperty(BasePropertyDeclarationSyntax property, ArrowExpressionClauseSyntax? arrow, string indent)
    {
        var head = Before(property, (SyntaxNode?)arrow ?? property.AccessorList!);
        var accessors = property.AccessorList?.Accessors.Where(accessor => !accessor.Modifiers.Any()).ToList();
        if (accessors is null || accessors is [{ Keyword.RawKind: (int)SyntaxKind.GetKeyword }])
        {
            return WithThrow(head, indent);
        }

        var lines = accessors.Select(accessor => $"{indent}{Step}{accessor.Keyword.Text} {Throw}\n");
        return $"{head}\n{indent}{{\n{string.Concat(lines)}{indent}}}";
    }

    /// <summary>A field without its initial values, which are part of the implementation.</summary>
    private static string OfField(FieldDeclarationSyntax field)
        => field.WithDeclaration(field.Declaration.WithVariables(SyntaxFactory.SeparatedList(
            field.Declaration.Variables.Select(variable => variable.WithInitializer(null).WithoutTrivia())))).WithoutLeadingTrivia().ToString();

    private static bool IsAutomatic(PropertyDeclarationSyntax property)
        => property.AccessorList?.Accessors.All(accessor => accessor.Body is null && accessor.ExpressionBody is null) == true;

    private static string WithThrow(string head, string indent) => $"{head}\n{indent}{Step}{Throw}";

    private static string CutAsync(BaseMethodDeclarationSyntax method, string head)
    {
        var asyncKeyword = method.Modifiers.FirstOrDefault(modifier => modifier.IsKind(SyntaxKind.AsyncKeyword));
        return asyncKeyword == default ? head : head.Remove(asyncKeyword.SpanStart - method.SpanStart, asyncKeyword.FullSpan.Length);
    }

    private static string Before(MemberDeclarationSyntax member, SyntaxNode body) => Slice(member, body.GetFirstToken().GetPreviousToken());

    private static string Slice(MemberDeclarationSyntax member, SyntaxToken last)
        => member.SyntaxTree.GetText().ToString(TextSpan.FromBounds(member.SpanStart, last.Span.End));

    private static string Documentation(MemberDeclarationSyntax member, string indent)
        => string.Concat(member.GetLeadingTrivia()
            .Where(trivia => trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia))
            .Select(trivia => indent + trivia.ToFullString()));
}
