using KataKit.Mutations.Code;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Mutations.Arithmetic;

/// <summary><c>Math.Sqrt(e)</c> becomes <c>Math.Pow(e, 0.5)</c>. (They differ for minus infinity and in the sign of a zero.)</summary>
public sealed class SqrtToPower : SiteMutator
{
    private protected override IEnumerable<Site> Sites(Submission submission)
        => from call in submission.Root.DescendantNodes().OfType<InvocationExpressionSyntax>()
           where SquareRoot.Is(submission, call) && !CapturedText.Covers(submission, call)
           select new Site(call, edits => edits.Expression(call, it => SquareRoot.Power(it, "0.5")));
}
