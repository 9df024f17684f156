using KataKit.Mutations.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Mutations.Loops;

/// <summary>
/// <c>while (condition) { body step; }</c> becomes <c>for (; condition; step) { body }</c>, with the counter's declaration in front of the
/// loop moved into it when nothing after the loop needs it.
/// </summary>
public sealed class WhileToFor : SiteMutator
{
    private protected override IEnumerable<Site> Sites(Submission submission)
        => from loop in submission.Root.DescendantNodes().OfType<WhileStatementSyntax>()
           let step = Step(loop)
           let declaration = step is null ? null : Counter(submission, loop, step)
           select new Site(loop, edits => Rewrite(edits, loop, step, declaration));

    private static void Rewrite(Edits edits, WhileStatementSyntax loop, ExpressionStatementSyntax? step, LocalDeclarationStatementSyntax? declaration)
    {
        if (step is not null)
        {
            edits.Statement(step, _ => string.Empty);
        }

        if (declaration is not null)
        {
            edits.Statement(declaration, _ => string.Empty);
        }

        edits.Statement(loop, it => $"for ({declaration?.Declaration}; {it.Condition}; {step?.Expression}) {it.Statement}");
    }

    /// <summary>The last statement of the body, if it may stand in the header: it moves something on, and no <c>continue</c> skips it.</summary>
    private static ExpressionStatementSyntax? Step(WhileStatementSyntax loop)
        => loop.Statement is BlockSyntax { Statements: [.., ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax or PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax } step] }
            && !Syntax.Continues(loop).Any()
            && !Syntax.DeclaredNames(loop.Statement).Intersect(Syntax.UsedNames(step)).Any()
            ? step
            : null;

    private static LocalDeclarationStatementSyntax? Counter(Submission submission, WhileStatementSyntax loop, ExpressionStatementSyntax step)
        => Syntax.Sibling(loop, -1) is LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer: not null } variable] } declaration
            && submission.Model.GetDeclaredSymbol(variable) is ILocalSymbol { RefKind: RefKind.None, IsConst: false } counter
            && declaration.UsingKeyword.Span.IsEmpty
            && Syntax.UsedNames(step).Contains(counter.Name)
            && submission.Uses(counter).All(use => loop.Span.Contains(use.Span))
            ? declaration
            : null;
}
