using System.Collections.Concurrent;
using System.Globalization;
using FluentAssertions;
using KataKit.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;
using Xunit.Abstractions;

namespace KataKit.Analyzers.Tests.Corpus;

/// <summary>
/// Code as it looks while somebody types: the ends of files, of lines and of methods are missing, with and without the closing braces
/// that an editor puts in. Nothing may be reported that is not reported in the finished file, unless what is left compiles and so is
/// an answer of its own.
/// </summary>
public sealed class HalfTypedTests(ITestOutputHelper output)
{
    public static TheoryData<string> Katas() => [.. KataFile.Katas];

    [Theory]
    [MemberData(nameof(Katas))]
    public async Task A_file_that_is_being_typed_is_told_nothing_new(string kata)
    {
        var (typed, own) = (0, 0);
        var alarms = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(KataFile.All.Where(x => x.Kata == kata), async (file, _) =>
        {
            var finished = (await Findings.In(KataCompilation.Compile(file.Source))).Select(Findings.Show).ToHashSet();
            foreach (var (what, source) in HalfTyped.Of(file))
            {
                Interlocked.Increment(ref typed);
                var compilation = KataCompilation.Compile(source);
                var news = (await Findings.In(compilation)).Select(Findings.Show).Where(x => !finished.Contains(x)).ToList();
                if (news.Count > 0 && compilation.GetDiagnostics().Any(x => x.Severity == DiagnosticSeverity.Error))
                {
                    alarms.Add($"{file} {what}: {string.Join("; ", news)}");
                }
                else if (news.Count > 0)
                {
                    Interlocked.Increment(ref own);
                }
            }
        });
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{kata}: {typed} half-typed files, {own} of them compile and are reported for what they are, {alarms.Count} false alarms"));
        typed.Should().BeGreaterThan(0);
        alarms.Order(StringComparer.Ordinal).Should().BeEmpty();
    }
}
