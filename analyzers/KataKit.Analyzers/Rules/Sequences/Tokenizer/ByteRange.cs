using System.Collections.Immutable;
using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Rules.Sequences.Tokenizer;

/// <summary>KATA2006: the second argument of Enumerable.Range, which is a count, is the last byte that is meant.</summary>
internal sealed class ByteRange : GraphRule
{
    public const string Id = "KATA2006";

    private const int Bytes = 256;

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "bpe-tokenizer";

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
        => program.Everywhere.SelectMany(x => x.Computations).Select(Judge).OfType<Diagnostic>();

    private static Diagnostic? Judge(GraphEvent happening)
    {
        var term = happening.Value;
        if (!term.IsCallOf("System.Linq.Enumerable", "Range")
            || !term.Operands[0].IsNumber(out var start)
            || !term.Operands[1].IsNumber(out var count)
            || !(IsEndOfBytes(start, count) || IsCharacter(happening.Site))
            || (happening.Site.Syntax as InvocationExpressionSyntax)?.ArgumentList.Arguments is not { Count: 2 } arguments
            || count < start)
        {
            return null;
        }

        var properties = ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Replacement, $"{arguments[1].Expression} - {arguments[0].Expression} + 1");
        return Diagnostic.Create(Rule, arguments[1].GetLocation(), properties, arguments[1].ToString(), (start + count - 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    // A range that begins among the bytes, is no longer than they are, and still runs past them: as an end its count makes sense.
    private static bool IsEndOfBytes(double start, double count)
        => start >= 1 && start < Bytes && count < Bytes && count > start && start + count > Bytes;

    private static bool IsCharacter(IOperation site)
        => site is IInvocationOperation { Arguments: { Length: 2 } arguments }
           && arguments[1].Value is IConversionOperation { Operand: ILiteralOperation { Type.SpecialType: SpecialType.System_Char } };
}
