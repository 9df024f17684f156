using KataKit.Grading;
using Xunit;

namespace KataKit.Submissions.Tests;

/// <summary>Stub, solution and spec of every kata fit together.</summary>
[Collection(EvidenceCollection.Name)]
public sealed class KataTests(Evidence evidence)
{
    public static TheoryData<string> Katas => EvidenceTests.Katas;

    [Theory]
    [MemberData(nameof(Katas))]
    public async Task The_solution_passes_in_silence(string name)
    {
        var kata = Evidence.Catalogue.Get(name);
        var graded = await evidence.GradeAsync(kata, kata.SolutionPath);

        var problems = Judgement.OfRight(graded.Compiled, graded.Grade, graded.Grade.Tests.Length);

        Assert.True(problems.IsEmpty, string.Join('\n', problems));
    }

    [Theory]
    [MemberData(nameof(Katas))]
    public async Task Every_test_of_the_stub_says_not_implemented(string name)
    {
        var kata = Evidence.Catalogue.Get(name);
        var stub = await evidence.GradeAsync(kata, kata.StubPath);
        var solution = await evidence.GradeAsync(kata, kata.SolutionPath);

        Assert.True(stub.Grade.Verdict == Verdict.Fail, $"The stub gets {stub.Grade.Verdict}: {stub.Grade.Reason}");
        Assert.Equal(solution.Grade.Tests.Select(test => test.DisplayName), stub.Grade.Tests.Select(test => test.DisplayName));
        Assert.All(stub.Grade.Tests, test => Assert.True(
            test is { Outcome: TestOutcome.Failed, ExceptionType: "System.NotImplementedException" },
            $"{test.DisplayName} is {test.Outcome}: {test.ExceptionType}: {test.Message}"));
        Assert.DoesNotContain(stub.Compiled.Findings, finding => finding.Id.StartsWith("KATA", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Katas))]
    public void The_stub_is_the_solution_without_its_implementation(string name)
    {
        var kata = Evidence.Catalogue.Get(name);
        var expected = StubWriter.Of(KataBuild.Read(kata)).Write(File.ReadAllText(kata.SolutionPath)).Split('\n');
        var actual = File.ReadAllText(kata.StubPath).ReplaceLineEndings("\n").Split('\n');

        var same = expected.Zip(actual).TakeWhile(lines => lines.First == lines.Second).Count();
        Assert.True(
            same == expected.Length && same == actual.Length,
            $"{kata.StubPath} differs from the stub of {kata.SolutionPath} in line {same + 1}: "
            + $"expected '{expected.ElementAtOrDefault(same)}', got '{actual.ElementAtOrDefault(same)}'.");
    }

    [Theory]
    [MemberData(nameof(Katas))]
    public void Every_test_is_named_after_a_member_of_the_contract(string name)
    {
        var kata = Evidence.Catalogue.Get(name);
        var spec = KataBuild.Read(kata).Compilation.GetTypeByMetadataName(kata.SpecTypeName)!;
        var members = SpecTests.ContractMembersOf(spec);

        Assert.NotEmpty(members);
        Assert.NotEmpty(SpecTests.MethodsOf(spec));
        Assert.All(SpecTests.MethodsOf(spec), test => Assert.True(
            members.Any(member => test.StartsWith(member + "_", StringComparison.Ordinal)),
            $"{test} begins with none of {string.Join("_, ", members)}_."));
    }
}
