using KataKit.Analyzers.Flow;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules;

/// <summary>
/// A rule that judges what the interpreter found out. It reports only what contradicts the contract on every joined path of a complete
/// run; a value that it does not understand is not wrong.
/// </summary>
internal abstract class FlowRule
{
    /// <summary>What the rule reports.</summary>
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>The kata whose contract the rule knows; <see langword="null"/> for a rule of all contracts.</summary>
    public abstract string? Kata { get; }

    /// <summary>Judges one complete run from one member of the contract.</summary>
    public abstract IEnumerable<Diagnostic> Judge(KataContract contract, IMethodSymbol member, Outcome outcome);

    /// <summary>The descriptor of a rule, from its identifier.</summary>
    private protected static DiagnosticDescriptor Describe(string id) => RuleDescriptor.Of(id);
}
