using KataKit.Mutations.Code;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Mutations.Loops;

/// <summary><c>for (init; condition; step) body</c> becomes <c>{ init; while (condition) { body step; } }</c>.</summary>
public sealed class ForToWhile : SiteMutator
{
    private protected override IEnumerable<Site> Sites(Submission submission)
        => from loop in submission.Root.DescendantNodes().OfType<ForStatementSyntax>()
           where loop.Declaration?.Type is not RefTypeSyntax
              && !Syntax.DeclaredNames(loop.Statement).Intersect(loop.Incrementors.SelectMany(Syntax.UsedNames)).Any()
           select new Site(loop, edits => Rewrite(edits, loop));

    private static void Rewrite(Edits edits, ForStatementSyntax loop)
    {
        var step = string.Join('\n', loop.Incrementors.Select(expression => $"{expression};"));
        foreach (var statement in Syntax.Continues(loop))
        {
            edits.Statement(statement, _ => $"{step}\ncontinue;");
        }

        edits.Statement(loop, it =>
        {
            var init = it.Declaration is null ? string.Join('\n', it.Initializers.Select(expression => $"{expression};")) : $"{it.Declaration};";
            var condition = it.Condition?.ToString() ?? "true";
            return $"{{ {init}\nwhile ({condition}) {{ {Syntax.Inner(it.Statement)}\n{step} }} }}";
        });
    }
}
