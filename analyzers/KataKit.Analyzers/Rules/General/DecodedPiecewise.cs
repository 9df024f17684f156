using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.General;

/// <summary>
/// KATA0007: bytes are decoded piece by piece and the texts joined, so that a character whose bytes lie in two pieces is lost. In other
/// code a piece may well be a text of its own (a record, a line), so there only what a stream happened to deliver is judged.
/// </summary>
internal sealed class DecodedPiecewise : GraphRule
{
    public const string Id = "KATA0007";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
        => from graph in program.Everywhere
           from happening in graph.Computations
           where happening.Loop is not null && IsDecoding(happening.Value)
           let loop = program.Contract is null ? LoopOfChunk(happening) : LoopOfPiece(happening)
           where loop is not null && IsJoined(happening.Value, loop, graph)
           select Diagnostic.Create(Rule, happening.Site.Syntax.GetLocation());

    /// <summary>A call of GetString of an encoding in which a character may have several bytes.</summary>
    private static bool IsDecoding(Term term)
        => term is { Kind: TermKind.Call, Symbol: IMethodSymbol { Name: "GetString", ContainingType: { } type }, Operands: { Length: > 1 } operands }
           && type.ContainingNamespace.ToDisplayString() == "System.Text"
           && (operands[0] is { Kind: TermKind.Load, Symbol.Name: "UTF8" or "Unicode" or "BigEndianUnicode" or "UTF32" }
               || operands[0] is { Kind: TermKind.New, Type.Name: "UTF8Encoding" or "UnicodeEncoding" or "UTF32Encoding" });

    /// <summary>
    /// The innermost loop whose round chooses the bytes: an element at its index, the value of its key. A buffer that is filled in the loop
    /// and decoded at good places is none.
    /// </summary>
    private static Loop? LoopOfPiece(GraphEvent decoding)
    {
        var bytes = decoding.Value.Operands[1].Storage();
        var chosen = bytes.PartsAndSelf().Where(x => x.Kind is TermKind.Iterated or TermKind.Index || IsPlace(x)).Select(x => x.Loop).OfType<Loop>().ToList();
        return IsRange(bytes) ? null : decoding.Loop!.SelfAndParents().FirstOrDefault(chosen.Contains);
    }

    private static bool IsPlace(Term term) => term is { Kind: TermKind.LoopVariable, Type: { } type } && type.IsIntegral();

    private static bool IsRange(Term bytes) => bytes is { Kind: TermKind.Element, Operands.Length: 2 } && bytes.Right.Kind == TermKind.Tuple;

    /// <summary>The loop that reads a stream chunk by chunk, where the number of bytes is what the stream said.</summary>
    private static Loop? LoopOfChunk(GraphEvent decoding)
        => decoding.Value.DescendantsAndSelf().Any(x => x is { Kind: TermKind.Call, Symbol: IMethodSymbol { Name: "Read" or "Receive", ContainingType: var type } } && IsStream(type))
            ? decoding.Loop
            : null;

    private static bool IsStream(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.ToDisplayString() is "System.IO.Stream" or "System.Net.Sockets.Socket")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsJoined(Term text, Loop loop, ValueGraph graph)
        => IsAddedUp(text, loop) || graph.Events.Any(x => IsAppended(text, x, loop)) || IsConcatenated(text, loop, graph);

    /// <summary>A text of the loop that the piece is added to from round to round.</summary>
    private static bool IsAddedUp(Term text, Loop loop)
        => loop.SelfAndParents().SelectMany(x => x.Variables)
            .Where(x => x.Next is not null && x.Type?.SpecialType == SpecialType.System_String)
            .Any(x => Holds(x.Next!, text) && Holds(x.Next!, x));

    private static bool IsAppended(Term text, GraphEvent happening, Loop loop)
        => happening.Value is { Kind: TermKind.Call, Symbol: IMethodSymbol { ContainingType.Name: "StringBuilder" or "StringWriter", Name: "Append" or "AppendLine" or "Insert" or "Write" }, Operands: var operands }
           && operands.Skip(1).Any(x => Holds(x, text))
           && !IsMadeIn(operands[0], loop);

    /// <summary>Pieces that are kept, or mapped, and put together without a separator after the loop.</summary>
    private static bool IsConcatenated(Term text, Loop loop, ValueGraph graph)
    {
        var kept = graph.Events.Where(x => IsKept(text, x)).Select(x => x.Place?.Object ?? x.Value.Operands[0]).Where(x => !IsMadeIn(x, loop)).ToList();
        return graph.Computations.Any(x => IsConcatenation(x.Value)
            && !x.IsIn(loop)
            && x.Value.DescendantsAndSelf().Any(y => ReferenceEquals(y, text) || kept.Any(z => ReferenceEquals(y, z))));
    }

    private static bool IsKept(Term text, GraphEvent happening)
        => happening.Kind == GraphEventKind.Store
            ? happening.Place is { Object: not null } && Holds(happening.Value, text)
            : happening.Value is { Kind: TermKind.Call, Symbol.Name: "Add" or "Enqueue", Operands.Length: 2 } && Holds(happening.Value.Operands[1], text);

    private static bool IsConcatenation(Term term)
        => term.IsCallOf("System.String", "Concat")
           || (term.IsCallOf("System.String", "Join") && term.Operands[0] is { Constant: { HasValue: true, Value: null or "" } })
           || (term.IsCallOf("System.String", "Join") && term.Operands[0].Symbol is { Name: "Empty" });

    private static bool IsMadeIn(Term term, Loop loop) => term is { Kind: TermKind.New, Loop: { } made } && made.SelfAndParents().Contains(loop);

    private static bool Holds(Term whole, Term part) => whole.PartsAndSelf().Any(x => ReferenceEquals(x, part));
}
