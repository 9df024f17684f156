using System.Collections.Immutable;
using KataKit.Mutations.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Mutations.Methods;

/// <summary>A private method or local function that is one expression is written out wherever it is called, and removed.</summary>
public sealed class InlineMethod : SiteMutator
{
    private protected override bool SitesNest => false;

    private protected override IEnumerable<Site> Sites(Submission submission)
    {
        foreach (var declaration in submission.Root.DescendantNodes().Where(node => node is MethodDeclarationSyntax or LocalFunctionStatementSyntax))
        {
            if (submission.Model.GetDeclaredSymbol(declaration) is IMethodSymbol method && IsPrivate(method) && Body(declaration) is { } body)
            {
                var calls = Calls(submission, method, body);
                if (!calls.IsDefaultOrEmpty)
                {
                    yield return new Site(
                        edits => Inline(submission, edits, declaration, method, body, calls),
                        [declaration.Span, .. calls.Select(call => call.Syntax.Span)]);
                }
            }
        }
    }

    private static bool IsStatement(IInvocationOperation call) => call.Syntax.Parent is ExpressionStatementSyntax;

    private static bool IsPrivate(IMethodSymbol method)
        => !method.IsGenericMethod && !method.IsAsync
            && method.Parameters.All(parameter => parameter is { RefKind: RefKind.None, IsParams: false, Type.IsRefLikeType: false })
            && (method.MethodKind == MethodKind.LocalFunction
                || method is { IsStatic: true, DeclaredAccessibility: Accessibility.Private, MethodKind: MethodKind.Ordinary });

    private static ExpressionSyntax? Body(SyntaxNode declaration) => declaration switch
    {
        BaseMethodDeclarationSyntax { ExpressionBody.Expression: var expression } => expression,
        LocalFunctionStatementSyntax { ExpressionBody.Expression: var expression } => expression,
        BaseMethodDeclarationSyntax { Body.Statements: [ReturnStatementSyntax { Expression: { } expression }] } => expression,
        LocalFunctionStatementSyntax { Body.Statements: [ReturnStatementSyntax { Expression: { } expression }] } => expression,
        _ => null,
    };

    /// <summary>All calls of a method, or none when one of its uses cannot be replaced by the body.</summary>
    private static ImmutableArray<IInvocationOperation> Calls(Submission submission, IMethodSymbol method, ExpressionSyntax body)
    {
        if (body is ThrowExpressionSyntax or RefExpressionSyntax || submission.Model.GetOperation(body) is not { } operation)
        {
            return default;
        }

        var calls = submission.Uses(method).Select(use => use.Parent is InvocationExpressionSyntax call && call.Expression == use
            ? submission.Model.GetOperation(call) as IInvocationOperation : null).ToImmutableArray();
        var changesParameters = Writes.ToVariables(submission, body).Count > 0;
        var declares = Syntax.DeclaredNames(body).ToHashSet();
        return !changesParameters && calls.All(call => call is not null
                && !body.Span.Contains(call.Syntax.Span)
                && (IsStatement(call) ? method.ReturnsVoid || body is InvocationExpressionSyntax : !method.ReturnsVoid)
                && !CapturedText.Covers(submission, call.Syntax)
                && MeansTheSame(submission, operation, call.Syntax)
                && !declares.Overlaps(Syntax.UsedNames(call.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>()!))
                && !declares.Overlaps(Syntax.DeclaredNames(call.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>()!))
                && call.Arguments.All(argument => CanRepeat(submission, argument, body)))
            ? [.. calls.OfType<IInvocationOperation>()]
            : default;
    }

    /// <summary>Whether the names in the body mean the same at a call.</summary>
    private static bool MeansTheSame(Submission submission, IOperation body, SyntaxNode call)
        => body.Syntax.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().All(name =>
            name.Parent is MemberAccessExpressionSyntax member && member.Name == name
            || submission.Model.GetSymbolInfo(name).Symbol is not { } symbol
            || IsParameter(symbol, body) || submission.Sees(call, symbol) || name.Parent is NameColonSyntax);

    private static bool IsParameter(ISymbol symbol, IOperation body)
        => symbol is IParameterSymbol || (symbol is ILocalSymbol && symbol.DeclaringSyntaxReferences.Any(at => body.Syntax.Span.Contains(at.Span)));

    /// <summary>Whether an argument may be evaluated as often as the body names its parameter, in the midst of the body.</summary>
    private static bool CanRepeat(Submission submission, IArgumentOperation argument, ExpressionSyntax body)
    {
        if (argument.ArgumentKind == ArgumentKind.DefaultValue)
        {
            return argument.Value.ConstantValue.HasValue;
        }

        var value = ((ArgumentSyntax)argument.Syntax).Expression;
        var reads = Reads.Of(submission, value);
        return submission.TypeOf(value) is not null
            && submission.Purity.IsPure(value)
            && !Writes.Of(submission, body).MayChange(reads, submission)
            && (!IsDeferred(submission, argument.Parameter!, body)
                || ((reads.AreScalar || value is IdentifierNameSyntax) && !reads.Variables.Any(submission.IsReassigned)));
    }

    /// <summary>Whether a lambda of the body may still use a parameter when the call is over.</summary>
    private static bool IsDeferred(Submission submission, IParameterSymbol parameter, ExpressionSyntax body)
        => submission.Uses(parameter).Any(use => use.Ancestors().TakeWhile(node => node != body).Any(node => node is AnonymousFunctionExpressionSyntax));

    private static void Inline(
        Submission submission, Edits edits, SyntaxNode declaration, IMethodSymbol method, ExpressionSyntax body, ImmutableArray<IInvocationOperation> calls)
    {
        foreach (var call in calls)
        {
            var text = Substitute(submission, body, call.Arguments.ToDictionary<IArgumentOperation, ISymbol, string>(
                argument => argument.Parameter!, argument => Text(submission, argument), SymbolEqualityComparer.Default));
            var converted = SymbolEqualityComparer.Default.Equals(submission.TypeOf(body), method.ReturnType) && !TakesTypeFromContext(body)
                ? $"({text})"
                : $"(({submission.Display(method.ReturnType, call.Syntax)})({text}))";
            edits.Expression((ExpressionSyntax)call.Syntax, _ => IsStatement(call) ? text : converted);
        }

        if (declaration is MemberDeclarationSyntax member)
        {
            edits.Remove(member);
        }
        else
        {
            edits.Statement((LocalFunctionStatementSyntax)declaration, _ => string.Empty);
        }
    }

    private static bool TakesTypeFromContext(ExpressionSyntax body)
        => Syntax.Bare(body) is ImplicitObjectCreationExpressionSyntax or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.DefaultLiteralExpression };

    private static string Text(Submission submission, IArgumentOperation argument)
    {
        var type = submission.Display(argument.Parameter!.Type, argument.Syntax);
        if (argument.Syntax is not ArgumentSyntax { Expression: var value })
        {
            return $"(({type}){SymbolDisplay.FormatPrimitive(argument.Value.ConstantValue.Value!, quoteStrings: true, useHexadecimalNumbers: false)})";
        }

        return SymbolEqualityComparer.Default.Equals(submission.TypeOf(value), argument.Parameter.Type)
            ? Syntax.Operand(value)
            : $"(({type}){Syntax.Operand(value)})";
    }

    private static string Substitute(Submission submission, ExpressionSyntax body, Dictionary<ISymbol, string> arguments)
    {
        var pins = submission.CapturedTexts.Where(captured => body.Span.Contains(captured.Call.Span)).ToDictionary(captured => captured.Call);
        return body.ReplaceNodes(
            body.DescendantNodesAndSelf().Where(node => node is IdentifierNameSyntax or InvocationExpressionSyntax),
            (original, rewritten) => original switch
            {
                InvocationExpressionSyntax call when CapturedText.IsNameOf(submission, call)
                    => SyntaxFactory.ParseExpression($"\"{submission.Model.GetConstantValue(call).Value}\"").WithTriviaFrom(rewritten),
                InvocationExpressionSyntax call when pins.TryGetValue(call, out var captured)
                    => SyntaxFactory.ParseExpression($"{rewritten.ToString()[..^1]}, {captured.Pin})").WithTriviaFrom(rewritten),
                IdentifierNameSyntax { Parent: not NameColonSyntax } name
                    when submission.Model.GetSymbolInfo(name).Symbol is { } symbol && arguments.TryGetValue(symbol, out var argument)
                    => SyntaxFactory.ParseExpression(argument).WithTriviaFrom(rewritten),
                _ => rewritten,
            }).ToString();
    }
}
