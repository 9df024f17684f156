using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules;

/// <summary>A rule that judges the value graphs of a type: what its methods compute, store and return.</summary>
internal abstract class GraphRule
{
    /// <summary>What the rule reports.</summary>
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>The kata whose contract the rule knows; <see langword="null"/> for a general rule, which holds in every kata and may be let loose on any code.</summary>
    public virtual string? Kata => null;

    /// <summary>Judges a type. Graphs that could not be completed are not in it.</summary>
    public abstract IEnumerable<Diagnostic> Judge(GraphProgram program);

    /// <inheritdoc cref="FlowRule.Describe"/>
    private protected static DiagnosticDescriptor Describe(string id) => RuleDescriptor.Of(id);
}
