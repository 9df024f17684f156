using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Graph;

/// <summary>What rules ask of terms.</summary>
internal static class TermQueries
{
    /// <summary>Compares terms by identity.</summary>
    public static IEqualityComparer<Term> ByReference => ReferenceComparer.Instance;

    /// <summary>The term and all that it is made of, each once, through loop variables too.</summary>
    public static IEnumerable<Term> DescendantsAndSelf(this Term term)
    {
        var seen = new HashSet<Term>(ReferenceComparer.Instance);
        var pending = new Stack<Term>();
        pending.Push(term);
        while (pending.Count > 0)
        {
            var current = pending.Pop();
            if (!seen.Add(current))
            {
                continue;
            }

            yield return current;
            foreach (var operand in current.Operands)
            {
                pending.Push(operand);
            }

            if (current is LoopVariable variable)
            {
                pending.Push(variable.Initial);
                if (variable.Next is not null)
                {
                    pending.Push(variable.Next);
                }
            }
        }
    }

    /// <summary>The term and what it is made of within one round: loop variables are leaves, and so is what is not to be entered.</summary>
    public static IEnumerable<Term> PartsAndSelf(this Term term, Func<Term, bool>? isEntered = null)
    {
        var seen = new HashSet<Term>(ReferenceComparer.Instance);
        var pending = new Stack<Term>();
        pending.Push(term);
        while (pending.Count > 0)
        {
            var current = pending.Pop();
            if (seen.Add(current))
            {
                yield return current;
                foreach (var operand in isEntered is null || isEntered(current) ? current.Operands : [])
                {
                    pending.Push(operand);
                }
            }
        }
    }

    /// <summary>Whether the value may differ from round to round of a loop.</summary>
    public static bool VariesIn(this Term term, Loop loop)
        => term.PartsAndSelf().Any(x => x.Loop is { } owner && owner.SelfAndParents().Contains(loop));

    /// <summary>What a variable is before the outermost of the loops that hand it on.</summary>
    public static Term First(this LoopVariable variable)
    {
        Term first = variable;
        while (first is LoopVariable { Initial: var initial })
        {
            first = initial;
        }

        return first;
    }

    /// <summary>Whether the variable counts by a constant step, and from where.</summary>
    public static bool IsCounter(this Term term, out Term start, out double step)
    {
        (start, step) = (term, 0);
        if (term is not LoopVariable { Next: { } next } variable)
        {
            return false;
        }

        start = variable.Initial;
        if (next.Is(TermKind.Add, out var left, out var right))
        {
            return (ReferenceEquals(left, variable) && right.IsNumber(out step)) || (ReferenceEquals(right, variable) && left.IsNumber(out step));
        }

        if (next.Is(TermKind.Subtract, out left, out right) && ReferenceEquals(left, variable) && right.IsNumber(out var back))
        {
            step = -back;
            return true;
        }

        return false;
    }

    /// <summary>The conditions of an event with conjunctions taken apart: what certainly held, or did not.</summary>
    public static IEnumerable<Guard> Facts(this GraphEvent happening) => happening.Guards.SelectMany(Facts);

    /// <summary>A condition taken apart: both sides of a conjunction that holds, both sides of a disjunction that does not.</summary>
    public static IEnumerable<Guard> Facts(this Guard guard)
    {
        var condition = guard.Condition;
        if (condition.Kind == TermKind.Not)
        {
            return new Guard(condition.Operands[0], !guard.Holds, guard.Header).Facts();
        }

        return condition.Kind == (guard.Holds ? TermKind.And : TermKind.Or)
            ? condition.Operands.SelectMany(x => new Guard(x, guard.Holds, guard.Header).Facts())
            : [guard];
    }

    /// <summary>Whether the term calls a method of a type: <c>IsCallOf("System.Math", "Round")</c>. Receiver and arguments are its operands.</summary>
    public static bool IsCallOf(this Term term, string type, params string[] methods)
        => term is { Kind: TermKind.Call, Symbol: IMethodSymbol { ContainingType: { } container } method }
           && container.OriginalDefinition.ContainingNamespace + "." + container.MetadataName == type
           && (methods.Length == 0 || methods.Contains(method.Name));

    /// <summary>Whether the type is an integer type of the language.</summary>
    public static bool IsIntegral(this ITypeSymbol? type)
        => type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    /// <summary>Whether the type is <see cref="float"/>, <see cref="double"/> or <see cref="decimal"/>.</summary>
    public static bool IsReal(this ITypeSymbol? type)
        => type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal;

    /// <summary>The array, list or matrix behind spans, slices and views of it.</summary>
    public static Term Storage(this Term term)
    {
        while (term is { Kind: TermKind.Call, Symbol.Name: "AsSpan" or "Slice" or "AsMemory" or "AsReadOnly", Operands.Length: > 0 })
        {
            term = term.Operands[0];
        }

        return term;
    }

    private sealed class ReferenceComparer : IEqualityComparer<Term>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(Term? x, Term? y) => ReferenceEquals(x, y);

        public int GetHashCode(Term obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
    }
}
