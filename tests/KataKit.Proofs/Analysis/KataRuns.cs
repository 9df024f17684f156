using System.Globalization;
using KataKit.Analyzers.Flow;
using KataKit.Trace;
using Microsoft.CodeAnalysis;

namespace KataKit.Proofs;

/// <summary>Runs the interpreter over a kata without a rule, to look at what it finds out.</summary>
internal static class KataRuns
{
    /// <summary>The outcome from each implemented member of the contract, in source order.</summary>
    public static async Task<IReadOnlyList<(string Member, Outcome Outcome)>> Of(string source)
        => [.. Prepare((await KataCompilation.Document(source).Project.GetCompilationAsync())!).Select(x => (x.Member, x.Run()))];

    /// <summary>The runs from each implemented member of the contract, in source order, ready to start.</summary>
    public static IReadOnlyList<(string Member, Func<Outcome> Run)> Prepare(Compilation compilation)
        =>
        [
            .. KataMember.In(compilation, compilation.SyntaxTrees.Single(x => x.FilePath.EndsWith(KataCompilation.FileName, StringComparison.Ordinal)))
                .Select(x => (x.Method.Name, (Func<Outcome>)(() => Interpreter.Run(x.Method, x.Entry, x.Bodies, LibraryModel.Default, x.Contract)))),
        ];

    /// <summary>What the runs found out, a line each: refusals, steps, and the values that went through the exponential function.</summary>
    public static async Task<IReadOnlyList<string>> Trace(string source)
        =>
        [
            .. (await Of(source)).SelectMany(x => x.Outcome.Events
                .Where(y => y.Kind == FlowEventKind.Exponentiated)
                .Select(y => string.Create(
                    CultureInfo.InvariantCulture,
                    $"{x.Member}: exp at {y.Site.Syntax.GetLocation().GetLineSpan().StartLinePosition.Line + 1} of {y.Value}"))
                .Prepend($"{x.Member}: {x.Outcome.Refusal ?? "complete"}, {x.Outcome.Steps} steps")),
        ];
}
