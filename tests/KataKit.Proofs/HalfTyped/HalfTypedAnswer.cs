using Microsoft.CodeAnalysis;

namespace KataKit.Proofs;

/// <summary>
/// Code as it looks while somebody types: nothing may be reported that is not reported in the finished file, unless what is left compiles and so
/// is an answer of its own.
/// </summary>
internal static class HalfTypedAnswer
{
    /// <summary>Looks at an answer in all its stages.</summary>
    public static async Task<Checked> CheckAsync(KataFile file)
    {
        var finished = (await Findings.In(KataCompilation.Compile(file.Source))).Select(Findings.Show).ToHashSet();
        var (typed, alarms) = (0, new List<string>());
        foreach (var (what, source) in HalfTyped.Of(file))
        {
            typed++;
            var compilation = KataCompilation.Compile(source);
            var news = (await Findings.In(compilation)).Select(Findings.Show).Where(found => !finished.Contains(found)).ToList();
            if (news.Count > 0 && compilation.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            {
                alarms.Add($"{file} {what}: {string.Join("; ", news)}");
            }
        }

        return new Checked(typed, typed > 0 ? alarms : [$"{file}: there is nothing to leave out"]);
    }
}
