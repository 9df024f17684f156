using KataKit.Analyzers.Flow;
using KataKit.Analyzers.Hosting;
using KataKit.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Attention;

/// <summary>
/// KATA1002: lengths that must be one are different dimensions of the contract: matrices that are multiplied or added, an axis and the
/// counter that indexes it, a result and what the contract promises. One finding a member: what follows from it is not told.
/// </summary>
internal sealed class ShapeMismatch : FlowRule
{
    public const string Id = "KATA1002";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string? Kata => null;

    public override IEnumerable<Diagnostic> Judge(KataContract contract, IMethodSymbol member, Outcome outcome)
    {
        // A rule that knows what the mistake is called comes first.
        if (KeysByQueries.Sites(contract, member, outcome).Any()
            || MaskAxis.Sites(contract, member, outcome).Any()
            || SoftmaxAxis.Sites(contract, member, outcome).Any())
        {
            return [];
        }

        return Conflicts.In(contract, member, outcome).Select(Report)
            .Concat(Arguments(contract, member, outcome))
            .Concat(Results(contract, member, outcome))
            .Take(1);
    }

    /// <summary>A shape as the contract writes it.</summary>
    public static string Show(IEnumerable<Polynomial?> axes) => string.Join(" × ", axes.Select(x => x is null ? "?" : Show(x)));

    /// <summary>A length as the contract writes it; what the contract has no word for is a question mark.</summary>
    public static string Show(Polynomial length) => length.Mentions(AtomKind.Opaque) || length.Mentions(AtomKind.Index) ? "?" : length.ToString();

    private static Diagnostic Report(FlowEvent found)
    {
        var conflict = found.Conflict!;
        return found.Kind == FlowEventKind.IndexOffAxis
            ? Create(found.Site.Syntax, "_Index", Show(conflict.LeftLength), Show(conflict.RightLength), Show(conflict.Left))
            : Create(found.Site.Syntax, "_Operands", Show(conflict.LeftLength), Show(conflict.RightLength), $"{Show(conflict.Left)}, {Show(conflict.Right)}");
    }

    // Axes of one name have one length within a call.
    private static IEnumerable<Diagnostic> Arguments(KataContract contract, IMethodSymbol member, Outcome outcome)
    {
        foreach (var call in outcome.Events
            .Where(x => x is { Kind: FlowEventKind.PassedToContract, Parameter: not null, Axes: not null } && !contract.IsInOtherMember(x.Site.Syntax, member))
            .GroupBy(x => x.Site.Syntax))
        {
            var lengths = new Dictionary<Polynomial, Polynomial>();
            foreach (var passed in call)
            {
                var asked = contract.AxesOf(passed.Parameter!);
                for (var i = 0; asked is { } axes && i < Math.Min(axes.Count, passed.Axes!.Value.Count); i++)
                {
                    if (axes[i] is not { } name || passed.Axes.Value[i] is not { } length)
                    {
                        continue;
                    }

                    if (lengths.TryGetValue(name, out var other) && IsWrong(length, other, passed.State, outcome))
                    {
                        yield return Create(call.Key, "_Argument", Show(length), Show(other), Show(passed.Axes.Value));
                    }

                    lengths[name] = length;
                }
            }
        }
    }

    private static IEnumerable<Diagnostic> Results(KataContract contract, IMethodSymbol member, Outcome outcome)
    {
        foreach (var returned in outcome.Events.Where(x => x.Kind == FlowEventKind.Returned))
        {
            foreach (var (property, promised) in contract.PromiseOf(member))
            {
                var value = property is null ? returned.Value : (returned.Value as Aggregate)?[property];
                if (value is not Reference { IsWhole: true } || returned.State.Find(value) is not { } tensor || tensor.Axes.Count != promised.Count)
                {
                    continue;
                }

                for (var i = 0; i < promised.Count; i++)
                {
                    if (promised[i] is { } length && tensor.Axes[i] is { } actual && IsWrong(actual, length, returned.State, outcome))
                    {
                        yield return Create(returned.Site.Syntax, "_Result", Show(tensor.Axes), Show(promised), property ?? member.Name);
                    }
                }
            }
        }
    }

    private static bool IsWrong(Polynomial actual, Polynomial expected, FlowState state, Outcome outcome)
        => ShapeConflict.Contradict(actual, expected, state) && !Conflicts.AreCompared(actual, expected, outcome);

    private static Diagnostic Create(SyntaxNode site, string kind, params string[] arguments)
        => Diagnostic.Create(Rule, site.GetLocation(), kind switch
        {
            "_Index" => Messages.Localizable(Id + "_Index", arguments),
            "_Operands" => Messages.Localizable(Id + "_Operands", arguments),
            "_Argument" => Messages.Localizable(Id + "_Argument", arguments),
            _ => Messages.Localizable(Id + "_Result", arguments),
        });
}
