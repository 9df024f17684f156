using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Rules.General;

/// <summary>
/// KATA0006: the test of a loop compares the loop's own variable with an end that its type cannot go beyond. The variable wraps round
/// instead, and nothing else leaves the loop.
/// </summary>
internal sealed class EndlessByteLoop : GraphRule
{
    public const string Id = "KATA0006";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
        => from loop in program.Graphs.SelectMany(x => x.Loops)
           where !loop.HasOtherExit && loop.Condition is { Site: not null } condition && AlwaysHolds(condition, loop)
           let variable = VariableOf(loop.Condition!, loop)
           select Diagnostic.Create(Rule, loop.Condition!.Site!.Syntax.GetLocation(), variable.Symbol!.Name, variable.Type!.ToDisplayString());

    private static bool AlwaysHolds(Term condition, Loop loop)
    {
        var isStrict = condition.Kind == TermKind.Less;
        if (!isStrict && condition.Kind != TermKind.LessOrEqual)
        {
            return false;
        }

        if (Wrapping(condition.Left, loop) is { } low && condition.Right.IsNumber(out var most))
        {
            return isStrict ? Range(low).Max < most : Range(low).Max <= most;
        }

        return Wrapping(condition.Right, loop) is { } high && condition.Left.IsNumber(out var least)
            && (isStrict ? least < Range(high).Min : least <= Range(high).Min);
    }

    private static LoopVariable VariableOf(Term condition, Loop loop) => (Wrapping(condition.Left, loop) ?? Wrapping(condition.Right, loop))!;

    /// <summary>The variable of the loop behind conversions that keep its value, if it is stepped and no step checks for overflow.</summary>
    private static LoopVariable? Wrapping(Term term, Loop loop)
    {
        while (term.Kind == TermKind.Convert)
        {
            term = term.Operands[0];
        }

        // A loop that tests last tests what the variable has become.
        var found = loop.Variables.FirstOrDefault(x => ReferenceEquals(x, term) || ReferenceEquals(x.Next, term));
        return found is { Next: { } next } variable
            && Range(variable).Max > 0
            && !ReferenceEquals(next, variable)
            && next.PartsAndSelf().All(x => IsUnchecked(x))
            ? variable
            : null;
    }

    private static bool IsUnchecked(Term step)
        => step.Site is not (IIncrementOrDecrementOperation { IsChecked: true } or ICompoundAssignmentOperation { IsChecked: true }
            or IBinaryOperation { IsChecked: true } or IConversionOperation { IsChecked: true });

    private static (double Min, double Max) Range(Term variable)
        => variable.Type?.SpecialType switch
        {
            SpecialType.System_SByte => (sbyte.MinValue, sbyte.MaxValue),
            SpecialType.System_Byte => (byte.MinValue, byte.MaxValue),
            SpecialType.System_Int16 => (short.MinValue, short.MaxValue),
            SpecialType.System_UInt16 or SpecialType.System_Char => (ushort.MinValue, ushort.MaxValue),
            SpecialType.System_Int32 => (int.MinValue, int.MaxValue),
            SpecialType.System_UInt32 => (uint.MinValue, uint.MaxValue),
            SpecialType.System_Int64 => (long.MinValue, long.MaxValue),
            SpecialType.System_UInt64 => (ulong.MinValue, ulong.MaxValue),
            _ => (0, 0),
        };
}
