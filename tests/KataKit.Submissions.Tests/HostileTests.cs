using KataKit.Grading;
using Xunit;
using Xunit.Abstractions;

namespace KataKit.Submissions.Tests;

/// <summary>
/// Every hostile answer gets the verdict that it names, at each level of protection that it names, and after it the same grader gives a
/// right answer and a wrong one what they deserve.
/// </summary>
[Collection(HostileCollection.Name)]
public sealed class HostileTests(HostileGraders graders, ITestOutputHelper output)
{
    private const int LeastFiles = 30;
    private static readonly string Folder = Path.Combine(Evidence.Catalogue.Root, "tests", "Submissions", "Hostile");

    public static TheoryData<string> All => [.. AllNames];

    private static IReadOnlyList<string> AllNames => [.. Names(_ => true)];

    public static TheoryData<string> Runnable => [.. Names(header => header.Verdict is not null)];

    public static TheoryData<string> Sandboxed => [.. Names(header => header.Sandboxed is not null)];

    [Theory]
    [MemberData(nameof(Runnable))]
    public async Task A_process_of_its_own_is_enough_to_tell_the_verdict(string name)
    {
        var (header, compiled) = await CompileAsync(name);

        var grade = await graders.Plain.GradeAsync(compiled);

        Report(grade);
        Assert.True(header.Verdict == grade.Verdict, $"{header.Attack}: expected {header.Verdict}, got {grade.Verdict}: {grade.Reason}");
        Assert.True(!header.IsOutputTruncated || grade.IsOutputTruncated, "The grade does not say that output was dropped.");
        await ExpectRightGradesAsync(graders.Plain);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_guard_refuses_what_escapes_and_nothing_else(string name)
    {
        var (header, compiled) = await CompileAsync(name);

        var escapes = compiled.FindRiskyApis().Where(api => api.Risk == ApiRisk.Escapes).Select(api => api.Name).ToList();
        Assert.True(header.IsRefused == escapes.Count > 0, $"{header.Attack}: escapes are [{string.Join(", ", escapes)}].");
        if (header.IsRefused)
        {
            var grade = await graders.Guarded.GradeAsync(compiled);
            Assert.Equal(Verdict.Refused, grade.Verdict);
            Assert.Contains(escapes[0], grade.Reason, StringComparison.Ordinal);
            Assert.Empty(grade.Tests);
        }
    }

    [SandboxTheory]
    [MemberData(nameof(Sandboxed))]
    public async Task The_sandbox_holds(string name)
    {
        var (header, compiled) = await CompileAsync(name);

        var grade = await graders.Sandboxed.GradeAsync(compiled);

        Report(grade);
        Assert.True(header.Sandboxed == grade.Verdict, $"{header.Attack}: expected {header.Sandboxed}, got {grade.Verdict}: {grade.Reason}");
        Assert.All(compiled.RuntimeAssemblies, path => Assert.True(File.Exists(path), $"{path} is gone."));
        await ExpectRightGradesAsync(graders.Sandboxed);
    }

    [Fact]
    public void There_are_enough_of_them()
        => Assert.True(AllNames.Count >= LeastFiles, $"There are {AllNames.Count} hostile files; there should be {LeastFiles}.");

    [Fact]
    public void They_all_answer_the_kata_that_they_name()
        => Assert.All(AllNames.Where(name => HostileHeader.Parse(Read(name)).Verdict != Verdict.BuildError), name => Assert.Equal(
            HostileHeader.Parse(Read(name)).Kata, Evidence.Catalogue.Recognise(Read(name))?.Name));

    private async Task ExpectRightGradesAsync(Grader grader)
    {
        var right = await grader.GradeAsync(await graders.RightAsync());
        Assert.True(right.Verdict == Verdict.Pass, $"Afterwards the right answer gets {right.Verdict}: {right.Reason}");
        var wrong = await grader.GradeAsync(await graders.WrongAsync());
        Assert.True(wrong.Verdict == Verdict.Fail, $"Afterwards the wrong answer gets {wrong.Verdict}: {wrong.Reason}");
    }

    private async Task<(HostileHeader Header, CompiledSubmission Compiled)> CompileAsync(string name)
    {
        var source = Read(name);
        var header = HostileHeader.Parse(source);
        return (header, await graders.CompileAsync(header.Kata, source, name));
    }

    private void Report(Grade grade)
    {
        output.WriteLine($"{grade.Verdict} after {grade.Duration.TotalMilliseconds:F0} ms: {grade.Reason}");
        foreach (var group in grade.Tests.GroupBy(test => test.Outcome))
        {
            output.WriteLine($"  {group.Count()} {group.Key}, for example {group.First().DisplayName}: {group.First().Message}");
        }
    }

    private static IEnumerable<string> Names(Func<HostileHeader, bool> filter)
        => Directory.GetFiles(Folder, "*.cs").Order(StringComparer.Ordinal).Select(path => Path.GetFileNameWithoutExtension(path)!)
            .Where(name => filter(HostileHeader.Parse(Read(name))));

    private static string Read(string name) => File.ReadAllText(Path.Combine(Folder, name + ".cs"));
}
