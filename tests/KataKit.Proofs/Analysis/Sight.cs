using Microsoft.CodeAnalysis;

namespace KataKit.Proofs;

/// <summary>What the rules see in an answer, beside what they should see.</summary>
/// <param name="File">The answer.</param>
/// <param name="Line">The line of the mistake; <see langword="null"/> where no rule is to report.</param>
/// <param name="Reports">Everything that is reported.</param>
internal sealed record Sight(KataFile File, int? Line, IReadOnlyList<Diagnostic> Reports)
{
    /// <summary>Whether the rule that the answer names reports.</summary>
    public bool Fired => Reports.Any(x => x.Id == File.Rule);

    /// <summary>Whether it reports on the line of the mistake.</summary>
    public bool IsOnLine => Reports.Any(x => x.Id == File.Rule && x.Location.GetLineSpan().StartLinePosition.Line + 1 == Line);

    /// <summary>What is reported, in words.</summary>
    public string Found => Reports.Count == 0 ? "nothing" : string.Join("; ", Reports.Select(Findings.Show));

    /// <summary>What is wrong with it; <see langword="null"/> where the rules say what they should.</summary>
    public string? Problem
        => File.Rule is null ? (Reports.Count == 0 ? null : $"{File}: expected is silence, reported is {Found}")
            : !Fired ? $"{File}: expected is {File.Rule}, reported is {Found}"
            : !IsOnLine ? $"{File}: the mistake is in line {Line}, reported is {Found}"
            : null;

    /// <summary>Analyzes an answer.</summary>
    public static async Task<Sight> Of(KataFile file)
        => new(file, file.Header?.LineIn(file.Source), await Findings.In(KataCompilation.Compile(file.Source)));

    /// <summary>Holds what the rules say of an answer against what its header says.</summary>
    public static async Task<Checked> CheckAsync(KataFile file)
    {
        var sight = await Of(file);
        return new Checked(1, sight.Problem is { } problem ? [problem] : []);
    }
}
