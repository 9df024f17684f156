using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Foundations.LinkedList;

/// <summary>KATA3002: what is returned is the cursor of a loop that ends when the cursor is null.</summary>
internal sealed class NullCursorReturned : GraphRule
{
    public const string Id = "KATA3002";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "reverse-linked-list";

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
        => from graph in program.Graphs
           from happening in graph.Events
           where happening.Kind == GraphEventKind.Return && IsNullCursor(happening)
           let reversal = Reversal.In(graph).FirstOrDefault(x => ReferenceEquals(x.Cursor, happening.Value))
           select Diagnostic.Create(Rule, happening.Site.Syntax.GetLocation(), NodeLeftBehind.At(happening.Site, reversal));

    private static bool IsNullCursor(GraphEvent returned)
        => returned.Value is LoopVariable { Loop: { HasOtherExit: false } loop } cursor
           && returned.Guards.Any(x => ReferenceEquals(x.Header, loop)
               && x is { Holds: true, Condition.Kind: TermKind.Equal }
               && ReferenceEquals(x.Condition.Left, cursor)
               && Reversal.IsNull(x.Condition.Right));
}
